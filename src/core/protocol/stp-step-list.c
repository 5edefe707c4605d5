// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-step-list-private.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-numbing-private.h"
#include "protocol/stp-step-table-private.h"

/* How long needling may take in all, in minutes, and how many strokes fall in each direction;
 * clinical rules, section 2.2. It gives no time for the longest needles: that of 0.5 mm stands. */
#define PEN_MINUTES 15
static const guint band_minutes[STP_BAND_N] = { 5, 10, 10, 10 };
static const guint band_strokes[STP_BAND_N] = { 5, 4, 3, 3 };
#define PEN_PASSES 3
#define DIRECTIONS 4

typedef struct
{
  StpSession *session;
  StpSessionLog *log;
  const char *no_cream; /* (nullable): why there is no numbing cream for this person */
  StpContact contact;
  gboolean pen;
  GArray *steps;
} Making;

static gboolean
is_pen (StpTimeline *timeline, StpSession *session)
{
  StpDevice *device = session->device ? stp_diary_lookup (stp_timeline_get_diary (timeline),
                                                          STP_RECORD_DEVICE, session->device)
                                      : NULL;

  return device != NULL && device->kind == STP_DEVICE_PEN;
}

/* That of the band, else of the last one before it that has any. */
static const char *
pick_text (const char *const *texts, StpBand band)
{
  const char *text = NULL;

  for (int i = band; text == NULL && i >= 0; i--)
    text = texts[i];
  return text;
}

static const char *
row_text (const Making *self, const StpStepRow *row, StpBand band)
{
  const gboolean patch = self->session->purpose == STP_PURPOSE_PATCH;

  if (patch && self->pen && row->pen_patch_text != NULL)
    return row->pen_patch_text;
  if (patch && row->patch_text[0] != NULL)
    return pick_text (row->patch_text, band);
  if (self->pen && row->pen_text != NULL)
    return row->pen_text;
  return pick_text (row->text, band);
}

/* Clinical rules, section 2.1: "face zone only". A session that does not say where is of the face.
 */
static const char *
find_no_cream (StpTimeline *timeline, StpSession *session, gint64 now)
{
  const guint64 areas = stp_areas_expand (stp_session_get_areas (session));

  if (areas != 0 && !(areas & STP_AREAS_FACE))
    return _ ("Numbing cream is for the face only.");
  return stp_numbing_get_bar (timeline, now);
}

/* What the session leaves out is said where the skin is looked at: of the face, else the cream. */
static const char *
row_note (const Making *self, const StpStepRow *row)
{
  if (row->kind != STP_STEP_INSPECT || row->after_numbing)
    return row->note ? _ (row->note) : NULL;
  if (stp_session_get_left_out (self->session) & STP_BIT (STP_AREA_UPPER_LIP))
    return _ ("These needles are too long for the upper lip and around the eyes. Both are left "
              "out today.");
  return self->no_cream;
}

static void
set_turn (const Making *self, StpProcedureStep *step, const StpAreaTurn *turn, guint n_turns)
{
  StpBand band = stp_band_from_length (turn->needle_um);
  guint minutes = self->pen ? PEN_MINUTES : band_minutes[band];

  step->area = turn->area;
  step->title = turn->title;
  step->needle_um = turn->needle_um;
  step->strokes = self->pen ? 0 : band_strokes[band];
  step->passes = self->pen ? PEN_PASSES : DIRECTIONS;
  step->budget = minutes * 60 / n_turns;
  /* One spot is no face. */
  if (self->session->purpose == STP_PURPOSE_PATCH)
    step->budget = 60;
}

static void
find_record (const Making *self, StpProcedureStep *step)
{
  StpStep *record;
  guint nth = 0;

  for (guint i = 0; i < self->steps->len; i++)
    nth += g_array_index (self->steps, StpProcedureStep, i).kind == step->kind && step->area == 0;
  record = stp_session_log_find (self->log, step->kind, step->area, nth);
  if (record == NULL)
    return;
  step->at = record->at.us;
  step->done = record->done_at.us != STP_TIME_UNSET;
  step->detail = record->detail;
}

static void
add_step (const Making *self, const StpStepRow *row, const StpAreaTurn *turn, guint n_turns)
{
  int needle_um = turn ? turn->needle_um : stp_session_get_needle_um (self->session);
  StpBand band = stp_band_from_length (needle_um);
  const char *title = self->pen && row->pen_title ? row->pen_title : row->title;
  StpProcedureStep step = {
    .kind = row->kind,
    .title = title ? _ (title) : NULL,
    .text = _ (row_text (self, row, band)),
    .note = row_note (self, row),
    .sources = row->sources,
    .minutes = self->pen && row->pen_title ? 0 : row->minutes,
    .optional = row->optional,
    .joined = row->joined,
    .skip_suggested = row->kind == STP_STEP_NUMB && band == STP_BAND_R2,
    .at = STP_TIME_UNSET,
  };

  if (turn != NULL)
    set_turn (self, &step, turn, n_turns);
  if (row->kind == STP_STEP_NUMB)
    {
      step.minutes = self->contact.usual;
      step.max_minutes = self->contact.longest;
    }
  find_record (self, &step);
  g_array_append_val (self->steps, step);
}

static void
add_areas (const Making *self, const StpStepRow *row, StpTimeline *timeline)
{
  g_autoptr (GArray) turns = stp_area_turns_new (timeline, self->session);

  for (guint i = 0; i < turns->len; i++)
    add_step (self, row, &g_array_index (turns, StpAreaTurn, i), turns->len);
}

static gboolean
is_left_out (const Making *self, const StpStepRow *row)
{
  if (row->after_numbing)
    return !stp_numbing_was_applied (self->log);
  if (row->kind != STP_STEP_NUMB)
    return FALSE;
  /* One application a day, also after a gate that was asked again (clinical rules, 2.1). What was
   * put on stays in the list, whatever was answered since. */
  return self->log->numbed_before || (self->no_cream && !stp_numbing_was_applied (self->log));
}

/*
 * stp_step_list_new:
 * @now: the moment of looking; cream that was on for too long ends a session with washing it off
 *
 * Returns: (transfer full): (element-type StpProcedureStep): the steps of @session in order,
 *   with what @log has of them
 */
GArray *
stp_step_list_new (StpTimeline *timeline, StpSession *session, StpSessionLog *log, gint64 now)
{
  Making making = { .session = session,
                    .log = log,
                    .no_cream = find_no_cream (timeline, session, now),
                    .contact = stp_numbing_get_contact (timeline),
                    .pen = is_pen (timeline, session) };
  gboolean not_today = stp_numbing_is_too_long (log, now);

  making.steps = g_array_new (FALSE, TRUE, sizeof (StpProcedureStep));
  for (guint i = 0; i < stp_step_table_length; i++)
    {
      const StpStepRow *row = &stp_step_table[i];

      if (is_left_out (&making, row))
        continue;
      if (row->kind == STP_STEP_NEEDLE)
        add_areas (&making, row, timeline);
      else
        add_step (&making, row, NULL, 0);
      if (not_today && row->kind == STP_STEP_WASH_OFF)
        break;
    }
  return making.steps;
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
