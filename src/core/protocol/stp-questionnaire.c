// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-questionnaire.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-question-table-private.h"
#include "rules/stp-person.h"

struct _StpQuestionnaire
{
  StpDiary *diary;
  GHashTable *marks; /* question id to StpAnswer, 0 = which one is still open */
  gboolean rest[STP_QUESTION_N_GROUPS];
};

static const char *const titles[] = {
  [STP_QUESTION_AGE] = N_ ("Your Age"),
  [STP_QUESTION_SKIN] = N_ ("Your Skin Now"),
  [STP_QUESTION_MARKS] = N_ ("Spots, Scars and Marks"),
  [STP_QUESTION_ILLNESS] = N_ ("Illnesses"),
  [STP_QUESTION_MEDICINE] = N_ ("Medicines, Pregnancy, Allergies"),
  [STP_QUESTION_HABITS] = N_ ("You and the Tool"),
};

/* (nullable): the @index-th row of the group; groups are counted from the first that is asked */
static const StpQuestionRow *
find_row (guint group, guint index)
{
  guint n;
  const StpQuestionRow *rows = stp_question_rows_person (&n);

  for (guint i = 0; i < n; i++)
    if (rows[i].group == group + STP_QUESTION_AGE && index-- == 0)
      return &rows[i];
  return NULL;
}

static const StpQuestionRow *
find_question (const char *id)
{
  guint n;
  const StpQuestionRow *rows = stp_question_rows_person (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].id, id))
      return &rows[i];
  return NULL;
}

static gboolean
is_always (const StpQuestionRow *row)
{
  return row->group == STP_QUESTION_AGE;
}

/* What it comes to: 0 = open. */
static StpAnswer
resolve (StpQuestionnaire *self, const StpQuestionRow *row)
{
  gpointer answer;

  if (g_hash_table_lookup_extended (self->marks, row->id, NULL, &answer))
    return GPOINTER_TO_INT (answer);
  return self->rest[row->group] ? STP_ANSWER_NO : 0;
}

static void
read_answer (StpQuestionnaire *self, const StpQuestionRow *row, const StpStandingAnswer *answer)
{
  StpAnswer known = 0;

  for (guint i = 0; i < stp_question_row_get_n_answers (row); i++)
    if (row->answers[i].answer == answer->answer)
      known = answer->answer;
  if (known != 0 || answer->answer != STP_ANSWER_NO)
    g_hash_table_insert (self->marks, (gpointer) row->id, GINT_TO_POINTER (known));
}

/* What applies is remembered; that nothing else does is said anew when the half year is over. */
static void
read_profile (StpQuestionnaire *self)
{
  StpProfile *profile = stp_diary_get_profile (self->diary);
  gint64 now = stp_clock_get_now (stp_diary_get_clock (self->diary));
  gboolean fresh = !stp_person_is_questionnaire_due (profile, now);
  guint n;
  const StpQuestionRow *rows = stp_question_rows_person (&n);

  for (guint group = STP_QUESTION_AGE; group < STP_QUESTION_N_GROUPS; group++)
    self->rest[group] = fresh && titles[group] != NULL && group != STP_QUESTION_AGE;
  for (guint i = 0; i < n; i++)
    {
      StpStandingAnswer *answer = stp_profile_get_answer (profile, rows[i].id);

      if (answer != NULL)
        read_answer (self, &rows[i], answer);
      else
        self->rest[rows[i].group] = FALSE;
    }
}

/**
 * stp_questionnaire_new:
 * @diary: whose person is asked
 *
 * Returns: (transfer full): the questionnaire with what was answered before
 */
StpQuestionnaire *
stp_questionnaire_new (StpDiary *diary)
{
  StpQuestionnaire *self;

  g_return_val_if_fail (STP_IS_DIARY (diary), NULL);

  self = g_new0 (StpQuestionnaire, 1);
  self->diary = g_object_ref (diary);
  self->marks = g_hash_table_new (g_str_hash, g_str_equal);
  read_profile (self);
  return self;
}

void
stp_questionnaire_free (StpQuestionnaire *self)
{
  g_hash_table_unref (self->marks);
  g_object_unref (self->diary);
  g_free (self);
}

/**
 * stp_questionnaire_get_n_groups:
 *
 * Returns: under how many headings questions are asked
 */
guint
stp_questionnaire_get_n_groups (StpQuestionnaire *self)
{
  return STP_QUESTION_N_GROUPS - STP_QUESTION_AGE;
}

/**
 * stp_questionnaire_get_group_title:
 *
 * Returns: the heading of the group, translated
 */
const char *
stp_questionnaire_get_group_title (StpQuestionnaire *self, guint group)
{
  g_return_val_if_fail (group < stp_questionnaire_get_n_groups (self), NULL);

  return _ (titles[group + STP_QUESTION_AGE]);
}

/**
 * stp_questionnaire_get_n_questions:
 * @group: below stp_questionnaire_get_n_groups()
 *
 * Returns: how many questions stand under that heading
 */
guint
stp_questionnaire_get_n_questions (StpQuestionnaire *self, guint group)
{
  guint n = 0;

  while (find_row (group, n) != NULL)
    n++;
  return n;
}

/**
 * stp_questionnaire_get_question:
 * @index: below stp_questionnaire_get_n_questions()
 *
 * Returns: the question, translated
 */
StpPersonQuestion
stp_questionnaire_get_question (StpQuestionnaire *self, guint group, guint index)
{
  const StpQuestionRow *row = find_row (group, index);

  g_assert (row != NULL);
  return (StpPersonQuestion) { .id = row->id,
                               .title = _ (row->title),
                               .text = row->text ? _ (row->text) : NULL,
                               .n_choices = stp_question_row_get_n_answers (row),
                               .always = is_always (row) };
}

/**
 * stp_questionnaire_get_choice:
 * @choice: below the question's `n_choices`
 *
 * Returns: the choice in words, translated
 */
const char *
stp_questionnaire_get_choice (StpQuestionnaire *self, const char *id, guint choice)
{
  const StpQuestionRow *row = find_question (id);

  g_return_val_if_fail (row && choice < stp_question_row_get_n_answers (row), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "answer", row->answers[choice].label);
}

/**
 * stp_questionnaire_is_marked:
 * @id: of a question
 *
 * Returns: whether it was said to apply; which choice of it may still be open
 */
gboolean
stp_questionnaire_is_marked (StpQuestionnaire *self, const char *id)
{
  return g_hash_table_contains (self->marks, id);
}

/**
 * stp_questionnaire_mark:
 *
 * Says that it applies, or takes that back. Where there is a choice it is open until one is chosen.
 */
void
stp_questionnaire_mark (StpQuestionnaire *self, const char *id, gboolean marked)
{
  const StpQuestionRow *row = find_question (id);
  StpAnswer answer = 0;

  g_return_if_fail (row != NULL);

  if (!marked)
    {
      g_hash_table_remove (self->marks, id);
      return;
    }
  if (stp_questionnaire_is_marked (self, id))
    return;
  if (stp_question_row_get_n_answers (row) == 1)
    answer = row->answers[0].answer;
  g_hash_table_insert (self->marks, (gpointer) row->id, GINT_TO_POINTER (answer));
}

/**
 * stp_questionnaire_get_chosen:
 *
 * Returns: the index of the choice, or -1 while none is chosen
 */
int
stp_questionnaire_get_chosen (StpQuestionnaire *self, const char *id)
{
  const StpQuestionRow *row = find_question (id);
  StpAnswer answer = GPOINTER_TO_INT (g_hash_table_lookup (self->marks, id));

  g_return_val_if_fail (row != NULL, -1);

  for (guint i = 0; answer != 0 && i < stp_question_row_get_n_answers (row); i++)
    if (row->answers[i].answer == answer)
      return (int) i;
  return -1;
}

/**
 * stp_questionnaire_choose:
 * @choice: below the question's `n_choices`
 *
 * Marks the question, with that choice.
 */
void
stp_questionnaire_choose (StpQuestionnaire *self, const char *id, guint choice)
{
  const StpQuestionRow *row = find_question (id);

  g_return_if_fail (row && choice < stp_question_row_get_n_answers (row));

  g_hash_table_insert (self->marks, (gpointer) row->id,
                       GINT_TO_POINTER (row->answers[choice].answer));
}

/**
 * stp_questionnaire_has_rest:
 *
 * Returns: whether "none of these" is an answer to the group
 */
gboolean
stp_questionnaire_has_rest (StpQuestionnaire *self, guint group)
{
  const StpQuestionRow *row = find_row (group, 0);

  return row != NULL && !is_always (row);
}

/**
 * stp_questionnaire_get_rest:
 *
 * Returns: whether nothing of the group applies but what is marked
 */
gboolean
stp_questionnaire_get_rest (StpQuestionnaire *self, guint group)
{
  g_return_val_if_fail (group < stp_questionnaire_get_n_groups (self), FALSE);

  return self->rest[group + STP_QUESTION_AGE];
}

/**
 * stp_questionnaire_set_rest:
 * @none: nothing of the group applies but what is marked
 *
 * Without it silence stays silence: what is not marked is not answered.
 */
void
stp_questionnaire_set_rest (StpQuestionnaire *self, guint group, gboolean none)
{
  g_return_if_fail (stp_questionnaire_has_rest (self, group));

  self->rest[group + STP_QUESTION_AGE] = none;
}

/**
 * stp_questionnaire_get_n_marked:
 *
 * Returns: how many questions of the group apply
 */
guint
stp_questionnaire_get_n_marked (StpQuestionnaire *self, guint group)
{
  guint n = 0;
  const StpQuestionRow *row;

  for (guint i = 0; (row = find_row (group, i)) != NULL; i++)
    n += stp_questionnaire_is_marked (self, row->id);
  return n;
}

static gboolean
is_open (StpQuestionnaire *self, guint group)
{
  const StpQuestionRow *row;

  for (guint i = 0; (row = find_row (group, i)) != NULL; i++)
    if (resolve (self, row) == 0)
      return TRUE;
  return FALSE;
}

/**
 * stp_questionnaire_get_n_open:
 *
 * Returns: how many groups still have a question without an answer
 */
guint
stp_questionnaire_get_n_open (StpQuestionnaire *self)
{
  guint n = 0;

  for (guint group = 0; group < stp_questionnaire_get_n_groups (self); group++)
    n += is_open (self, group);
  return n;
}

/**
 * stp_questionnaire_find_open_group:
 *
 * Returns: the first group that is not answered, or the number of groups
 */
guint
stp_questionnaire_find_open_group (StpQuestionnaire *self)
{
  guint group = 0;

  while (group < stp_questionnaire_get_n_groups (self) && !is_open (self, group))
    group++;
  return group;
}

/* A change is a fact of today; what stays as it was keeps its day. */
static void
put_answer (StpProfile *profile, const StpQuestionRow *row, StpAnswer answer, guint today)
{
  StpStandingAnswer *known = stp_profile_get_answer (profile, row->id);
  StpStandingAnswer *entry;

  if (known != NULL && known->answer == answer && known->on != STP_DAY_UNSET)
    return;
  entry = stp_standing_answer_new ();
  entry->answer = answer;
  entry->on = today;
  g_hash_table_insert (profile->answers, g_strdup (row->id), entry);
}

/**
 * stp_questionnaire_save:
 *
 * Keeps the answers and the moment at which they were given; all questions must have one.
 *
 * Returns: %FALSE with an error of the diary
 */
gboolean
stp_questionnaire_save (StpQuestionnaire *self, GError **error)
{
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (self->diary));
  StpClock *clock = stp_diary_get_clock (self->diary);
  GTimeZone *zone = stp_clock_get_zone (clock);
  gint64 now = stp_clock_get_now (clock);
  guint n;
  const StpQuestionRow *rows = stp_question_rows_person (&n);
  gboolean saved;

  g_return_val_if_fail (stp_questionnaire_get_n_open (self) == 0, FALSE);

  if (profile->answers == NULL)
    profile->answers = stp_map_new (&stp_standing_answer_shape);
  for (guint i = 0; i < n; i++)
    put_answer (profile, &rows[i], resolve (self, &rows[i]), stp_day_of (now, zone));
  profile->questionnaire_at = stp_instant_local (now, zone);

  stp_diary_begin_edit (self->diary, _ ("Questions About You"));
  saved = stp_diary_put (self->diary, profile, error);
  stp_diary_end_edit (self->diary);
  return saved;
}
