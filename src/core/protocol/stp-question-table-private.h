// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stp-enums.h"

G_BEGIN_DECLS

/*
 * StpAnswerMeans:
 * @STP_ANSWER_STANDS: it is kept; what it means is for the rule of the same id to say
 * @STP_ANSWER_MEETS: nothing stands in the way
 * @STP_ANSWER_DENIES: the product was not used: kept as a denial (E5)
 * @STP_ANSWER_CALMS: the skin is calm: kept as a check-in (E9)
 * @STP_ANSWER_HOLDS: no start today; the row says what lifts it
 *
 * What an answer does to the gate.
 */
typedef enum
{
  STP_ANSWER_STANDS,
  STP_ANSWER_MEETS,
  STP_ANSWER_DENIES,
  STP_ANSWER_CALMS,
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
 * StpQuestionGroup: under which heading the questionnaire asks.
 * @STP_QUESTION_GATE: not there, but at the gate
 */
typedef enum
{
  STP_QUESTION_GATE,
  STP_QUESTION_AGE,
  STP_QUESTION_SKIN,
  STP_QUESTION_MARKS,
  STP_QUESTION_ILLNESS,
  STP_QUESTION_MEDICINE,
  STP_QUESTION_HABITS,
  STP_QUESTION_N_GROUPS
} StpQuestionGroup;

/*
 * StpQuestionRow: the answers to what a rule asks.
 * @id: a rule's id. What is asked without a row here is met elsewhere, by a form or a record
 * @title: (nullable): what the questionnaire asks about; at the gate the rule's own sentence asks
 * @text: (nullable): the same in plain words
 * @answers: of the questionnaire those that are not "no": one is a mark, several are a choice
 */
typedef struct
{
  const char *id;
  StpQuestionGroup group;
  const char *title;
  const char *text;
  StpAnswerRow answers[STP_QUESTION_MAX_ANSWERS];
} StpQuestionRow;

const StpQuestionRow *stp_question_table_find (const char *id);
guint stp_question_row_get_n_answers (const StpQuestionRow *self);

const StpQuestionRow *stp_question_rows_person (guint *n_rows);

G_END_DECLS
