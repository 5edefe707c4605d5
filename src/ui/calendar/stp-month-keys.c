// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-keys.h"

#include "calendar/stp-month-grid.h"
#include "calendar/stp-week.h"

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  int days, months;
  guint day;

  g_variant_get (arguments, "(ii)", &days, &months);
  if (days == 1 || days == -1)
    days *= gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  day = (guint) ((int) stp_month_shift (stp_month_grid_get_selected_day (self), months) + days);
  stp_month_grid_set_selected_day (self, day);

  return GDK_EVENT_STOP;
}

static gboolean
go_to_today_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);

  stp_month_grid_set_selected_day (self, stp_month_grid_get_today (self));

  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer unused)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);

  stp_month_grid_activate (self);

  return GDK_EVENT_STOP;
}

/**
 * stp_month_keys_install:
 *
 * Moves the chosen day by keys, as other calendars do: arrows by days and weeks, Page Up and Page
 * Down by months, Home to today. Enter and space open it.
 */
void
stp_month_keys_install (GtkWidgetClass *grid_class)
{
  static const struct
  {
    guint key, keypad;
    int days, months;
  } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, -7, 0 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 7, 0 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 1 },
  };
  static const guint activating[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter,
                                      GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (grid_class, moves[i].key, 0, move_cb, "(ii)", moves[i].days,
                                    moves[i].months);
      gtk_widget_class_add_binding (grid_class, moves[i].keypad, 0, move_cb, "(ii)", moves[i].days,
                                    moves[i].months);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activating); i++)
    gtk_widget_class_add_binding (grid_class, activating[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (grid_class, GDK_KEY_Home, 0, go_to_today_cb, NULL);
  gtk_widget_class_add_binding (grid_class, GDK_KEY_KP_Home, 0, go_to_today_cb, NULL);
}
