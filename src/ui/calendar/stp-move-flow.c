// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-move-flow.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "calendar/stp-verdict-view.h"
#include "shared/stp-when.h"

struct _StpMoveFlow
{
  GObject parent_instance;

  StpMonthGrid *grid;      /* not owned: it outlives this */
  StpWorkspace *workspace; /* (owned) */
  StpMove *move;           /* (owned) (nullable) */
  gboolean asked;          /* whether the following ones come along */
};

G_DEFINE_FINAL_TYPE (StpMoveFlow, stp_move_flow, G_TYPE_OBJECT)

typedef enum
{
  PROP_MOVE = 1,
} StpMoveFlowProperty;

static GParamSpec *properties[PROP_MOVE + 1];

enum
{
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static StpTimeline *
get_timeline (StpMoveFlow *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static GTimeZone *
get_zone (StpMoveFlow *self)
{
  return stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
}

static void
set_move (StpMoveFlow *self, StpMove *move)
{
  self->asked = FALSE;
  if (g_set_object (&self->move, move))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVE]);
}

/* What a screen reader says of the day that the session has come to. */
static void
announce (StpMoveFlow *self)
{
  const guint day = stp_move_get_day (self->move);
  g_autofree char *name = stp_when_format_day (day);
  g_autofree char *words = NULL;

  /* Translators: a day, and the verdict for a session then in a word */
  words = g_strdup_printf (_ ("%s: %s"), name,
                           stp_strength_get_title (stp_move_get_strength (self->move, day)));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->grid), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_day_chosen_cb (StpMoveFlow *self)
{
  if (!self->move)
    return;

  stp_move_flow_follow (self, stp_month_grid_get_selected_day (self->grid));
  announce (self);
}

/* A record is never changed but swapped: another one may not be planned any more. */
static void
on_timeline_changed_cb (StpMoveFlow *self)
{
  StpSession *session;

  if (!self->move)
    return;

  session = stp_move_get_session (self->move);
  if (stp_diary_lookup (stp_workspace_get_diary (self->workspace), STP_RECORD_SESSION,
                        stp_record_get_id (STP_RECORD (session))) != (gpointer) session)
    stp_move_flow_cancel (self);
}

static void
stp_move_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpMoveFlow *self = STP_MOVE_FLOW (object);

  switch ((StpMoveFlowProperty) id)
    {
    case PROP_MOVE:
      g_value_set_object (value, self->move);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_move_flow_finalize (GObject *object)
{
  StpMoveFlow *self = STP_MOVE_FLOW (object);

  g_clear_object (&self->move);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_move_flow_parent_class)->finalize (object);
}

static void
stp_move_flow_class_init (StpMoveFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_move_flow_get_property;
  object_class->finalize = stp_move_flow_finalize;

  properties[PROP_MOVE] = g_param_spec_object ("move", NULL, NULL, STP_TYPE_MOVE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_REFUSED] = g_signal_new ("refused", STP_TYPE_MOVE_FLOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_move_flow_init (StpMoveFlow *self)
{
}

/**
 * stp_move_flow_new:
 * @grid: the month; it outlives the flow
 */
StpMoveFlow *
stp_move_flow_new (StpMonthGrid *grid, StpWorkspace *workspace)
{
  StpMoveFlow *self = g_object_new (STP_TYPE_MOVE_FLOW, NULL);

  self->grid = grid;
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (grid, "notify::selected-day", G_CALLBACK (on_day_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_timeline (self), "changed", G_CALLBACK (on_timeline_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * stp_move_flow_get_move:
 *
 * Returns: (nullable): the one that is under way
 */
StpMove *
stp_move_flow_get_move (StpMoveFlow *self)
{
  g_return_val_if_fail (STP_IS_MOVE_FLOW (self), NULL);

  return self->move;
}

/**
 * stp_move_flow_begin:
 * @session: a session of the diary
 *
 * Takes a session up.
 *
 * Returns: whether it can be moved
 */
gboolean
stp_move_flow_begin (StpMoveFlow *self, StpSession *session)
{
  g_autoptr (StpMove) move = NULL;

  g_return_val_if_fail (STP_IS_MOVE_FLOW (self), FALSE);

  if (session->state != STP_SESSION_PLANNED || session->start.us == STP_TIME_UNSET ||
      stp_diary_get_read_only (stp_workspace_get_diary (self->workspace)))
    return FALSE;

  stp_move_flow_cancel (self);
  move = stp_move_new (self->workspace, session);
  stp_month_grid_set_selected_day (self->grid, stp_move_get_origin (move));
  set_move (self, move);
  stp_move_flow_refresh (self);
  announce (self);

  return TRUE;
}

/**
 * stp_move_flow_begin_on:
 * @day: one of the days that are shown
 *
 * Takes up the session that is planned for a day.
 *
 * Returns: whether there is one
 */
gboolean
stp_move_flow_begin_on (StpMoveFlow *self, guint day)
{
  StpSession *session;

  g_return_val_if_fail (STP_IS_MOVE_FLOW (self), FALSE);

  session = stp_month_grid_find_planned (self->grid, day);

  return session && stp_move_flow_begin (self, session);
}

/**
 * stp_move_flow_follow:
 * @day: the day that the pointer or the keys have come to
 */
void
stp_move_flow_follow (StpMoveFlow *self, guint day)
{
  g_return_if_fail (STP_IS_MOVE_FLOW (self));
  g_return_if_fail (self->move != NULL);

  if (stp_move_get_day (self->move) == day)
    return;

  /* Elsewhere the question which ones come along is a new one. */
  self->asked = FALSE;
  stp_move_set_scope (self->move, STP_MOVE_THIS);
  stp_move_set_day (self->move, day);
  stp_month_grid_follow_move (self->grid);
}

/**
 * stp_move_flow_refresh:
 *
 * Whoever gave the grid other days says so by this.
 */
void
stp_move_flow_refresh (StpMoveFlow *self)
{
  g_return_if_fail (STP_IS_MOVE_FLOW (self));

  if (!self->move)
    return;

  stp_move_set_days (self->move, stp_month_grid_get_days (self->grid));
  stp_month_grid_show_move (self->grid, self->move);
}

static void
refuse (StpMoveFlow *self)
{
  announce (self);
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

static void
apply (StpMoveFlow *self, StpPlan *plan)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (self->workspace));
  const gint64 start = stp_plan_get_start (plan);
  g_autofree char *text = stp_move_describe (plan, now, get_zone (self));
  g_autoptr (GError) error = NULL;

  stp_month_grid_show_move (self->grid, NULL);
  set_move (self, NULL);
  if (!stp_planner_apply (get_timeline (self), plan, &error))
    {
      stp_workspace_report (self->workspace, error);
      return;
    }

  stp_month_grid_set_selected_day (self->grid, stp_day_of (start, get_zone (self)));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  stp_workspace_toast_undo (self->workspace, text);
}

typedef struct
{
  StpMoveFlow *flow;
  gint64 start;
} Question;

static void
on_scope_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (StpMoveFlow) self = question->flow;
  const gint64 start = question->start;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  g_free (question);
  if (!self->move || g_strcmp0 (response, "cancel") == 0)
    return;

  self->asked = TRUE;
  stp_move_set_scope (self->move,
                      g_strcmp0 (response, "following") == 0 ? STP_MOVE_FOLLOWING : STP_MOVE_THIS);
  stp_move_flow_drop_at (self, start);
}

static void
ask_scope (StpMoveFlow *self, gint64 start, guint n_following)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Move the Following Too?"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Question *question = g_new0 (Question, 1);

  question->flow = g_object_ref (self);
  question->start = start;
  adw_alert_dialog_format_body (alert,
                                ngettext ("%u session of this course comes after it.",
                                          "%u sessions of this course come after it.", n_following),
                                n_following);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "this",
                                  C_ ("session", "_Only This One"), "following",
                                  C_ ("session", "This and _Following"), NULL);
  adw_alert_dialog_set_default_response (alert, "this");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self->grid), NULL, on_scope_chosen_cb, question);
}

/**
 * stp_move_flow_drop_at:
 * @start: UTC microseconds
 *
 * Moves the session to that time, if facts allow it; of a course it asks first which ones.
 */
void
stp_move_flow_drop_at (StpMoveFlow *self, gint64 start)
{
  g_autoptr (StpPlan) plan = NULL;
  guint n_following;

  g_return_if_fail (STP_IS_MOVE_FLOW (self));
  g_return_if_fail (self->move != NULL);

  plan = stp_move_preview (self->move, start, NULL);
  n_following = stp_planner_count_following (get_timeline (self),
                                             stp_move_get_session (self->move));
  if (!plan || stp_plan_is_refused (plan))
    refuse (self);
  else if (n_following > 0 && !self->asked)
    ask_scope (self, start, n_following);
  else
    apply (self, plan);
}

/**
 * stp_move_flow_drop:
 *
 * Lets go of the session on the day that it has come to; on its own day nothing was wanted.
 */
void
stp_move_flow_drop (StpMoveFlow *self)
{
  g_return_if_fail (STP_IS_MOVE_FLOW (self));
  g_return_if_fail (self->move != NULL);

  stp_month_grid_set_selected_day (self->grid, stp_move_get_day (self->move));
  if (stp_move_get_day (self->move) == stp_move_get_origin (self->move))
    stp_move_flow_cancel (self);
  else
    stp_move_flow_drop_at (self, stp_move_get_start (self->move));
}

/**
 * stp_move_flow_cancel:
 *
 * Leaves the session where it is; does nothing if none is moved.
 */
void
stp_move_flow_cancel (StpMoveFlow *self)
{
  guint origin;

  g_return_if_fail (STP_IS_MOVE_FLOW (self));

  if (!self->move)
    return;

  origin = stp_move_get_origin (self->move);
  stp_month_grid_show_move (self->grid, NULL);
  set_move (self, NULL);
  stp_month_grid_set_selected_day (self->grid, origin);
}
