// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-import-dialog.h"

#include <glib/gi18n.h>

#include "library/stp-reading-text.h"
#include "rules/stp-correct.h"

/* Nobody looks through more; a file of all that there is was taken by mistake. */
#define MOST_ROWS 200

/* So many are most likely one's own, and all wanted. */
#define MOST_CHOSEN 30

struct _StpImportDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  GHashTable *chosen;      /* (element-type StpProduct): a set of drafts */

  GtkButton *add_button;
  GtkLabel *messages;
  GtkListBox *list;
  GtkWidget *messages_group;
};

G_DEFINE_FINAL_TYPE (StpImportDialog, stp_import_dialog, ADW_TYPE_DIALOG)

static gboolean
put_all (StpImportDialog *self, GError **error)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &draft, NULL))
    {
      g_autoptr (StpProduct) copy = stp_record_copy (draft);

      if (!stp_diary_put (diary, copy, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_cb (StpImportDialog *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  const guint n = g_hash_table_size (self->chosen);
  g_autofree char *text = g_strdup_printf (ngettext ("%u product added", "%u products added", n),
                                           n);
  g_autoptr (GError) error = NULL;

  stp_diary_begin_edit (diary, _ ("Add Products"));
  if (!put_all (self, &error))
    {
      stp_diary_cancel_edit (diary);
      stp_workspace_report (self->workspace, error);
      return;
    }
  stp_diary_end_edit (diary);
  adw_dialog_force_close (ADW_DIALOG (self));
  stp_workspace_toast_undo (self->workspace, text);
}

static void
update_button (StpImportDialog *self)
{
  const guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u", "_Add %u", n), n);

  gtk_button_set_label (self->add_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n > 0);
}

static void
toggled_cb (GtkCheckButton *check, StpImportDialog *self)
{
  StpProduct *draft = g_object_get_data (G_OBJECT (check), "draft");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_object_ref (draft));
  else
    g_hash_table_remove (self->chosen, draft);
  update_button (self);
}

static char *
describe (StpProduct *draft, gboolean known)
{
  g_autoptr (StpClassification) classification = stp_correct_classify (draft);
  g_autofree char *summary = stp_reading_text_summarise (classification);

  if (!known)
    return g_steal_pointer (&summary);
  /* Translators: a product of a file that is on the shelf already, then what was read of it */
  return g_strdup_printf (_ ("On your shelf: its list is brought up to date. %s"), summary);
}

static void
add_row (StpImportDialog *self, StpProduct *draft, gboolean known, gboolean chosen)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe (draft, known);

  /* Names are text. This comes before the texts, which are read as soon as they are set. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), draft->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  draft->name, -1);
  g_object_set_data_full (G_OBJECT (check), "draft", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
}

static void
add_rows (StpImportDialog *self, GPtrArray *drafts)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  GListModel *products = stp_diary_get_records (diary, STP_RECORD_PRODUCT);
  const gboolean chosen = drafts->len <= MOST_CHOSEN;

  for (guint i = 0; i < MIN (drafts->len, MOST_ROWS); i++)
    {
      g_autoptr (StpProduct) same = stp_product_import_find_same (products, drafts->pdata[i]);
      g_autoptr (StpProduct) draft = same ? stp_product_import_update (same, drafts->pdata[i])
                               : g_object_ref (drafts->pdata[i]);

      add_row (self, draft, same != NULL, chosen);
    }
}

static void
show_messages (StpImportDialog *self, StpProductImport *import)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < import->messages->len; i++)
    g_strv_builder_add (lines, import->messages->pdata[i]);
  if (import->drafts->len > MOST_ROWS)
    g_strv_builder_take (
      lines, g_strdup_printf (ngettext ("Only the first %d product is shown.",
                                        "Only the first %d products are shown.", MOST_ROWS),
                              MOST_ROWS));
  list = g_strv_builder_end (lines);
  text = g_strjoinv ("\n", list);
  gtk_label_set_label (self->messages, text);
  gtk_widget_set_visible (self->messages_group, *text != '\0');
}

static void
stp_import_dialog_dispose (GObject *object)
{
  StpImportDialog *self = STP_IMPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_import_dialog_parent_class)->dispose (object);
}

static void
stp_import_dialog_class_init (StpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpImportDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, StpImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, StpImportDialog, messages);
  gtk_widget_class_bind_template_child (widget_class, StpImportDialog, messages_group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
stp_import_dialog_init (StpImportDialog *self)
{
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_import_dialog_new:
 * @workspace: whose shelf
 * @import: what a file holds
 *
 * Returns: (transfer floating): a dialog to present
 */
StpImportDialog *
stp_import_dialog_new (StpWorkspace *workspace, StpProductImport *import)
{
  StpImportDialog *self = g_object_new (STP_TYPE_IMPORT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  show_messages (self, import);
  add_rows (self, import->drafts);
  update_button (self);

  return self;
}
