// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-move-view.h"

#include <glib/gi18n.h>

#include "calendar/stp-offer.h"
#include "calendar/stp-verdict-view.h"
#include "rules/stp-words.h"
#include "shared/stp-when.h"
#include "shared/stp-wrap.h"

struct _StpMoveView
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpMoveFlow *flow;       /* (owned) */
  StpMove *move;           /* (owned) (nullable): the one that is followed */
  char *summary;
  guint refresh_source; /* the refresh that is due, after the month is drawn */
  gint64 earliest, evening;
  gboolean focus_offer;

  GtkLabel *title, *origin, *problem, *about;
  StpVerdictView *verdict_view;
  GtkWidget *earliest_button, *evening_button, *move_button;
};

G_DEFINE_FINAL_TYPE (StpMoveView, stp_move_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_SUMMARY = 1,
} StpMoveViewProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

enum
{
  SIGNAL_CHOOSE_TIME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static StpTimeline *
get_timeline (StpMoveView *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static gint64
get_now (StpMoveView *self)
{
  return stp_clock_get_now (stp_workspace_get_clock (self->workspace));
}

static GTimeZone *
get_zone (StpMoveView *self)
{
  return stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
}

static char *
format_moment (StpMoveView *self, gint64 moment)
{
  g_autofree char *day = stp_when_format_day (stp_day_of (moment, get_zone (self)));
  g_autofree char *time = stp_when_format_time (moment, get_zone (self));

  /* Translators: a day and a time, as in "Saturday 20 March, 21:00" */
  return g_strdup_printf (_ ("%1$s, %2$s"), day, time);
}

/* Where there is one line only, the reason is worth more than the word for it. */
static const char *
find_summary (StpPlan *plan, StpVerdict *verdict)
{
  if (stp_plan_is_refused (plan) && verdict->reasons->len > 0)
    return stp_reason_get_text (verdict->reasons->pdata[0]);

  return stp_strength_get_title (plan->strength);
}

static void
set_summary (StpMoveView *self, const char *word)
{
  g_autofree char *day = stp_when_begin (stp_when_format_day (stp_move_get_day (self->move)));
  /* Translators: a day, and the verdict for a session then in a word */
  g_autofree char *summary = g_strdup_printf (_ ("%s: %s"), day, word);

  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
find_offers (StpMoveView *self, StpPlan *plan)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);

  self->earliest = self->evening = STP_TIME_UNSET;
  if (plan && stp_plan_is_refused (plan))
    stp_planner_find_offers (get_timeline (self), plan, &self->earliest, &self->evening);
  if (self->evening == self->earliest)
    self->evening = STP_TIME_UNSET;

  /* Translators: %s is a moment, as in "Saturday 21:05" */
  stp_offer_show (self->earliest_button, _ ("Move to Earliest: %s"), self->earliest, clock);
  /* Translators: %s is a moment, as in "Saturday 21:00" */
  stp_offer_show (self->evening_button, _ ("Move to Next Evening: %s"), self->evening, clock);
}

/* Of several sessions, which one the verdict is about. */
static void
show_about (StpMoveView *self, const StpPlan *plan)
{
  const StpSession *session = plan->sessions->pdata[plan->refused];
  g_autofree char *moment = format_moment (self, session->start.us);
  g_autofree char *text = NULL;

  if (plan->refused > 0)
    /* Translators: before a verdict; %s is a moment, as in "Sunday 28 March, 21:00" */
    text = g_strdup_printf (_ ("About the session %s:"), moment);
  stp_offer_set_line (self->about, text);
}

static void
show_plan (StpMoveView *self, StpPlan *plan)
{
  g_autoptr (StpVerdict) verdict = stp_planner_judge_plan (get_timeline (self), plan);

  /* Of the whole plan, as the button below says. */
  if (self->earliest != STP_TIME_UNSET)
    verdict->earliest = self->earliest;
  show_about (self, plan);
  stp_verdict_view_set_verdict (self->verdict_view, verdict, get_now (self), get_zone (self));
  set_summary (self, find_summary (plan, verdict));
}

static void
show_places (StpMoveView *self, gint64 start)
{
  const StpSession *session = stp_move_get_session (self->move);
  g_autofree char *title = stp_when_begin (format_moment (self, start));
  g_autofree char *from = format_moment (self, session->start.us);
  /* Translators: of a session that is being moved; %s is as in "Saturday 20 March, 21:00" */
  g_autofree char *origin = g_strdup_printf (_ ("Planned for %s"), from);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->origin, origin);
}

/* At its own place there is nothing to move. */
static gboolean
is_elsewhere (StpMoveView *self)
{
  return stp_move_get_day (self->move) != stp_move_get_origin (self->move);
}

static void
refresh (StpMoveView *self)
{
  const gint64 start = stp_move_get_start (self->move);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpPlan) plan = stp_move_preview (self->move, start, &error);

  show_places (self, start);
  find_offers (self, plan);
  stp_offer_set_line (self->problem, error ? error->message : NULL);
  stp_offer_set_line (self->about, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), plan != NULL);
  if (plan)
    show_plan (self, plan);
  else
    set_summary (self, error->message);
  gtk_widget_set_visible (self->move_button,
                          plan && !stp_plan_is_refused (plan) && is_elsewhere (self));
}

static gboolean
refresh_cb (gpointer user_data)
{
  StpMoveView *self = user_data;

  self->refresh_source = 0;
  if (self->move)
    refresh (self);
  if (self->focus_offer && gtk_widget_get_visible (self->earliest_button))
    gtk_widget_grab_focus (self->earliest_button);
  self->focus_offer = FALSE;

  return G_SOURCE_REMOVE;
}

/* Once for all the days that a pointer crosses in one turn, and after the frame that shows them; an
 * edit can change the verdict of the day that it is over. */
static void
queue_refresh (StpMoveView *self)
{
  if (self->move && self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
on_move_changed_cb (StpMoveView *self)
{
  if (self->move)
    g_signal_handlers_disconnect_by_func (self->move, queue_refresh, self);
  g_set_object (&self->move, stp_move_flow_get_move (self->flow));
  if (!self->move)
    return;

  g_signal_connect_object (self->move, "notify::day", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
cancel_cb (StpMoveView *self)
{
  stp_move_flow_cancel (self->flow);
}

static void
take_earliest_cb (StpMoveView *self)
{
  stp_move_flow_drop_at (self->flow, self->earliest);
}

static void
take_evening_cb (StpMoveView *self)
{
  stp_move_flow_drop_at (self->flow, self->evening);
}

static void
move_cb (StpMoveView *self)
{
  stp_move_flow_drop (self->flow);
}

static void
choose_time_cb (StpMoveView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOOSE_TIME], 0);
}

static void
stp_move_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpMoveView *self = STP_MOVE_VIEW (object);

  switch ((StpMoveViewProperty) id)
    {
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_move_view_dispose (GObject *object)
{
  StpMoveView *self = STP_MOVE_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_MOVE_VIEW);
  g_clear_object (&self->move);
  g_clear_object (&self->flow);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (stp_move_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-move-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, about);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, earliest_button);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, evening_button);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, move_button);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, origin);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, problem);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, title);
  gtk_widget_class_bind_template_child (widget_class, StpMoveView, verdict_view);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_earliest_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_evening_cb);
}

static void
stp_move_view_class_init (StpMoveViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_move_view_get_property;
  object_class->dispose = stp_move_view_dispose;

  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHOOSE_TIME] = g_signal_new ("choose-time", STP_TYPE_MOVE_VIEW, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STP_TYPE_VERDICT_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
stp_move_view_init (StpMoveView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_move_view_new:
 *
 * Returns: (transfer floating): a view that follows what @flow moves
 */
GtkWidget *
stp_move_view_new (StpWorkspace *workspace, StpMoveFlow *flow)
{
  StpMoveView *self = g_object_new (STP_TYPE_MOVE_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->flow = g_object_ref (flow);
  g_signal_connect_object (flow, "notify::move", G_CALLBACK (on_move_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_timeline (self), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  on_move_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * stp_move_view_get_summary:
 *
 * Returns: (nullable): the day and its verdict in one line
 */
const char *
stp_move_view_get_summary (StpMoveView *self)
{
  g_return_val_if_fail (STP_IS_MOVE_VIEW (self), NULL);

  return self->summary;
}

/**
 * stp_move_view_focus_offer:
 *
 * Goes to what is offered instead, so that one key takes it.
 */
void
stp_move_view_focus_offer (StpMoveView *self)
{
  g_return_if_fail (STP_IS_MOVE_VIEW (self));

  self->focus_offer = TRUE;
  queue_refresh (self);
}
