// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-offer.h"

#include "rules/stp-words.h"
#include "shared/stp-wrap.h"

/**
 * stp_offer_set_line:
 * @text: (nullable): without it the line is gone
 */
void
stp_offer_set_line (GtkLabel *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

/**
 * stp_offer_show:
 * @format: translated, with one %s for the moment
 * @moment: UTC microseconds, or %STP_TIME_UNSET: then there is nothing to offer
 *
 * Lets a button offer a time.
 */
void
stp_offer_show (GtkWidget *button, const char *format, gint64 moment, StpClock *clock)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_widget_set_visible (button, moment != STP_TIME_UNSET);
  if (moment == STP_TIME_UNSET)
    return;

  words = stp_words_moment (moment, stp_clock_get_now (clock), stp_clock_get_zone (clock));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, words);
#pragma GCC diagnostic pop
  gtk_button_set_label (GTK_BUTTON (button), label);
  stp_wrap_button (button);
}
