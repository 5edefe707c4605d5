// SPDX-License-Identifier: GPL-3.0-or-later

/* Courses and moves before they are made: courses.txt, moves.txt; and what applying and undo do. */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-planner.h"

#define NOW "2026-12-20T12:00:00Z"
#define PRACTISED "session z state=done start=2026-12-01T20:00:00Z um=250"
#define WEEKLY(id, day) "; session " id " state=done start=" day "T20:00:00Z um=250"
/* Ten in a row until the beginning of March: two more make a series whole. */
#define SERIES                                                                                     \
  "profile preset=careful" WEEKLY ("e", "2027-01-03") WEEKLY ("f", "2027-01-10")                   \
    WEEKLY ("g", "2027-01-17") WEEKLY ("h", "2027-01-24") WEEKLY ("i", "2027-01-31")               \
      WEEKLY ("j", "2027-02-07") WEEKLY ("k", "2027-02-14") WEEKLY ("l", "2027-02-21")             \
        WEEKLY ("m", "2027-02-28") WEEKLY ("n", "2027-03-07")
#define WEEK(id, state, start)                                                                     \
  "; session " id " course=k state=" state " start=" start " um=250 device=roller"
#define COURSE                                                                                     \
  "course k zone=Europe/Berlin time=21:00 sessions=4 interval_days=7 "                             \
  "start=2027-03-07T20:00:00Z" WEEK ("a", "done", "2027-03-07T20:00:00Z")                          \
    WEEK ("b", "planned", "2027-03-14T20:00:00Z") WEEK ("c", "planned", "2027-03-21T20:00:00Z")    \
      WEEK ("d", "planned", "2027-03-28T19:00:00Z")

static StpTimeline *
load (const char *facts, const char *now)
{
  g_autoptr (GString) text = g_string_new (facts);

  g_string_replace (text, "SERIES", SERIES, 0);
  g_string_replace (text, "COURSE", COURSE, 0);
  return fact_text_load (text->str, fact_text_time (now));
}

static char *
format_local (gint64 at, GTimeZone *zone)
{
  return at == STP_TIME_UNSET ? g_strdup ("-") : stp_instant_format (stp_instant_local (at, zone));
}

static void
append_offers (GString *text, StpTimeline *timeline, StpPlan *plan)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 earliest, evening, start = stp_plan_get_start (plan);

  stp_planner_find_offers (timeline, plan, &earliest, &evening);
  g_assert_cmpint (stp_plan_get_start (plan), ==, start);
  first = format_local (earliest, plan->zone);
  second = format_local (evening, plan->zone);
  g_string_append_printf (text, "refused=%u earliest=%s evening=%s", plan->refused, first, second);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Names are short ids unless the facts say otherwise. */
static void
append_off (GString *text, StpTimeline *timeline, StpPlan *plan)
{
  g_autoptr (GPtrArray) off = stp_planner_list_plan_off (timeline, plan);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < off->len; i++)
    g_ptr_array_add (names, ((StpProduct *) g_ptr_array_index (off, i))->name);
  g_ptr_array_sort (names, compare_text);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (",", (char **) names->pdata);
  g_string_append_printf (text, " off=%s", joined);
}

static char *
describe (StpTimeline *timeline, StpPlan *plan, const GError *error, gboolean with_off)
{
  GString *text = g_string_new (NULL);

  if (!plan)
    g_string_assign (text, g_error_matches (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_RHYTHM)
                             ? "error=rhythm"
                             : "error=state");
  else if (stp_plan_is_refused (plan))
    append_offers (text, timeline, plan);
  else
    for (guint i = 0; i < plan->sessions->len; i++)
      {
        StpSession *session = g_ptr_array_index (plan->sessions, i);
        g_autofree char *start = stp_instant_format (session->start);

        g_string_append_printf (text, "%s%s", i ? " " : "", start);
      }
  if (with_off)
    append_off (text, timeline, plan);
  return g_string_free_and_steal (text);
}

static int
read_number (char **tokens, const char *name)
{
  const char *text = fact_text_value (tokens, name);

  return text ? atoi (text) : 0;
}

static void
test_course (gconstpointer user_data)
{
  char **row = (char **) user_data;
  g_auto (GStrv) tokens = fact_text_split (row[3]);
  g_autofree char *facts = g_strconcat (
    read_number (tokens, "new") ? "profile preset=careful" : PRACTISED, "; ", row[2], NULL);
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;
  StpQuestion question = { .start = fact_text_time (fact_text_value (tokens, "start")),
                           .now = fact_text_time (NOW),
                           .needle_um = read_number (tokens, "um") };
  StpCourseWish wish = { .goal = STP_GOAL_TEXTURE,
                         .sessions = read_number (tokens, "n"),
                         .interval_days = read_number (tokens, "days") };

  g_setenv ("TZ", row[1], TRUE);
  timeline = load (facts, NOW);
  plan = stp_planner_preview_course (timeline, &question, &wish, &error);
  got = describe (timeline, plan, error, plan && strstr (row[4], "off="));
  g_assert_cmpstr (got, ==, row[4]);
}

static void
test_move (gconstpointer user_data)
{
  char **row = (char **) user_data;
  g_auto (GStrv) tokens = fact_text_split (row[3]);
  g_autofree char *id = fact_text_id (fact_text_value (tokens, "session"));
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;
  StpSession *session;

  g_setenv ("TZ", row[1], TRUE);
  timeline = load (row[2], "2027-03-08T12:00:00Z");
  session = stp_diary_lookup (stp_timeline_get_diary (timeline), STP_RECORD_SESSION, id);
  plan = stp_planner_preview_move (
    timeline, session, fact_text_time (fact_text_value (tokens, "to")),
    fact_text_value (tokens, "scope") ? STP_MOVE_FOLLOWING : STP_MOVE_THIS, &error);
  got = describe (timeline, plan, error, FALSE);
  g_assert_cmpstr (got, ==, row[4]);
}

static char *
list_starts (StpDiary *diary)
{
  g_autoptr (GPtrArray) starts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      g_ptr_array_add (starts, stp_instant_format (session->start));
    }
  g_ptr_array_sort (starts, compare_text);
  g_ptr_array_add (starts, NULL);
  return g_strjoinv (" ", (char **) starts->pdata);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static StpPlan *
preview_four (StpTimeline *timeline, const char *start)
{
  StpQuestion question = { .start = fact_text_time (start), .now = fact_text_time (NOW) };
  StpCourseWish wish = { .goal = STP_GOAL_PORES, .sessions = 4, .interval_days = 7 };
  g_autoptr (GError) error = NULL;
  StpPlan *plan = stp_planner_preview_course (timeline, &question, &wish, &error);

  g_assert_no_error (error);
  return plan;
}

/* A preview changes nothing; applying is one edit, and one undo takes all of it back. */
static void
test_apply (void)
{
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  StpDiary *diary;
  StpCourse *course;
  guint n_changes = 0;

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  timeline = load (PRACTISED, NOW);
  diary = stp_timeline_get_diary (timeline);
  g_signal_connect_swapped (diary, "changed", G_CALLBACK (count_cb), &n_changes);
  plan = preview_four (timeline, "2027-03-14T21:00:00+01:00");
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (stp_planner_apply (timeline, plan, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_SESSION), ==, 5);

  course = stp_diary_peek_record (diary, STP_RECORD_COURSE, 0);
  g_assert_cmpint (course->goal, ==, STP_GOAL_PORES);
  g_assert_cmpint (course->sessions, ==, 4);
  g_assert_cmpint (course->interval_days, ==, 7);
  g_assert_cmpstr (course->zone, ==, "Europe/Berlin");
  g_assert_cmpint (course->time, ==, 21 * 60);
  g_assert_cmpint (course->start.us, ==, fact_text_time ("2027-03-14T20:00:00Z"));
  g_assert_cmpint (course->state, ==, STP_COURSE_ACTIVE);

  g_assert_true (stp_diary_undo (diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_SESSION), ==, 1);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_COURSE), ==, 0);
  g_assert_true (stp_diary_redo (diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_SESSION), ==, 5);
}

/* Each session carries its course, the areas and the head; the patch test only the jaw. */
static void
test_records (void)
{
  g_autoptr (StpTimeline) timeline = load ("", NOW);
  g_autoptr (StpPlan) plan = preview_four (timeline, "2027-03-14T21:00:00+01:00");

  g_assert_cmpuint (plan->sessions->len, ==, 5);
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      StpSession *session = g_ptr_array_index (plan->sessions, i);

      g_assert_cmpstr (session->course, ==, stp_record_get_id (plan->course));
      g_assert_cmpint (session->purpose, ==, i == 0 ? STP_PURPOSE_PATCH : STP_PURPOSE_FULL);
      g_assert_cmpuint (session->areas->len, ==, i == 0 ? 1 : 7);
      g_assert_nonnull (session->head);
    }
}

/* What was recorded since the preview counts: nothing is changed, and the message says why. */
static void
test_apply_is_refused (void)
{
  g_autoptr (StpTimeline) timeline = load (PRACTISED "; product s kind=serum "
                                          "ingredients=\"Aqua, Retinol\"",
                                NOW);
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpPlan) plan = preview_four (timeline, "2026-12-21T20:00:00Z");
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);
  g_autoptr (GError) error = NULL;

  use->product = fact_text_id ("s");
  use->at.us = fact_text_time ("2026-12-20T11:00:00Z");
  g_assert_true (stp_diary_put (diary, use, NULL));
  g_assert_false (stp_planner_apply (timeline, plan, &error));
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE);
  g_assert_true (g_str_has_prefix (error->message, "Not before "));
  g_assert_nonnull (strstr (error->message, "The earliest start is "));
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_COURSE), ==, 0);
}

static void
test_move_and_undo (void)
{
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpPlan) plan = NULL;
  g_autofree char *id = fact_text_id ("b");
  g_autofree char *before = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *after = NULL;
  StpDiary *diary;
  StpSession *session;

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  timeline = load (COURSE, "2027-03-08T12:00:00Z");
  diary = stp_timeline_get_diary (timeline);
  before = list_starts (diary);
  session = stp_diary_lookup (diary, STP_RECORD_SESSION, id);
  g_assert_cmpuint (stp_planner_count_following (timeline, session), ==, 2);
  plan = stp_planner_preview_move (timeline, session, fact_text_time ("2027-03-16T19:30:00Z"),
                                   STP_MOVE_FOLLOWING, NULL);
  g_assert_true (stp_planner_apply (timeline, plan, NULL));
  moved = list_starts (diary);
  g_assert_cmpstr (moved, ==,
                   "2027-03-07T20:00:00Z 2027-03-16T20:30:00+01:00 2027-03-23T20:30:00+01:00 "
                   "2027-03-30T20:30:00+02:00");
  g_assert_cmpint (((StpCourse *) stp_diary_peek_record (diary, STP_RECORD_COURSE, 0))->time, ==,
                   20 * 60 + 30);

  g_assert_true (stp_diary_undo (diary, NULL));
  after = list_starts (diary);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (((StpCourse *) stp_diary_peek_record (diary, STP_RECORD_COURSE, 0))->time, ==,
                   21 * 60);
}

/* With its first session a course begins elsewhere. */
static void
test_move_first (void)
{
  g_autoptr (StpTimeline) timeline = load (PRACTISED, NOW);
  g_autoptr (StpPlan) plan = preview_four (timeline, "2027-03-14T20:00:00Z");
  g_autoptr (StpPlan) move = NULL;
  StpDiary *diary = stp_timeline_get_diary (timeline);
  StpRecord *first = g_ptr_array_index (plan->sessions, 0);

  g_assert_true (stp_planner_apply (timeline, plan, NULL));
  move = stp_planner_preview_move (
    timeline, stp_diary_lookup (diary, STP_RECORD_SESSION, stp_record_get_id (first)),
    fact_text_time ("2027-03-15T20:00:00Z"), STP_MOVE_FOLLOWING, NULL);
  g_assert_cmpint (move->course->start.us, ==, fact_text_time ("2027-03-15T20:00:00Z"));
  g_assert_cmpuint (move->sessions->len, ==, 4);
}

static void
assert_terms (const char *device, int um, StpGoal goal, const char *expected)
{
  g_autoptr (StpTimeline) timeline = load ("device lamp kind=led-red name=Lamp", NOW);
  g_autofree char *id = fact_text_id (device);
  StpQuestion question = {
    .start = fact_text_time (NOW), .now = fact_text_time (NOW), .device = id, .needle_um = um
  };
  StpCourseTerms terms = stp_planner_get_terms (timeline, &question, goal);
  g_autofree char *got = g_strdup_printf ("%d of %d, %d days from %d to %d%s", terms.sessions,
                                          terms.most_sessions, terms.interval, terms.least_interval,
                                          terms.most_interval, terms.note ? ", note" : "");

  g_assert_cmpstr (got, ==, expected);
}

/* Clinical rules, 4.1 and 4.3. */
static void
test_terms (void)
{
  assert_terms ("roller", 250, STP_GOAL_TEXTURE, "6 of 12, 7 days from 4 to 180");
  assert_terms ("roller", 250, 0, "6 of 12, 7 days from 4 to 180");
  assert_terms ("roller", 250, STP_ENUM_OTHER, "6 of 12, 7 days from 4 to 180");
  assert_terms ("roller", 250, STP_GOAL_WRINKLES, "8 of 12, 7 days from 4 to 180");
  assert_terms ("roller", 250, STP_GOAL_SCARS, "6 of 12, 7 days from 4 to 180, note");
  assert_terms ("roller", 250, STP_GOAL_PIGMENTATION, "4 of 12, 7 days from 4 to 180, note");
  assert_terms ("roller", 500, STP_GOAL_TEXTURE, "4 of 6, 28 days from 15 to 180");
  assert_terms ("roller", 1000, STP_GOAL_TEXTURE, "4 of 6, 42 days from 29 to 180");
  assert_terms ("lamp", 0, STP_GOAL_GLOW, "6 of 12, 2 days from 2 to 180");
}

static void
add_table (GPtrArray *table, const char *kind, GTestDataFunc func)
{
  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);
      g_auto (GStrv) name = g_strsplit (row[0], " ", 2);
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s/%s", name[0], kind, name[1]);

      g_test_add_data_func (path, row, func);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) courses = NULL, moves = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  courses = fact_text_read_table ("courses.txt", 5);
  moves = fact_text_read_table ("moves.txt", 5);
  add_table (courses, "course", test_course);
  add_table (moves, "move", test_move);
  g_test_add_func ("/rules/course/apply", test_apply);
  g_test_add_func ("/rules/course/records", test_records);
  g_test_add_func ("/rules/course/apply-is-refused", test_apply_is_refused);
  g_test_add_func ("/rules/course/move-and-undo", test_move_and_undo);
  g_test_add_func ("/rules/course/move-first", test_move_first);
  g_test_add_func ("/rules/course/terms", test_terms);
  return g_test_run ();
}
