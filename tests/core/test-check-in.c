// SPDX-License-Identifier: GPL-3.0-or-later

/* The looks at the skin after a session: when, what is said to them, and what opens a lock (E14).
 */

#include "config.h"

#include "fact-text.h"
#include "protocol/stp-check-in.h"
#include "protocol/stp-procedure.h"
#include "protocol/stp-signs.h"
#include "rules/stp-planner.h"
#include "rules/stp-reactions.h"

#define DONE                                                                                       \
  "profile answered=2027-01-01;"                                                                   \
  "session s state=done purpose=full place=home device=roller um=250 "                             \
  "start=2027-03-10T20:00:00Z end=2027-03-10T21:00:00Z"
#define DAY_AFTER "2027-03-11T21:00:00Z"
#define TWO_DAYS_AFTER "2027-03-12T21:00:00Z"
#define LATER "2027-03-20T21:00:00Z"

static StpDiary *
get_diary (StpTimeline *timeline)
{
  return stp_timeline_get_diary (timeline);
}

static void
set_time (StpTimeline *timeline, const char *time)
{
  stp_clock_set_fixed (stp_diary_get_clock (get_diary (timeline)), fact_text_time (time));
}

static char *
describe (const StpCheckIn *check_in)
{
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *time = NULL;

  if (check_in->at == STP_TIME_UNSET)
    return g_strdup ("none");
  at = g_date_time_new_from_unix_utc_usec (check_in->at);
  time = g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");
  return g_strdup_printf (
    "%s %s", check_in->slot ? stp_enum_to_nick (STP_TYPE_SLOT, check_in->slot) : "again", time);
}

static void
test_due (gconstpointer data)
{
  char *const *row = (char *const *) data;
  const gint64 now = fact_text_time (row[2]);
  g_autoptr (StpTimeline) timeline = fact_text_load (row[1], now);
  const StpCheckIn found = stp_check_in_find (timeline, now);
  g_autofree char *text = describe (&found);

  g_assert_cmpstr (text, ==, row[3]);
}

/* Every sign of the format is asked for once, by a name, and something is said to it. */
static void
test_signs_are_whole (void)
{
  guint64 asked = 0;

  for (guint i = 0; i < stp_signs_get_n_topics (); i++)
    for (const StpSign *sign = stp_signs_get_topic (i).signs; *sign; sign++)
      {
        g_autoptr (StpReaction) reaction = stp_record_new (STP_RECORD_REACTION);
        g_autoptr (GArray) advice = NULL;

        g_assert_cmpuint (asked & STP_BIT (*sign), ==, 0);
        asked |= STP_BIT (*sign);
        reaction->signs = STP_BIT (*sign);
        advice = stp_signs_list_advice (reaction);
        g_assert_cmpuint (advice->len, ==, 1);
        g_assert_cmpint (g_array_index (advice, StpAdvice, 0).red, ==, stp_sign_is_red (*sign));
        g_assert_cmpuint (strlen (g_array_index (advice, StpAdvice, 0).text), >, 0);
      }
  for (int sign = 1; stp_enum_to_nick (STP_TYPE_SIGN, sign); sign++)
    {
      g_assert_true (asked & STP_BIT (sign));
      g_assert_false (g_str_has_prefix (stp_signs_get_name (sign), "A sign that"));
    }
}

static void
test_urgent_comes_first (void)
{
  g_autoptr (StpReaction) reaction = stp_record_new (STP_RECORD_REACTION);
  g_autoptr (GArray) advice = NULL;

  reaction->redness = 2;
  reaction->signs = STP_BIT (STP_SIGN_BLACK_SCAB) | STP_BIT (STP_SIGN_EYE_PAIN);
  advice = stp_signs_list_advice (reaction);
  g_assert_cmpuint (advice->len, ==, 3);
  g_assert_cmpstr (g_array_index (advice, StpAdvice, 0).sources, ==, "NEUT");
  g_assert_true (g_array_index (advice, StpAdvice, 1).red);
  g_assert_false (g_array_index (advice, StpAdvice, 2).red);
}

static gboolean
concerns (StpTimeline *timeline, StpSign wanted)
{
  StpSession *session = stp_timeline_get_last_session (timeline);

  for (guint i = 0; i < stp_signs_get_n_topics (); i++)
    for (const StpSign *sign = stp_signs_get_topic (i).signs; *sign; sign++)
      if (*sign == wanted)
        return stp_signs_concern (timeline, i, session);
  g_assert_not_reached ();
}

/* A minute is short: burns are for needles with current, numbing for who took it. */
static void
test_asks_what_concerns (void)
{
  g_autoptr (StpTimeline) home = fact_text_load (DONE, fact_text_time (LATER));
  g_autoptr (StpTimeline) numbed = fact_text_load (
    DONE "; step n session=s step=numb at=2027-03-10T20:05:00Z done_at=2027-03-10T20:35:00Z",
    fact_text_time (LATER));
  g_autoptr (StpTimeline) clinic = fact_text_load (
    "session s state=done place=clinic treatment=rf start=2027-03-10T20:00:00Z",
    fact_text_time (LATER));

  g_assert_true (concerns (home, STP_SIGN_PUS));
  g_assert_false (concerns (home, STP_SIGN_BURN));
  g_assert_false (concerns (home, STP_SIGN_DIZZY));
  g_assert_true (concerns (numbed, STP_SIGN_DIZZY));
  g_assert_true (concerns (clinic, STP_SIGN_BURN));
  g_assert_true (concerns (clinic, STP_SIGN_DIZZY));
}

static StpReaction *
check_in (StpTimeline *timeline, int redness, guint64 signs)
{
  g_autoptr (StpReaction) draft = stp_record_new (STP_RECORD_REACTION);
  StpDiary *diary = get_diary (timeline);
  g_autoptr (GError) error = NULL;

  draft->session = fact_text_id ("s");
  draft->at.us = stp_clock_get_now (stp_diary_get_clock (diary));
  draft->redness = redness;
  draft->pain = draft->itch = draft->flaking = draft->swelling = 0;
  draft->signs = signs;
  g_assert_true (stp_check_in_record (timeline, draft, &error));
  g_assert_no_error (error);
  return stp_diary_lookup (diary, STP_RECORD_REACTION, stp_record_get_id (draft));
}

/* Whether the plan gate lets a session of a week later through. */
static gboolean
may_plan (StpTimeline *timeline)
{
  const gint64 now = stp_clock_get_now (stp_diary_get_clock (get_diary (timeline)));
  StpQuestion question = { .start = now + 7 * STP_DAY_LENGTH,
                           .now = now,
                           .purpose = STP_PURPOSE_FULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSession) planned = NULL;

  g_assert_true (stp_timeline_resolve_question (timeline, &question, NULL));
  planned = stp_planner_plan (timeline, &question, &error);
  if (planned)
    {
      g_assert_true (stp_diary_undo (get_diary (timeline), NULL));
      return TRUE;
    }
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE);
  return FALSE;
}

static StpReactionGrade
get_standing (StpTimeline *timeline)
{
  g_autoptr (GPtrArray) standing = stp_reaction_list_standing (timeline);

  return standing->len > 0 ? ((const StpStandingReaction *) standing->pdata[0])->grade
                           : STP_REACTION_CALM;
}

static void
test_calm_holds_nothing (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (DONE, fact_text_time (DAY_AFTER));

  check_in (timeline, 0, 0);
  g_assert_cmpint (get_standing (timeline), ==, STP_REACTION_CALM);
  g_assert_true (may_plan (timeline));
  g_assert_true (stp_diary_undo (get_diary (timeline), NULL));
  g_assert_cmpuint (stp_diary_get_n_records (get_diary (timeline), STP_RECORD_REACTION), ==, 0);
}

/* E14: amber holds until the skin was said to be calm, and seven days after that. */
static void
test_amber_holds (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (DONE, fact_text_time ("2027-03-14T21:00:00Z"));
  g_autoptr (GPtrArray) standing = NULL;

  check_in (timeline, 2, 0);
  g_assert_cmpint (get_standing (timeline), ==, STP_REACTION_AMBER);
  g_assert_false (stp_diary_undo (get_diary (timeline), NULL));
  g_assert_cmpint (get_standing (timeline), ==, STP_REACTION_AMBER);
  set_time (timeline, "2027-03-15T21:00:00Z");
  check_in (timeline, 0, 0);
  standing = stp_reaction_list_standing (timeline);
  g_assert_cmpuint (standing->len, ==, 1);
  g_assert_cmpint (((const StpStandingReaction *) standing->pdata[0])->until, ==,
                   fact_text_time ("2027-03-22T21:00:00Z"));
  set_time (timeline, "2027-03-22T21:00:00Z");
  g_assert_cmpint (get_standing (timeline), ==, STP_REACTION_CALM);
}

/* E14: an alarm locks, undo does not open it, calm skin does not either, and a doctor does. */
static void
test_red_locks (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (DONE, fact_text_time (DAY_AFTER));
  StpReaction *red = check_in (timeline, 1, STP_BIT (STP_SIGN_PUS));
  g_autoptr (GError) error = NULL;

  g_assert_false (may_plan (timeline));
  g_assert_false (stp_diary_undo (get_diary (timeline), NULL));
  set_time (timeline, LATER);
  check_in (timeline, 0, 0);
  g_assert_false (may_plan (timeline));
  g_assert_cmpint (get_standing (timeline), ==, STP_REACTION_RED);

  g_assert_false (stp_check_in_resolve (timeline, red, "", 1, NULL, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (stp_check_in_resolve (
    timeline, red, "Dr. Example", stp_clock_get_today (stp_diary_get_clock (get_diary (timeline))),
    "Healed", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_standing (timeline), ==, STP_REACTION_CALM);
  g_assert_true (may_plan (timeline));
}

/* E14: what was a mistake stays in the history, and waits for calm skin a day later. */
static void
test_mistake (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (DONE, fact_text_time (DAY_AFTER));
  StpReaction *red = check_in (timeline, 1, STP_BIT (STP_SIGN_PUS));
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_check_in_recant (timeline, red, &error));
  g_assert_no_error (error);
  g_assert_false (stp_diary_undo (get_diary (timeline), NULL));
  set_time (timeline, "2027-03-12T20:59:00Z");
  check_in (timeline, 0, 0);
  g_assert_false (may_plan (timeline));
  set_time (timeline, TWO_DAYS_AFTER);
  check_in (timeline, 0, 0);
  g_assert_true (may_plan (timeline));
  g_assert_cmpuint (stp_diary_get_n_records (get_diary (timeline), STP_RECORD_REACTION), ==, 3);
  /* Undo takes the calm check-in back, never the alarm. */
  g_assert_true (stp_diary_undo (get_diary (timeline), NULL));
  g_assert_false (may_plan (timeline));
}

static void
test_skip (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (DONE, fact_text_time (DAY_AFTER));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  const StpCheckIn due = stp_procedure_get_check_in (procedure);
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_procedure_has_check_in (procedure));
  g_assert_true (stp_check_in_skip (timeline, &due, &error));
  g_assert_no_error (error);
  g_assert_false (stp_procedure_has_check_in (procedure));
}

/* An alarm has the pane, whatever is planned; a clinic has doctors of its own. */
static void
test_lock_has_the_pane (void)
{
  const char *place[] = { "home", "clinic" };
  const StpPhase phase[] = { STP_PHASE_AFTERCARE, STP_PHASE_PREPARE };

  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    {
      g_autofree char *facts = g_strdup_printf (
        DONE "; reaction r session=s at=2027-03-18T21:00:00Z signs='[\"pus\"]'; "
             "session t state=planned purpose=full place=%s device=roller um=250 "
             "start=2027-03-20T21:00:00Z",
        place[i]);
      g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (LATER));
      g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);

      g_assert_cmpint (stp_procedure_get_phase (procedure), ==, phase[i]);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = fact_text_read_table ("check-ins.txt", 4);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i];
      g_autofree char *path = g_strdup_printf ("/check-in/due/%s", row[0]);

      g_test_add_data_func (path, row, test_due);
    }
  g_test_add_func ("/check-in/signs-are-whole", test_signs_are_whole);
  g_test_add_func ("/check-in/urgent-first", test_urgent_comes_first);
  g_test_add_func ("/check-in/asks-what-concerns", test_asks_what_concerns);
  g_test_add_func ("/check-in/calm", test_calm_holds_nothing);
  g_test_add_func ("/check-in/amber", test_amber_holds);
  g_test_add_func ("/check-in/red", test_red_locks);
  g_test_add_func ("/check-in/mistake", test_mistake);
  g_test_add_func ("/check-in/skip", test_skip);
  g_test_add_func ("/check-in/lock-has-the-pane", test_lock_has_the_pane);
  return g_test_run ();
}
