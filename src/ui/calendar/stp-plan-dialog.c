// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-plan-dialog.h"

#include <glib/gi18n.h>

#include "calendar/stp-course-group.h"
#include "calendar/stp-day-entry.h"
#include "calendar/stp-move.h"
#include "calendar/stp-plan-view.h"
#include "rules/stp-planner.h"
#include "rules/stp-words.h"
#include "shared/stp-dialog-focus.h"
#include "shared/stp-moment-group.h"
#include "shared/stp-session-question.h"

struct _StpPlanDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpSession *session;     /* (owned) (nullable): the one that is moved */
  gboolean ready;
  GListStore *devices; /* of StpDayEntry */

  AdwToggleGroup *mode_group, *scope_group;
  StpCourseGroup *course_group;
  StpMomentGroup *moment_group;
  StpPlanView *plan_view;
  AdwComboRow *device_row;
  GtkWidget *device_group, *device_button, *accept_button;
};

G_DEFINE_FINAL_TYPE (StpPlanDialog, stp_plan_dialog, ADW_TYPE_DIALOG)

static StpTimeline *
get_timeline (StpPlanDialog *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static GTimeZone *
get_zone (StpPlanDialog *self)
{
  return stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
}

static gint64
get_now (StpPlanDialog *self)
{
  return stp_clock_get_now (stp_workspace_get_clock (self->workspace));
}

/* The chosen one of several; nothing where there is no choice. */
static const char *
get_device (StpPlanDialog *self)
{
  StpDayEntry *entry = adw_combo_row_get_selected_item (self->device_row);

  return entry ? stp_record_get_id (stp_day_entry_get_record (entry)) : NULL;
}

static gboolean
is_course (StpPlanDialog *self)
{
  return !self->session &&
         g_strcmp0 (adw_toggle_group_get_active_name (self->mode_group), "course") == 0;
}

static StpMoveScope
get_scope (StpPlanDialog *self)
{
  const char *name = adw_toggle_group_get_active_name (self->scope_group);

  return g_strcmp0 (name, "following") == 0 ? STP_MOVE_FOLLOWING : STP_MOVE_THIS;
}

static StpPlan *
preview_course (StpPlanDialog *self, gint64 start, GError **error)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  StpQuestion question = { .start = start,
                           .now = stp_clock_get_now (clock),
                           .device = get_device (self) };
  StpCourseWish wish = stp_course_group_get_wish (self->course_group);

  return stp_planner_preview_course (get_timeline (self), &question, &wish, error);
}

static StpPlan *
preview_at (StpPlanDialog *self, gint64 start, GError **error)
{
  StpQuestion question;

  if (self->session)
    return stp_planner_preview_move (get_timeline (self), self->session, start, get_scope (self),
                                     error);
  if (is_course (self))
    return preview_course (self, start, error);

  question = stp_session_question_new (get_timeline (self), get_device (self), start);

  return stp_planner_preview_session (get_timeline (self), &question, error);
}

static char *
format_moment (StpPlanDialog *self, gint64 moment)
{
  return stp_words_moment (moment, get_now (self), get_zone (self));
}

static gboolean
has_device (StpPlanDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->devices)) > 0;
}

/* Nothing, with the reason in @error, where it is no plan at all. */
static StpPlan *
preview (StpPlanDialog *self, gint64 start, GError **error)
{
  if (!has_device (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("Say which device you use first."));
      return NULL;
    }
  if (!stp_planner_check_start (get_timeline (self), start, error))
    return NULL;

  return preview_at (self, start, error);
}

/* What a course may be depends on the needles and the goal. */
static void
refresh_terms (StpPlanDialog *self, gint64 start)
{
  StpQuestion question = { .start = start, .now = start, .device = get_device (self) };
  StpCourseTerms terms = stp_planner_get_terms (get_timeline (self), &question,
                                                stp_course_group_get_goal (self->course_group));

  stp_course_group_set_terms (self->course_group, &terms);
}

static void
refresh (StpPlanDialog *self)
{
  const gint64 start = stp_moment_group_get_moment (self->moment_group);
  g_autoptr (StpPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->course_group), is_course (self));
  gtk_widget_set_visible (self->device_button, !has_device (self));
  refresh_terms (self, start);
  plan = preview (self, start, &error);
  gtk_widget_set_sensitive (self->accept_button, plan && !stp_plan_is_refused (plan));
  if (plan)
    stp_plan_view_set_plan (self->plan_view, plan);
  else
    stp_plan_view_set_problem (self->plan_view, error->message);
}

/* While the dialog is made, its rows change before there is anything to plan with; and what it did
 * itself is no news to it. */
static void
refresh_cb (StpPlanDialog *self)
{
  if (!self->ready)
    return;

  refresh (self);
}

static void
set_up_device_cb (StpPlanDialog *self)
{
  stp_workspace_navigate (self->workspace, "session", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

/* What was planned, for the toast. */
static char *
describe (StpPlanDialog *self, const StpPlan *plan)
{
  const guint n = plan->sessions->len;
  g_autofree char *moment = format_moment (self, stp_plan_get_start (plan));

  if (n > 1)
    return g_strdup_printf (ngettext ("%d session planned", "%d sessions planned", n), (int) n);

  /* Translators: %s is a moment, as in "Saturday 21:00" */
  return g_strdup_printf (_ ("Session planned for %s"), moment);
}

/* The chosen time, or one that is offered instead. */
static void
accept_start_cb (StpPlanDialog *self, gint64 start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StpPlan) plan = preview_at (self, start, &error);
  g_autofree char *text = NULL;

  self->ready = FALSE;
  if (!plan || !stp_planner_apply (get_timeline (self), plan, &error))
    {
      self->ready = TRUE;
      gtk_widget_set_sensitive (self->accept_button, FALSE);
      stp_plan_view_set_problem (self->plan_view, error->message);
      return;
    }

  text = self->session ? stp_move_describe (plan, get_now (self), get_zone (self))
                       : describe (self, plan);
  stp_workspace_set_selected_day (self->workspace, stp_day_of (start, get_zone (self)));
  stp_workspace_toast_undo (self->workspace, text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
accept_cb (StpPlanDialog *self)
{
  accept_start_cb (self, stp_moment_group_get_moment (self->moment_group));
}

static void
stp_plan_dialog_dispose (GObject *object)
{
  StpPlanDialog *self = STP_PLAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_PLAN_DIALOG);
  g_clear_object (&self->devices);
  g_clear_object (&self->session);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_plan_dialog_parent_class)->dispose (object);
}

static void
stp_plan_dialog_class_init (StpPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_plan_dialog_dispose;

  g_type_ensure (STP_TYPE_COURSE_GROUP);
  g_type_ensure (STP_TYPE_DAY_ENTRY);
  g_type_ensure (STP_TYPE_MOMENT_GROUP);
  g_type_ensure (STP_TYPE_PLAN_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, course_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, device_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, device_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, device_row);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, mode_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, moment_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, plan_view);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, scope_group);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_start_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_device_cb);
}

static void
stp_plan_dialog_init (StpPlanDialog *self)
{
  self->devices = g_list_store_new (STP_TYPE_DAY_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
list_devices (StpPlanDialog *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DEVICE); i++)
    {
      StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);
      g_autoptr (StpDayEntry) entry = stp_day_entry_new (device->name, NULL, device);

      if (!device->archived)
        g_list_store_append (self->devices, entry);
    }
  adw_combo_row_set_model (self->device_row, G_LIST_MODEL (self->devices));
  gtk_widget_set_visible (self->device_group,
                          !self->session &&
                            g_list_model_get_n_items (G_LIST_MODEL (self->devices)) > 1);
}

/* The usual evening of the chosen day, or the first one that is still to come. */
static gint64
find_first_start (StpPlanDialog *self)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const int evening = stp_planner_get_evening (stp_workspace_get_diary (self->workspace));
  const gint64 now = stp_clock_get_now (clock);
  guint day = MAX (stp_workspace_get_selected_day (self->workspace), stp_clock_get_today (clock));

  if (self->session && self->session->start.us != STP_TIME_UNSET)
    return self->session->start.us;
  if (stp_day_at (day, evening, get_zone (self)) < now)
    day++;

  return stp_day_at (day, evening, get_zone (self));
}

/* What the user said first that they want; else what everybody does. */
static StpGoal
find_goal (StpPlanDialog *self)
{
  const StpProfile *profile = stp_diary_get_profile (stp_workspace_get_diary (self->workspace));

  for (StpGoal goal = STP_GOAL_ELASTICITY; goal <= STP_GOAL_GLOW; goal++)
    if (profile->goals & STP_BIT (goal))
      return goal;

  return STP_GOAL_TEXTURE;
}

/* By itself it would be Cancel, which Enter would press. */
static void
set_up_focus (StpPlanDialog *self)
{
  adw_dialog_set_focus (ADW_DIALOG (self), stp_moment_group_get_first (self->moment_group));
  stp_dialog_focus_when_open (ADW_DIALOG (self));
}

static void
set_up (StpPlanDialog *self)
{
  const gboolean moves = self->session != NULL;

  set_up_focus (self);
  stp_plan_view_set_up (self->plan_view, self->workspace, moves);
  stp_course_group_set_goal (self->course_group, find_goal (self));
  gtk_widget_set_visible (GTK_WIDGET (self->mode_group), !moves);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_group),
                          moves &&
                            stp_planner_count_following (get_timeline (self), self->session) > 0);
  if (!moves)
    return;

  adw_dialog_set_title (ADW_DIALOG (self), _ ("Move Session"));
  gtk_button_set_label (GTK_BUTTON (self->accept_button), _ ("_Move"));
}

/**
 * stp_plan_dialog_new:
 * @session: (nullable): the planned session to move; %NULL to plan one
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
stp_plan_dialog_new (StpWorkspace *workspace, StpSession *session)
{
  StpPlanDialog *self = g_object_new (STP_TYPE_PLAN_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  g_set_object (&self->session, session);
  list_devices (self);
  set_up (self);
  self->ready = TRUE;
  stp_moment_group_set_zone (self->moment_group, get_zone (self));
  stp_moment_group_set_moment (self->moment_group, find_first_start (self));
  g_signal_connect_object (get_timeline (self), "changed", G_CALLBACK (refresh_cb), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
