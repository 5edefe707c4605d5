// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-shelf-life.h"

#include <glib/gi18n-lib.h>

/* Soon enough to be said without being asked. */
#define NEAR_DAYS 30

static guint
add_months (guint day, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_add_months (&date, (guint) months);
  return g_date_get_julian (&date);
}

/**
 * stp_shelf_life_get_end:
 * @product: something on the shelf
 *
 * Returns: the last day on which it is good: the date on the pack or the one that its period after
 *   opening ends on, whichever comes first; %STP_DAY_UNSET if neither is known
 */
guint
stp_shelf_life_get_end (StpProduct *product)
{
  guint end = product->expires;

  if (product->opened != STP_DAY_UNSET && product->pao_months > 0)
    {
      const guint opened_end = add_months (product->opened, product->pao_months);

      end = end == STP_DAY_UNSET ? opened_end : MIN (end, opened_end);
    }
  return end;
}

/**
 * stp_shelf_life_is_near:
 * @today: day number
 *
 * Returns: whether it is no longer good, or not for more than a month
 */
gboolean
stp_shelf_life_is_near (StpProduct *product, guint today)
{
  const guint end = stp_shelf_life_get_end (product);

  return end != STP_DAY_UNSET && end <= today + NEAR_DAYS;
}

static char *
format_day (guint day, const char *pattern)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);

  return g_date_time_format (time, pattern);
}

/**
 * stp_shelf_life_dup_text:
 * @today: day number
 *
 * Returns: (transfer full) (nullable): how long it is good, in a few words; %NULL if that is not
 *   known
 */
char *
stp_shelf_life_dup_text (StpProduct *product, guint today)
{
  const guint end = stp_shelf_life_get_end (product);

  if (end == STP_DAY_UNSET)
    return NULL;
  if (end == today)
    return g_strdup (_ ("expires today"));
  if (end == today + 1)
    return g_strdup (_ ("expires tomorrow"));
  if (end < today)
    /* Translators: a g_date_time_format() pattern */
    return format_day (end, _ ("expired on %-d %B %Y"));
  if (stp_shelf_life_is_near (product, today))
    /* Translators: a g_date_time_format() pattern */
    return format_day (end, _ ("expires on %-d %B"));
  /* Translators: a g_date_time_format() pattern */
  return format_day (end, _ ("good until %-d %B %Y"));
}
