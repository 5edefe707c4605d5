// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stp-enums.h"

G_BEGIN_DECLS

/*
 * StpAnswerMeans:
 * @STP_ANSWER_MEETS: nothing stands in the way
 * @STP_ANSWER_DENIES: the product was not used: kept as a denial (E5)
 * @STP_ANSWER_HOLDS: no start today; the row says what lifts it
 *
 * What an answer does to the gate.
 */
typedef enum
{
  STP_ANSWER_MEETS = 1,
  STP_ANSWER_DENIES,
  STP_ANSWER_HOLDS,
} StpAnswerMeans;

/*
 * StpAnswerRow: one answer to choose.
 * @then: (nullable): what to do if it holds the session back
 */
typedef struct
{
  StpAnswer answer;
  const char *label;
  StpAnswerMeans means;
  const char *then;
} StpAnswerRow;

#define STP_QUESTION_MAX_ANSWERS 6

/*
 * StpQuestionRow: the answers to what a rule asks; its sentence is the rule's own.
 * @id: a rule's id. What is asked without a row here is met elsewhere, by a form or a record
 */
typedef struct
{
  const char *id;
  StpAnswerRow answers[STP_QUESTION_MAX_ANSWERS];
} StpQuestionRow;

const StpQuestionRow *stp_question_table_find (const char *id);
guint stp_question_row_get_n_answers (const StpQuestionRow *self);

G_END_DECLS
