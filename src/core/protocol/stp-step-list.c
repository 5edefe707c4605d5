// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-step-list-private.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-step-table-private.h"

/*
 * The order of clinical rules, section 2.2: from the sturdiest skin to the thinnest. Areas off
 * the face come after it.
 */
static const struct
{
  StpArea area;
  const char *title;
} area_order[] = {
  { STP_AREA_CHEEKS, NC_ ("area", "Cheeks") },
  { STP_AREA_CHIN, NC_ ("area", "Chin") },
  { STP_AREA_JAW, NC_ ("area", "Jaw") },
  { STP_AREA_FOREHEAD, NC_ ("area", "Forehead") },
  { STP_AREA_NOSE, NC_ ("area", "Nose") },
  { STP_AREA_UPPER_LIP, NC_ ("area", "Above the Upper Lip") },
  { STP_AREA_EYE_CONTOUR, NC_ ("area", "Around the Eyes") },
  { STP_AREA_NECK, NC_ ("area", "Neck") },
  { STP_AREA_CHEST, NC_ ("area", "Chest") },
  { STP_AREA_SCALP, NC_ ("area", "Scalp") },
  { STP_AREA_HANDS, NC_ ("area", "Hands") },
  { STP_AREA_ARMS, NC_ ("area", "Arms") },
  { STP_AREA_LEGS, NC_ ("area", "Legs") },
  { STP_AREA_BACK, NC_ ("area", "Back") },
  { STP_AREA_BELLY, NC_ ("area", "Belly") },
  { STP_AREA_OTHER, NC_ ("area", "Other Area") },
};

/*
 * stp_session_get_areas:
 *
 * Returns: the areas a stroke may fall on, as a set. "The face" leaves out the skin around the
 *   eyes, which is needled only where the session names it, and a patch test is one spot at the
 *   jaw (E9). What was marked as no-go is left out.
 */
guint64
stp_session_get_areas (StpSession *session)
{
  guint64 areas = 0;

  if (session->purpose == STP_PURPOSE_PATCH)
    return STP_BIT (STP_AREA_JAW);

  for (guint i = 0; session->areas != NULL && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      if (area->area > 0)
        areas |= STP_BIT (area->area);
    }
  if (areas == 0 || areas & STP_BIT (STP_AREA_FACE))
    areas |= STP_AREAS_FACE & ~STP_BIT (STP_AREA_EYE_CONTOUR);
  return areas & ~STP_BIT (STP_AREA_FACE) & ~stp_areas_expand (session->no_go);
}

/*
 * stp_session_get_needle_um:
 *
 * Returns: the longest needle of the session in micrometres, 0 if it names none
 */
int
stp_session_get_needle_um (StpSession *session)
{
  int longest = 0;

  for (guint i = 0; session->areas != NULL && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      longest = MAX (longest, area->needle_um);
    }
  return longest;
}

static const char *
row_text (const StpStepRow *row, StpSession *session)
{
  const char *text = NULL;
  StpBand band = stp_band_from_length (stp_session_get_needle_um (session));

  if (session->purpose == STP_PURPOSE_PATCH && row->patch_text != NULL)
    return row->patch_text;
  for (int i = band; text == NULL && i >= 0; i--)
    text = row->text[i];
  return text;
}

static void
add_step (GArray *steps, const StpStepRow *row, StpSession *session, StpSessionLog *log, guint area)
{
  StpBand band = stp_band_from_length (stp_session_get_needle_um (session));
  StpProcedureStep step = {
    .kind = row->kind,
    .title = row->title ? _ (row->title) : NULL,
    .text = _ (row_text (row, session)),
    .note = row->note ? _ (row->note) : NULL,
    .minutes = row->minutes,
    .max_minutes = row->max_minutes,
    .optional = row->optional,
    .skip_suggested = row->kind == STP_STEP_NUMB && band == STP_BAND_R2,
    .at = STP_TIME_UNSET,
  };
  StpStep *record;
  guint nth = 0;

  if (row->kind == STP_STEP_NEEDLE)
    {
      step.area = area_order[area].area;
      step.title = g_dpgettext2 (GETTEXT_PACKAGE, "area", area_order[area].title);
    }
  for (guint i = 0; i < steps->len; i++)
    nth += g_array_index (steps, StpProcedureStep, i).kind == step.kind && step.area == 0;
  record = stp_session_log_find (log, step.kind, step.area, nth);
  if (record != NULL)
    {
      step.at = record->at.us;
      step.done = record->done_at.us != STP_TIME_UNSET;
    }
  g_array_append_val (steps, step);
}

static void
add_areas (GArray *steps, const StpStepRow *row, StpSession *session, StpSessionLog *log)
{
  guint64 areas = stp_session_get_areas (session);

  for (guint i = 0; i < G_N_ELEMENTS (area_order); i++)
    if (areas & STP_BIT (area_order[i].area))
      add_step (steps, row, session, log, i);
}

/*
 * stp_step_list_new:
 *
 * Returns: (transfer full): (element-type StpProcedureStep): the steps of @session in order,
 *   with what @log has of them
 */
GArray *
stp_step_list_new (StpSession *session, StpSessionLog *log)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (StpProcedureStep));
  StpStep *numbing = stp_session_log_find (log, STP_STEP_NUMB, 0, 0);
  gboolean numbed = numbing != NULL && !stp_step_is_skipped (numbing);

  for (guint i = 0; i < stp_step_table_length; i++)
    {
      const StpStepRow *row = &stp_step_table[i];

      if (row->after_numbing && !numbed)
        continue;
      if (row->kind == STP_STEP_NEEDLE)
        add_areas (steps, row, session, log);
      else
        add_step (steps, row, session, log, 0);
    }
  return steps;
}

/*
 * stp_step_list_get_current:
 *
 * Returns: the first step that is not done; their number if all are
 */
guint
stp_step_list_get_current (GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (!g_array_index (steps, StpProcedureStep, i).done)
      return i;
  return steps->len;
}

/*
 * stp_step_list_is_needled:
 *
 * Returns: whether the last area is done, so that no stroke is to come
 */
gboolean
stp_step_list_is_needled (GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const StpProcedureStep *step = &g_array_index (steps, StpProcedureStep, i);

      if (step->kind == STP_STEP_NEEDLE && !step->done)
        return FALSE;
    }
  return TRUE;
}
