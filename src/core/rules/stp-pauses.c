// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-judge-private.h"
#include "rules/stp-person-private.h"

typedef struct
{
  StpFacts *facts;
  StpProfile *profile;
  gint64 from, to, now;
  GTimeZone *zone;   /* (nullable): whose words to use; without it no texts */
  StpStrength least; /* what is lighter is left out */
  GPtrArray *sittings;
  GPtrArray *sessions; /* of GRefString: the ids of @sittings */
  GRefString *product; /* the id of the item that is looked at */
  gboolean withheld;   /* from the person, as long as that is so */
  GPtrArray *pauses;
} Collector;

/*
 * Where: one session and one item of the shelf.
 */
typedef struct
{
  StpShelfItem *item;
  const StpSitting *sitting;
  GRefString *session;
  StpBand band;
} Meeting;

static void
add_pause (Collector *self,
           const Meeting *at,
           const StpRule *rule,
           gint64 from,
           gint64 to,
           gboolean longer)
{
  StpStrength strength;
  StpPause *pause;

  if (from >= to || from >= self->to || to <= self->from)
    return;

  strength = stp_shelf_item_get_strength (at->item, rule, self->profile);
  if (strength < self->least)
    return;

  pause = stp_pause_new ();
  pause->rule = rule;
  pause->product = g_ref_string_acquire (self->product);
  pause->session = g_ref_string_acquire (at->session);
  pause->before = rule->phase == STP_RULE_BEFORE;
  pause->from = from;
  pause->to = to;
  pause->strength = strength;
  pause->forecast = !at->sitting->needled;
  pause->prescribed = at->item->product->prescribed;
  pause->withheld = self->withheld;
  pause->longer = longer;
  if (self->zone)
    pause->text = stp_pause_dup_text (pause, at->item->product, self->now, self->zone);
  g_ptr_array_add (self->pauses, pause);
}

/* Only a session that is still to come pauses backwards: what was done needs no preparing (E3). */
static void
collect_rule (Collector *self, const Meeting *at, const StpRule *rule)
{
  const StpSitting *sitting = at->sitting;
  gint64 window = stp_rule_get_window (rule, at->band, self->profile, sitting->year);
  gboolean longer = FALSE;
  gint64 until;

  /* What is new is not off; a session only comes too early for it. */
  if (window == 0 || rule->match.fresh)
    return;
  if (rule->phase == STP_RULE_BEFORE && !sitting->needled)
    add_pause (self, at, rule, sitting->start - window, sitting->start, FALSE);
  if (rule->phase != STP_RULE_AFTER)
    return;
  until = stp_sitting_get_hold_end (sitting, rule, at->band, window, &longer);
  add_pause (self, at, rule, sitting->end, until, longer);
}

static void
collect_item (Collector *self, StpShelfItem *item)
{
  if (!item->product || item->product->archived || item->rules->len == 0)
    return;

  self->product = g_ref_string_new (item->id);
  self->withheld = stp_person_withholds (self->facts, item, self->now);
  for (guint i = 0; i < self->sittings->len; i++)
    {
      const StpSitting *sitting = g_ptr_array_index (self->sittings, i);
      Meeting at = { item, sitting, g_ptr_array_index (self->sessions, i), 0 };

      if (!(sitting->areas & item->areas))
        continue;
      at.band = stp_sitting_get_band (sitting, item->areas);
      for (guint j = 0; j < item->rules->len; j++)
        collect_rule (self, &at, g_ptr_array_index (item->rules, j));
    }
  g_clear_pointer (&self->product, g_ref_string_release);
}

/* How far any rule of that phase reaches for this person. */
static gint64
find_reach (Collector *self, StpRulePhase phase)
{
  gint64 reach = 0;
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].phase == phase)
      reach = MAX (reach, stp_rule_get_reach (&rules[i], self->profile));
  return reach;
}

/* The sessions that any rule could carry into the span. */
static GPtrArray *
list_sittings (Collector *self)
{
  GPtrArray *near = g_ptr_array_new ();
  gint64 before = find_reach (self, STP_RULE_BEFORE);
  gint64 after = find_reach (self, STP_RULE_AFTER);

  for (guint i = self->facts->sittings->len; i > 0; i--)
    {
      StpSitting *sitting = g_ptr_array_index (self->facts->sittings, i - 1);

      if (stp_facts_add (sitting->latest_end, after) <= self->from)
        break;
      if (sitting->end != STP_TIME_UNSET && sitting->start - before < self->to &&
          stp_sitting_counts (sitting, self->now))
        g_ptr_array_add (near, sitting);
    }
  return near;
}

static int
compare_pauses (gconstpointer a, gconstpointer b)
{
  const StpPause *one = *(StpPause *const *) a;
  const StpPause *other = *(StpPause *const *) b;
  int order;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  order = strcmp (one->product, other->product);
  if (order == 0)
    order = strcmp (stp_rule_get_id (one->rule), stp_rule_get_id (other->rule));
  return order ? order : strcmp (one->session, other->session);
}

static Collector
begin (StpFacts *facts, gint64 from, gint64 to, GTimeZone *zone)
{
  return (
    Collector) { .facts = facts,
                 .profile = stp_diary_get_profile (facts->diary),
                 .from = from,
                 .to = to,
                 .now = stp_clock_get_now (stp_diary_get_clock (facts->diary)),
                 .zone = zone,
                 .pauses = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_pause_unref) };
}

/* @item (nullable): without it the whole shelf. */
static void
collect (Collector *self, GPtrArray *sittings, StpShelfItem *item)
{
  g_autoptr (
    GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  GHashTableIter iter;

  for (guint i = 0; i < sittings->len; i++)
    {
      const StpSitting *sitting = g_ptr_array_index (sittings, i);

      g_ptr_array_add (sessions, g_ref_string_new (stp_record_get_id (sitting->session)));
    }
  self->sittings = sittings;
  self->sessions = sessions;
  if (item)
    {
      collect_item (self, item);
      return;
    }
  g_hash_table_iter_init (&iter, self->facts->shelf);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &item))
    collect_item (self, item);
}

/*
 * Every pause that overlaps the half-open span, ordered by from, product, rule. @product
 * (nullable): only of that one; @zone (nullable): the reader's, without it no texts.
 */
GPtrArray *
stp_pauses_collect (StpFacts *facts, const char *product, gint64 from, gint64 to, GTimeZone *zone)
{
  Collector self = begin (facts, from, to, zone);
  g_autoptr (GPtrArray) sittings = list_sittings (&self);
  StpShelfItem *item = stp_facts_get_item (facts, product);

  if (item || !product)
    collect (&self, sittings, item);
  g_ptr_array_sort (self.pauses, compare_pauses);
  return self.pauses;
}

/* Those of the whole shelf that are more than advice, in no order: what a month shows. Most are
 * advice, and to sort is a third of the work. */
GPtrArray *
stp_pauses_gather (StpFacts *facts, gint64 from, gint64 to)
{
  Collector self = begin (facts, from, to, NULL);
  g_autoptr (GPtrArray) sittings = list_sittings (&self);

  self.least = STP_WARN;
  collect (&self, sittings, NULL);
  return self.pauses;
}

/* As stp_pauses_gather(), but those that @sittings alone bring, which the diary need not hold. */
GPtrArray *
stp_pauses_gather_of (StpFacts *facts, GPtrArray *sittings, gint64 from, gint64 to)
{
  Collector self = begin (facts, from, to, NULL);

  self.least = STP_WARN;
  collect (&self, sittings, NULL);
  return self.pauses;
}
