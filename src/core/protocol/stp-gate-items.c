// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-form-private.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-questionnaire.h"
#include "protocol/stp-situation-private.h"
#include "rules/stp-correct.h"
#include "rules/stp-rule.h"

/* From a verdict to the lines of the gate. */

typedef struct
{
  GPtrArray *known; /* the lines of the last time, to be used again */
  GPtrArray *items;
} StpGateList;

/* (transfer none): the line of the last time if there was one, else a new one; added */
static StpGateItem *
add_item (StpGateList *list,
          StpGateItemKind kind,
          const StpRule *rule,
          const char *id,
          const char *subject)
{
  StpGateItem *item = NULL;

  for (guint i = 0; item == NULL && i < list->known->len; i++)
    if (stp_gate_item_is (list->known->pdata[i], kind, id, subject))
      item = g_object_ref (list->known->pdata[i]);
  if (item == NULL)
    item = stp_gate_item_new (kind, rule, id, subject);
  g_ptr_array_add (list->items, item);
  return item;
}

static void
add_block (StpGateList *list, StpReason *reason)
{
  StpGateItem *item = add_item (list, STP_GATE_BLOCK, reason->rule, stp_rule_get_id (reason->rule),
                                reason->subject);

  stp_gate_item_set_text (item, stp_reason_get_text (reason), stp_rule_get_why (reason->rule));
  stp_gate_item_set_until (item, reason->until);
  stp_gate_item_set_clearance (item, stp_reason_get_clearance (reason));
}

static gboolean
is_first_of_rule (GPtrArray *reasons, guint index)
{
  const StpReason *reason = reasons->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const StpReason *other = reasons->pdata[i];

      if (other->rule == reason->rule && other->strength == reason->strength)
        return FALSE;
    }
  return TRUE;
}

/*
 * One line and one button a rule, whatever the number of its products (E1). The rule speaks
 * and each product has its sentence below; a rule with a single product needs only that one.
 */
static void
add_rule (StpGateList *list, StpGateItemKind kind, GPtrArray *reasons, guint first)
{
  const StpReason *reason = reasons->pdata[first];
  const StpRule *rule = reason->rule;
  g_autoptr (GStrvBuilder) subjects = g_strv_builder_new ();
  g_autoptr (GString) texts = g_string_new (NULL);
  StpGateItem *item = add_item (list, kind, rule, stp_rule_get_id (rule), NULL);
  guint n = 0;

  for (guint i = first; i < reasons->len; i++)
    {
      StpReason *other = reasons->pdata[i];

      if (other->rule != rule || other->strength != reason->strength)
        continue;
      if (other->subject != NULL)
        g_strv_builder_add (subjects, other->subject);
      g_string_append_printf (texts, "%s%s", n++ > 0 ? "\n" : "", stp_reason_get_text (other));
      stp_gate_item_set_until (item, MAX (stp_gate_item_get_until (item), other->until));
    }
  if (n > 1)
    stp_gate_item_set_text (item, stp_rule_get_sentence (rule), texts->str);
  else
    stp_gate_item_set_text (item, texts->str, stp_rule_get_why (rule));
  stp_gate_item_set_subjects (item, g_strv_builder_end (subjects));
}

static void
add_reason (StpGateList *list, GPtrArray *reasons, guint index)
{
  StpReason *reason = reasons->pdata[index];

  if (reason->strength >= STP_DOCTOR)
    add_block (list, reason);
  else if (is_first_of_rule (reasons, index))
    add_rule (list, reason->strength == STP_WARN ? STP_GATE_ACKNOWLEDGE : STP_GATE_ADVICE, reasons,
              index);
}

/* How a patch test was taken is asked once it was done and had its time (E9). */
static gboolean
can_be_answered (const StpAsk *ask)
{
  if (!g_str_equal (stp_rule_get_id (ask->rule), "gate.patch"))
    return TRUE;
  return ask->subject != NULL && ask->now - ask->since >= ask->window;
}

/* About the device it is a caution to accept; what has answers in the table, or is about no
 * product, is a question; the rest "nothing since".
 */
static StpGateItemKind
get_kind (const StpAsk *ask)
{
  if (ask->subject_type == STP_RECORD_DEVICE)
    return STP_GATE_ACKNOWLEDGE;
  if (ask->subject_type == STP_RECORD_PRODUCT &&
      stp_question_table_find (stp_rule_get_id (ask->rule)) == NULL)
    return STP_GATE_DENIAL;
  return STP_GATE_QUESTION;
}

static void
add_ask (StpGateList *list, StpAsk *ask)
{
  const char *id = stp_rule_get_id (ask->rule);
  StpGateItem *item = add_item (list, get_kind (ask), ask->rule, id, ask->subject);

  stp_gate_item_set_text (item, stp_ask_get_text (ask), stp_rule_get_why (ask->rule));
  stp_gate_item_offer (item, can_be_answered (ask) ? stp_question_table_find (id) : NULL);
  if (ask->subject_type == STP_RECORD_SESSION)
    stp_gate_item_set_until (item, ask->since + ask->window);
}

static gboolean
is_asked (StpVerdict *verdict, const StpRule *rule)
{
  for (guint i = 0; i < verdict->asks->len; i++)
    if (((StpAsk *) verdict->asks->pdata[i])->rule == rule)
      return TRUE;
  return FALSE;
}

/* An answered questionnaire may lack what only this version asks: silence is not "no". */
static void
add_gaps (StpGateList *list, StpVerdict *verdict, StpDiary *diary)
{
  const StpRule *rule = stp_rule_find ("gate.questionnaire");
  g_autoptr (StpQuestionnaire) questionnaire = stp_questionnaire_new (diary);
  StpGateItem *item;

  /* Of whoever uses light, which punctures nothing, none of this is asked. */
  if (!is_asked (verdict, stp_rule_find ("gate.short")) || is_asked (verdict, rule) ||
      stp_questionnaire_get_n_open (questionnaire) == 0)
    return;
  item = add_item (list, STP_GATE_QUESTION, rule, stp_rule_get_id (rule), NULL);
  stp_gate_item_set_text (item, stp_rule_get_sentence (rule), stp_rule_get_why (rule));
}

/* What the user said of an acid is mentioned each time and asks nothing (E6). */
static void
add_corrections (StpGateList *list, StpDiary *diary)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);
      g_autofree char *text = product->archived ? NULL : stp_correct_dup_text (product);
      StpGateItem *item;

      if (text == NULL)
        continue;
      item = add_item (list, STP_GATE_ADVICE, NULL, "correction", stp_record_get_id (product));
      stp_gate_item_set_text (
        item, text, _ ("If the pack shows an acid after all, correct it in the Library."));
    }
}

/*
 * stp_gate_list_items:
 * @known: (element-type StpGateItem): the lines of the last time
 *
 * Returns: (transfer full) (element-type StpGateItem): what stands between @session and a start
 *   at @now: blocks first, then what asks for a word, advice last
 */
GPtrArray *
stp_gate_list_items (StpTimeline *timeline, StpSession *session, gint64 now, GPtrArray *known)
{
  StpGateList list = { known, g_ptr_array_new_with_free_func (g_object_unref) };
  StpQuestion question = stp_session_get_question (session, now);
  g_autoptr (StpVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  if (!stp_timeline_resolve_question (timeline, &question, &error))
    {
      StpGateItem *item = add_item (&list, STP_GATE_BLOCK, NULL, "device", NULL);

      stp_gate_item_set_text (item, error->message, NULL);
      return list.items;
    }

  verdict = stp_timeline_judge (timeline, &question);
  for (i = 0; i < verdict->reasons->len; i++)
    if (((StpReason *) verdict->reasons->pdata[i])->strength >= STP_DOCTOR)
      add_reason (&list, verdict->reasons, i);
  for (i = 0; i < verdict->asks->len; i++)
    add_ask (&list, verdict->asks->pdata[i]);
  add_gaps (&list, verdict, stp_timeline_get_diary (timeline));
  for (i = 0; i < verdict->reasons->len; i++)
    if (((StpReason *) verdict->reasons->pdata[i])->strength < STP_DOCTOR)
      add_reason (&list, verdict->reasons, i);
  add_corrections (&list, stp_timeline_get_diary (timeline));
  return list.items;
}
