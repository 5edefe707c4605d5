// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-judge-private.h"
#include "rules/stp-words.h"

/* A gate, and so what was said at it, holds this long (E13). */
#define GATE_LIFE (2 * STP_HOUR)

static void
add_ask (GPtrArray *asks, const StpRule *rule, StpRecordType type, const char *subject, char *text)
{
  StpAsk *ask = g_new0 (StpAsk, 1);

  ask->rule = rule;
  ask->subject_type = type;
  ask->subject = g_strdup (subject);
  ask->text = text;
  g_ptr_array_add (asks, ask);
}

/* The block rule that reaches furthest back: one question about it answers all. */
static const StpRule *
find_longest_block (const StpInquiry *self, StpShelfItem *item, gint64 *window)
{
  const StpRule *longest = NULL;

  *window = 0;
  for (guint i = 0; i < item->rules->len; i++)
    {
      const StpRule *rule = g_ptr_array_index (item->rules, i);
      gint64 length = stp_rule_get_window (rule, STP_BAND_R2, self->profile, 0);

      if (rule->phase != STP_RULE_BEFORE || length <= *window ||
          stp_rule_get_strength (rule, self->profile->preset) != STP_BLOCK)
        continue;
      *window = length;
      longest = rule;
    }
  return longest;
}

/* Whether the user said at this gate that nothing happened since the last use, or the window. */
static gboolean
is_denied (const StpInquiry *self, StpShelfItem *item, gint64 window)
{
  gint64 last = stp_shelf_item_get_last_use (item);

  for (guint i = 0; i < item->denials->len; i++)
    {
      StpDenial *denial = g_ptr_array_index (item->denials, i);

      if (denial->at.us == STP_TIME_UNSET || denial->since.us == STP_TIME_UNSET)
        continue;
      if (stp_facts_add (denial->at.us, GATE_LIFE) < self->start || denial->at.us < last)
        continue;
      if (denial->since.us <= MAX (last, self->start - window))
        return TRUE;
    }
  return FALSE;
}

/* A removed use is asked for by name until a later use or denial (E4). */
static gboolean
has_open_withdrawal (StpShelfItem *item)
{
  gint64 last = stp_shelf_item_get_last_use (item);

  for (guint i = 0; i < item->denials->len; i++)
    last = MAX (last, ((StpDenial *) g_ptr_array_index (item->denials, i))->at.us);
  for (guint i = 0; i < item->withdrawn->len; i++)
    if (((StpApplication *) g_ptr_array_index (item->withdrawn, i))->withdrawn.us >= last)
      return TRUE;
  return FALSE;
}

/* Silence is not "no" for what has a routine or was ever used (E5); an unread list asks once. */
static gboolean
may_have_been_used (StpShelfItem *item)
{
  if (item->product->routine || item->uses->len > 0 || item->untimed->len > 0)
    return TRUE;
  if (!item->readable && item->denials->len == 0)
    return TRUE;
  return has_open_withdrawal (item);
}

static char *
dup_product_text (const StpInquiry *self, StpShelfItem *item, const StpRule *rule, gint64 window)
{
  gint64 last = stp_shelf_item_get_last_use (item);
  StpClock *clock = stp_diary_get_clock (self->facts->diary);
  g_autofree char *span = stp_words_duration (window);
  g_autofree char *moment = NULL;

  if (!item->readable)
    /* Translators: %1$s is a product whose ingredients are not known, %2$s a span such as "7 days"
     */
    return g_strdup_printf (_ ("Was %1$s used in the last %2$s?"), item->product->name, span);
  if (last == STP_TIME_UNSET)
    /* Translators: %1$s is a product, %2$s what is in it, %3$s a span such as "48 hours" */
    return g_strdup_printf (_ ("%1$s (%2$s): not used in the last %3$s?"), item->product->name,
                            stp_rule_get_label (rule), span);

  moment = stp_words_moment (last, self->now, stp_clock_get_zone (clock));
  /* Translators: %1$s is a product, %2$s what is in it, %3$s when, such as "Thursday 21:00" */
  return g_strdup_printf (_ ("%1$s (%2$s): last used %3$s. Nothing since?"), item->product->name,
                          stp_rule_get_label (rule), moment);
}

static void
ask_for_item (const StpInquiry *self, StpShelfItem *item, GPtrArray *asks)
{
  const StpRule *rule;
  gint64 window;

  if (!item->product || item->product->archived || !(item->areas & self->areas))
    return;
  rule = find_longest_block (self, item, &window);
  if (!rule || !may_have_been_used (item) || is_denied (self, item, window))
    return;
  add_ask (asks, rule, STP_RECORD_PRODUCT, item->id, dup_product_text (self, item, rule, window));
}

static int
compare_asks (gconstpointer a, gconstpointer b)
{
  const StpAsk *one = *(StpAsk *const *) a;
  const StpAsk *other = *(StpAsk *const *) b;

  if (one->subject_type != other->subject_type)
    return (int) one->subject_type - (int) other->subject_type;
  return g_strcmp0 (one->subject, other->subject);
}

/* What the gate still needs to hear. Never colours a day (E15). */
void
stp_asks_collect (const StpInquiry *self, GPtrArray *asks)
{
  const StpRule *consultation = stp_rule_find ("gate.consultation");
  GHashTableIter iter;
  gpointer item;

  if (!self->needles)
    return;

  if (!self->profile->consultation || self->profile->consultation->on == STP_DAY_UNSET)
    add_ask (asks, consultation, STP_RECORD_PROFILE, NULL,
             g_strdup (stp_rule_get_sentence (consultation)));

  g_hash_table_iter_init (&iter, self->facts->shelf);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ask_for_item (self, item, asks);
  g_ptr_array_sort (asks, compare_asks);
}
