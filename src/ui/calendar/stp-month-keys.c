// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-keys.h"

#include "calendar/stp-month-grid.h"
#include "calendar/stp-week.h"

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  int days;

  g_variant_get (arguments, "(i)", &days);
  if (days == 1 || days == -1)
    days *= gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  stp_month_grid_set_selected_day (self,
                                   (guint) ((int) stp_month_grid_get_selected_day (self) + days));

  return GDK_EVENT_STOP;
}

static gboolean
turn_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  int months;

  g_variant_get (arguments, "(i)", &months);
  stp_month_grid_turn (STP_MONTH_GRID (widget), months);

  return GDK_EVENT_STOP;
}

static gboolean
go_to_today_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);

  stp_month_grid_go_to (self, stp_month_grid_get_today (self));

  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);

  stp_month_grid_activate (self, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
show_more_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);

  stp_month_grid_show_more (self, stp_month_grid_get_selected_day (self));

  return GDK_EVENT_STOP;
}

/**
 * stp_month_keys_install:
 *
 * Moves the chosen day by keys, as other calendars do: arrows by days and weeks, Page Up and Page
 * Down by months, Home to today. Enter and space open it, and plus, as in "+2", lists what it
 * holds.
 */
void
stp_month_keys_install (GtkWidgetClass *grid_class)
{
  static const struct
  {
    guint key, keypad;
    GtkShortcutFunc callback;
    int steps;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, move_cb, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, move_cb, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, move_cb, -7 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, move_cb, 7 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, turn_cb, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, turn_cb, 1 },
  };
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter,
                                      GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (grid_class, moves[i].key, 0, moves[i].callback, "(i)",
                                    moves[i].steps);
      gtk_widget_class_add_binding (grid_class, moves[i].keypad, 0, moves[i].callback, "(i)",
                                    moves[i].steps);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (grid_class, activating[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (grid_class, GDK_KEY_plus, 0, show_more_cb, NULL);
  gtk_widget_class_add_binding (grid_class, GDK_KEY_KP_Add, 0, show_more_cb, NULL);
  gtk_widget_class_add_binding (grid_class, GDK_KEY_Home, 0, go_to_today_cb, NULL);
  gtk_widget_class_add_binding (grid_class, GDK_KEY_KP_Home, 0, go_to_today_cb, NULL);
}
