// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-clearance-dialog.h"

#include <glib/gi18n.h>

#include "rules/stp-sources.h"
#include "session/stp-session-form.h"
#include "shared/stp-day-row.h"
#include "shared/stp-dialog-focus.h"
#include "shared/stp-length-row.h"
#include "shared/stp-sources-button.h"

/* A doctor's word counts for a year at most; clinical rules, section 5. */
#define LONGEST_DAYS 365

struct _StpClearanceDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  char *rule;

  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
  AdwSpinRow *day_row;
  AdwSpinRow *until_row;
  AdwComboRow *length_row;
};

G_DEFINE_FINAL_TYPE (StpClearanceDialog, stp_clearance_dialog, ADW_TYPE_DIALOG)

/* Only about the length of needles a doctor has to name one (E8). */
static gboolean
is_about_length (StpClearanceDialog *self)
{
  return g_strcmp0 (self->rule, "level.length") == 0;
}

static void
on_day_changed_cb (StpClearanceDialog *self)
{
  const guint day = stp_day_row_get (self->day_row);
  GtkAdjustment *until = adw_spin_row_get_adjustment (self->until_row);

  if (!until)
    return;
  gtk_adjustment_set_lower (until, day);
  gtk_adjustment_set_upper (until, day + LONGEST_DAYS);
}

static StpClearance *
read_form (StpClearanceDialog *self)
{
  StpClearance *clearance = stp_clearance_new ();

  clearance->on = stp_day_row_get (self->day_row);
  clearance->until = stp_day_row_get (self->until_row);
  if (is_about_length (self))
    clearance->max_um = stp_length_row_get (self->length_row);
  return clearance;
}

static void
on_save_clicked_cb (StpClearanceDialog *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (diary));

  if (!profile->clearances)
    profile->clearances = stp_map_new (&stp_clearance_shape);
  g_hash_table_insert (profile->clearances, g_strdup (self->rule), read_form (self));
  stp_session_form_save_profile (ADW_DIALOG (self), self->workspace, profile);
}

static void
stp_clearance_dialog_finalize (GObject *object)
{
  StpClearanceDialog *self = STP_CLEARANCE_DIALOG (object);

  g_clear_pointer (&self->rule, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_clearance_dialog_parent_class)->finalize (object);
}

static void
stp_clearance_dialog_class_init (StpClearanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_clearance_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-clearance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpClearanceDialog, page);
  gtk_widget_class_bind_template_child (widget_class, StpClearanceDialog, group);
  gtk_widget_class_bind_template_child (widget_class, StpClearanceDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, StpClearanceDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, StpClearanceDialog, length_row);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
stp_clearance_dialog_init (StpClearanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stp_dialog_focus_when_open (ADW_DIALOG (self));
}

static void
show_rule (StpClearanceDialog *self, const StpRule *rule)
{
  g_autofree char *sources = stp_sources_explain (rule);

  adw_preferences_page_set_description (self->page, stp_rule_get_sentence (rule));
  adw_preferences_group_set_header_suffix (self->group, stp_sources_button_new (sources));
}

/**
 * stp_clearance_dialog_new:
 * @workspace: what the panes of the window share
 * @rule: the id that the word is recorded under
 *
 * Returns: (transfer floating): a form for what a doctor said about it
 */
AdwDialog *
stp_clearance_dialog_new (StpWorkspace *workspace, const char *rule)
{
  StpClearanceDialog *self = g_object_new (STP_TYPE_CLEARANCE_DIALOG, NULL);
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));
  const StpRule *row = stp_rule_find (rule);

  self->workspace = g_object_ref (workspace);
  self->rule = g_strdup (rule);
  if (row)
    show_rule (self, row);
  stp_day_row_setup (self->day_row, today - LONGEST_DAYS, today);
  stp_day_row_setup (self->until_row, today, today + LONGEST_DAYS);
  stp_length_row_setup (self->length_row, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->length_row), is_about_length (self));

  return ADW_DIALOG (self);
}
