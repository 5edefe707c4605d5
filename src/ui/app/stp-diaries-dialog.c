// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-diaries-dialog.h"

#include <glib/gi18n.h>

#include "app/stp-data-job.h"
#include "app/stp-known-diaries.h"
#include "shared/stp-when.h"

struct _StpDiariesDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StpDiariesDialog, stp_diaries_dialog, ADW_TYPE_DIALOG)

#define PATH_KEY "stp-diary-path"

static const char *
get_path (gpointer object)
{
  return g_object_get_data (object, PATH_KEY);
}

static void
set_path (gpointer object, const char *path)
{
  g_object_set_data_full (object, PATH_KEY, g_strdup (path), g_free);
}

/* Of a folder that somebody chose its name says where it is; Stipple's own has none to know. */
static char *
describe_place (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) home = stp_app_dup_home ();
  g_autofree char *name = g_filename_display_basename (path);

  if (g_file_equal (folder, home) || g_file_has_prefix (folder, home))
    return NULL;
  /* Translators: where a diary lies; %s is the name of a folder */
  return g_strdup_printf (_ ("In the folder “%s”"), name);
}

static gboolean
is_open (StpDiariesDialog *self, const StpKnownDiary *diary)
{
  GFile *folder = stp_store_get_folder (stp_workspace_get_store (self->workspace));

  return g_str_equal (diary->path, g_file_peek_path (folder));
}

static char *
describe_state (StpDiariesDialog *self, const StpKnownDiary *diary)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  g_autofree char *moment = NULL;

  if (is_open (self, diary))
    return g_strdup (_ ("Open now"));
  if (diary->missing)
    return g_strdup (_ ("Missing: there is no such folder any more"));
  if (diary->opened == 0)
    return g_strdup (_ ("Not opened yet"));
  moment = stp_when_format_moment (diary->opened, stp_clock_get_now (clock),
                                   stp_clock_get_zone (clock));
  /* Translators: of a diary; %s is a moment, as in "yesterday 21:00" */
  return g_strdup_printf (_ ("Last open: %s"), moment);
}

static char *
describe (StpDiariesDialog *self, const StpKnownDiary *diary)
{
  g_autofree char *state = describe_state (self, diary);
  g_autofree char *place = describe_place (diary->path);

  return place ? g_strconcat (state, "\n", place, NULL) : g_steal_pointer (&state);
}

static void show_list (StpDiariesDialog *self);

static void
row_activated_cb (StpDiariesDialog *self, GtkListBoxRow *row)
{
  g_autofree char *path = g_strdup (get_path (row));
  GApplication *application = g_application_get_default ();

  adw_dialog_force_close (ADW_DIALOG (self));
  if (application)
    g_action_group_activate_action (G_ACTION_GROUP (application), "switch-diary",
                                    g_variant_new_string (path));
}

static void
forget_cb (StpDiariesDialog *self, GtkButton *button)
{
  stp_known_diaries_forget (get_path (button));
  show_list (self);
}

static void
renamed_cb (StpDiariesDialog *self, const char *response, AdwAlertDialog *alert)
{
  GtkWidget *entry = adw_alert_dialog_get_extra_child (alert);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (!g_str_equal (response, "rename") || *g_strstrip (name) == '\0')
    return;
  stp_known_diaries_rename (get_path (alert), name);
  show_list (self);
}

static void
rename_cb (StpDiariesDialog *self, GtkButton *button)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Rename Diary"), NULL));
  GtkWidget *entry = gtk_entry_new ();

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "rename", _ ("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "rename");
  adw_alert_dialog_set_close_response (alert, "cancel");
  gtk_editable_set_text (GTK_EDITABLE (entry),
                         g_object_get_data (G_OBJECT (button), "stp-diary-name"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  adw_alert_dialog_set_extra_child (alert, entry);
  set_path (alert, get_path (button));
  g_signal_connect_object (alert, "response", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self));
}

static void
add_button (StpDiariesDialog *self,
            AdwActionRow *row,
            const StpKnownDiary *diary,
            const char *icon_name,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  set_path (button, diary->path);
  g_object_set_data_full (G_OBJECT (button), "stp-diary-name", g_strdup (diary->name), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_diary (StpDiariesDialog *self, const StpKnownDiary *diary)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe (self, diary);
  gboolean open = is_open (self, diary);
  g_autoptr (GFile) home = stp_app_dup_home ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), diary->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_tooltip_text (row, diary->path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !open && !diary->missing);
  set_path (row, diary->path);
  add_button (self, ADW_ACTION_ROW (row), diary, "document-edit-symbolic", _ ("Rename"),
              G_CALLBACK (rename_cb));
  if (!open && !g_str_equal (diary->path, g_file_peek_path (home)))
    add_button (self, ADW_ACTION_ROW (row), diary, "list-remove-symbolic", _ ("Forget"),
                G_CALLBACK (forget_cb));
  gtk_list_box_append (self->list, row);
}

typedef struct
{
  GPtrArray *diaries;
  char *others; /* (nullable): where there may be some that are older than the list */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_ptr_array_unref (look->diaries);
  g_free (look->others);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  stp_known_diaries_look (look->diaries, look->others);
  g_task_return_boolean (task, TRUE);
}

static void
fill (StpDiariesDialog *self, GPtrArray *diaries)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < diaries->len; i++)
    add_diary (self, diaries->pdata[i]);
}

static gboolean
tells_more (const Look *look)
{
  gboolean more = look->others != NULL && look->diaries->len > 1;

  for (guint i = 0; i < look->diaries->len; i++)
    more |= ((StpKnownDiary *) look->diaries->pdata[i])->missing;
  return more;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpDiariesDialog) self = user_data;
  const Look *look = g_task_get_task_data (G_TASK (result));

  if (!self->workspace || !tells_more (look))
    return;
  if (look->others)
    stp_known_diaries_keep (look->diaries);
  fill (self, look->diaries);
}

/* At once as they are known, since the folders may take long to answer. The task belongs to nobody,
 * so that a worker is never the last to let go of the dialog. */
static void
show_list (StpDiariesDialog *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, looked_cb, g_object_ref (self));
  g_autoptr (GPtrArray) diaries = stp_known_diaries_list ();
  Look *look = g_new0 (Look, 1);

  fill (self, diaries);
  look->diaries = stp_known_diaries_list ();
  look->others = stp_known_diaries_are_kept () ? NULL : stp_data_dup_others ();
  g_task_set_source_tag (task, show_list);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
}

static void
stp_diaries_dialog_dispose (GObject *object)
{
  StpDiariesDialog *self = STP_DIARIES_DIALOG (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_diaries_dialog_parent_class)->dispose (object);
}

static void
stp_diaries_dialog_class_init (StpDiariesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_diaries_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-diaries-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpDiariesDialog, list);
}

static void
stp_diaries_dialog_init (StpDiariesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * stp_diaries_dialog_new:
 * @workspace: a workspace with a store
 *
 * Returns: (transfer floating): a new dialog
 */
StpDiariesDialog *
stp_diaries_dialog_new (StpWorkspace *workspace)
{
  StpDiariesDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (stp_workspace_get_store (workspace) != NULL, NULL);

  self = g_object_new (STP_TYPE_DIARIES_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  show_list (self);

  return self;
}
