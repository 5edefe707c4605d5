// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-alarm-group.h"

#include <glib/gi18n.h>

#include "protocol/stp-signs.h"
#include "rules/stp-reactions.h"
#include "rules/stp-sources.h"
#include "rules/stp-words.h"
#include "shared/stp-check-in-words.h"
#include "shared/stp-sources-button.h"

struct _StpAlarmGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  char *shown; /* (nullable): what the rows are about */
};

G_DEFINE_FINAL_TYPE (StpAlarmGroup, stp_alarm_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_alarm_group_finalize (GObject *object)
{
  StpAlarmGroup *self = STP_ALARM_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (stp_alarm_group_parent_class)->finalize (object);
}

static void
stp_alarm_group_class_init (StpAlarmGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_alarm_group_finalize;
}

static void
stp_alarm_group_init (StpAlarmGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Needling Waits"));
}

static GtkWidget *
add_row (StpAlarmGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_advice (StpAlarmGroup *self, const StpAdvice *advice)
{
  g_autofree char *sources = stp_sources_explain_keys (advice->sources);
  GtkWidget *row = add_row (self, advice->text, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), stp_sources_button_new (sources));
}

static void
add_action (StpAlarmGroup *self, const char *title, const char *action, StpReaction *reaction)
{
  GtkWidget *row = add_row (self, title, NULL);

  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", stp_record_get_id (reaction));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static char *
format_moment (StpWorkspace *workspace, gint64 at)
{
  StpClock *clock = stp_workspace_get_clock (workspace);

  return stp_words_moment (at, stp_clock_get_now (clock), stp_clock_get_zone (clock));
}

/* Once a mistake is said to be one, only calm skin is missing. */
static void
add_recanted (StpAlarmGroup *self, StpWorkspace *workspace, StpReaction *reaction)
{
  g_autofree char *when = format_moment (workspace, reaction->at.us + STP_MISTAKE_WAIT);
  /* Translators: %s is a moment, as in "tomorrow 21:00" */
  g_autofree char *text = g_strdup_printf (_ ("A calm check-in lifts it from %s on."), when);

  add_row (self, _ ("An alarm sign was recorded by mistake"), text);
}

static void
add_red (StpAlarmGroup *self, StpWorkspace *workspace, StpReaction *reaction)
{
  g_autofree char *signs = stp_check_in_words_list_red (reaction);
  g_autofree char *when = format_moment (workspace, reaction->at.us);
  /* Translators: %1$s is one sign or several in quotes, %2$s a moment, as in "today 21:00" */
  g_autofree char *text = g_strdup_printf (_ ("You marked %1$s, %2$s"), signs, when);
  g_autoptr (GArray) advice = stp_signs_list_advice (reaction);

  for (guint i = 0; i < advice->len; i++)
    if (g_array_index (advice, StpAdvice, i).red)
      add_advice (self, &g_array_index (advice, StpAdvice, i));
  add_row (self, text, _ ("This stays until a doctor says that it is over."));
  add_action (self, _ ("A Doctor Says It Is Over…"), "session.resolve", reaction);
  add_action (self, _ ("It Was Recorded by Mistake…"), "session.recant", reaction);
}

static void
add_amber (StpAlarmGroup *self, StpWorkspace *workspace, const StpStandingReaction *standing)
{
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (standing->until == STP_TIME_UNSET)
    {
      add_row (self, _ ("Your skin needs more time"),
               _ ("Needling waits until a check-in says that your skin is calm, and some days "
                  "more."));
      return;
    }
  when = format_moment (workspace, standing->until);
  /* Translators: %s is a moment, as in "Saturday 21:00" */
  text = g_strdup_printf (_ ("Your skin is calm. It rests until %s."), when);
  add_row (self, _ ("Your skin needed more time"), text);
}

/* Everything that the rows say; moments are worded anew as days go by. */
static char *
describe (StpWorkspace *workspace, GPtrArray *standing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standing->len; i++)
    {
      const StpStandingReaction *it = standing->pdata[i];
      g_autofree char *at = format_moment (workspace, it->reaction->at.us);
      g_autofree char *wait = format_moment (workspace, it->reaction->at.us + STP_MISTAKE_WAIT);
      g_autofree char *until = it->until == STP_TIME_UNSET ? NULL
                                                           : format_moment (workspace, it->until);

      g_string_append_printf (text, "%s %d %d %s %s %s\n", stp_record_get_id (it->reaction),
                              it->grade, it->reaction->resolved != NULL, at, wait, until ?: "");
    }
  return g_string_free_and_steal (text);
}

static void
show_rows (StpAlarmGroup *self, StpWorkspace *workspace, GPtrArray *standing)
{
  gboolean amber = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < standing->len; i++)
    {
      const StpStandingReaction *it = standing->pdata[i];

      if (it->grade == STP_REACTION_RED && it->reaction->resolved)
        add_recanted (self, workspace, it->reaction);
      else if (it->grade == STP_REACTION_RED)
        add_red (self, workspace, it->reaction);
      else if (!amber)
        add_amber (self, workspace, it);
      amber |= it->grade == STP_REACTION_AMBER;
    }
}

/**
 * stp_alarm_group_show:
 *
 * Shows what stands against needling now. Rows are made anew only if something differs, so that
 * focus stays where it is.
 *
 * Returns: whether an alarm sign is among it
 */
gboolean
stp_alarm_group_show (StpAlarmGroup *self, StpWorkspace *workspace)
{
  g_autoptr (
    GPtrArray) standing = stp_reaction_list_standing (stp_workspace_get_timeline (workspace));
  g_autofree char *text = describe (workspace, standing);

  g_return_val_if_fail (STP_IS_ALARM_GROUP (self), FALSE);

  if (g_set_str (&self->shown, text))
    show_rows (self, workspace, standing);
  gtk_widget_set_visible (GTK_WIDGET (self), standing->len > 0);
  return standing->len > 0 &&
         ((const StpStandingReaction *) standing->pdata[0])->grade == STP_REACTION_RED;
}
