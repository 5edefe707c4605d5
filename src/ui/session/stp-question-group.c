// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-question-group.h"

#include <glib/gi18n.h>

#include "rules/stp-sources.h"
#include "shared/stp-check-row.h"
#include "shared/stp-sources-button.h"
#include "shared/stp-wrap.h"

struct _StpQuestionGroup
{
  AdwPreferencesGroup parent_instance;

  StpQuestionnaire *questionnaire; /* whoever made the group holds it as long */
  guint group;
  StpCheckRow *rest_row; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (StpQuestionGroup, stp_question_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_id (gpointer row)
{
  return g_object_get_data (row, "question");
}

/* What is marked is no longer among those that "none" speaks of. */
static void
update_rest (StpQuestionGroup *self)
{
  const char *title;

  if (!self->rest_row)
    return;

  title = stp_questionnaire_get_n_marked (self->questionnaire, self->group) == 0
            ? _ ("None of these")
            : _ ("None of the others");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rest_row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rest_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
changed (StpQuestionGroup *self)
{
  update_rest (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
on_marked_cb (StpCheckRow *row, GParamSpec *pspec, StpQuestionGroup *self)
{
  stp_questionnaire_mark (self->questionnaire, get_id (row), stp_check_row_get_active (row));
  changed (self);
}

static void
on_chosen_cb (StpCheckRow *row, GParamSpec *pspec, StpQuestionGroup *self)
{
  const guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "choice"));

  /* A mark that was taken back takes its choice along. */
  if (!stp_check_row_get_active (row) || !gtk_widget_get_visible (GTK_WIDGET (row)))
    return;

  stp_questionnaire_choose (self->questionnaire, get_id (row), choice);
  changed (self);
}

static void
on_rest_cb (StpQuestionGroup *self)
{
  stp_questionnaire_set_rest (self->questionnaire, self->group,
                              stp_check_row_get_active (self->rest_row));
  changed (self);
}

/* The choices of a question; with a @mark they stand below it while it is set. */
static void
add_choices (StpQuestionGroup *self, const StpPersonQuestion *question, GtkWidget *mark)
{
  const int chosen = stp_questionnaire_get_chosen (self->questionnaire, question->id);
  GtkWidget *first = NULL;

  for (guint i = 0; i < question->n_choices; i++)
    {
      const char *label = stp_questionnaire_get_choice (self->questionnaire, question->id, i);
      GtkWidget *row = stp_check_row_new_choice (label, (StpCheckRow *) first);

      first = first ? first : row;
      g_object_set_data (G_OBJECT (row), "question", (gpointer) question->id);
      g_object_set_data (G_OBJECT (row), "choice", GUINT_TO_POINTER (i));
      stp_check_row_set_active (STP_CHECK_ROW (row), chosen == (int) i);
      if (mark)
        {
          stp_check_row_indent (STP_CHECK_ROW (row));
          g_object_bind_property (mark, "active", row, "visible", G_BINDING_SYNC_CREATE);
        }
      g_signal_connect (row, "notify::active", G_CALLBACK (on_chosen_cb), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
add_question (StpQuestionGroup *self, const StpPersonQuestion *question)
{
  GtkWidget *mark;

  if (question->always)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), question->text);
      add_choices (self, question, NULL);
      return;
    }

  mark = stp_check_row_new (question->title, question->text);
  g_object_set_data (G_OBJECT (mark), "question", (gpointer) question->id);
  stp_check_row_set_active (STP_CHECK_ROW (mark),
                            stp_questionnaire_is_marked (self->questionnaire, question->id));
  g_signal_connect (mark, "notify::active", G_CALLBACK (on_marked_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), mark);
  if (question->n_choices > 1)
    add_choices (self, question, mark);
}

static void
add_rest (StpQuestionGroup *self)
{
  GtkWidget *row = stp_check_row_new ("", NULL);

  self->rest_row = STP_CHECK_ROW (row);
  gtk_widget_add_css_class (row, "stp-rest");
  stp_check_row_set_active (self->rest_row,
                            stp_questionnaire_get_rest (self->questionnaire, self->group));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_rest_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  update_rest (self);
}

static void
stp_question_group_class_init (StpQuestionGroupClass *klass)
{
  /**
   * StpQuestionGroup::answered:
   *
   * Something of the group was answered, or taken back.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_question_group_init (StpQuestionGroup *self)
{
}

/* What an answer means stands in the rule of the same id. */
static void
add_sources (StpQuestionGroup *self)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < stp_questionnaire_get_n_questions (self->questionnaire, self->group); i++)
    {
      const StpRule *rule = stp_rule_find (
        stp_questionnaire_get_question (self->questionnaire, self->group, i).id);

      if (rule)
        g_string_append_printf (keys, "%s ", stp_rule_get_sources (rule));
    }
  text = stp_sources_explain_keys (keys->str);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                           stp_sources_button_new (text));
  stp_wrap_title (ADW_PREFERENCES_GROUP (self));
}

/**
 * stp_question_group_new:
 * @questionnaire: has to outlive the widget
 * @group: which group of it
 *
 * Returns: (transfer floating): the questions of the group, with what was answered
 */
GtkWidget *
stp_question_group_new (StpQuestionnaire *questionnaire, guint group)
{
  StpQuestionGroup *self = g_object_new (STP_TYPE_QUESTION_GROUP, NULL);

  self->questionnaire = questionnaire;
  self->group = group;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   stp_questionnaire_get_group_title (questionnaire, group));
  for (guint i = 0; i < stp_questionnaire_get_n_questions (questionnaire, group); i++)
    {
      const StpPersonQuestion question = stp_questionnaire_get_question (questionnaire, group, i);

      add_question (self, &question);
    }
  if (stp_questionnaire_has_rest (questionnaire, group))
    add_rest (self);
  add_sources (self);
  return GTK_WIDGET (self);
}
