// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/**
 * StpQuestionnaire:
 *
 * The full questionnaire being filled in: what was answered before is there, and nothing is
 * answered for anybody. A question is *marked* where it applies; "none of the others" answers those
 * of its group that are not marked. Only saving writes to the diary.
 */
typedef struct _StpQuestionnaire StpQuestionnaire;

StpQuestionnaire *stp_questionnaire_new (StpDiary *diary);
void stp_questionnaire_free (StpQuestionnaire *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpQuestionnaire, stp_questionnaire_free)

guint stp_questionnaire_get_n_groups (StpQuestionnaire *self);
const char *stp_questionnaire_get_group_title (StpQuestionnaire *self, guint group);
guint stp_questionnaire_get_n_questions (StpQuestionnaire *self, guint group);

/**
 * StpPersonQuestion:
 * @id: of the question and of its rule
 * @title: what it is about
 * @text: (nullable): the same in plain words
 * @n_choices: what there is to choose from once it is marked; 1 = nothing
 * @always: it applies to everybody: there is no mark, only a choice
 *
 * A question of the questionnaire; texts are translated and live as long as the program.
 */
typedef struct
{
  const char *id, *title, *text;
  guint n_choices;
  gboolean always;
} StpPersonQuestion;

StpPersonQuestion stp_questionnaire_get_question (StpQuestionnaire *self, guint group, guint index);
const char *stp_questionnaire_get_choice (StpQuestionnaire *self, const char *id, guint choice);

gboolean stp_questionnaire_is_marked (StpQuestionnaire *self, const char *id);
void stp_questionnaire_mark (StpQuestionnaire *self, const char *id, gboolean marked);
int stp_questionnaire_get_chosen (StpQuestionnaire *self, const char *id);
void stp_questionnaire_choose (StpQuestionnaire *self, const char *id, guint choice);

gboolean stp_questionnaire_has_rest (StpQuestionnaire *self, guint group);
gboolean stp_questionnaire_get_rest (StpQuestionnaire *self, guint group);
void stp_questionnaire_set_rest (StpQuestionnaire *self, guint group, gboolean none);

guint stp_questionnaire_get_n_marked (StpQuestionnaire *self, guint group);
guint stp_questionnaire_get_n_open (StpQuestionnaire *self);
guint stp_questionnaire_find_open_group (StpQuestionnaire *self);
gboolean stp_questionnaire_save (StpQuestionnaire *self, GError **error);

G_END_DECLS
