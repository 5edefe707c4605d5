// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-words.h"

#include <glib/gi18n.h>

#include "rules/stp-sources.h"
#include "session/stp-step-screens.h"
#include "session/stp-step-timer.h"
#include "shared/stp-names.h"
#include "shared/stp-when.h"

/* The step whose words follow those of the first one on the screen, if any. */
static const StpProcedureStep *
find_second (StpProcedure *procedure, guint screen)
{
  switch ((int) stp_procedure_get_step (procedure, screen)->kind)
    {
    case STP_STEP_WASH:
    case STP_STEP_WASH_OFF:
      return stp_step_screens_find_kind (procedure, screen, STP_STEP_DRY);
    case STP_STEP_RINSE:
      return stp_step_screens_find_kind (procedure, screen, STP_STEP_CARE);
    default:
      return NULL;
    }
}

/**
 * stp_step_words_dup_text:
 *
 * Returns: (transfer full): what to do on @screen
 */
char *
stp_step_words_dup_text (StpProcedure *procedure, guint screen)
{
  const StpProcedureStep *step = stp_procedure_get_step (procedure, screen);
  const StpProcedureStep *second = find_second (procedure, screen);

  /* Two paragraphs: what the first step says and what the one that follows it at once says. */
  return second ? g_strconcat (step->text, "\n\n", second->text, NULL) : g_strdup (step->text);
}

/**
 * stp_step_words_dup_sources:
 *
 * Returns: (transfer full): where what @screen says comes from
 */
char *
stp_step_words_dup_sources (StpProcedure *procedure, guint screen)
{
  const StpProcedureStep *step = stp_procedure_get_step (procedure, screen);
  const StpProcedureStep *second = find_second (procedure, screen);
  g_autofree char *keys = g_strjoin (" ", step->sources, second ? second->sources : NULL, NULL);

  return stp_sources_explain_keys (keys);
}

static guint
count_areas (StpProcedure *procedure, guint before)
{
  guint n = 0;

  for (guint i = 0; i < before; i++)
    n += stp_procedure_get_step (procedure, i)->kind == STP_STEP_NEEDLE;

  return n;
}

/**
 * stp_step_words_dup_place:
 *
 * Returns: (transfer full) (nullable): how long the needles are and which area of how many it is;
 *   %NULL where nothing is needled
 */
char *
stp_step_words_dup_place (StpProcedure *procedure, guint screen)
{
  const guint n_areas = count_areas (procedure, stp_procedure_get_n_steps (procedure));
  const int needle_um = stp_procedure_get_step (procedure, screen)->needle_um;
  g_autofree char *length = NULL;

  if (needle_um == 0)
    return NULL;

  length = stp_names_format_length (needle_um);
  /* Translators: the length of the needles and which area of the skin it is, as in
   * "0.25 mm · area 2 of 3" */
  return g_strdup_printf (_ ("%1$s · area %2$u of %3$u"), length,
                          count_areas (procedure, screen) + 1, n_areas);
}

/**
 * stp_step_words_dup_until:
 * @step: one that was begun
 *
 * Returns: (transfer full): how long an area should take, or until when the timer runs
 */
char *
stp_step_words_dup_until (const StpProcedureStep *step, StpClock *clock)
{
  GTimeZone *zone = stp_clock_get_zone (clock);
  g_autofree char *at = stp_when_format_time (step->at + step->minutes * STP_MINUTE, zone);
  g_autofree char *latest = stp_when_format_time (step->at + step->max_minutes * STP_MINUTE, zone);
  g_autofree char *budget = stp_step_timer_format (step->budget);

  if (step->kind == STP_STEP_NEEDLE)
    /* Translators: minutes and seconds that needling one area of the skin should take, as in
     * "About 1:40 for this area" */
    return g_strdup_printf (_ ("About %s for this area"), budget);
  if (step->max_minutes > 0)
    /* Translators: two times of day: when a timed step should end, and when it must */
    return g_strdup_printf (_ ("Until %1$s, at the latest %2$s"), at, latest);

  /* Translators: the time of day at which a timed step ends */
  return g_strdup_printf (_ ("Until %s"), at);
}

/**
 * stp_step_words_get_begin:
 *
 * Returns: (transfer none) (nullable): what the second button of @screen says; %NULL = there is
 * none
 */
const char *
stp_step_words_get_begin (StpProcedure *procedure, guint screen)
{
  const StpProcedureStep *step = stp_procedure_get_step (procedure, screen);

  if (step->kind == STP_STEP_NUMB)
    return step->at == STP_TIME_UNSET ? _ ("_Use Numbing Cream") : NULL;
  if (stp_step_screens_find_kind (procedure, screen, STP_STEP_NUMB))
    return _ ("N_umbing Cream…");

  return step->minutes > 0 && step->at == STP_TIME_UNSET ? _ ("Start _Timer") : NULL;
}
