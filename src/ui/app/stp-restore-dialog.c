// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-restore-dialog.h"

#include <glib/gi18n.h>

#include "app/stp-kind-titles.h"
#include "shared/stp-when.h"
#include "store/stp-generations.h"
#include "store/stp-restore.h"

struct _StpRestoreDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace;   /* (owned) */
  GPtrArray *generations;    /* (owned) (element-type StpGeneration) */
  GPtrArray *rows;           /* (owned) (element-type AdwActionRow): one for each of them */
  GPtrArray *changes;        /* (owned) (element-type GtkWidget): rows of the preview */
  GCancellable *cancellable; /* (owned): stops reading when the dialog goes */
  StpRestore *restore;       /* (owned) (nullable): what is previewed */
  guint counted;             /* how many rows say what they hold */

  AdwNavigationView *navigation;
  AdwPreferencesGroup *list_group;
  AdwNavigationPage *preview_page;
  AdwPreferencesGroup *changes_group;
  GtkWidget *lasting_group;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (StpRestoreDialog, stp_restore_dialog, ADW_TYPE_DIALOG)

static const char *
get_folder (StpRestoreDialog *self)
{
  return g_file_peek_path (stp_store_get_folder (stp_workspace_get_store (self->workspace)));
}

typedef struct
{
  char *folder, *name;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->folder);
  g_free (reading->name);
  g_free (reading);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  StpSnapshot *snapshot = stp_generations_read (reading->folder, reading->name, &error);

  if (snapshot)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) stp_snapshot_unref);
  else
    g_task_return_error (task, error);
}

/* Twenty years take a third of a second: not in the thread that draws. */
static void
read_generation (StpRestoreDialog *self, guint position, GAsyncReadyCallback callback)
{
  StpGeneration *generation = self->generations->pdata[position];
  g_autoptr (
    GTask) task = g_task_new (self, self->cancellable, callback, GUINT_TO_POINTER (position));
  Reading *reading = g_new0 (Reading, 1);

  reading->folder = g_strdup (get_folder (self));
  reading->name = g_strdup (generation->name);
  g_task_set_source_tag (task, read_generation);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

static char *
describe (StpSnapshot *snapshot)
{
  const guint n_products = snapshot->records[STP_RECORD_PRODUCT]->len;
  const guint n_sessions = snapshot->records[STP_RECORD_SESSION]->len;
  const guint n_uses = snapshot->records[STP_RECORD_APPLICATION]->len;
  g_autofree char *products = g_strdup_printf (ngettext ("%u product", "%u products", n_products),
                                               n_products);
  g_autofree char *sessions = g_strdup_printf (ngettext ("%u session", "%u sessions", n_sessions),
                                               n_sessions);
  g_autofree char *uses = g_strdup_printf (ngettext ("%u use", "%u uses", n_uses), n_uses);

  /* Translators: three counts, as in "12 products, 3 sessions, 40 uses" */
  return g_strdup_printf (_ ("%s, %s, %s"), products, sessions, uses);
}

static void count_next (StpRestoreDialog *self);

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StpRestoreDialog *self = STP_RESTORE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);
  AdwActionRow *row;
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  row = self->rows->pdata[self->counted++];
  text = snapshot ? describe (snapshot) : NULL;
  adw_action_row_set_subtitle (row, snapshot ? text : _ ("This one cannot be read"));
  gtk_widget_set_sensitive (GTK_WIDGET (row), snapshot != NULL);
  count_next (self);
}

static void
count_next (StpRestoreDialog *self)
{
  if (self->counted < self->generations->len)
    read_generation (self, self->counted, counted_cb);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StpRestoreDialog *self = STP_RESTORE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) then = g_task_propagate_pointer (G_TASK (result), &error);

  if (then)
    stp_restore_dialog_preview (
      self, adw_preferences_row_get_title (self->rows->pdata[GPOINTER_TO_UINT (user_data)]), then);
}

static void
row_activated_cb (StpRestoreDialog *self, AdwActionRow *row)
{
  guint position;

  if (g_ptr_array_find (self->rows, row, &position))
    read_generation (self, position, previewed_cb);
}

static void
add_generation (StpRestoreDialog *self, const StpGeneration *generation)
{
  GtkWidget *row = adw_action_row_new ();
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  g_autofree char *title = stp_when_begin (
    stp_when_format_moment (generation->at, stp_clock_get_now (clock), stp_clock_get_zone (clock)));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* So that no row changes its height once it says what it holds. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "…");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->list_group, row);
}

static void
add_change (StpRestoreDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_ptr_array_add (self->changes, row);
  adw_preferences_group_add (self->changes_group, row);
}

static void
add_kind (StpRestoreDialog *self, StpRecordType type, const char *title)
{
  const guint n_back = self->restore->back[type], n_changed = self->restore->changed[type];
  g_autofree char *back = g_strdup_printf (ngettext ("%u comes back", "%u come back", n_back),
                                           n_back);
  g_autofree char *changed = g_strdup_printf (
    ngettext ("%u again as it was then", "%u again as they were then", n_changed), n_changed);
  g_autofree char *both = NULL;

  if (type == STP_RECORD_PROFILE && n_changed > 0)
    add_change (self, title, _ ("Again as they were then"));
  else if (n_back > 0 && n_changed > 0)
    {
      /* Translators: two counts, as in "2 come back, 1 again as it was then" */
      both = g_strdup_printf (_ ("%s, %s"), back, changed);
      add_change (self, title, both);
    }
  else if (n_back + n_changed > 0)
    add_change (self, title, n_back > 0 ? back : changed);
}

static void
show_changes (StpRestoreDialog *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    adw_preferences_group_remove (self->changes_group, self->changes->pdata[i]);
  g_ptr_array_set_size (self->changes, 0);
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    if (stp_kind_titles_get (type))
      add_kind (self, type, stp_kind_titles_get (type));
  if (self->changes->len == 0)
    add_change (self, _ ("Nothing Would Change"), _ ("All of this is in your diary."));
  gtk_widget_set_visible (self->lasting_group, stp_records_outlast_undo (self->restore->drafts));
  gtk_widget_set_sensitive (self->restore_button, !stp_restore_is_empty (self->restore));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpRestoreDialog) self = user_data;
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  g_autoptr (GError) error = NULL;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (stp_store_keep_finish (STP_STORE (source), result, &error) &&
      stp_restore_apply (self->restore, diary, _ ("Restore"), &error))
    stp_workspace_toast_undo (self->workspace, _ ("Earlier state restored"));
  else
    stp_workspace_report (self->workspace, error);
}

static void
restore_cb (StpRestoreDialog *self)
{
  gtk_widget_set_sensitive (self->restore_button, FALSE);
  stp_store_keep_async (stp_workspace_get_store (self->workspace), NULL, kept_cb,
                        g_object_ref (self));
}

/* What is being read holds the dialog, so that it would not be disposed of before the last one. */
static void
stp_restore_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (STP_RESTORE_DIALOG (dialog)->cancellable);
}

static void
list_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_task_return_pointer (task, stp_generations_list (folder), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StpRestoreDialog *self = STP_RESTORE_DIALOG (source);
  GPtrArray *generations = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!generations)
    return;
  self->generations = generations;
  for (guint i = 0; i < generations->len; i++)
    add_generation (self, generations->pdata[i]);
  if (generations->len == 0)
    adw_preferences_group_set_description (
      self->list_group, _ ("Nothing was kept yet. The first state is kept with your next change."));
  count_next (self);
}

/* The folder may take long to answer. */
static void
list_generations (StpRestoreDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, listed_cb, NULL);

  g_task_set_source_tag (task, list_generations);
  g_task_set_task_data (task, g_strdup (get_folder (self)), g_free);
  g_task_run_in_thread (task, list_thread);
}

static void
stp_restore_dialog_dispose (GObject *object)
{
  StpRestoreDialog *self = STP_RESTORE_DIALOG (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_restore_dialog_parent_class)->dispose (object);
}

static void
stp_restore_dialog_finalize (GObject *object)
{
  StpRestoreDialog *self = STP_RESTORE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->generations, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->restore, stp_restore_free);

  G_OBJECT_CLASS (stp_restore_dialog_parent_class)->finalize (object);
}

static void
stp_restore_dialog_class_init (StpRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_restore_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = stp_restore_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = stp_restore_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpRestoreDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, StpRestoreDialog, lasting_group);
  gtk_widget_class_bind_template_child (widget_class, StpRestoreDialog, list_group);
  gtk_widget_class_bind_template_child (widget_class, StpRestoreDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, StpRestoreDialog, preview_page);
  gtk_widget_class_bind_template_child (widget_class, StpRestoreDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
stp_restore_dialog_init (StpRestoreDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->changes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_restore_dialog_new:
 * @workspace: a workspace with a store
 *
 * Returns: (transfer floating): a new dialog
 */
StpRestoreDialog *
stp_restore_dialog_new (StpWorkspace *workspace)
{
  StpRestoreDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (stp_workspace_get_store (workspace) != NULL, NULL);

  self = g_object_new (STP_TYPE_RESTORE_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  list_generations (self);

  return self;
}

/**
 * stp_restore_dialog_preview:
 * @title: where it comes from: a time, or the name of a file
 * @then: an earlier state of this diary
 *
 * Shows what bringing @then back would change.
 */
void
stp_restore_dialog_preview (StpRestoreDialog *self, const char *title, StpSnapshot *then)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autoptr (StpSnapshot) now = NULL;

  g_return_if_fail (STP_IS_RESTORE_DIALOG (self));

  now = stp_diary_dup_snapshot (stp_workspace_get_diary (self->workspace));
  g_clear_pointer (&self->restore, stp_restore_free);
  self->restore = stp_restore_new (now, then);
  adw_preferences_group_set_title (self->changes_group, markup);
  show_changes (self);
  adw_navigation_view_push (self->navigation, self->preview_page);
}
