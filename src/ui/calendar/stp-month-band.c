// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-band.h"

#include <glib/gi18n.h>

#include "calendar/stp-week.h"
#include "rules/stp-rule.h"
#include "rules/stp-words.h"

/**
 * KindWords:
 * @classes: set of [enum@StpIngredientClass] that are of this kind
 * @name: as part of a list
 * @off: says that they stay off
 * @back: says when all are back; %s is that moment
 */
typedef struct
{
  guint64 classes;
  const char *name, *off, *back;
} KindWords;

static const KindWords kinds[STP_PAUSE_KIND_N] = {
  [STP_PAUSE_RETINOIDS] = { STP_CLASS_BIT (STP_CLASS_RETINOID_RX) |
                              STP_CLASS_BIT (STP_CLASS_RETINOID_OTC),
                            N_ ("retinoids"), N_ ("No retinoids"),
                            /* Translators: %s is a weekday and a time, as in "Sat 10:00" */
                            N_ ("Retinoids back %s") },
  [STP_PAUSE_ACIDS] = { STP_CLASS_BIT (STP_CLASS_ACID_AHA) | STP_CLASS_BIT (STP_CLASS_ACID_BHA) |
                          STP_CLASS_BIT (STP_CLASS_ACID_PHA) |
                          STP_CLASS_BIT (STP_CLASS_ACID_AHA_MILD) |
                          STP_CLASS_BIT (STP_CLASS_ACID_PEEL) | STP_CLASS_BIT (STP_CLASS_AZELAIC),
                        N_ ("acids"), N_ ("No acids"),
                        /* Translators: %s is a weekday and a time, as in "Sat 10:00" */
                        N_ ("Acids back %s") },
  [STP_PAUSE_VITAMIN_C] = { STP_CLASS_BIT (STP_CLASS_VITC_LAA) |
                              STP_CLASS_BIT (STP_CLASS_VITC_DERIV),
                            N_ ("vitamin C"), N_ ("No vitamin C"),
                            /* Translators: %s is a weekday and a time, as in "Sat 10:00" */
                            N_ ("Vitamin C back %s") },
  [STP_PAUSE_BENZOYL_PEROXIDE] = { STP_CLASS_BIT (STP_CLASS_BPO), N_ ("benzoyl peroxide"),
                                   N_ ("No benzoyl peroxide"),
                                   /* Translators: %s is a weekday and a time, as in "Sat 10:00" */
                                   N_ ("Benzoyl peroxide back %s") },
  [STP_PAUSE_OTHERS] = { 0, N_ ("other products"), N_ ("More paused"),
                         /* Translators: %s is a weekday and a time, as in "Sat 10:00" */
                         N_ ("The rest back %s") },
};

/**
 * stp_pause_kind_of:
 *
 * Drawn from what the rule matches, so that a new row of the table finds its band by itself.
 */
StpPauseKind
stp_pause_kind_of (const StpPause *pause)
{
  const StpRuleMatch *match = &pause->rule->match;

  for (guint kind = 0; kind < STP_PAUSE_OTHERS; kind++)
    if (match->classes & kinds[kind].classes)
      return (StpPauseKind) kind;

  return match->kinds & STP_BIT (STP_PRODUCT_PEEL) ? STP_PAUSE_ACIDS : STP_PAUSE_OTHERS;
}

/**
 * stp_pause_kind_get_name:
 *
 * Returns: (transfer none): the kind as part of a list, as in "retinoids"
 */
const char *
stp_pause_kind_get_name (StpPauseKind kind)
{
  return _ (kinds[kind].name);
}

/* Nobody waits up for a hold that ends at night: then it is the next morning's day, as elsewhere.
 */
static char *
format_return (gint64 at, GTimeZone *zone)
{
  const gint64 morning = stp_words_find_morning (at, zone);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (morning != STP_TIME_UNSET)
    return stp_day_format_words (stp_day_of (morning, zone), "%a");

  utc = g_date_time_new_from_unix_utc_usec (at);
  local = g_date_time_to_timezone (utc, zone);

  /* Translators: a moment within a month view, as in "Sat 21:00" */
  return g_date_time_format (local, C_ ("band", "%a %H:%M"));
}

/**
 * stp_month_band_format:
 * @brief: there is room for a day's width of words only
 *
 * Returns: (transfer full): what the band says
 */
char *
stp_month_band_format (const StpMonthBand *self, GTimeZone *zone, gboolean brief)
{
  const KindWords *words = &kinds[self->kind];
  g_autofree char *moment = NULL;

  if (self->before || !self->returns)
    return g_strdup (_ (words->off));

  moment = format_return (self->to, zone);
  if (brief)
    /* Translators: what was paused is back; %s is a weekday and a time, as in "Sat 21:00" */
    return g_strdup_printf (C_ ("band", "Back %s"), moment);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (words->back), moment);
#pragma GCC diagnostic pop
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const StpMonthBand *first = a;
  const StpMonthBand *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return (first->to > second->to) - (first->to < second->to);
}

/* The days hand out a pause once a day that it touches: each is taken from its first. */
static GPtrArray *
list_pauses (GPtrArray *days)
{
  g_autoptr (GPtrArray) pauses = g_ptr_array_new ();

  for (guint i = 0; i < days->len; i++)
    {
      const StpDayView *view = days->pdata[i];

      for (guint j = 0; j < view->pauses->len; j++)
        {
          StpPause *pause = view->pauses->pdata[j];

          if (i == 0 || pause->from >= view->from)
            g_ptr_array_add (pauses, pause);
        }
    }

  return g_steal_pointer (&pauses);
}

/* Pauses are one band that are of one kind, and on the same side of the same session. */
static StpMonthBand *
find_band (GArray *bands, GPtrArray *sessions, StpPauseKind kind, const StpPause *pause)
{
  for (guint i = bands->len; i-- > 0;)
    {
      StpMonthBand *band = &g_array_index (bands, StpMonthBand, i);

      if (band->kind == kind && band->before == pause->before &&
          (sessions->pdata[i] == pause->session ||
           g_strcmp0 (sessions->pdata[i], pause->session) == 0))
        return band;
    }

  return NULL;
}

static void
merge_pause (GArray *bands, GPtrArray *sessions, const StpPause *pause)
{
  const StpPauseKind kind = stp_pause_kind_of (pause);
  StpMonthBand *band = find_band (bands, sessions, kind, pause);
  const StpMonthBand first = { .kind = kind,
                               .before = pause->before,
                               .forecast = pause->forecast,
                               .returns = !pause->withheld,
                               .from = pause->from,
                               .to = pause->to };

  if (band)
    {
      band->from = MIN (band->from, pause->from);
      band->to = MAX (band->to, pause->to);
      band->returns = band->returns && !pause->withheld;
      return;
    }

  g_array_append_val (bands, first);
  g_ptr_array_add (sessions, pause->session);
}

/* In its lane a band begins on the day after the one before it ends, so that two never lie on top
 * of each other; where they overlap in time, the first does not end in a return. */
static void
place_in_lane (GArray *bands, GTimeZone *zone)
{
  StpMonthBand *previous = NULL;

  for (guint i = 0; i < bands->len; i++)
    {
      StpMonthBand *band = &g_array_index (bands, StpMonthBand, i);

      band->first_day = stp_day_of (band->from, zone);
      band->last_day = stp_day_of (band->to - 1, zone);
      if (previous && previous->kind == band->kind)
        {
          if (band->from <= previous->to && band->to > previous->to)
            previous->returns = FALSE;
          if (band->to <= previous->to)
            band->returns = FALSE;
          band->first_day = MAX (band->first_day, previous->last_day + 1);
        }
      if (band->first_day <= band->last_day)
        previous = band;
    }
}

static void
remove_hidden (GArray *bands)
{
  for (guint i = bands->len; i-- > 0;)
    {
      const StpMonthBand *band = &g_array_index (bands, StpMonthBand, i);

      if (band->first_day > band->last_day)
        g_array_remove_index (bands, i);
    }
}

/**
 * stp_month_bands_merge:
 * @pauses: (element-type StpPause): in any order, and as often as they like
 *
 * Returns: (transfer full) (element-type StpMonthBand): the bands that products make which must
 *   stay off, before stp_month_bands_place() gives them days
 */
GArray *
stp_month_bands_merge (GPtrArray *pauses)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (StpMonthBand));
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < pauses->len; i++)
    if (stp_pause_stops (pauses->pdata[i]))
      merge_pause (bands, sessions, pauses->pdata[i]);

  return bands;
}

/**
 * stp_month_bands_place:
 * @bands: (element-type StpMonthBand): in any order
 *
 * Sorts bands by kind and then by time, and gives them days: those of one kind share none.
 */
void
stp_month_bands_place (GArray *bands, GTimeZone *zone)
{
  g_array_sort (bands, compare_bands);
  place_in_lane (bands, zone);
  remove_hidden (bands);
}

/**
 * stp_month_bands_collect:
 * @days: (element-type StpDayView): successive days
 *
 * Returns: (transfer full) (element-type StpMonthBand): the bands that touch @days, placed
 */
GArray *
stp_month_bands_collect (GPtrArray *days, GTimeZone *zone)
{
  g_autoptr (GPtrArray) pauses = list_pauses (days);
  GArray *bands = stp_month_bands_merge (pauses);

  stp_month_bands_place (bands, zone);

  return bands;
}
