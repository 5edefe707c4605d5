// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-tables-dialog.h"

#include <glib/gi18n.h>

#include "app/stp-kind-titles.h"

/* Whoever has more wrong rows than this looks at the file, not at a list of them. */
#define MOST_PROBLEMS 50

struct _StpTablesDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpImport *import;       /* (owned) */

  AdwPreferencesGroup *changes_group;
  AdwPreferencesGroup *left_out_group;
  AdwPreferencesGroup *odd_group;
  GtkWidget *lasting_group;
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (StpTablesDialog, stp_tables_dialog, ADW_TYPE_DIALOG)

/* Names of files and columns are no markup. */
static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static char *
describe_kind (StpImport *import, StpRecordType type)
{
  const guint n_added = import->added[type], n_present = import->present[type];
  const guint n_different = import->different[type];
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  if (n_added > 0)
    g_strv_builder_take (
      lines, g_strdup_printf (ngettext ("%u will be added", "%u will be added", n_added), n_added));
  if (n_present > 0)
    g_strv_builder_take (
      lines, g_strdup_printf (ngettext ("%u is already there", "%u are already there", n_present),
                              n_present));
  if (n_different > 0)
    g_strv_builder_take (
      lines, g_strdup_printf (ngettext ("%u is different here and stays so",
                                        "%u are different here and stay so", n_different),
                              n_different));
  texts = g_strv_builder_end (lines);
  return g_strjoinv ("\n", texts);
}

static void
show_kind (StpTablesDialog *self, StpRecordType type)
{
  const char *title = stp_kind_titles_get (type);
  g_autofree char *text = describe_kind (self->import, type);

  if (title && type == STP_RECORD_PROFILE && *text)
    add_row (self->changes_group, title, _ ("What is not set here will be added"));
  else if (title && *text)
    add_row (self->changes_group, title, text);
}

static void
show_changes (StpTablesDialog *self)
{
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    show_kind (self, type);
  if (self->import->drafts->len == 0)
    add_row (self->changes_group, _ ("Nothing Would Be Added"),
             _ ("Your diary has all that can be taken from this."));
  gtk_widget_set_visible (self->lasting_group, stp_records_outlast_undo (self->import->drafts));
  gtk_widget_set_sensitive (self->import_button, self->import->drafts->len > 0);
}

static void
show_problem (StpTablesDialog *self, const StpTableProblem *problem)
{
  AdwPreferencesGroup *group = problem->left_out ? self->left_out_group : self->odd_group;
  /* Translators: the name of a file, and a line in it, as in "products.csv, line 7" */
  g_autofree char *title = g_strdup_printf (_ ("%s, line %u"), problem->file, problem->line);

  add_row (group, title, problem->text);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
show_problems (StpTablesDialog *self, gboolean left_out)
{
  GPtrArray *problems = self->import->problems;
  guint n = 0;
  g_autofree char *more = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const StpTableProblem *problem = problems->pdata[i];

      if (problem->left_out == left_out && n++ < MOST_PROBLEMS)
        show_problem (self, problem);
    }
  if (n <= MOST_PROBLEMS)
    return;
  /* Translators: of rows of a table that are not listed one by one */
  more = g_strdup_printf (ngettext ("And %u More", "And %u More", n - MOST_PROBLEMS),
                          n - MOST_PROBLEMS);
  add_row (left_out ? self->left_out_group : self->odd_group, more, "");
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpTablesDialog) self = user_data;
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  g_autoptr (GError) error = NULL;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (stp_store_keep_finish (STP_STORE (source), result, &error) &&
      stp_import_apply (self->import, diary, _ ("Import"), &error))
    stp_workspace_toast_undo (self->workspace, _ ("Imported"));
  else
    stp_workspace_report (self->workspace, error);
}

static void
import_cb (StpTablesDialog *self)
{
  gtk_widget_set_sensitive (self->import_button, FALSE);
  stp_store_keep_async (stp_workspace_get_store (self->workspace), NULL, kept_cb,
                        g_object_ref (self));
}

static void
stp_tables_dialog_finalize (GObject *object)
{
  StpTablesDialog *self = STP_TABLES_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->import, stp_import_free);

  G_OBJECT_CLASS (stp_tables_dialog_parent_class)->finalize (object);
}

static void
stp_tables_dialog_class_init (StpTablesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_tables_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-tables-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpTablesDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, StpTablesDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, StpTablesDialog, lasting_group);
  gtk_widget_class_bind_template_child (widget_class, StpTablesDialog, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, StpTablesDialog, odd_group);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
stp_tables_dialog_init (StpTablesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_tables_dialog_new:
 * @workspace: a workspace with a store
 * @import: (transfer full): what it comes to
 *
 * Returns: (transfer floating): a new dialog
 */
StpTablesDialog *
stp_tables_dialog_new (StpWorkspace *workspace, StpImport *import)
{
  StpTablesDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (import != NULL, NULL);

  self = g_object_new (STP_TYPE_TABLES_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->import = import;
  show_changes (self);
  show_problems (self, TRUE);
  show_problems (self, FALSE);

  return self;
}
