// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-kit.h"
#include "rules/stp-planner.h"
#include "rules/stp-timeline-private.h"

static StpDevice *
find_only_device (StpDiary *diary)
{
  StpDevice *only = NULL;
  guint n = stp_diary_get_n_records (diary, STP_RECORD_DEVICE);

  for (guint i = 0; i < n; i++)
    {
      StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);

      if (device->archived)
        continue;
      if (only)
        return NULL;
      only = device;
    }
  return only;
}

/* In micrometres, 0 if it is not known. */
static int
find_length (StpDiary *diary, const char *device)
{
  const StpHead *head = stp_kit_find_head (diary, device);

  return head && head->needle_um != STP_UNSET ? head->needle_um : 0;
}

/* The head of that device and length that is in use, or %NULL. */
StpHead *
stp_timeline_find_head (StpTimeline *self, const StpQuestion *question)
{
  StpDiary *diary = stp_timeline_get_diary (self);
  StpHead *found = NULL;
  guint n = stp_diary_get_n_records (diary, STP_RECORD_HEAD);

  for (guint i = 0; i < n; i++)
    {
      StpHead *head = stp_diary_peek_record (diary, STP_RECORD_HEAD, i);

      if (head->retired == STP_DAY_UNSET && head->needle_um == question->needle_um &&
          g_strcmp0 (head->device, question->device) == 0 && (!found || head->since > found->since))
        found = head;
    }
  return found;
}

/* Where @session needles, and the longest needles of it that are named. */
void
stp_question_read_areas (StpQuestion *question, const StpSession *session)
{
  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      if (area->area > 0)
        question->areas |= STP_BIT (area->area);
      question->needle_um = MAX (question->needle_um, area->needle_um);
    }
}

/**
 * stp_timeline_resolve_question:
 * @question: what it leaves open is filled in: device, needle length and areas
 * @error: %STP_PLANNER_ERROR_DEVICE
 *
 * Returns: %FALSE if there is no device to ask about, or none without naming it, or one with
 *   needles but without a head
 */
gboolean
stp_timeline_resolve_question (StpTimeline *self, StpQuestion *question, GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (self);
  StpDevice *device = question->device
                        ? stp_diary_lookup (diary, STP_RECORD_DEVICE, question->device)
                        : find_only_device (diary);

  if (question->areas == 0)
    question->areas = STP_BIT (STP_AREA_FACE);
  if (!device)
    {
      if (question->device)
        /* Translators: %s is an id. */
        g_set_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_DEVICE,
                     _ ("There is no device “%s”."), question->device);
      else
        g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_DEVICE,
                             _ ("There is no device to use, or more than one."));
      return FALSE;
    }

  question->device = stp_record_get_id (device);
  if (question->needle_um <= 0)
    question->needle_um = find_length (diary, question->device);
  if (question->needle_um <= 0 && !(STP_BIT (device->kind) & STP_DEVICES_LIGHT))
    {
      g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_DEVICE,
                           _ ("The device has no head with a needle length."));
      return FALSE;
    }
  return TRUE;
}

/**
 * stp_timeline_get_session_end:
 * @session: a session of the diary
 *
 * Returns: its reckoned end in UTC microseconds: its end, else its last step, else an hour after
 *   its start; %STP_TIME_UNSET if nothing is known of it
 */
gint64
stp_timeline_get_session_end (StpTimeline *self, StpSession *session)
{
  StpSitting *sitting = stp_facts_find_sitting (stp_timeline_get_facts (self),
                                                stp_record_get_id (session));

  if (sitting)
    return sitting->end;
  if (session->end.us != STP_TIME_UNSET || session->start.us == STP_TIME_UNSET)
    return session->end.us;
  return stp_facts_add (session->start.us, STP_USUAL_LENGTH);
}

/**
 * stp_timeline_was_needled:
 * @session: a session of the diary
 *
 * Returns: whether skin was punctured in it: it is done, or a stroke is recorded whatever its state
 *   says (E13)
 */
gboolean
stp_timeline_was_needled (StpTimeline *self, StpSession *session)
{
  StpSitting *sitting = stp_facts_find_sitting (stp_timeline_get_facts (self),
                                                stp_record_get_id (session));

  return sitting && sitting->needled;
}

/**
 * stp_timeline_get_next_session:
 *
 * The planned session that comes next. One whose time has passed without being answered comes
 * before all others: the app asks "done, move, not this time?".
 *
 * Returns: (transfer none) (nullable): the session
 */
StpSession *
stp_timeline_get_next_session (StpTimeline *self)
{
  StpFacts *facts = stp_timeline_get_facts (self);

  for (guint i = 0; i < facts->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (facts->sittings, i);

      if (sitting->planned && sitting->session->state == STP_SESSION_PLANNED)
        return sitting->session;
    }
  return NULL;
}

/**
 * stp_timeline_get_session_planned_at:
 * @start: UTC microseconds
 *
 * Returns: (transfer none) (nullable): the home session that is planned for exactly that moment
 */
StpSession *
stp_timeline_get_session_planned_at (StpTimeline *self, gint64 start)
{
  StpFacts *facts = stp_timeline_get_facts (self);

  for (guint i = 0; i < facts->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (facts->sittings, i);

      if (sitting->planned && sitting->session->start.us == start &&
          sitting->session->place != STP_PLACE_CLINIC)
        return sitting->session;
    }
  return NULL;
}

/**
 * stp_timeline_get_last_session:
 *
 * Returns: (transfer none) (nullable): of the sessions that happened the one that ended last, not
 *   after now
 */
StpSession *
stp_timeline_get_last_session (StpTimeline *self)
{
  StpFacts *facts = stp_timeline_get_facts (self);
  gint64 now = stp_clock_get_now (stp_diary_get_clock (facts->diary));
  StpSitting *last = NULL;

  for (guint i = 0; i < facts->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (facts->sittings, i);

      if (sitting->needled && sitting->end != STP_TIME_UNSET && sitting->end <= now &&
          (!last || sitting->end >= last->end))
        last = sitting;
    }
  return last ? last->session : NULL;
}
