// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-workspace.h"

#include <glib/gi18n.h>

struct _StpWorkspace
{
  GObject parent_instance;

  StpClock *clock;         /* (owned) */
  StpStore *store;         /* (owned) (nullable) */
  StpDiary *diary;         /* (owned) */
  StpTimeline *timeline;   /* (owned) */
  StpProcedure *procedure; /* (owned) */
  guint selected_day;
};

G_DEFINE_FINAL_TYPE (StpWorkspace, stp_workspace, G_TYPE_OBJECT)

typedef enum
{
  PROP_SELECTED_DAY = 1,
} StpWorkspaceProperty;

static GParamSpec *properties[PROP_SELECTED_DAY + 1];

enum
{
  SIGNAL_TOAST,
  SIGNAL_NAVIGATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stp_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpWorkspace *self = STP_WORKSPACE (object);

  switch ((StpWorkspaceProperty) id)
    {
    case PROP_SELECTED_DAY:
      g_value_set_uint (value, self->selected_day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpWorkspace *self = STP_WORKSPACE (object);

  switch ((StpWorkspaceProperty) id)
    {
    case PROP_SELECTED_DAY:
      stp_workspace_set_selected_day (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_workspace_dispose (GObject *object)
{
  StpWorkspace *self = STP_WORKSPACE (object);

  g_clear_object (&self->procedure);
  g_clear_object (&self->timeline);
  g_clear_object (&self->diary);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (stp_workspace_parent_class)->dispose (object);
}

static void
stp_workspace_class_init (StpWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_workspace_get_property;
  object_class->set_property = stp_workspace_set_property;
  object_class->dispose = stp_workspace_dispose;

  properties[PROP_SELECTED_DAY] = g_param_spec_uint (
    "selected-day", NULL, NULL, 0, G_MAXUINT, STP_DAY_UNSET,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_TOAST] = g_signal_new ("toast", STP_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);
  signals[SIGNAL_NAVIGATE] = g_signal_new ("navigate", STP_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                           G_TYPE_STRING);
}

static void
stp_workspace_init (StpWorkspace *self)
{
}

/**
 * stp_workspace_new:
 * @clock: the only source of "now"
 * @store: (nullable): what keeps @diary on disk; tests have none
 * @diary: the open diary
 * @timeline: what is derived from @diary
 * @procedure: the session of @timeline as a state machine
 *
 * Returns: (transfer full): a workspace in which no day is chosen yet
 */
StpWorkspace *
stp_workspace_new (StpClock *clock,
                   StpStore *store,
                   StpDiary *diary,
                   StpTimeline *timeline,
                   StpProcedure *procedure)
{
  StpWorkspace *self = g_object_new (STP_TYPE_WORKSPACE, NULL);

  g_set_object (&self->clock, clock);
  g_set_object (&self->store, store);
  g_set_object (&self->diary, diary);
  g_set_object (&self->timeline, timeline);
  g_set_object (&self->procedure, procedure);

  return self;
}

StpClock *
stp_workspace_get_clock (StpWorkspace *self)
{
  g_return_val_if_fail (STP_IS_WORKSPACE (self), NULL);

  return self->clock;
}

StpStore *
stp_workspace_get_store (StpWorkspace *self)
{
  g_return_val_if_fail (STP_IS_WORKSPACE (self), NULL);

  return self->store;
}

StpDiary *
stp_workspace_get_diary (StpWorkspace *self)
{
  g_return_val_if_fail (STP_IS_WORKSPACE (self), NULL);

  return self->diary;
}

StpTimeline *
stp_workspace_get_timeline (StpWorkspace *self)
{
  g_return_val_if_fail (STP_IS_WORKSPACE (self), NULL);

  return self->timeline;
}

StpProcedure *
stp_workspace_get_procedure (StpWorkspace *self)
{
  g_return_val_if_fail (STP_IS_WORKSPACE (self), NULL);

  return self->procedure;
}

/**
 * stp_workspace_get_selected_day:
 *
 * Returns: the chosen day as a day number, or %STP_DAY_UNSET
 */
guint
stp_workspace_get_selected_day (StpWorkspace *self)
{
  g_return_val_if_fail (STP_IS_WORKSPACE (self), STP_DAY_UNSET);

  return self->selected_day;
}

void
stp_workspace_set_selected_day (StpWorkspace *self, guint day)
{
  g_return_if_fail (STP_IS_WORKSPACE (self));

  if (self->selected_day == day)
    return;

  self->selected_day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_DAY]);
}

static void
show_toast (StpWorkspace *self, AdwToast *toast)
{
  g_autoptr (AdwToast) owned = g_object_ref_sink (toast);

  /* Names of products are text, never markup. */
  adw_toast_set_use_markup (owned, FALSE);
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, owned);
}

/**
 * stp_workspace_toast:
 * @text: one translated sentence
 *
 * Tells the user what was done, in passing.
 */
void
stp_workspace_toast (StpWorkspace *self, const char *text)
{
  g_return_if_fail (STP_IS_WORKSPACE (self));
  g_return_if_fail (text != NULL);

  show_toast (self, adw_toast_new (text));
}

/**
 * stp_workspace_toast_undo:
 * @text: one translated sentence
 *
 * Tells the user what was done and offers to undo it, instead of asking before. What cannot be
 * undone is only told: the button would take back an edit before it.
 */
void
stp_workspace_toast_undo (StpWorkspace *self, const char *text)
{
  AdwToast *toast;

  g_return_if_fail (STP_IS_WORKSPACE (self));
  g_return_if_fail (text != NULL);

  toast = adw_toast_new (text);
  if (stp_diary_is_last_undoable (self->diary))
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  show_toast (self, toast);
}

/**
 * stp_workspace_report:
 * @error: (nullable): what core refused, in a sentence; %NULL says nothing
 *
 * Tells the user why something was not done. Cancelling is no failure and says nothing.
 */
void
stp_workspace_report (StpWorkspace *self, const GError *error)
{
  AdwToast *toast;

  g_return_if_fail (STP_IS_WORKSPACE (self));

  if (!error || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  toast = adw_toast_new (error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (self, toast);
}

/**
 * stp_workspace_navigate:
 * @pane: "calendar", "library" or "session"
 * @id: (nullable): id of the record to open there
 *
 * Asks the window for another pane.
 */
void
stp_workspace_navigate (StpWorkspace *self, const char *pane, const char *id)
{
  g_return_if_fail (STP_IS_WORKSPACE (self));
  g_return_if_fail (pane != NULL);

  g_signal_emit (self, signals[SIGNAL_NAVIGATE], 0, pane, id);
}
