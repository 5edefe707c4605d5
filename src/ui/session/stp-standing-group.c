// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-standing-group.h"

#include <glib/gi18n.h>

#include "rules/stp-kit.h"
#include "rules/stp-sources.h"
#include "shared/stp-session-question.h"
#include "shared/stp-sources-button.h"

struct _StpStandingGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  char *shown; /* (nullable): what the rows are about */
};

G_DEFINE_FINAL_TYPE (StpStandingGroup, stp_standing_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_standing_group_finalize (GObject *object)
{
  StpStandingGroup *self = STP_STANDING_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (stp_standing_group_parent_class)->finalize (object);
}

static void
stp_standing_group_class_init (StpStandingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_standing_group_finalize;
}

static void
stp_standing_group_init (StpStandingGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("To Settle First"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
stands (StpReason *reason)
{
  return reason->until == STP_TIME_UNSET && reason->strength >= STP_DOCTOR &&
         (stp_reason_get_clearance (reason) || reason->rule->phase == STP_RULE_ANSWER);
}

static void
add_row (StpStandingGroup *self, StpReason *reason)
{
  const char *clearance = stp_reason_get_clearance (reason);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *sources = stp_sources_explain (reason->rule);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stp_reason_get_text (reason));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), clearance ? _ ("Say what the doctor said…")
                                                               : _ ("Review your answers…"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), stp_sources_button_new (sources));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (clearance)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", clearance);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row),
                                  clearance ? "session.edit-clearance" : "session.edit-answers");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (StpVerdict *verdict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      StpReason *reason = verdict->reasons->pdata[i];

      if (stands (reason))
        g_string_append_printf (text, "%s %s\n", stp_reason_get_text (reason),
                                stp_reason_get_clearance (reason) ?: "");
    }
  return g_string_free_and_steal (text);
}

static void
show_rows (StpStandingGroup *self, StpVerdict *verdict)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < verdict->reasons->len; i++)
    if (stands (verdict->reasons->pdata[i]))
      add_row (self, verdict->reasons->pdata[i]);
}

/**
 * stp_standing_group_show:
 * @now: the moment of looking
 *
 * Shows what stands against a session now. Rows are made anew only if something differs, so that
 * focus stays where it is.
 */
void
stp_standing_group_show (StpStandingGroup *self, StpTimeline *timeline, gint64 now)
{
  StpDevice *device = stp_kit_find_device (stp_timeline_get_diary (timeline));
  const StpQuestion question = stp_session_question_new (
    timeline, device ? stp_record_get_id (device) : NULL, now);
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  g_autofree char *text = describe (verdict);

  g_return_if_fail (STP_IS_STANDING_GROUP (self));

  if (g_set_str (&self->shown, text))
    show_rows (self, verdict);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
