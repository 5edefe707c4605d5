// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-item-private.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-rule.h"

struct _StpGateItem
{
  GObject parent_instance;

  StpGateItemKind kind;
  const StpRule *rule;
  char *id;
  char *subject;
  GStrv subjects;
  char *title, *detail;
  gint64 until;
  const char *clearance;
  const StpQuestionRow *question;
  StpAnswer answer;
  gint64 answered_at;
};

G_DEFINE_FINAL_TYPE (StpGateItem, stp_gate_item, G_TYPE_OBJECT)

/* clang-format off */
G_DEFINE_ENUM_TYPE (StpGateItemKind, stp_gate_item_kind,
                    G_DEFINE_ENUM_VALUE (STP_GATE_BLOCK, "block"),
                    G_DEFINE_ENUM_VALUE (STP_GATE_ACKNOWLEDGE, "acknowledge"),
                    G_DEFINE_ENUM_VALUE (STP_GATE_ADVICE, "advice"),
                    G_DEFINE_ENUM_VALUE (STP_GATE_DENIAL, "denial"),
                    G_DEFINE_ENUM_VALUE (STP_GATE_QUESTION, "question"))
/* clang-format on */

enum
{
  PROP_KIND = 1,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_MET,
  PROP_ANSWER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
stp_gate_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  StpGateItem *self = STP_GATE_ITEM (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, stp_gate_item_get_detail (self));
      break;
    case PROP_MET:
      g_value_set_boolean (value, stp_gate_item_get_met (self));
      break;
    case PROP_ANSWER:
      g_value_set_int (value, self->answer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
stp_gate_item_finalize (GObject *object)
{
  StpGateItem *self = STP_GATE_ITEM (object);

  g_free (self->id);
  g_free (self->subject);
  g_strfreev (self->subjects);
  g_free (self->title);
  g_free (self->detail);
  G_OBJECT_CLASS (stp_gate_item_parent_class)->finalize (object);
}

static void
stp_gate_item_class_init (StpGateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = stp_gate_item_get_property;
  object_class->finalize = stp_gate_item_finalize;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, STP_TYPE_GATE_ITEM_KIND,
                                             STP_GATE_BLOCK, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_MET] = g_param_spec_boolean ("met", NULL, NULL, FALSE, flags);
  properties[PROP_ANSWER] = g_param_spec_int ("answer", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
stp_gate_item_init (StpGateItem *self)
{
  self->until = STP_TIME_UNSET;
  self->answered_at = STP_TIME_UNSET;
}

StpGateItem *
stp_gate_item_new (StpGateItemKind kind, const StpRule *rule, const char *id, const char *subject)
{
  StpGateItem *self = g_object_new (STP_TYPE_GATE_ITEM, NULL);

  self->kind = kind;
  self->rule = rule;
  self->id = g_strdup (id);
  self->subject = g_strdup (subject);
  return self;
}

gboolean
stp_gate_item_is (StpGateItem *self, StpGateItemKind kind, const char *id, const char *subject)
{
  return self->kind == kind && g_str_equal (self->id, id) &&
         g_strcmp0 (self->subject, subject) == 0;
}

/**
 * stp_gate_item_get_kind:
 *
 * Returns: what the line wants of the user
 */
StpGateItemKind
stp_gate_item_get_kind (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), 0);

  return self->kind;
}

/**
 * stp_gate_item_get_id:
 *
 * Returns: the id of the rule that speaks
 */
const char *
stp_gate_item_get_id (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), NULL);

  return self->id;
}

/**
 * stp_gate_item_get_subject:
 *
 * Returns: (nullable): the id of the record it speaks of; %NULL if it is about the user, or
 *   about several
 */
const char *
stp_gate_item_get_subject (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), NULL);

  return self->subject;
}

/**
 * stp_gate_item_get_title:
 *
 * Returns: whole sentences, translated
 */
const char *
stp_gate_item_get_title (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), NULL);

  return self->title;
}

/**
 * stp_gate_item_get_detail:
 *
 * Returns: (nullable): why, or what lifts the answer that was given; translated
 */
const char *
stp_gate_item_get_detail (StpGateItem *self)
{
  const StpAnswerRow *row;

  g_return_val_if_fail (STP_IS_GATE_ITEM (self), NULL);

  row = stp_gate_item_get_answer_row (self);
  return row != NULL && row->then != NULL ? _ (row->then) : self->detail;
}

/**
 * stp_gate_item_get_until:
 *
 * Returns: when time lifts it, UTC microseconds, or %STP_TIME_UNSET
 */
gint64
stp_gate_item_get_until (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), STP_TIME_UNSET);

  return self->until;
}

/**
 * stp_gate_item_get_clearance:
 *
 * Returns: (nullable): the rule id under which a doctor's word would lift it; %NULL if none would
 */
const char *
stp_gate_item_get_clearance (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), NULL);

  return self->clearance;
}

/**
 * stp_gate_item_is_answer:
 *
 * Returns: whether it stems from an answer of the questionnaire, and changes with it
 */
gboolean
stp_gate_item_is_answer (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), FALSE);

  return self->rule != NULL && self->rule->phase == STP_RULE_ANSWER;
}

/**
 * stp_gate_item_get_met:
 *
 * Returns: whether this line no longer stands in the way
 */
gboolean
stp_gate_item_get_met (StpGateItem *self)
{
  const StpAnswerRow *row;

  g_return_val_if_fail (STP_IS_GATE_ITEM (self), FALSE);

  switch (self->kind)
    {
    case STP_GATE_ADVICE:
      return TRUE;
    case STP_GATE_ACKNOWLEDGE:
      return self->answered_at != STP_TIME_UNSET;
    case STP_GATE_QUESTION:
      row = stp_gate_item_get_answer_row (self);
      return row != NULL && row->means == STP_ANSWER_MEETS;
    case STP_GATE_BLOCK:
    case STP_GATE_DENIAL:
    default:
      return FALSE;
    }
}

/**
 * stp_gate_item_get_answer:
 *
 * Returns: the answer that was chosen, or 0
 */
StpAnswer
stp_gate_item_get_answer (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), 0);

  return self->answer;
}

/**
 * stp_gate_item_get_n_choices:
 *
 * Returns: the number of answers to choose from; a question without any is met elsewhere, as
 *   the consultation is by its form
 */
guint
stp_gate_item_get_n_choices (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), 0);

  return self->question ? stp_question_row_get_n_answers (self->question) : 0;
}

/**
 * stp_gate_item_get_choice:
 * @label: (out) (optional) (transfer none): the answer in words, translated
 *
 * Returns: an answer to choose
 */
StpAnswer
stp_gate_item_get_choice (StpGateItem *self, guint index, const char **label)
{
  const StpAnswerRow *row;

  g_return_val_if_fail (STP_IS_GATE_ITEM (self), 0);
  g_return_val_if_fail (index < stp_gate_item_get_n_choices (self), 0);

  row = &self->question->answers[index];
  if (label != NULL)
    *label = g_dpgettext2 (GETTEXT_PACKAGE, "answer", row->label);
  return row->answer;
}

/**
 * stp_gate_item_get_rule:
 *
 * Returns: (nullable): the rule that speaks
 */
const StpRule *
stp_gate_item_get_rule (StpGateItem *self)
{
  g_return_val_if_fail (STP_IS_GATE_ITEM (self), NULL);

  return self->rule;
}

const char *const *
stp_gate_item_get_subjects (StpGateItem *self)
{
  return (const char *const *) self->subjects;
}

gint64
stp_gate_item_get_answered_at (StpGateItem *self)
{
  return self->answered_at;
}

/*
 * stp_gate_item_get_answer_row:
 *
 * Returns: (nullable): the row of the answer that was chosen
 */
const StpAnswerRow *
stp_gate_item_get_answer_row (StpGateItem *self)
{
  for (guint i = 0; i < stp_gate_item_get_n_choices (self); i++)
    if (self->question->answers[i].answer == self->answer)
      return &self->question->answers[i];
  return NULL;
}

void
stp_gate_item_set_text (StpGateItem *self, const char *title, const char *detail)
{
  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (g_set_str (&self->detail, detail))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/*
 * stp_gate_item_offer:
 * @question: (nullable): the answers to choose from
 */
void
stp_gate_item_offer (StpGateItem *self, const StpQuestionRow *question)
{
  self->question = question;
}

void
stp_gate_item_set_clearance (StpGateItem *self, const char *clearance)
{
  self->clearance = clearance;
}

void
stp_gate_item_set_until (StpGateItem *self, gint64 until)
{
  self->until = until;
}

void
stp_gate_item_answer (StpGateItem *self, StpAnswer answer, gint64 at)
{
  self->answer = answer;
  self->answered_at = at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MET]);
}

/*
 * stp_gate_item_set_subjects:
 * @subjects: (transfer full): ids of the records a warning names
 *
 * An acknowledgement was given for what stood there: with another product it is asked anew.
 */
void
stp_gate_item_set_subjects (StpGateItem *self, GStrv subjects)
{
  gboolean changed = self->subjects != NULL && !g_strv_equal ((const char *const *) self->subjects,
                                                              (const char *const *) subjects);

  g_strfreev (self->subjects);
  self->subjects = subjects;
  if (changed)
    stp_gate_item_forget (self);
}

/*
 * stp_gate_item_forget:
 *
 * Takes the answer back, so that it is asked again.
 */
void
stp_gate_item_forget (StpGateItem *self)
{
  if (self->answered_at != STP_TIME_UNSET)
    stp_gate_item_answer (self, 0, STP_TIME_UNSET);
}
