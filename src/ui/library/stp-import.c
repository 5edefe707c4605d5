// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-import.h"

#include <glib/gi18n.h>

#include "exchange/stp-open-beauty-facts.h"
#include "library/stp-import-dialog.h"
#include "library/stp-product-dialog.h"

/**
 * Import:
 *
 * A file that is being read, and where to show what is in it.
 */
typedef struct
{
  StpWorkspace *workspace; /* (owned) */
  GWeakRef parent;
} Import;

static Import *
import_new (StpWorkspace *workspace, GtkWidget *parent)
{
  Import *self = g_new0 (Import, 1);

  self->workspace = g_object_ref (workspace);
  g_weak_ref_init (&self->parent, parent);
  return self;
}

static void
import_free (Import *self)
{
  g_weak_ref_clear (&self->parent);
  g_object_unref (self->workspace);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* The row that had the focus is another one once its product was brought up to date. */
static void
closed_cb (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (root && !(focus && gtk_widget_is_ancestor (focus, parent)))
    gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD);
}

static void
present (AdwDialog *dialog, GtkWidget *parent)
{
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}

static void
review_one (StpWorkspace *workspace, StpProduct *draft, GtkWidget *parent)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  g_autoptr (StpProduct) same = stp_product_import_find_same (
    stp_diary_get_records (diary, STP_RECORD_PRODUCT), draft);
  g_autoptr (
    StpProduct) shown = same ? stp_product_import_update (same, draft) : g_object_ref (draft);

  present (ADW_DIALOG (stp_product_dialog_new_review (workspace, same, shown)), parent);
}

static void
show (StpWorkspace *workspace, StpProductImport *import, GtkWidget *parent)
{
  if (import->drafts->len > 1)
    present (ADW_DIALOG (stp_import_dialog_new (workspace, import)), parent);
  else if (import->drafts->len == 1)
    review_one (workspace, import->drafts->pdata[0], parent);
  else if (import->messages->len > 0)
    stp_workspace_toast (workspace, import->messages->pdata[0]);
  else
    stp_workspace_toast (workspace, _ ("There is no product in this file."));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) self = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&self->parent);
  g_autoptr (StpProductImport) import = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (!parent)
    return;
  if (g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error))
    import = stp_open_beauty_facts_read (contents, length, &error);
  if (import)
    show (self->workspace, import, parent);
  else
    stp_workspace_report (self->workspace, error);
}

/**
 * stp_import_open:
 * @workspace: whose shelf
 * @file: an answer or an export of Open Beauty Facts, JSON or CSV
 * @parent: where to show what is in it
 *
 * Reads the file and shows what it holds: one product in its review, several to choose from. A
 * product that the shelf has already, by its barcode, is brought up to date.
 */
void
stp_import_open (StpWorkspace *workspace, GFile *file, GtkWidget *parent)
{
  g_file_load_contents_async (file, NULL, loaded_cb, import_new (workspace, parent));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) self = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&self->parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file && parent)
    stp_import_open (self->workspace, file, parent);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    stp_workspace_report (self->workspace, error);
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) products = gtk_file_filter_new ();

  gtk_file_filter_set_name (products, _ ("Products from Open Beauty Facts"));
  gtk_file_filter_add_suffix (products, "json");
  gtk_file_filter_add_suffix (products, "csv");
  gtk_file_filter_add_suffix (products, "tsv");
  g_list_store_append (filters, products);
  return G_LIST_MODEL (filters);
}

/**
 * stp_import_choose:
 * @workspace: whose shelf
 * @parent: where to show the choice and what is in the file
 *
 * Lets the user choose a file to open.
 */
void
stp_import_choose (StpWorkspace *workspace, GtkWidget *parent)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Open Products"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb,
                        import_new (workspace, parent));
}
