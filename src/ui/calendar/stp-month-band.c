// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-band.h"

#include <glib/gi18n.h>

#include "rules/stp-rule.h"

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
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *moment = NULL;

  if (self->before || !self->returns)
    return g_strdup (_ (words->off));

  utc = g_date_time_new_from_unix_utc_usec (self->to);
  local = g_date_time_to_timezone (utc, zone);
  /* Translators: a moment within a month view, as in "Sat 21:00" */
  moment = g_date_time_format (local, C_ ("band", "%a %H:%M"));
  if (brief)
    /* Translators: what was paused is back; %s is a weekday and a time, as in "Sat 21:00" */
    return g_strdup_printf (C_ ("band", "Back %s"), moment);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (words->back), moment);
#pragma GCC diagnostic pop
}

/* Two pauses that are one band: the same session, the same side of it, the same kind. */
static gboolean
belongs_to (const StpPause *pause, const StpPause *other)
{
  return pause->before == other->before && g_strcmp0 (pause->session, other->session) == 0;
}

static int
compare_pauses (gconstpointer a, gconstpointer b)
{
  const StpPause *first = *(StpPause *const *) a;
  const StpPause *second = *(StpPause *const *) b;
  StpPauseKind of[] = { stp_pause_kind_of (first), stp_pause_kind_of (second) };
  int order;

  if (of[0] != of[1])
    return of[0] < of[1] ? -1 : 1;
  order = g_strcmp0 (first->session, second->session);
  if (order == 0)
    order = second->before - first->before;

  return order;
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

static GArray *
merge_pauses (GPtrArray *pauses)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, TRUE, sizeof (StpMonthBand));

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *pause = pauses->pdata[i];
      StpPauseKind kind = stp_pause_kind_of (pause);
      StpMonthBand *last = bands->len > 0 ? &g_array_index (bands, StpMonthBand, bands->len - 1)
                                          : NULL;

      if (last && last->kind == kind && belongs_to (pause, pauses->pdata[i - 1]))
        {
          last->from = MIN (last->from, pause->from);
          last->to = MAX (last->to, pause->to);
        }
      else
        {
          StpMonthBand band = { .kind = kind,
                                .before = pause->before,
                                .forecast = pause->forecast,
                                .returns = TRUE,
                                .from = pause->from,
                                .to = pause->to };

          g_array_append_val (bands, band);
        }
    }
  g_array_sort (bands, compare_bands);

  return g_steal_pointer (&bands);
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

static gboolean
is_light (const StpPause *pause)
{
  return pause->strength < STP_WARN;
}

/**
 * stp_month_bands_of:
 * @pauses: (element-type StpPause): in any order, and as often as they like
 *
 * Returns: (transfer full) (element-type StpMonthBand): the bands that products make which must
 *   stay off, by kind and then by time; bands of one kind share no day
 */
GArray *
stp_month_bands_of (GPtrArray *pauses, GTimeZone *zone)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (pauses->len);
  g_autoptr (GArray) bands = NULL;

  for (guint i = 0; i < pauses->len; i++)
    if (!is_light (pauses->pdata[i]))
      g_ptr_array_add (sorted, pauses->pdata[i]);
  g_ptr_array_sort (sorted, compare_pauses);

  bands = merge_pauses (sorted);
  place_in_lane (bands, zone);
  remove_hidden (bands);

  return g_steal_pointer (&bands);
}

/**
 * stp_month_bands_collect:
 * @days: (element-type StpDayView): successive days
 *
 * Returns: (transfer full) (element-type StpMonthBand): the bands that touch @days, as of
 *   stp_month_bands_of()
 */
GArray *
stp_month_bands_collect (GPtrArray *days, GTimeZone *zone)
{
  g_autoptr (GPtrArray) pauses = list_pauses (days);

  return stp_month_bands_of (pauses, zone);
}
