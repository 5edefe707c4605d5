// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-check-in.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-procedure.h"
#include "rules/stp-reactions.h"

/* Who needles this often knows the skin: to ask every day would only nag. */
#define WEEKLY_RHYTHM (10 * STP_DAY_LENGTH)
/* Skin that is not calm is looked at again after so long. */
#define LOOK_AGAIN (24 * STP_HOUR)
/* How long a check-in says what to do: until the next one could. */
#define SAYS_FOR (3 * STP_DAY_LENGTH)

#define FROM_R2 (~0u)
#define FROM_R5 (~STP_BIT (STP_BAND_R2))

/*
 * Clinical rules, section 6: when it is due, in hours after the session, how long it is asked for,
 * and after needles of which length. Of the weekly rhythm with short needles the last one comes
 * half a day early: it is answered before the next gate.
 */
static const struct
{
  StpSlot slot;
  int from, until;
  int weekly_from;
  guint64 bands;
} schedule[] = {
  { STP_SLOT_PLUS_2H, 2, 24, 0, FROM_R2 },   { STP_SLOT_PLUS_24H, 24, 48, 24, FROM_R2 },
  { STP_SLOT_PLUS_48H, 48, 72, 0, FROM_R2 }, { STP_SLOT_PLUS_72H, 72, 120, 72, FROM_R2 },
  { STP_SLOT_7D, 168, 216, 156, FROM_R2 },   { STP_SLOT_14D, 336, 408, 0, FROM_R5 },
  { STP_SLOT_28D, 672, 840, 0, FROM_R2 },
};

static StpDiary *
get_diary (StpTimeline *timeline)
{
  return stp_timeline_get_diary (timeline);
}

static StpInstant
get_now (StpTimeline *timeline)
{
  StpClock *clock = stp_diary_get_clock (get_diary (timeline));

  return stp_instant_local (stp_clock_get_now (clock), stp_clock_get_zone (clock));
}

/* Short needles at home, and so were the ones a week before. */
static gboolean
is_weekly (StpTimeline *timeline, StpSession *session)
{
  StpDiary *diary = get_diary (timeline);

  if (session->place == STP_PLACE_CLINIC || session->purpose == STP_PURPOSE_PATCH ||
      stp_reaction_get_band (timeline, stp_record_get_id (session)) != STP_BAND_R2)
    return FALSE;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *other = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      if (other->state == STP_SESSION_DONE && !other->hidden &&
          other->purpose != STP_PURPOSE_PATCH && other->place != STP_PLACE_CLINIC &&
          other->start.us != STP_TIME_UNSET && other->start.us < session->start.us &&
          other->start.us >= session->start.us - WEEKLY_RHYTHM)
        return TRUE;
    }
  return FALSE;
}

/* A look at the skin within that time answers, whichever slot it names. */
static gboolean
is_answered (StpTimeline *timeline, StpSession *session, StpSlot slot, gint64 from, gint64 until)
{
  StpDiary *diary = get_diary (timeline);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      if (g_strcmp0 (reaction->session, stp_record_get_id (session)) != 0)
        continue;
      if (reaction->slot == slot || (reaction->at.us >= from && reaction->at.us < until))
        return TRUE;
    }
  return FALSE;
}

/* What was missed is not asked for any more: nobody remembers how it was. */
static StpCheckIn
find_scheduled (StpTimeline *timeline, StpSession *session, gint64 now)
{
  const StpBand band = stp_reaction_get_band (timeline, stp_record_get_id (session));
  const gint64 end = stp_timeline_get_session_end (timeline, session);
  const gboolean weekly = is_weekly (timeline, session);

  for (guint i = 0; i < G_N_ELEMENTS (schedule); i++)
    {
      const int hours = weekly ? schedule[i].weekly_from : schedule[i].from;
      const gint64 from = end + hours * STP_HOUR;
      const gint64 until = end + schedule[i].until * STP_HOUR;

      if (hours == 0 || !(schedule[i].bands & STP_BIT (band)) || now >= until ||
          is_answered (timeline, session, schedule[i].slot, from, until))
        continue;
      return (StpCheckIn) { session, schedule[i].slot, from };
    }
  return (StpCheckIn) { session, 0, STP_TIME_UNSET };
}

static gint64
find_last_look (StpDiary *diary)
{
  gint64 last = STP_TIME_UNSET;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      last = MAX (last, reaction->at.us);
    }
  return last;
}

/**
 * stp_check_in_find_last:
 * @session: (nullable): what it is about
 *
 * Returns: (transfer none) (nullable): the last look at the skin that still says what to do
 */
StpReaction *
stp_check_in_find_last (StpTimeline *timeline, StpSession *session)
{
  const char *id = session ? stp_record_get_id (session) : NULL;
  StpReaction *last = NULL;
  gint64 from;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), NULL);

  from = get_now (timeline).us - SAYS_FOR;
  for (guint i = 0; i < stp_diary_get_n_records (get_diary (timeline), STP_RECORD_REACTION); i++)
    {
      StpReaction *it = stp_diary_peek_record (get_diary (timeline), STP_RECORD_REACTION, i);

      if (!it->skipped && !it->resolved && it->at.us >= from && g_strcmp0 (it->session, id) == 0 &&
          (!last || it->at.us > last->at.us))
        last = it;
    }
  return last;
}

/* Whether calm skin is all that a hold waits for. */
static gboolean
waits_for_calm (StpTimeline *timeline)
{
  g_autoptr (GPtrArray) standing = stp_reaction_list_standing (timeline);

  for (guint i = 0; i < standing->len; i++)
    {
      const StpStandingReaction *it = standing->pdata[i];

      if (it->until == STP_TIME_UNSET &&
          (it->grade == STP_REACTION_AMBER || it->reaction->resolved))
        return TRUE;
    }
  return FALSE;
}

/**
 * stp_check_in_find:
 * @now: UTC microseconds
 *
 * Finds the check-in that is due, else the next one to come: about the last session, on the days of
 * clinical rules, section 6, with three of them for who needles weekly with short needles; and once
 * a day as long as a hold waits for calm skin (E14).
 *
 * Returns: it; borrows from the diary
 */
StpCheckIn
stp_check_in_find (StpTimeline *timeline, gint64 now)
{
  StpCheckIn found = { NULL, 0, STP_TIME_UNSET };
  StpSession *last;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), found);

  last = stp_timeline_get_last_session (timeline);
  if (last)
    found = find_scheduled (timeline, last, now);
  if (waits_for_calm (timeline))
    {
      const gint64 again = find_last_look (get_diary (timeline)) + LOOK_AGAIN;

      if (found.at == STP_TIME_UNSET || again < found.at)
        found = (StpCheckIn) { last, 0, again };
    }
  return found;
}

/**
 * stp_check_in_record:
 * @draft: how the skin is
 *
 * Keeps it. What holds a session back cannot be undone, an alarm sign or skin that needs more time:
 * undo opens no lock (E14). Calm skin, and what is normal, can.
 *
 * Returns: %FALSE with an error of the diary
 */
gboolean
stp_check_in_record (StpTimeline *timeline, StpReaction *draft, GError **error)
{
  const gboolean holds = stp_reaction_grade (timeline, draft) >= STP_REACTION_AMBER;
  StpDiary *diary = get_diary (timeline);
  gboolean done;

  stp_diary_begin_edit (diary, _ ("Check-In"));
  done = stp_diary_put_guarded (diary, draft, holds ? STP_EDIT_PERMANENT : STP_EDIT_UNDOABLE,
                                error);
  stp_diary_end_edit (diary);
  return done;
}

/**
 * stp_check_in_skip:
 *
 * Notes that nobody looked, so that it is not asked for again. It says nothing about the skin.
 *
 * Returns: %FALSE with an error of the diary
 */
gboolean
stp_check_in_skip (StpTimeline *timeline, const StpCheckIn *check_in, GError **error)
{
  g_autoptr (StpReaction) draft = stp_record_new (STP_RECORD_REACTION);

  g_set_str (&draft->session, check_in->session ? stp_record_get_id (check_in->session) : NULL);
  draft->slot = check_in->slot;
  draft->at = get_now (timeline);
  draft->skipped = TRUE;
  return stp_check_in_record (timeline, draft, error);
}

static gboolean
put_resolution (StpTimeline *timeline, StpReaction *reaction, StpResolution *it, GError **error)
{
  g_autoptr (StpReaction) draft = stp_record_copy (reaction);

  g_clear_pointer (&draft->resolved, stp_resolution_free);
  draft->resolved = it;
  return stp_diary_put_guarded (get_diary (timeline), draft, STP_EDIT_PERMANENT, error);
}

/**
 * stp_check_in_resolve:
 * @by: the doctor who says that it is over
 * @on: day on which that was said
 * @note: (nullable)
 *
 * Opens the lock of an alarm (E14).
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_INVALID if nobody is named, or an error of the diary
 */
gboolean
stp_check_in_resolve (StpTimeline *timeline,
                      StpReaction *reaction,
                      const char *by,
                      guint on,
                      const char *note,
                      GError **error)
{
  StpResolution *resolution;

  if (!by || !*by || g_str_equal (by, STP_RESOLVED_BY_MISTAKE))
    {
      g_set_error_literal (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID,
                           _ ("Name the doctor who says that it is over."));
      return FALSE;
    }
  resolution = stp_resolution_new ();
  resolution->by = g_strdup (by);
  resolution->on = on;
  resolution->note = g_strdup (note);
  return put_resolution (timeline, reaction, resolution, error);
}

/**
 * stp_check_in_recant:
 *
 * Says that an alarm was recorded by mistake. It stays in the history, and the lock opens with calm
 * skin at least 24 h after it (E14).
 *
 * Returns: %FALSE with an error of the diary
 */
gboolean
stp_check_in_recant (StpTimeline *timeline, StpReaction *reaction, GError **error)
{
  StpClock *clock = stp_diary_get_clock (get_diary (timeline));
  StpResolution *resolution = stp_resolution_new ();

  resolution->by = g_strdup (STP_RESOLVED_BY_MISTAKE);
  resolution->on = stp_clock_get_today (clock);
  return put_resolution (timeline, reaction, resolution, error);
}
