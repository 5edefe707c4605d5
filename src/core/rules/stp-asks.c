// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-judge-private.h"
#include "rules/stp-person.h"

static StpAsk *
add_ask (const StpInquiry *self, GPtrArray *asks, const StpRule *rule)
{
  StpAsk *ask = g_new0 (StpAsk, 1);

  ask->rule = rule;
  ask->now = self->now;
  ask->zone = g_time_zone_ref (stp_clock_get_zone (stp_diary_get_clock (self->facts->diary)));
  g_ptr_array_add (asks, ask);
  return ask;
}

/* Whether the user said at this gate that nothing happened since the last use, or the window. */
static gboolean
is_denied (const StpInquiry *self, StpShelfItem *item, gint64 window)
{
  gint64 last = stp_shelf_item_get_last_use (item);

  /* From the latest: what was said before this gate has nothing before it that was not. */
  for (guint i = item->denials->len; i > 0; i--)
    {
      StpDenial *denial = g_ptr_array_index (item->denials, i - 1);

      if (denial->at.us == STP_TIME_UNSET || denial->at.us < last ||
          stp_facts_add (denial->at.us, STP_GATE_LIFE) < self->start)
        return FALSE;
      if (denial->since.us != STP_TIME_UNSET &&
          denial->since.us <= MAX (last, self->start - window))
        return TRUE;
    }
  return FALSE;
}

/* A removed use is asked for by name until a later use or denial (E4). */
static gboolean
has_open_withdrawal (StpShelfItem *item)
{
  gint64 last = stp_shelf_item_get_last_use (item);
  guint n = item->denials->len;

  if (n > 0)
    last = MAX (last, ((StpDenial *) g_ptr_array_index (item->denials, n - 1))->at.us);
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

/* What was put away longer ago than the window cannot have been used within it. */
static gboolean
is_put_away (const StpInquiry *self, StpShelfItem *item, gint64 window)
{
  return item->product->archived &&
         stp_facts_add (stp_record_get_modified (item->product), window) <= self->start;
}

/* The block that reaches furthest back: one question about it answers all. */
static const StpItemRule *
find_asked (const StpInquiry *self, StpShelfItem *item)
{
  const StpItemRule *found = NULL;

  for (guint i = 0; i < item->holds->len; i++)
    {
      const StpItemRule *hold = &g_array_index (item->holds, StpItemRule, i);

      if (hold->strength >= STP_DOCTOR && (!found || hold->window > found->window) &&
          !stp_inquiry_is_cleared (self, hold->rule))
        found = hold;
    }
  return found;
}

static void
ask_for_item (const StpInquiry *self, StpShelfItem *item, GPtrArray *asks)
{
  const StpItemRule *asked = find_asked (self, item);
  StpAsk *ask;

  if (!item->product || !(item->areas & self->areas) || !asked)
    return;
  if (is_put_away (self, item, asked->window) || !may_have_been_used (item) ||
      is_denied (self, item, asked->window))
    return;

  ask = add_ask (self, asks, asked->rule);
  ask->subject_type = STP_RECORD_PRODUCT;
  ask->subject = g_strdup (item->id);
  ask->record = g_object_ref (item->product);
  ask->readable = item->readable;
  ask->since = stp_shelf_item_get_last_use (item);
  ask->window = asked->window;
}

/**
 * stp_person_is_questionnaire_due:
 * @at: UTC microseconds
 *
 * Returns: whether the questionnaire was not answered within six months of @at (E9). A clock that
 * was set back since takes no answer away (E10), but a stamp of a far future is none
 */
gboolean
stp_person_is_questionnaire_due (StpProfile *profile, gint64 at)
{
  gint64 months = stp_rule_find ("gate.questionnaire")->hours[STP_BAND_R2] * STP_HOUR;
  gint64 asked = profile->questionnaire_at.us;

  return asked == STP_TIME_UNSET || at >= stp_facts_add (asked, months) ||
         asked >= stp_facts_add (at, months);
}

/* What is asked about the person, by forms and by the short questions of every gate (E9). */
static void
ask_for_person (const StpInquiry *self, GPtrArray *asks)
{
  StpAsk *ask;

  if (!self->profile->consultation || self->profile->consultation->on == STP_DAY_UNSET)
    add_ask (self, asks, stp_rule_find ("gate.consultation"));
  if (stp_person_is_questionnaire_due (self->profile, self->start))
    add_ask (self, asks, stp_rule_find ("gate.questionnaire"));
  ask = add_ask (self, asks, stp_rule_find ("gate.short"));
  ask->since = self->profile->questionnaire_at.us;
}

/* A patch test before the first full session and before each new length (E9). */
static void
ask_for_patch (const StpInquiry *self, GPtrArray *asks)
{
  const StpSitting *patch;
  StpAsk *ask;

  if (!self->holds_skin || stp_facts_is_tried (self->facts, self->needle_um, self->start))
    return;
  ask = add_ask (self, asks, stp_rule_find ("gate.patch"));
  ask->window = ask->rule->hours[STP_BAND_R2] * STP_HOUR;
  patch = stp_facts_find_patch (self->facts, self->needle_um, self->start);
  if (!patch || patch->end == STP_TIME_UNSET)
    return;
  ask->subject_type = STP_RECORD_SESSION;
  ask->subject = g_strdup (stp_record_get_id (patch->session));
  ask->record = g_object_ref (patch->session);
  ask->since = patch->end;
}

static int
compare_asks (gconstpointer a, gconstpointer b)
{
  const StpAsk *one = *(StpAsk *const *) a;
  const StpAsk *other = *(StpAsk *const *) b;

  if (one->subject_type != other->subject_type)
    return (int) one->subject_type - (int) other->subject_type;
  if (g_strcmp0 (one->subject, other->subject) != 0)
    return g_strcmp0 (one->subject, other->subject);
  return g_strcmp0 (stp_rule_get_id (one->rule), stp_rule_get_id (other->rule));
}

/* A caution for every time, which no record answers: so it is the gate's, and colours no day. */
static void
ask_for_eyes (const StpInquiry *self, GPtrArray *asks)
{
  StpAsk *ask = add_ask (self, asks, stp_rule_find ("led.eyes"));

  ask->subject_type = STP_RECORD_DEVICE;
  ask->subject = g_strdup (stp_record_get_id (self->device));
  ask->record = g_object_ref (self->device);
}

/* What the gate still needs to hear. Never colours a day (E15). */
void
stp_asks_collect (const StpInquiry *self, GPtrArray *asks)
{
  GHashTableIter iter;
  gpointer item;

  if (!self->needles)
    {
      ask_for_eyes (self, asks);
      return;
    }

  ask_for_person (self, asks);
  ask_for_patch (self, asks);
  g_hash_table_iter_init (&iter, self->facts->shelf);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ask_for_item (self, item, asks);
  g_ptr_array_sort (asks, compare_asks);
}
