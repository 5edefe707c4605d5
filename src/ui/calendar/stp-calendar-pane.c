// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-calendar-pane.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-panel.h"
#include "calendar/stp-month-drag.h"
#include "calendar/stp-month-legend.h"
#include "calendar/stp-move-view.h"
#include "calendar/stp-plan-dialog.h"
#include "calendar/stp-week.h"
#include "rules/stp-planner.h"
#include "shared/stp-check-in-dialog.h"
#include "shared/stp-log-use-dialog.h"
#include "shared/stp-session-question.h"
#include "shared/stp-uses.h"
#include "shared/stp-when.h"

struct _StpCalendarPane
{
  StpPane parent_instance;

  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split_view;
  AdwBottomSheet *sheet;
  StpMonthGrid *grid;
  GtkStack *day_stack;
  AdwBin *day_bin, *move_bin;
  GtkLabel *month_label, *summary_label;
  GtkMenuButton *legend_button;
  GBinding *summary;  /* of the day, or of the session that is moved */
  StpMoveFlow *flow;  /* (owned) */
  guint panel_source; /* the day panel that is due, 0 once it is there */
};

G_DEFINE_FINAL_TYPE (StpCalendarPane, stp_calendar_pane, STP_TYPE_PANE)

static StpWorkspace *
get_workspace (StpCalendarPane *self)
{
  return stp_pane_get_workspace (STP_PANE (self));
}

static char *
format_month (guint day)
{
  /* Translators: a month, in the format of g_date_time_format(), as in "March 2027" */
  return stp_when_begin (stp_day_format_words (day, C_ ("month", "%OB %Y")));
}

static void
show_month_cb (StpCalendarPane *self)
{
  g_autofree char *text = format_month (stp_month_grid_get_month (self->grid));

  gtk_label_set_label (self->month_label, text);
}

/* So that the buttons beside it stay where they are from month to month. */
static void
set_month_width (StpCalendarPane *self)
{
  glong widest = 0;
  GDate date;

  g_date_clear (&date, 1);
  for (GDateMonth month = G_DATE_JANUARY; month <= G_DATE_DECEMBER; month++)
    {
      g_autofree char *text = NULL;

      g_date_set_dmy (&date, 1, month, 2000);
      text = format_month (g_date_get_julian (&date));
      widest = MAX (widest, g_utf8_strlen (text, -1));
    }
  gtk_label_set_width_chars (self->month_label, (int) widest);
}

static gboolean
is_unready (StpCalendarPane *self, StpSession *session)
{
  StpTimeline *timeline = stp_workspace_get_timeline (get_workspace (self));
  StpQuestion question;
  g_autoptr (StpVerdict) verdict = NULL;

  if (session->state != STP_SESSION_PLANNED || session->place == STP_PLACE_CLINIC ||
      session->start.us == STP_TIME_UNSET)
    return FALSE;

  question = stp_session_question_of (timeline, session, session->start.us);
  if (question.start < question.now)
    return FALSE;
  verdict = stp_timeline_judge (timeline, &question);

  return verdict->plan >= STP_DOCTOR;
}

/* A use that was logged since can make a plan impossible (E4). */
static guint64
find_unready (StpCalendarPane *self, GPtrArray *days)
{
  guint64 unready = 0;

  for (guint i = 0; i < days->len; i++)
    {
      const StpDayView *view = days->pdata[i];

      for (guint j = 0; j < view->sessions->len; j++)
        if (is_unready (self, view->sessions->pdata[j]))
          unready |= G_GUINT64_CONSTANT (1) << i;
    }

  return unready;
}

static void
supply_days_cb (StpCalendarPane *self)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (get_workspace (self)));
  const guint first_day = stp_month_grid_get_first_day (self->grid);
  g_autoptr (GPtrArray) days = NULL;

  if (first_day == 0)
    return;

  days = stp_timeline_list_days (stp_workspace_get_timeline (get_workspace (self)), first_day,
                                 STP_MONTH_DAYS, zone);
  stp_month_grid_set_days (self->grid, days, zone, find_unready (self, days));
  if (self->flow)
    stp_move_flow_refresh (self->flow);
}

/* An edit that reaches no day of the month leaves it as it is. */
static void
timeline_changed_cb (StpCalendarPane *self, const StpTouched *touched)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (get_workspace (self)));
  const guint first_day = stp_month_grid_get_first_day (self->grid);

  if (first_day != 0 && stp_touched_has_span (touched, stp_day_at (first_day, 0, zone),
                                              stp_day_at (first_day + STP_MONTH_DAYS, 0, zone)))
    supply_days_cb (self);
}

static void
follow_clock_cb (StpCalendarPane *self)
{
  stp_month_grid_set_today (self->grid,
                            stp_clock_get_today (stp_workspace_get_clock (get_workspace (self))));
}

static gboolean
is_narrow (StpCalendarPane *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static void
set_day_open (StpCalendarPane *self, gboolean open)
{
  if (is_narrow (self))
    adw_bottom_sheet_set_open (self->sheet, open);
  else
    adw_overlay_split_view_set_show_sidebar (self->split_view, open);
}

/* Whoever comes by a key goes on with keys; the pointer stays in the month. */
static void
open_day_cb (StpCalendarPane *self, guint day, gboolean by_key)
{
  set_day_open (self, TRUE);
  if (by_key)
    gtk_widget_child_focus (GTK_WIDGET (self->day_bin), GTK_DIR_TAB_FORWARD);
}

static void
close_day (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  set_day_open (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Back out of the day, or of what a refused move offers there: beside the month it stays open, over
 * the month it goes. */
static gboolean
leave_day_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  if (stp_move_flow_get_move (self->flow))
    stp_move_flow_cancel (self->flow);
  else if (!gtk_widget_get_focus_child (GTK_WIDGET (self->day_bin)))
    return GDK_EVENT_PROPAGATE;

  if (is_narrow (self))
    set_day_open (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));

  return GDK_EVENT_STOP;
}

static void
go_to_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  stp_month_grid_go_to (self->grid, stp_month_grid_get_today (self->grid));
}

static void
show_previous_month (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_month_grid_turn (STP_CALENDAR_PANE (widget)->grid, -1);
}

static void
show_next_month (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_month_grid_turn (STP_CALENDAR_PANE (widget)->grid, 1);
}

/* The arrow keys turn the way the buttons beside the name of the month point. */
static gboolean
turn_month_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  int months;

  g_variant_get (arguments, "(i)", &months);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    months = -months;
  stp_month_grid_turn (STP_CALENDAR_PANE (widget)->grid, months);

  return GDK_EVENT_STOP;
}

static void
plan_session (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  adw_dialog_present (stp_plan_dialog_new (get_workspace (self), NULL), widget);
}

static StpSession *
find_session (StpCalendarPane *self, GVariant *parameter)
{
  return stp_diary_lookup (stp_workspace_get_diary (get_workspace (self)), STP_RECORD_SESSION,
                           g_variant_get_string (parameter, NULL));
}

/* The day is chosen in the month, which a sheet would cover. */
static void
move_session (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);
  StpSession *session = find_session (self, parameter);

  if (!session || !stp_move_flow_begin (self->flow, session))
    return;

  if (is_narrow (self))
    set_day_open (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
move_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  if (stp_move_flow_begin_on (self->flow, stp_month_grid_get_selected_day (self->grid)))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
choose_time_cb (StpCalendarPane *self)
{
  g_autoptr (
    StpSession) session = g_object_ref (stp_move_get_session (stp_move_flow_get_move (self->flow)));

  stp_move_flow_cancel (self->flow);
  adw_dialog_present (stp_plan_dialog_new (get_workspace (self), session), GTK_WIDGET (self));
}

static void
show_summary_of (StpCalendarPane *self, GtkWidget *view)
{
  g_clear_pointer (&self->summary, g_binding_unbind);
  if (view)
    self->summary = g_object_bind_property (view, "summary", self->summary_label, "label",
                                            G_BINDING_SYNC_CREATE);
}

/* What tells of a move is made with the first one. */
static void
show_move_cb (StpCalendarPane *self)
{
  const gboolean moving = stp_move_flow_get_move (self->flow) != NULL;

  if (moving && !adw_bin_get_child (self->move_bin))
    {
      GtkWidget *view = stp_move_view_new (get_workspace (self), self->flow);

      g_signal_connect_object (view, "choose-time", G_CALLBACK (choose_time_cb), self,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (self->move_bin, view);
    }

  gtk_stack_set_visible_child_name (self->day_stack, moving ? "move" : "day");
  show_summary_of (self, adw_bin_get_child (moving ? self->move_bin : self->day_bin));
}

/* The reason and the earliest are in the panel, wherever that is. */
static void
show_refusal_cb (StpCalendarPane *self)
{
  set_day_open (self, TRUE);
  stp_move_view_focus_offer (STP_MOVE_VIEW (adw_bin_get_child (self->move_bin)));
}

static void
cancel_session (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);
  StpSession *session = find_session (self, parameter);
  g_autoptr (GError) error = NULL;

  if (!session)
    return;

  if (stp_planner_cancel (stp_workspace_get_timeline (get_workspace (self)), session, &error))
    stp_workspace_toast_undo (get_workspace (self), _ ("Session cancelled"));
  else
    stp_workspace_report (get_workspace (self), error);
}

static void
record_session_done (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);
  StpSession *session = find_session (self, parameter);
  g_autoptr (GError) error = NULL;

  if (!session)
    return;

  if (stp_planner_record_done (stp_workspace_get_timeline (get_workspace (self)), session, &error))
    stp_workspace_toast_undo (get_workspace (self), _ ("Session logged as done"));
  else
    stp_workspace_report (get_workspace (self), error);
}

static void
log_use (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  adw_dialog_present (stp_log_use_dialog_new (get_workspace (self), NULL), widget);
}

/* Of the chosen day, which it can be told for later too; of today as of now. */
static void
log_reaction (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);
  StpWorkspace *workspace = get_workspace (self);
  StpClock *clock = stp_workspace_get_clock (workspace);
  const guint day = stp_month_grid_get_selected_day (self->grid);
  const int evening = stp_planner_get_evening (stp_workspace_get_diary (workspace));
  gint64 at = STP_TIME_UNSET;

  if (day < stp_clock_get_today (clock))
    at = stp_day_at (day, evening, stp_clock_get_zone (clock));
  adw_dialog_present (stp_check_in_dialog_new (workspace, at), widget);
}

static void
remove_use (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (widget);

  stp_uses_remove (get_workspace (self), g_variant_get_string (parameter, NULL), widget);
}

static void
make_legend_cb (GtkMenuButton *button, gpointer unused)
{
  if (!gtk_menu_button_get_popover (button))
    gtk_menu_button_set_popover (button, g_object_new (STP_TYPE_MONTH_LEGEND, NULL));
}

/* What the panel is made of is as much as the month, and the month need not wait for it. */
static gboolean
add_panel_cb (gpointer user_data)
{
  StpCalendarPane *self = user_data;
  GtkWidget *panel = g_object_new (STP_TYPE_DAY_PANEL, "workspace", get_workspace (self), NULL);

  self->panel_source = 0;
  adw_bin_set_child (self->day_bin, panel);
  if (!stp_move_flow_get_move (self->flow))
    show_summary_of (self, panel);

  return G_SOURCE_REMOVE;
}

/* Shows the day of a session. */
static void
stp_calendar_pane_open (StpPane *pane, const char *id)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (pane);
  StpWorkspace *workspace = get_workspace (self);
  StpDiary *diary = stp_workspace_get_diary (workspace);
  StpSession *session = id ? stp_diary_lookup (diary, STP_RECORD_SESSION, id) : NULL;

  if (session && session->start.us != STP_TIME_UNSET)
    stp_workspace_set_selected_day (
      workspace,
      stp_day_of (session->start.us, stp_clock_get_zone (stp_workspace_get_clock (workspace))));
  set_day_open (self, TRUE);
}

static void
stp_calendar_pane_constructed (GObject *object)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (object);
  StpWorkspace *workspace = get_workspace (self);
  StpClock *clock = stp_workspace_get_clock (workspace);

  G_OBJECT_CLASS (stp_calendar_pane_parent_class)->constructed (object);

  if (stp_workspace_get_selected_day (workspace) == STP_DAY_UNSET)
    stp_workspace_set_selected_day (workspace, stp_clock_get_today (clock));
  follow_clock_cb (self);
  g_object_bind_property (workspace, "selected-day", self->grid, "selected-day",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  self->flow = stp_move_flow_new (self->grid, workspace);
  stp_month_drag_install (self->grid, self->flow);
  g_signal_connect_object (self->flow, "notify::move", G_CALLBACK (show_move_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "refused", G_CALLBACK (show_refusal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (follow_clock_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (timeline_changed_cb), self, G_CONNECT_SWAPPED);
  self->panel_source = g_idle_add (add_panel_cb, self);
}

static void
stp_calendar_pane_dispose (GObject *object)
{
  StpCalendarPane *self = STP_CALENDAR_PANE (object);

  g_clear_handle_id (&self->panel_source, g_source_remove);
  g_clear_pointer (&self->summary, g_binding_unbind);
  g_clear_object (&self->flow);
  gtk_widget_dispose_template (GTK_WIDGET (object), STP_TYPE_CALENDAR_PANE);

  G_OBJECT_CLASS (stp_calendar_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, go_to_today);
  gtk_widget_class_install_action (widget_class, "calendar.previous-month", NULL,
                                   show_previous_month);
  gtk_widget_class_install_action (widget_class, "calendar.next-month", NULL, show_next_month);
  gtk_widget_class_install_action (widget_class, "calendar.close-day", NULL, close_day);
  gtk_widget_class_install_action (widget_class, "calendar.plan-session", NULL, plan_session);
  gtk_widget_class_install_action (widget_class, "calendar.move-session", "s", move_session);
  gtk_widget_class_install_action (widget_class, "calendar.move-selected", NULL, move_selected);
  gtk_widget_class_install_action (widget_class, "calendar.cancel-session", "s", cancel_session);
  gtk_widget_class_install_action (widget_class, "calendar.record-session-done", "s",
                                   record_session_done);
  gtk_widget_class_install_action (widget_class, "calendar.log-use", NULL, log_use);
  gtk_widget_class_install_action (widget_class, "calendar.log-reaction", NULL, log_reaction);
  gtk_widget_class_install_action (widget_class, "calendar.remove-use", "s", remove_use);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_day_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, turn_month_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, turn_month_cb, "(i)", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK,
                                       "calendar.move-selected", NULL);
}

static void
stp_calendar_pane_class_init (StpCalendarPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = stp_calendar_pane_constructed;
  object_class->dispose = stp_calendar_pane_dispose;
  STP_PANE_CLASS (klass)->open = stp_calendar_pane_open;

  g_type_ensure (STP_TYPE_MONTH_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-calendar-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, day_bin);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, day_stack);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, grid);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, layouts);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, legend_button);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, month_label);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, move_bin);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, sheet);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, split_view);
  gtk_widget_class_bind_template_child (widget_class, StpCalendarPane, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, open_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, supply_days_cb);
  install_actions (widget_class);
}

static void
stp_calendar_pane_init (StpCalendarPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_month_width (self);
  gtk_menu_button_set_create_popup_func (self->legend_button, make_legend_cb, NULL, NULL);
}
