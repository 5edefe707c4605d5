// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-question-table-private.h"

#include <glib/gi18n-lib.h>

/*
 * What is asked at the gate; the questionnaire has a table of its own. Adding a question adds a row
 * and its rule, no code and no screen. Not to know whether something was used is not the same as
 * not having used it (E5).
 */
static const StpQuestionRow questions[] = {
  {
    .id = "product.unknown",
    .answers = {
      /* Translators: an answer to "Was it used in the last 7 days?" */
      { STP_ANSWER_NO, NC_ ("answer", "No"), STP_ANSWER_DENIES, NULL },
      /* Translators: an answer to "Was it used in the last 7 days?" */
      { STP_ANSWER_YES, NC_ ("answer", "Yes"), STP_ANSWER_HOLDS,
        N_ ("Then it counts like an acid, and seven days must pass. Log when it was used, or add "
            "its ingredient list.") },
      /* Translators: an answer to "Was it used in the last 7 days?" */
      { STP_ANSWER_UNSURE, NC_ ("answer", "Not sure"), STP_ANSWER_HOLDS,
        N_ ("Then it counts like an acid used today, and seven days must pass. Adding its "
            "ingredient list may lift that.") },
    },
  },
  {
    .id = "gate.short",
    .answers = {
      /* Translators: an answer to "Is anything unusual today?" or "Has anything changed?" */
      { STP_ANSWER_NO, NC_ ("answer", "No"), STP_ANSWER_MEETS, NULL },
      /* Translators: an answer to "Is anything unusual today?" or "Has anything changed?" */
      { STP_ANSWER_YES, NC_ ("answer", "Yes"), STP_ANSWER_HOLDS,
        N_ ("If you are ill, wait until you are well. If something else has changed, go through "
            "your answers and say so.") },
    },
  },
  {
    .id = "gate.patch",
    .answers = {
      /* Translators: an answer to "Is the spot of your patch test calm?" */
      { STP_ANSWER_YES, NC_ ("answer", "Yes, calm"), STP_ANSWER_CALMS, NULL },
      /* Translators: an answer to "Is the spot of your patch test calm?" */
      { STP_ANSWER_NO, NC_ ("answer", "Not yet"), STP_ANSWER_HOLDS,
        N_ ("Then wait until it is. If it grows worse, have it looked at.") },
    },
  },
};

/*
 * stp_question_table_find:
 * @id: a rule's id
 *
 * Returns: (nullable): the answers to choose from
 */
const StpQuestionRow *
stp_question_table_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_str_equal (questions[i].id, id))
      return &questions[i];
  return NULL;
}

guint
stp_question_row_get_n_answers (const StpQuestionRow *self)
{
  guint n = 0;

  while (n < STP_QUESTION_MAX_ANSWERS && self->answers[n].answer != 0)
    n++;
  return n;
}
