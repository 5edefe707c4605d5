// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-course-group.h"

#include <glib/gi18n.h>

#include "shared/stp-names.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _StpCourseGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *goal_row;
  AdwSpinRow *sessions_row, *days_row;
  int sessions, days; /* as they were offered */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (StpCourseGroup, stp_course_group, ADW_TYPE_PREFERENCES_GROUP)

static void
read_cb (StpCourseGroup *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
stp_course_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STP_TYPE_COURSE_GROUP);

  G_OBJECT_CLASS (stp_course_group_parent_class)->dispose (object);
}

static void
stp_course_group_class_init (StpCourseGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_course_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-course-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpCourseGroup, days_row);
  gtk_widget_class_bind_template_child (widget_class, StpCourseGroup, goal_row);
  gtk_widget_class_bind_template_child (widget_class, StpCourseGroup, sessions_row);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
}

/* In the order of the enumeration, which begins at one. */
static void
stp_course_group_init (StpCourseGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (StpGoal goal = STP_GOAL_ELASTICITY; goal <= STP_GOAL_GLOW; goal++)
    gtk_string_list_append (names, stp_names_get_goal (goal));
  adw_combo_row_set_model (self->goal_row, G_LIST_MODEL (names));
  self->setting = FALSE;
}

StpGoal
stp_course_group_get_goal (StpCourseGroup *self)
{
  g_return_val_if_fail (STP_IS_COURSE_GROUP (self), 0);

  return (StpGoal) (adw_combo_row_get_selected (self->goal_row) + 1);
}

void
stp_course_group_set_goal (StpCourseGroup *self, StpGoal goal)
{
  g_return_if_fail (STP_IS_COURSE_GROUP (self));
  g_return_if_fail (goal >= STP_GOAL_ELASTICITY && goal <= STP_GOAL_GLOW);

  adw_combo_row_set_selected (self->goal_row, goal - 1);
}

/* What was offered and left as it was follows the offer; what somebody chose stays. */
static void
offer (AdwSpinRow *row, int least, int most, int value, int *offered)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row);
  const int chosen = (int) adw_spin_row_get_value (row);

  gtk_adjustment_set_lower (adjustment, least);
  gtk_adjustment_set_upper (adjustment, most);
  if (chosen == *offered)
    adw_spin_row_set_value (row, value);
  *offered = value;
}

/**
 * stp_course_group_set_terms:
 * @terms: what the planner offers for the goal and the needles
 *
 * Does not emit `changed`.
 */
void
stp_course_group_set_terms (StpCourseGroup *self, const StpCourseTerms *terms)
{
  g_autofree char *least = NULL;

  g_return_if_fail (STP_IS_COURSE_GROUP (self));

  /* Translators: below the days from one session to the next */
  least = g_strdup_printf (ngettext ("At least %d day with this needle length",
                                     "At least %d days with this needle length",
                                     (gulong) terms->least_interval),
                           terms->least_interval);
  self->setting = TRUE;
  offer (self->sessions_row, 2, terms->most_sessions, terms->sessions, &self->sessions);
  offer (self->days_row, terms->least_interval, terms->most_interval, terms->interval, &self->days);
  self->setting = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->days_row), least);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), terms->note);
}

StpCourseWish
stp_course_group_get_wish (StpCourseGroup *self)
{
  g_return_val_if_fail (STP_IS_COURSE_GROUP (self), (StpCourseWish) { 0 });

  return (StpCourseWish) { .goal = stp_course_group_get_goal (self),
                           .sessions = (int) adw_spin_row_get_value (self->sessions_row),
                           .interval_days = (int) adw_spin_row_get_value (self->days_row) };
}
