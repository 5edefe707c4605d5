// SPDX-License-Identifier: GPL-3.0-or-later

/* What the person answered (E9), and how their skin took it (E14). */

#include "config.h"

#include "naive-window.h"
#include "rules/stp-reaction-class-private.h"

static StpBar
bar_of (const StpRule *rule, StpAnswer answer)
{
  for (guint i = 0; answer != STP_ANSWER_NO && i < STP_RULE_MAX_CASES; i++)
    if (rule->match.answers[i].answer == answer || rule->match.answers[i].answer == 0)
      return rule->match.answers[i].bar;
  return STP_BAR_NONE;
}

/* Whether some gate since the questionnaire has the rule accepted. */
static gboolean
is_accepted (StpDiary *diary, const StpRule *rule)
{
  gint64 asked = stp_diary_get_profile (diary)->questionnaire_at.us;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_GATE); i++)
    {
      StpGate *gate = stp_diary_peek_record (diary, STP_RECORD_GATE, i);

      for (guint j = 0; j < gate->acknowledged->len; j++)
        {
          StpAcknowledgement *it = g_ptr_array_index (gate->acknowledged, j);

          if (g_strcmp0 (it->rule, rule->id) == 0 && it->at.us > asked)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_answer (StpDiary *diary,
            const StpQuestion *question,
            const StpRule *rule,
            StpAnswer answer,
            GArray *windows)
{
  StpBar bar = bar_of (rule, answer);
  NaiveWindow window = { rule, NULL, STP_TIME_UNSET, STP_TIME_UNSET };

  if (bar == STP_BAR_NONE || !naive_speaks_of (diary, question, rule))
    return;
  if (bar == STP_BAR_DOCTOR && naive_find_clearance (diary, question, rule->id))
    return;
  window.strength = STP_BLOCK;
  if (bar == STP_BAR_CAUTION)
    window.strength = is_accepted (diary, rule) ? STP_ADVISE : STP_WARN;
  else if (bar == STP_BAR_DOCTOR)
    window.strength = STP_DOCTOR;
  window.lasting = bar == STP_BAR_DOCTOR || bar == STP_BAR_ABSOLUTE;
  g_array_append_val (windows, window);
}

void
naive_add_answers (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      StpStandingAnswer *answer = stp_profile_get_answer (stp_diary_get_profile (diary),
                                                          rules[i].id);

      if (rules[i].phase == STP_RULE_ANSWER && answer)
        add_answer (diary, question, &rules[i], answer->answer, windows);
    }
}

/* What the check-in says, and how long the skin rests after it has settled. */
static StpReactionGrade
read_reaction (StpDiary *diary, StpReaction *reaction, gint64 *rest)
{
  StpSession *session = reaction->session
                          ? stp_diary_lookup (diary, STP_RECORD_SESSION, reaction->session)
                          : NULL;
  gint64 age = G_MAXINT64;
  StpBand band = STP_BAND_M15;
  gboolean stroke;

  if (session && !naive_is_light (diary, session))
    {
      naive_areas_of_session (diary, session, G_MAXUINT64, &band);
      age = reaction->at.us - naive_end_of (diary, session, &stroke);
    }
  *rest = stp_reaction_get_rest (reaction, age, band);
  return stp_reaction_classify (reaction, age, band);
}

gboolean
naive_is_troubled (StpDiary *diary, StpSession *session)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);
      gint64 rest;

      if (!reaction->skipped && read_reaction (diary, reaction, &rest) >= STP_REACTION_AMBER &&
          g_strcmp0 (reaction->session, stp_record_get_id (session)) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_after (StpReaction *other, StpReaction *reaction)
{
  if (other->at.us != reaction->at.us)
    return other->at.us > reaction->at.us;
  return g_strcmp0 (stp_record_get_id (other), stp_record_get_id (reaction)) > 0;
}

/* The session that was over last by then. */
static StpSession *
find_last_over (StpDiary *diary, gint64 at, gint64 now)
{
  StpSession *last = NULL;
  gint64 last_end = STP_TIME_UNSET;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);
      gboolean stroke;
      gint64 end = naive_end_of (diary, session, &stroke);

      if (!naive_is_light (diary, session) && end <= at && (!last || end >= last_end) &&
          naive_standing_of (session, stroke, now) == NAIVE_NEEDLED)
        {
          last = session;
          last_end = end;
        }
    }
  return last;
}

static gboolean
is_about (StpDiary *diary, StpReaction *reaction, StpSession *session)
{
  if (!reaction->session)
    return find_last_over (diary, reaction->at.us, 0) == session;
  return g_str_equal (reaction->session, stp_record_get_id (session));
}

/* Whether a check-in after a session with that head told of an infection. */
gboolean
naive_is_infected (StpDiary *diary, StpHead *head)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    for (guint j = 0; j < stp_diary_get_n_records (diary, STP_RECORD_SESSION); j++)
      {
        StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);
        StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, j);

        if (!reaction->skipped && (reaction->signs & STP_BIT (STP_SIGN_PUS)) &&
            !(reaction->resolved && g_strcmp0 (reaction->resolved->by, "mistake") == 0) &&
            g_strcmp0 (session->head, stp_record_get_id (head)) == 0 &&
            !naive_is_light (diary, session) && is_about (diary, reaction, session))
          return TRUE;
      }
  return FALSE;
}

/* What it says of red and sore skin: 1 it is, 0 it is not, -1 nothing. */
static int
is_sore (StpDiary *diary, StpReaction *reaction)
{
  gint64 rest;

  if (read_reaction (diary, reaction, &rest) >= STP_REACTION_AMBER || reaction->redness > 0 ||
      reaction->pain > 0)
    return 1;
  return reaction->redness == 0 && reaction->pain == 0 ? 0 : -1;
}

static StpReaction *
find_next_look (StpDiary *diary, StpSession *session, StpReaction *after, gint64 from)
{
  StpReaction *next = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *other = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      if (!other->skipped && other->at.us >= from && is_about (diary, other, session) &&
          is_sore (diary, other) >= 0 && (!after || is_after (other, after)) &&
          (!next || is_after (next, other)))
        next = other;
    }
  return next;
}

/* By a day, and again, while a check-in finds the skin red; by the first that does not, no more. */
gint64
naive_put_off (StpDiary *diary, StpSession *session, gint64 end, gint64 until)
{
  const gint64 day = 24 * STP_HOUR;
  const gint64 own = until;
  StpReaction *look = NULL;

  while ((look = find_next_look (diary, session, look, end + day)) && own >= end + day &&
         look->at.us < until + day)
    if (is_sore (diary, look) == 0)
      until = MAX (own, MIN (until, look->at.us));
    else
      for (; until < look->at.us + day; until += day)
        ;
  return until;
}

/* Whether everything was looked at, and nothing seen. */
static gboolean
is_calm (StpReaction *self)
{
  return self->redness == 0 && self->pain == 0 && self->itch == 0 && self->flaking == 0 &&
         self->swelling == 0 && self->signs == 0;
}

/* Whether nothing is marked, and what @reaction marked was looked at. */
static gboolean
is_settled_by (StpReaction *reaction, StpReaction *other)
{
  const int before[] = { reaction->redness, reaction->pain, reaction->itch, reaction->flaking,
                         reaction->swelling };
  const int after[] = { other->redness, other->pain, other->itch, other->flaking, other->swelling };

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    if (after[i] > 0 || (before[i] > 0 && after[i] != 0))
      return FALSE;
  return other->signs == 0 && (reaction->signs == 0 || is_calm (other));
}

/* The first check-in after @reaction that is as asked for; @wait after it or more, if calm. */
static gint64
find_first (StpDiary *diary, StpReaction *reaction, gboolean calm, gint64 wait)
{
  gint64 first = STP_TIME_UNSET;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *other = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      if (!other->skipped && is_after (other, reaction) && other->at.us - reaction->at.us >= wait &&
          (calm ? is_calm (other) : is_settled_by (reaction, other)) &&
          (first == STP_TIME_UNSET || other->at.us < first))
        first = other->at.us;
    }
  return first;
}

/* From that day on, and after a mistake only once the skin was calm; %STP_TIME_UNSET = never. */
static gint64
find_opening (StpDiary *diary, StpReaction *reaction)
{
  const StpInstant unknown = { .us = STP_TIME_UNSET };
  gint64 opening, calm;

  if (!reaction->resolved || !reaction->resolved->by || reaction->resolved->on == STP_DAY_UNSET ||
      naive_moment (unknown, reaction->resolved->on, NULL, TRUE) < reaction->at.us)
    return STP_TIME_UNSET;
  opening = naive_moment (unknown, reaction->resolved->on, NULL, FALSE);
  if (g_strcmp0 (reaction->resolved->by, "mistake") != 0)
    return opening;
  calm = find_first (diary, reaction, TRUE, 24 * STP_HOUR);
  return calm == STP_TIME_UNSET ? calm : MAX (calm, opening);
}

static void
add_reaction (StpDiary *diary, const StpQuestion *question, StpReaction *reaction, GArray *windows)
{
  NaiveWindow window = { NULL,           stp_record_get_id (reaction),    reaction->at.us,
                         STP_TIME_UNSET, reaction->at.us > question->now, TRUE };
  gint64 rest;
  StpReactionGrade says = read_reaction (diary, reaction, &rest);
  gint64 settled = find_first (diary, reaction, FALSE, 0);

  if (says == STP_REACTION_RED)
    {
      window.rule = stp_rule_find ("reaction.red");
      window.until = find_opening (diary, reaction);
      window.lasting = TRUE;
    }
  else if (says == STP_REACTION_AMBER && settled == STP_TIME_UNSET)
    window.rule = stp_rule_find ("reaction.unsettled");
  else if (says == STP_REACTION_AMBER)
    {
      window.rule = stp_rule_find ("reaction.amber");
      window.until = settled + rest;
    }
  /* Of light only an alarm is spoken. */
  if (window.rule && (window.lasting || !naive_is_lamp (naive_kind_of (diary, question->device))))
    g_array_append_val (windows, window);
}

void
naive_add_reactions (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      if (!reaction->skipped)
        add_reaction (diary, question, reaction, windows);
    }
}
