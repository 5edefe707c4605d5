// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"

/*
 * What lies ready is kept as the step it is needed for, before that has begun: a step with neither
 * a beginning nor an end. So the list needs no place of its own in the diary, and whoever reckons
 * with steps passes it over, since it says nothing of when.
 */
#define READY "ready"

/* Sunscreen is needed the morning after; a week is enough to get one (product, section 3). */
#define SUNSCREEN_AHEAD (7 * STP_DAY_LENGTH)

/* Clinical rules, section 2, steps 1 to 7 and 15. */
static const struct
{
  StpStepKind step;
  const char *title;
} things[] = {
  /* xgettext:no-c-format */
  { STP_STEP_DISINFECT, N_ ("70 % _alcohol and mild detergent for the head") },
  { STP_STEP_DRY, N_ ("A clean _towel and a fresh pillowcase") },
  { STP_STEP_WASH, N_ ("A _gentle cleanser") },
  { STP_STEP_CARE, N_ ("A _plain cream that your skin knows") },
  { STP_STEP_INSPECT, N_ ("Good _light and an hour of quiet") },
};

/**
 * stp_procedure_get_n_things:
 *
 * Returns: the number of things to have ready
 */
guint
stp_procedure_get_n_things (StpProcedure *self)
{
  return G_N_ELEMENTS (things);
}

static StpStep *
find_thing (StpProcedure *self, StpStepKind kind)
{
  StpDiary *diary = stp_timeline_get_diary (stp_procedure_get_timeline (self));
  StpSession *session = stp_procedure_get_session (self);

  for (guint i = 0; session && i < stp_diary_get_n_records (diary, STP_RECORD_STEP); i++)
    {
      StpStep *step = stp_diary_peek_record (diary, STP_RECORD_STEP, i);

      if (step->step == kind && step->at.us == STP_TIME_UNSET &&
          step->done_at.us == STP_TIME_UNSET &&
          g_strcmp0 (step->session, stp_record_get_id (session)) == 0)
        return step;
    }
  return NULL;
}

/**
 * stp_procedure_get_thing:
 *
 * Returns: something to have ready, and whether it is
 */
StpThing
stp_procedure_get_thing (StpProcedure *self, guint index)
{
  StpThing thing = { 0 };
  StpStep *step;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), thing);
  g_return_val_if_fail (index < G_N_ELEMENTS (things), thing);

  step = find_thing (self, things[index].step);
  thing.step = things[index].step;
  thing.title = _ (things[index].title);
  thing.ready = step != NULL && g_strcmp0 (step->detail, READY) == 0;
  return thing;
}

/**
 * stp_procedure_set_ready:
 * @step: of a [struct@StpThing]
 *
 * Keeps whether something lies ready.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if no session is planned, or with an error of
 *   the diary
 */
gboolean
stp_procedure_set_ready (StpProcedure *self, StpStepKind step, gboolean ready, GError **error)
{
  StpSession *session;
  StpStep *found;
  g_autoptr (StpStep) draft = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  session = stp_procedure_get_session (self);
  if (session == NULL || session->state != STP_SESSION_PLANNED)
    return stp_procedure_refuse (error, _ ("No session is planned."));

  found = find_thing (self, step);
  draft = found ? stp_record_copy (found) : stp_record_new (STP_RECORD_STEP);
  g_set_str (&draft->session, stp_record_get_id (session));
  draft->step = step;
  g_set_str (&draft->detail, ready ? READY : NULL);
  return stp_diary_put_guarded (stp_timeline_get_diary (stp_procedure_get_timeline (self)), draft,
                                STP_EDIT_PERMANENT, error);
}

static gboolean
is_mineral_sunscreen (StpTimeline *timeline, StpProduct *product)
{
  StpClassification *classification = stp_timeline_get_classification (timeline,
                                                                       stp_record_get_id (product));

  return !product->archived && product->kind == STP_PRODUCT_SUNSCREEN && classification &&
         stp_classification_is_active (classification, STP_CLASS_UV_MINERAL);
}

/**
 * stp_procedure_lacks_sunscreen:
 *
 * Returns: whether a session is a week off or less and no mineral sunscreen stands on the shelf
 */
gboolean
stp_procedure_lacks_sunscreen (StpProcedure *self)
{
  StpSession *session;
  StpTimeline *timeline;
  StpDiary *diary;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  session = stp_procedure_get_session (self);
  timeline = stp_procedure_get_timeline (self);
  diary = stp_timeline_get_diary (timeline);
  if (session == NULL || session->state != STP_SESSION_PLANNED ||
      session->start.us - stp_procedure_get_now (self).us > SUNSCREEN_AHEAD)
    return FALSE;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    if (is_mineral_sunscreen (timeline, stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i)))
      return FALSE;
  return TRUE;
}
