// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-preferences.h"

#include <glib/gi18n.h>

#include "app/stp-rules-page.h"
#include "rules/stp-planner.h"

struct _StpPreferences
{
  AdwPreferencesDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  gboolean showing;        /* rows are being set from the profile */

  AdwActionRow *folder_row;
  AdwComboRow *preset;
  AdwPreferencesGroup *data;
  AdwSpinRow *evening;
  AdwSpinRow *morning;
  AdwSwitchRow *sensitive;
  AdwSwitchRow *slow_healer;
  GtkLabel *explanation;
};

G_DEFINE_FINAL_TYPE (StpPreferences, stp_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static const char *
explain_preset (StpPreset preset)
{
  switch (preset)
    {
    case STP_PRESET_ESSENTIAL:
      return _ ("The method and what good evidence asks for. The rest is shown as advice.");
    case STP_PRESET_STRICT:
      return _ ("Everything that any source asks for, with its longest time.");
    case STP_PRESET_CAREFUL:
    default:
      return _ ("The method, good evidence and what practitioners agree on. Best for most people.");
    }
}

static StpProfile *
get_profile (StpPreferences *self)
{
  return stp_diary_get_profile (stp_workspace_get_diary (self->workspace));
}

static void
show_profile (StpPreferences *self)
{
  StpProfile *profile = get_profile (self);
  const StpPreset preset = profile->preset >= STP_PRESET_ESSENTIAL ? profile->preset
                                                                   : STP_PRESET_CAREFUL;
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  const int evening = stp_planner_get_evening (diary);

  self->showing = TRUE;
  adw_combo_row_set_selected (self->preset, preset - STP_PRESET_ESSENTIAL);
  gtk_label_set_label (self->explanation, explain_preset (preset));
  adw_switch_row_set_active (self->sensitive, profile->sensitive);
  adw_switch_row_set_active (self->slow_healer, profile->slow_healer);
  adw_spin_row_set_value (self->morning, stp_planner_get_morning (diary));
  adw_spin_row_set_value (self->evening, evening);
  self->showing = FALSE;
}

/* A refused change is told, and the rows go back to what is true. */
static void
put_profile (StpPreferences *self, StpProfile *draft)
{
  g_autoptr (GError) error = NULL;

  if (!stp_diary_put (stp_workspace_get_diary (self->workspace), draft, &error))
    {
      AdwToast *toast = adw_toast_new (error->message);

      adw_toast_set_use_markup (toast, FALSE);
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
      show_profile (self);
    }
}

static void
preset_changed_cb (StpPreferences *self)
{
  g_autoptr (StpProfile) draft = NULL;

  if (self->showing)
    return;

  draft = stp_record_copy (get_profile (self));
  draft->preset = STP_PRESET_ESSENTIAL + adw_combo_row_get_selected (self->preset);
  gtk_label_set_label (self->explanation, explain_preset (draft->preset));
  put_profile (self, draft);
}

static void
skin_changed_cb (StpPreferences *self)
{
  g_autoptr (StpProfile) draft = NULL;

  if (self->showing)
    return;

  draft = stp_record_copy (get_profile (self));
  draft->sensitive = adw_switch_row_get_active (self->sensitive);
  draft->slow_healer = adw_switch_row_get_active (self->slow_healer);
  put_profile (self, draft);
}

static void
times_changed_cb (StpPreferences *self)
{
  g_autoptr (StpProfile) draft = NULL;

  if (self->showing)
    return;

  draft = stp_record_copy (get_profile (self));
  if (!draft->times)
    draft->times = stp_times_new ();
  draft->times->morning = (int) adw_spin_row_get_value (self->morning);
  draft->times->evening = (int) adw_spin_row_get_value (self->evening);
  put_profile (self, draft);
}

static void
open_rules_cb (StpPreferences *self)
{
  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (self),
                                       ADW_NAVIGATION_PAGE (stp_rules_page_new (self->workspace)));
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpPreferences) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                      adw_toast_new (_ ("The folder could not be shown")));
}

static void
show_folder_cb (StpPreferences *self)
{
  StpStore *store = stp_workspace_get_store (self->workspace);
  g_autoptr (GFile) file = g_file_get_child (stp_store_get_folder (store), "diary.json");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (window), NULL, folder_shown_cb,
                                            g_object_ref (self));
}

static void
show_place (StpPreferences *self)
{
  StpStore *store = stp_workspace_get_store (self->workspace);

  gtk_widget_set_visible (GTK_WIDGET (self->data), store != NULL);
  if (store)
    adw_action_row_set_subtitle (self->folder_row, g_file_peek_path (stp_store_get_folder (store)));
}

static int
read_time_cb (AdwSpinRow *row, double *value, gpointer user_data)
{
  int minute;

  if (!stp_clock_time_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &minute))
    return GTK_INPUT_ERROR;

  *value = minute;
  return TRUE;
}

static gboolean
write_time_cb (AdwSpinRow *row, gpointer user_data)
{
  g_autofree char *text = stp_clock_time_format ((int) adw_spin_row_get_value (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  return TRUE;
}

static void
stp_preferences_dispose (GObject *object)
{
  StpPreferences *self = STP_PREFERENCES (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_preferences_parent_class)->dispose (object);
}

static void
stp_preferences_class_init (StpPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, data);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, evening);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, explanation);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, morning);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, preset);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, sensitive);
  gtk_widget_class_bind_template_child (widget_class, StpPreferences, slow_healer);
  gtk_widget_class_bind_template_callback (widget_class, open_rules_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, skin_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, times_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_time_cb);
}

static void
stp_preferences_init (StpPreferences *self)
{
  /* The template sets values too, and they are not the user's. */
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_preferences_new:
 * @workspace: whose diary's profile to edit
 *
 * Returns: (transfer floating): a new dialog
 */
StpPreferences *
stp_preferences_new (StpWorkspace *workspace)
{
  StpPreferences *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STP_TYPE_PREFERENCES, NULL);
  self->workspace = g_object_ref (workspace);
  show_profile (self);
  show_place (self);

  return self;
}
