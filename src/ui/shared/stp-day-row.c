// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-day-row.h"

#include <glib/gi18n.h>

#include "diary/stp-time.h"

#define DAYS_PER_PAGE 30

static char *
format_day (guint day)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  char text[128];

  /* Translators: a day with its year, in the format of strftime(), as in "2 October 2026" */
  g_date_strftime (text, sizeof text, _ ("%-d %B %Y"), date);
  return g_strdup (text);
}

static gboolean
on_output_cb (AdwSpinRow *row)
{
  g_autofree char *text = format_day (stp_day_row_get (row));

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  return TRUE;
}

/* What we wrote ourselves needs no guessing, and what is no day changes nothing. */
static int
on_input_cb (AdwSpinRow *row, double *value)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *shown = format_day (stp_day_row_get (row));
  guint day = stp_day_row_get (row);
  GDate date;

  if (!g_str_equal (typed, shown) && !stp_day_parse (typed, &day))
    {
      g_date_set_parse (&date, typed);
      day = g_date_valid (&date) ? g_date_get_julian (&date) : stp_day_row_get (row);
    }

  *value = day;
  return TRUE;
}

/**
 * stp_day_row_setup:
 * @first: earliest day number to choose
 * @last: latest day number to choose, and the one that is shown
 *
 * Makes @row a choice of a day.
 */
void
stp_day_row_setup (AdwSpinRow *row, guint first, guint last)
{
  g_return_if_fail (ADW_IS_SPIN_ROW (row));
  g_return_if_fail (first <= last);

  g_signal_connect (row, "output", G_CALLBACK (on_output_cb), NULL);
  g_signal_connect (row, "input", G_CALLBACK (on_input_cb), NULL);
  adw_spin_row_configure (row, gtk_adjustment_new (last, first, last, 1, DAYS_PER_PAGE, 0), 1, 0);
}

/**
 * stp_day_row_get:
 *
 * Returns: the chosen day number
 */
guint
stp_day_row_get (AdwSpinRow *row)
{
  return (guint) adw_spin_row_get_value (row);
}

void
stp_day_row_set (AdwSpinRow *row, guint day)
{
  adw_spin_row_set_value (row, day);
}
