// SPDX-License-Identifier: GPL-3.0-or-later

/* What follows from the sessions and check-ins so far: alarms, the level, and how worn heads are.
 */

#include "config.h"

#include "rules/stp-facts-private.h"
#include "rules/stp-reaction-class-private.h"

/* What makes a level steady (E8). */
#define STEADY_SESSIONS 4
#define STEADY_SPAN (28 * STP_DAY_LENGTH)

/* A check-in with what it says, and how long the skin rests once that has settled; @sitting is the
 * session that it names, if there is one.
 */
typedef struct
{
  StpReaction *reaction;
  StpSitting *sitting;
  gint64 at;
  gint64 rest;
  StpReactionGrade says;
} Reading;

static GHashTable *
index_sittings (StpFacts *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->sittings, i);

      g_hash_table_insert (index, (gpointer) stp_record_get_id (sitting->session), sitting);
    }
  return index;
}

static Reading
read_reaction (GHashTable *sittings, StpReaction *reaction)
{
  StpSitting *sitting = reaction->session ? g_hash_table_lookup (sittings, reaction->session)
                                          : NULL;
  Reading reading = { .reaction = reaction, .sitting = sitting, .at = reaction->at.us };

  reading.says = stp_sitting_grade (sitting, reaction, &reading.rest);
  return reading;
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  const Reading *one = a, *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return g_strcmp0 (stp_record_get_id (one->reaction), stp_record_get_id (other->reaction));
}

static GArray *
list_readings (StpFacts *self)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  g_autoptr (GHashTable) sittings = index_sittings (self);
  guint n = stp_diary_get_n_records (self->diary, STP_RECORD_REACTION);

  for (guint i = 0; i < n; i++)
    {
      StpReaction *reaction = stp_diary_peek_record (self->diary, STP_RECORD_REACTION, i);

      if (!reaction->skipped)
        {
          Reading reading = read_reaction (sittings, reaction);

          g_array_append_val (readings, reading);
        }
    }
  g_array_sort (readings, compare_readings);
  return readings;
}

/* When the skin was said to be calm all over at least @wait after that check-in. */
static gint64
find_calm (GArray *readings, guint index, gint64 wait)
{
  gint64 from = stp_facts_add (g_array_index (readings, Reading, index).at, wait);

  for (guint i = index + 1; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      if (reading->says == STP_REACTION_CALM && reading->at >= from)
        return reading->at;
    }
  return STP_TIME_UNSET;
}

/* When what that check-in marked was said to be over, or %STP_TIME_UNSET. */
static gint64
find_settled (GArray *readings, guint index)
{
  const StpReaction *marked = g_array_index (readings, Reading, index).reaction;

  for (guint i = index + 1; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      if (stp_reaction_settles (reading->reaction, marked))
        return reading->at;
    }
  return STP_TIME_UNSET;
}

static void
add_alarm (StpFacts *self, const char *rule, const Reading *reading, gint64 until, gint64 window)
{
  StpAlarm alarm = { .rule = stp_rule_find (rule),
                     .reaction = reading->reaction,
                     .since = reading->at,
                     .until = until,
                     .window = window };

  g_array_append_val (self->alarms, alarm);
}

/*
 * A doctor's word opens the lock from its day on; a mistake needs calm skin a day later (E14). What
 * nobody said, or before there was anything to see, is no such word. %STP_TIME_UNSET = it stays
 * locked.
 */
static gint64
find_opening (GArray *readings, guint index)
{
  const Reading *reading = &g_array_index (readings, Reading, index);
  StpResolution *resolved = reading->reaction->resolved;
  gint64 calm;

  if (!resolved || !resolved->by || !*resolved->by || resolved->on == STP_DAY_UNSET ||
      stp_facts_day_end (resolved->on, NULL) < reading->at)
    return STP_TIME_UNSET;
  if (g_strcmp0 (resolved->by, STP_RESOLVED_BY_MISTAKE) != 0)
    return stp_facts_day_begin (resolved->on, NULL);
  calm = find_calm (readings, index, STP_MISTAKE_WAIT);
  return calm == STP_TIME_UNSET ? calm : MAX (calm, stp_facts_day_begin (resolved->on, NULL));
}

/* An amber check-in holds until it has settled, and then for a while. */
static void
add_amber (StpFacts *self, GArray *readings, guint index)
{
  const Reading *reading = &g_array_index (readings, Reading, index);
  gint64 settled = find_settled (readings, index);

  if (settled == STP_TIME_UNSET)
    add_alarm (self, "reaction.unsettled", reading, STP_TIME_UNSET, 0);
  else
    add_alarm (self, "reaction.amber", reading, stp_facts_add (settled, reading->rest),
               reading->rest);
}

/* What is normal holds nothing: redness that stays becomes amber by itself (E14). */
static void
find_alarms (StpFacts *self, GArray *readings)
{
  g_array_set_size (self->alarms, 0);
  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      if (reading->says == STP_REACTION_RED)
        add_alarm (self, "reaction.red", reading, find_opening (readings, i), 0);
      if (reading->says == STP_REACTION_AMBER)
        add_amber (self, readings, i);
    }
}

/* What a look at the skin says of how it heals: amber of any kind is not healed either. */
static gboolean
read_look (const Reading *reading, StpLook *look)
{
  const StpReaction *reaction = reading->reaction;

  look->at = reading->at;
  look->sore = reading->says >= STP_REACTION_AMBER || reaction->redness > 0 || reaction->pain > 0;
  return look->sore || (reaction->redness == 0 && reaction->pain == 0);
}

/* What the check-in is about: what it names, else of the sessions that had ended by then the last.
 */
static StpSitting *
find_subject (StpFacts *self, const Reading *reading)
{
  StpSitting *last = NULL;

  if (reading->reaction->session)
    return reading->sitting;
  for (guint i = 0; i < self->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->sittings, i);

      if (sitting->needled && sitting->end != STP_TIME_UNSET && sitting->end <= reading->at &&
          (!last || sitting->end >= last->end))
        last = sitting;
    }
  return last;
}

/* On the day of the session itself redness is expected of everybody. */
static void
place_looks (StpFacts *self, GArray *readings)
{
  for (guint i = 0; i < self->sittings->len; i++)
    g_array_set_size (((StpSitting *) g_ptr_array_index (self->sittings, i))->looks, 0);
  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);
      StpSitting *sitting = find_subject (self, reading);
      StpLook look;

      if (sitting && sitting->end != STP_TIME_UNSET && read_look (reading, &look) &&
          look.at >= stp_facts_add (sitting->end, STP_DAY_LENGTH))
        g_array_append_val (sitting->looks, look);
    }
}

/* The sessions after which the skin was anything but calm. */
static GHashTable *
list_troubled (GArray *readings)
{
  GHashTable *troubled = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      if (reading->says >= STP_REACTION_AMBER && reading->reaction->session)
        g_hash_table_add (troubled, reading->reaction->session);
    }
  return troubled;
}

static gboolean
is_practice (const StpSitting *sitting)
{
  return sitting->needled && sitting->holds_skin && sitting->end != STP_TIME_UNSET &&
         sitting->session->place != STP_PLACE_CLINIC;
}

static void
find_level (StpFacts *self, GArray *readings)
{
  g_autoptr (GHashTable) troubled = list_troubled (readings);
  gint64 first = STP_TIME_UNSET;
  guint n = 0;

  self->steady_from = G_MAXINT64;
  for (guint i = 0; i < self->sittings->len; i++)
    {
      const StpSitting *sitting = g_ptr_array_index (self->sittings, i);

      if (!is_practice (sitting) ||
          g_hash_table_contains (troubled, stp_record_get_id (sitting->session)))
        continue;
      if (n++ == 0)
        first = sitting->start;
      if (n >= STEADY_SESSIONS && sitting->start >= stp_facts_add (first, STEADY_SPAN))
        {
          self->steady_from = sitting->end;
          return;
        }
    }
}

static void
count_head_uses (StpFacts *self)
{
  g_hash_table_remove_all (self->head_uses);
  for (guint i = 0; i < self->sittings->len; i++)
    {
      const StpSitting *sitting = g_ptr_array_index (self->sittings, i);
      const char *head = sitting->session->head;

      if (head && sitting->needled)
        g_hash_table_insert (
          self->head_uses, g_strdup (head),
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->head_uses, head)) + 1));
    }
}

/* Clinical rules, section 4.4: a head is replaced "after any infection". */
static void
find_infected_heads (StpFacts *self, GArray *readings)
{
  g_hash_table_remove_all (self->infected_heads);
  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);
      StpSitting *sitting = find_subject (self, reading);

      if (sitting && sitting->session->head && stp_reaction_is_infected (reading->reaction))
        g_hash_table_add (self->infected_heads, g_strdup (sitting->session->head));
    }
}

static void
find_accepted (StpFacts *self)
{
  guint n = stp_diary_get_n_records (self->diary, STP_RECORD_GATE);

  g_hash_table_remove_all (self->accepted);
  for (guint i = 0; i < n; i++)
    {
      StpGate *gate = stp_diary_peek_record (self->diary, STP_RECORD_GATE, i);

      for (guint j = 0; gate->acknowledged && j < gate->acknowledged->len; j++)
        {
          StpAcknowledgement *it = g_ptr_array_index (gate->acknowledged, j);

          if (it->rule && it->at.us > stp_facts_get_accepted (self, it->rule))
            g_hash_table_insert (self->accepted, g_strdup (it->rule),
                                 g_memdup2 (&it->at.us, sizeof it->at.us));
        }
    }
}

/* Reads the whole history again: a year of it takes less time than a screen takes to be drawn. */
void
stp_facts_reckon_history (StpFacts *self)
{
  g_autoptr (GArray) readings = list_readings (self);

  find_alarms (self, readings);
  place_looks (self, readings);
  find_level (self, readings);
  count_head_uses (self);
  find_infected_heads (self, readings);
  find_accepted (self);
  stp_facts_reckon_trials (self);
}

/* When the rule was last acknowledged at a gate, or %STP_TIME_UNSET. */
gint64
stp_facts_get_accepted (StpFacts *self, const char *rule)
{
  gint64 *at = g_hash_table_lookup (self->accepted, rule);

  return at ? *at : STP_TIME_UNSET;
}
