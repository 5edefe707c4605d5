// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-drag.h"

/*
 * A gesture and not drag-and-drop: a session never leaves the month, what follows the pointer is
 * drawn in the days themselves, and a gesture can be driven without a window manager.
 */

static StpMonthGrid *
get_grid (gpointer controller)
{
  return STP_MONTH_GRID (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

static gboolean
is_dragging (GtkGesture *gesture)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (gesture);

  return gtk_gesture_get_sequence_state (gesture, sequence) == GTK_EVENT_SEQUENCE_CLAIMED;
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, StpMoveFlow *flow)
{
  StpMonthGrid *grid = get_grid (gesture);

  if (!stp_month_grid_find_planned (grid, stp_month_grid_find_day_at (grid, x, y)))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* A click that trembles is no drag. */
static gboolean
begin (GtkGestureDrag *gesture, double x, double y, double dx, double dy, StpMoveFlow *flow)
{
  StpMonthGrid *grid = get_grid (gesture);

  if (!gtk_drag_check_threshold (GTK_WIDGET (grid), 0, 0, (int) dx, (int) dy) ||
      !stp_move_flow_begin_on (flow, stp_month_grid_find_day_at (grid, x, y)))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (grid));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);

  return TRUE;
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, StpMoveFlow *flow)
{
  double x, y;
  guint day;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (!is_dragging (GTK_GESTURE (gesture)) && !begin (gesture, x, y, dx, dy, flow))
    return;

  day = stp_month_grid_find_day_at (get_grid (gesture), x + dx, y + dy);
  if (stp_move_flow_get_move (flow) && day != 0)
    stp_move_flow_follow (flow, day);
}

/* Beside the month it is let go where it was. */
static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, StpMoveFlow *flow)
{
  double x, y;

  if (!is_dragging (GTK_GESTURE (gesture)) || !stp_move_flow_get_move (flow) ||
      !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (stp_month_grid_find_day_at (get_grid (gesture), x + dx, y + dy) != 0)
    stp_move_flow_drop (flow);
  else
    stp_move_flow_cancel (flow);
}

static void
on_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, StpMoveFlow *flow)
{
  if (is_dragging (gesture))
    stp_move_flow_cancel (flow);
}

/* Before the keys of the grid, for which Enter opens a day. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint key,
                   guint code,
                   GdkModifierType state,
                   StpMoveFlow *flow)
{
  if (!stp_move_flow_get_move (flow))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      stp_move_flow_drop (flow);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      stp_move_flow_cancel (flow);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * stp_month_drag_install:
 *
 * Lets planned sessions be dragged over the month, and dropped or left by Enter and Escape.
 */
void
stp_month_drag_install (StpMonthGrid *grid, StpMoveFlow *flow)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (STP_IS_MONTH_GRID (grid));
  g_return_if_fail (STP_IS_MOVE_FLOW (flow));

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), flow, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update_cb), flow, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end_cb), flow, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_cancel_cb), flow, 0);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (drag));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), flow, 0);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
}
