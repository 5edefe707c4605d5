// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-touched-private.h"

/*
 * Which instants and products an edit reaches. Rather too many than too few: what this leaves out
 * is not asked again. Each change is read twice, with the facts before it and those after.
 */

/* Around what is only placed on a day, whatever the zone that the day is shown in. */
#define MARGIN (2 * STP_DAY_LENGTH)

StpTouched *
stp_touched_new (void)
{
  StpTouched *self = g_new0 (StpTouched, 1);

  self->from = G_MAXINT64;
  self->to = G_MININT64;
  self->products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
stp_touched_free (StpTouched *self)
{
  g_hash_table_unref (self->products);
  g_free (self);
}

static void
add_span (StpTouched *self, gint64 from, gint64 to)
{
  self->from = MIN (self->from, from);
  self->to = MAX (self->to, to);
}

static void
add_always (StpTouched *self)
{
  add_span (self, G_MININT64, G_MAXINT64);
}

void
stp_touched_add_everything (StpTouched *self)
{
  add_always (self);
  self->every_product = TRUE;
}

static void
add_product (StpTouched *self, const char *id)
{
  if (id)
    g_hash_table_add (self->products, g_strdup (id));
}

static gint64
get_now (StpFacts *facts)
{
  return stp_clock_get_now (stp_diary_get_clock (facts->diary));
}

/* How long the longest rule of that phase holds for this person. */
static gint64
find_reach (StpFacts *facts, StpRulePhase phase)
{
  StpProfile *profile = stp_diary_get_profile (facts->diary);
  gint64 reach = 0;
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].phase == phase)
      reach = MAX (reach, stp_rule_get_reach (&rules[i], profile));
  return reach;
}

/* From the use until nothing holds because of it; always, if nobody knows when it was. */
static void
add_use (StpTouched *self, StpFacts *facts, StpApplication *use)
{
  gint64 from = use->at.us, to = use->at.us;

  if (from == STP_TIME_UNSET && use->on != STP_DAY_UNSET)
    {
      from = stp_facts_day_begin (use->on, use->zone);
      to = stp_facts_day_end (use->on, use->zone);
    }
  add_product (self, use->product);
  /* Later than now it stands against every start (E10). */
  if (from == STP_TIME_UNSET || to > get_now (facts))
    add_always (self);
  else
    add_span (self, from - MARGIN,
              stp_facts_add (to, find_reach (facts, STP_RULE_BEFORE) + MARGIN));
}

static gboolean
has_check_in (StpFacts *facts, const char *session)
{
  guint n = stp_diary_get_n_records (facts->diary, STP_RECORD_REACTION);

  for (guint i = 0; i < n; i++)
    {
      StpReaction *reaction = stp_diary_peek_record (facts->diary, STP_RECORD_REACTION, i);

      if (g_strcmp0 (reaction->session, session) == 0)
        return TRUE;
    }
  return FALSE;
}

/*
 * Forwards without end: it makes a series longer and a level steady. Backwards as far as what has
 * to lie between two, unless it wears a head or its check-ins are read by it.
 */
static void
add_session (StpTouched *self, StpFacts *facts, const char *id)
{
  StpSitting *sitting = stp_facts_find_sitting (facts, id);
  gint64 reach;

  self->every_product = TRUE;
  if (!sitting)
    return;
  reach = MAX (find_reach (facts, STP_RULE_BEFORE), find_reach (facts, STP_RULE_INTERVAL));
  if (sitting->start == STP_TIME_UNSET || sitting->end == STP_TIME_UNSET ||
      sitting->end > get_now (facts) || sitting->session->head || has_check_in (facts, id))
    add_always (self);
  else
    add_span (self, sitting->start - reach - MARGIN, G_MAXINT64);
}

/* Light has no sitting, but a place in the calendar. */
static void
add_light (StpTouched *self, StpSession *session)
{
  gint64 at = session->start.us;

  if (at == STP_TIME_UNSET && session->on != STP_DAY_UNSET)
    at = stp_facts_day_begin (session->on, session->zone);
  if (at != STP_TIME_UNSET)
    add_span (self, at - MARGIN, at + MARGIN);
}

/* What is planned speaks against sessions before it, as long as these would hold it off. */
static void
add_event (StpTouched *self, StpFacts *facts, StpEvent *event)
{
  gint64 ahead = event->planned ? find_reach (facts, STP_RULE_AFTER) : 0;
  StpHappening *happening = g_hash_table_lookup (facts->happenings, stp_record_get_id (event));

  /* What is not to be offered then (E3). */
  if (event->kind == STP_EVENT_PREGNANCY)
    self->every_product = TRUE;
  if (!happening)
    return;
  if (happening->soonest == STP_TIME_UNSET || happening->begin > get_now (facts))
    add_always (self);
  else
    add_span (self, happening->soonest - ahead - MARGIN, stp_facts_add (happening->reach, MARGIN));
}

static void
add_record (StpTouched *self, StpFacts *facts, StpRecordType type, gpointer record)
{
  switch ((int) type)
    {
    case STP_RECORD_APPLICATION:
      add_use (self, facts, record);
      break;
    case STP_RECORD_PRODUCT:
      add_product (self, stp_record_get_id (record));
      add_always (self);
      break;
    case STP_RECORD_DENIAL:
      add_product (self, ((StpDenial *) record)->product);
      add_always (self);
      break;
    case STP_RECORD_SESSION:
      add_session (self, facts, stp_record_get_id (record));
      add_light (self, record);
      break;
    case STP_RECORD_STEP:
      add_session (self, facts, ((StpStep *) record)->session);
      break;
    case STP_RECORD_EVENT:
      add_event (self, facts, record);
      break;
    case STP_RECORD_REACTION:
      /* While the skin is still sore, what is off stays off for longer. */
      stp_touched_add_everything (self);
      break;
    case STP_RECORD_GATE:
      add_always (self);
      break;
    case STP_RECORD_COURSE:
    case STP_RECORD_RATING:
    case STP_RECORD_PHOTO:
      break;
    default:
      stp_touched_add_everything (self);
    }
}

/* To be called with @facts as they were before @change, and again as they are after it. */
void
stp_touched_add_change (StpTouched *self, StpFacts *facts, const StpChange *change)
{
  if (change->before)
    add_record (self, facts, change->type, change->before);
  if (change->after)
    add_record (self, facts, change->type, change->after);
}

/**
 * stp_touched_has_span:
 * @from: UTC microseconds
 * @to: first moment no longer shown
 *
 * Returns: whether what is shown of the half-open span may differ from before
 */
gboolean
stp_touched_has_span (const StpTouched *self, gint64 from, gint64 to)
{
  return self->from < to && from < self->to;
}

/**
 * stp_touched_has_product:
 * @product: id
 *
 * Returns: whether the pauses of @product, or what is known of it, may differ from before
 */
gboolean
stp_touched_has_product (const StpTouched *self, const char *product)
{
  return self->every_product || g_hash_table_contains (self->products, product);
}
