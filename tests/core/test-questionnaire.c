// SPDX-License-Identifier: GPL-3.0-or-later

/* The questionnaire: what each choice does, that silence stays silence, and what is kept (E9). */

#include "config.h"

#include "fact-text.h"
#include "protocol/stp-questionnaire.h"
#include "rules/stp-person.h"

#define NOW "2027-03-10T20:00:00Z"
#define LATER "2027-04-10T20:00:00Z"
#define HALF_A_YEAR_LATER "2027-09-10T20:00:00Z"
#define DEVICES                                                                                    \
  "device pen kind=pen name=Pen; head cartridge device=pen needle_um=250;"                         \
  "device lamp kind=led-red name=Lamp"

typedef struct
{
  StpTimeline *timeline;
  StpDiary *diary;
  StpQuestionnaire *form;
} Asked;

static Asked
ask (const char *facts, const char *now)
{
  Asked asked = { .timeline = fact_text_load (facts, fact_text_time (now)) };

  asked.diary = stp_timeline_get_diary (asked.timeline);
  asked.form = stp_questionnaire_new (asked.diary);
  return asked;
}

static void
end (Asked *asked)
{
  stp_questionnaire_free (asked->form);
  g_assert_finalize_object (asked->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, end)

static void
ask_again (Asked *asked, const char *now)
{
  stp_questionnaire_free (asked->form);
  stp_clock_set_fixed (stp_diary_get_clock (asked->diary), fact_text_time (now));
  asked->form = stp_questionnaire_new (asked->diary);
}

static void
say_none_of_the_others (Asked *asked)
{
  for (guint i = 0; i < stp_questionnaire_get_n_groups (asked->form); i++)
    if (stp_questionnaire_has_rest (asked->form, i))
      stp_questionnaire_set_rest (asked->form, i, TRUE);
  if (!stp_questionnaire_is_marked (asked->form, "q.age"))
    stp_questionnaire_choose (asked->form, "q.age", 0);
}

static void
save (Asked *asked)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_questionnaire_save (asked->form, &error));
  g_assert_no_error (error);
}

static StpStandingAnswer *
get_answer (Asked *asked, const char *id)
{
  return stp_profile_get_answer (stp_diary_get_profile (asked->diary), id);
}

static StpPersonQuestion
find_question (Asked *asked, const char *id)
{
  for (guint i = 0; i < stp_questionnaire_get_n_groups (asked->form); i++)
    for (guint j = 0; j < stp_questionnaire_get_n_questions (asked->form, i); j++)
      {
        StpPersonQuestion question = stp_questionnaire_get_question (asked->form, i, j);

        if (g_str_equal (question.id, id))
          return question;
      }
  g_error ("no question %s", id);
}

/* Marks the question, and of its choices the one that is kept as @answer. */
static void
choose (Asked *asked, const char *id, const char *answer)
{
  int wanted = stp_enum_from_nick (STP_TYPE_ANSWER, answer);
  StpPersonQuestion question = find_question (asked, id);

  for (guint i = 0; i < question.n_choices; i++)
    {
      stp_questionnaire_choose (asked->form, id, i);
      save (asked);
      if ((int) get_answer (asked, id)->answer == wanted)
        return;
    }
  g_error ("%s has no choice %s", id, answer);
}

static char *
judge (Asked *asked, const char *id, const char *device)
{
  g_autofree char *device_id = fact_text_id (device);
  StpQuestion question = { .start = fact_text_time (NOW),
                           .now = fact_text_time (NOW),
                           .device = device_id };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (asked->timeline, &question);
  g_autoptr (GPtrArray) never = stp_person_list_absolute (stp_diary_get_profile (asked->diary));
  StpReason *reason = fact_text_find_reason (verdict, id);

  if (reason == NULL)
    return g_strdup ("none");
  return g_strconcat (stp_enum_to_nick (STP_TYPE_STRENGTH, reason->strength),
                      never->len > 0 ? " never" : "", NULL);
}

/* What is chosen is kept, and does what the rule of that id says; the rest does nothing. */
static void
test_choice (gconstpointer user_data)
{
  char **row = (char **) user_data;
  g_auto (Asked) asked = ask (DEVICES, NOW);
  g_autofree char *does = NULL;

  say_none_of_the_others (&asked);
  choose (&asked, row[0], row[1]);
  does = judge (&asked, row[0], row[3]);
  g_assert_cmpstr (does, ==, row[2]);
  for (guint i = 0; i < stp_questionnaire_get_n_groups (asked.form); i++)
    for (guint j = 0; j < stp_questionnaire_get_n_questions (asked.form, i); j++)
      {
        StpPersonQuestion other = stp_questionnaire_get_question (asked.form, i, j);

        if (!g_str_equal (other.id, row[0]) && !other.always)
          g_assert_cmpint (get_answer (&asked, other.id)->answer, ==, STP_ANSWER_NO);
      }
}

static guint
count_lines (GPtrArray *table, const char *id)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];

      if (g_str_equal (row[0], id))
        g_hash_table_add (choices, row[1]);
    }
  return g_hash_table_size (choices);
}

/* No choice is without a line, and no rule about an answer without a question. */
static void
test_whole (gconstpointer table)
{
  g_auto (Asked) asked = ask ("", NOW);
  guint n_rules, n_questions = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].phase == STP_RULE_ANSWER)
      {
        StpPersonQuestion question = find_question (&asked, rules[i].id);

        g_test_message ("%s", question.id);
        n_questions++;
        g_assert_cmpuint (count_lines ((GPtrArray *) table, question.id), ==, question.n_choices);
        for (guint j = 0; j < question.n_choices; j++)
          g_assert_cmpstr (stp_questionnaire_get_choice (asked.form, question.id, j), !=, "");
      }
  for (guint i = 0; i < stp_questionnaire_get_n_groups (asked.form); i++)
    n_questions -= stp_questionnaire_get_n_questions (asked.form, i);
  g_assert_cmpuint (n_questions, ==, 0);
}

/* E5: nothing is answered for anybody: not by a mark elsewhere, and a mark alone chooses nothing.
 */
static void
test_silence (void)
{
  g_auto (Asked) asked = ask ("", NOW);
  guint n_groups = stp_questionnaire_get_n_groups (asked.form);

  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==, n_groups);
  stp_questionnaire_mark (asked.form, "q.coldsore", TRUE);
  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==, n_groups);
  say_none_of_the_others (&asked);
  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==, 1);
  g_assert_cmpint (stp_questionnaire_get_chosen (asked.form, "q.coldsore"), ==, -1);
  stp_questionnaire_choose (asked.form, "q.coldsore", 1);
  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==, 0);
  stp_questionnaire_set_rest (asked.form, 1, FALSE);
  g_assert_cmpuint (stp_questionnaire_find_open_group (asked.form), ==, 1);
  g_assert_null (get_answer (&asked, "q.coldsore"));
}

/* What is answered is there the next time, and a change is a fact of its day. */
static void
test_change (void)
{
  g_auto (Asked) asked = ask ("", NOW);
  guint first;

  say_none_of_the_others (&asked);
  stp_questionnaire_mark (asked.form, "q.faint", TRUE);
  save (&asked);
  first = get_answer (&asked, "q.faint")->on;

  ask_again (&asked, LATER);
  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==, 0);
  g_assert_true (stp_questionnaire_is_marked (asked.form, "q.faint"));
  g_assert_false (stp_questionnaire_is_marked (asked.form, "q.preg"));
  stp_questionnaire_choose (asked.form, "q.preg", 1);
  save (&asked);
  g_assert_cmpuint (get_answer (&asked, "q.faint")->on, ==, first);
  g_assert_cmpuint (get_answer (&asked, "q.preg")->on, ==, first + 31);
  g_assert_cmpint (stp_diary_get_profile (asked.diary)->questionnaire_at.us, ==,
                   fact_text_time (LATER));
  g_assert_cmpint (get_answer (&asked, "q.preg")->answer, ==, STP_ANSWER_BREASTFEEDING);
}

/* After half a year what applied is remembered; that nothing else does is said anew. */
static void
test_half_a_year (void)
{
  g_auto (Asked) asked = ask ("", NOW);

  say_none_of_the_others (&asked);
  stp_questionnaire_mark (asked.form, "q.faint", TRUE);
  save (&asked);
  ask_again (&asked, HALF_A_YEAR_LATER);
  g_assert_true (stp_questionnaire_is_marked (asked.form, "q.faint"));
  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==,
                    stp_questionnaire_get_n_groups (asked.form) - 1);
}

/* An answer that only a newer version knows is not "no": it is chosen anew. */
static void
test_newer (void)
{
  g_auto (Asked) asked = ask ("profile answers='{\"q.anticoag\":{\"modified\":"
                     "\"2027-01-01T00:00:00.000000Z\",\"answer\":\"sometimes\","
                     "\"on\":\"2027-01-01\"}}'",
                     NOW);

  g_assert_true (stp_questionnaire_is_marked (asked.form, "q.anticoag"));
  say_none_of_the_others (&asked);
  g_assert_cmpuint (stp_questionnaire_get_n_open (asked.form), ==, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) table = NULL;

  g_test_init (&argc, &argv, NULL);
  table = fact_text_read_table ("questions.txt", 4);
  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];
      g_autofree char *path = g_strdup_printf ("/questions/choice/%s/%s/%s", row[0], row[1],
                                               row[3]);

      g_test_add_data_func (path, row, test_choice);
    }
  g_test_add_data_func ("/questions/whole", table, test_whole);
  g_test_add_func ("/questions/E5/silence", test_silence);
  g_test_add_func ("/questions/E9/change", test_change);
  g_test_add_func ("/questions/E9/half-a-year", test_half_a_year);
  g_test_add_func ("/questions/newer", test_newer);

  return g_test_run ();
}
