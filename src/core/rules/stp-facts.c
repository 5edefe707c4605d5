// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-facts-private.h"

/* Where a bare day could be anywhere on Earth (E10). */
#define EASTERNMOST (14 * 60 * 60)
#define WESTERNMOST (-12 * 60 * 60)

static GTimeZone *
zone_or_offset (const char *name, int offset)
{
  GTimeZone *zone = name ? g_time_zone_new_identifier (name) : NULL;

  return zone ? zone : g_time_zone_new_offset (offset);
}

/* 23:59:59 of @day in @zone; where that is not known, of the last place on Earth. */
gint64
stp_facts_day_end (guint day, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = zone_or_offset (zone_name, WESTERNMOST);

  return stp_day_at (day, 24 * 60 - 1, zone) + 59 * STP_SECOND;
}

/* 00:00:00 of @day in @zone; where that is not known, of the first place on Earth. */
gint64
stp_facts_day_begin (guint day, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = zone_or_offset (zone_name, EASTERNMOST);

  return stp_day_at (day, 0, zone);
}

/* @time and @window later, at most the end of time. */
gint64
stp_facts_add (gint64 time, gint64 window)
{
  return time > G_MAXINT64 - window ? G_MAXINT64 : time + window;
}

StpShelfItem *
stp_facts_get_item (StpFacts *self, const char *product)
{
  return product ? g_hash_table_lookup (self->shelf, product) : NULL;
}

static StpShelfItem *
ensure_item (StpFacts *self, const char *product)
{
  StpShelfItem *item = g_hash_table_lookup (self->shelf, product ? product : "");

  if (!item)
    {
      item = stp_shelf_item_new (product ? product : "");
      stp_shelf_item_weigh (item, stp_diary_get_profile (self->diary));
      g_hash_table_insert (self->shelf, item->id, item);
    }
  return item;
}

/* What nobody can date comes last. */
static gint64
sort_key (const StpSitting *sitting)
{
  return sitting->end == STP_TIME_UNSET ? G_MAXINT64 : sitting->start;
}

static int
compare_sittings (gconstpointer a, gconstpointer b)
{
  const StpSitting *one = *(StpSitting *const *) a;
  const StpSitting *other = *(StpSitting *const *) b;

  if (sort_key (one) != sort_key (other))
    return sort_key (one) < sort_key (other) ? -1 : 1;
  return strcmp (stp_record_get_id (one->session), stp_record_get_id (other->session));
}

/* The sessions come first: check-ins are read by them, and tell how far they reach. */
static void
reckon (StpFacts *self)
{
  gint64 latest = G_MININT64;

  g_ptr_array_sort (self->sittings, compare_sittings);
  stp_facts_reckon_history (self);
  for (guint i = 0; i < self->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->sittings, i);

      latest = MAX (latest, stp_sitting_get_latest_end (sitting));
      sitting->latest_end = latest;
    }
}

StpSitting *
stp_facts_find_sitting (StpFacts *self, const char *session)
{
  for (guint i = 0; i < self->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->sittings, i);

      if (g_strcmp0 (stp_record_get_id (sitting->session), session) == 0)
        return sitting;
    }
  return NULL;
}

/* Reckons the session anew and puts it where it belongs. */
static void
place_session (StpFacts *self, const char *id)
{
  StpSession *session = stp_diary_lookup (self->diary, STP_RECORD_SESSION, id);
  StpSitting *old = stp_facts_find_sitting (self, id);
  StpSitting *sitting = session ? stp_sitting_new (self, session) : NULL;

  if (old)
    g_ptr_array_remove (self->sittings, old);
  if (sitting)
    g_ptr_array_add (self->sittings, sitting);
}

static void
place_all_sessions (StpFacts *self)
{
  guint n = stp_diary_get_n_records (self->diary, STP_RECORD_SESSION);

  g_ptr_array_set_size (self->sittings, 0);
  for (guint i = 0; i < n; i++)
    {
      StpSitting *sitting = stp_sitting_new (
        self, stp_diary_peek_record (self->diary, STP_RECORD_SESSION, i));

      if (sitting)
        g_ptr_array_add (self->sittings, sitting);
    }
}

static void
add_step (StpFacts *self, StpStep *step)
{
  GPtrArray *steps;

  if (!step->session)
    return;
  steps = g_hash_table_lookup (self->steps, step->session);
  if (!steps)
    {
      steps = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->steps, g_strdup (step->session), steps);
    }
  g_ptr_array_add (steps, g_object_ref (step));
}

static void
remove_step (StpFacts *self, StpStep *step)
{
  GPtrArray *steps = step->session ? g_hash_table_lookup (self->steps, step->session) : NULL;

  if (steps)
    g_ptr_array_remove (steps, step);
}

static void
set_product (StpFacts *self, const char *id, StpProduct *product)
{
  StpShelfItem *item = ensure_item (self, id);

  stp_shelf_item_set_product (item, product);
  stp_shelf_item_weigh (item, stp_diary_get_profile (self->diary));
}

static void
set_event (StpFacts *self, const char *id, StpEvent *event)
{
  g_ptr_array_set_size (self->by_reach, 0);
  g_hash_table_remove (self->happenings, id);
  if (event)
    {
      StpHappening *happening = stp_happening_new (event, stp_diary_get_profile (self->diary));

      g_hash_table_insert (self->happenings, (gpointer) stp_record_get_id (event), happening);
    }
}

static void
weigh_all (StpFacts *self)
{
  guint n_events = stp_diary_get_n_records (self->diary, STP_RECORD_EVENT);
  GHashTableIter iter;
  gpointer item;

  for (guint i = 0; i < n_events; i++)
    {
      StpEvent *event = stp_diary_peek_record (self->diary, STP_RECORD_EVENT, i);

      set_event (self, stp_record_get_id (event), event);
    }

  g_hash_table_iter_init (&iter, self->shelf);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    stp_shelf_item_weigh (item, stp_diary_get_profile (self->diary));
}

static void
remove_record (StpFacts *self, StpRecordType type, gpointer record)
{
  if (type == STP_RECORD_PRODUCT)
    set_product (self, stp_record_get_id (record), NULL);
  else if (type == STP_RECORD_APPLICATION)
    stp_shelf_item_remove (ensure_item (self, ((StpApplication *) record)->product), record);
  else if (type == STP_RECORD_DENIAL)
    g_ptr_array_remove (ensure_item (self, ((StpDenial *) record)->product)->denials, record);
  else if (type == STP_RECORD_STEP)
    remove_step (self, record);
  else if (type == STP_RECORD_EVENT)
    set_event (self, stp_record_get_id (record), NULL);
}

static void
add_record (StpFacts *self, StpRecordType type, gpointer record)
{
  if (type == STP_RECORD_PRODUCT)
    set_product (self, stp_record_get_id (record), record);
  else if (type == STP_RECORD_APPLICATION)
    stp_shelf_item_add (ensure_item (self, ((StpApplication *) record)->product), record);
  else if (type == STP_RECORD_DENIAL)
    stp_shelf_item_add_denial (ensure_item (self, ((StpDenial *) record)->product), record);
  else if (type == STP_RECORD_STEP)
    add_step (self, record);
  else if (type == STP_RECORD_EVENT)
    set_event (self, stp_record_get_id (record), record);
}

static void
add_all (StpFacts *self, StpRecordType type)
{
  guint n = stp_diary_get_n_records (self->diary, type);

  for (guint i = 0; i < n; i++)
    add_record (self, type, stp_diary_peek_record (self->diary, type, i));
}

StpFacts *
stp_facts_new (StpDiary *diary)
{
  StpFacts *self = g_new0 (StpFacts, 1);

  self->diary = diary;
  self->shelf = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) stp_shelf_item_free);
  self->sittings = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_sitting_free);
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->happenings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) stp_happening_free);
  self->by_reach = g_ptr_array_new ();
  self->alarms = g_array_new (FALSE, FALSE, sizeof (StpAlarm));
  self->trials = g_array_new (FALSE, FALSE, sizeof (StpTrial));
  self->head_uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->infected_heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add_all (self, STP_RECORD_PRODUCT);
  add_all (self, STP_RECORD_APPLICATION);
  add_all (self, STP_RECORD_DENIAL);
  add_all (self, STP_RECORD_STEP);
  add_all (self, STP_RECORD_EVENT);
  place_all_sessions (self);
  reckon (self);
  return self;
}

void
stp_facts_free (StpFacts *self)
{
  g_hash_table_unref (self->shelf);
  g_ptr_array_unref (self->sittings);
  g_hash_table_unref (self->steps);
  g_ptr_array_unref (self->by_reach);
  g_hash_table_unref (self->happenings);
  g_array_unref (self->alarms);
  g_array_unref (self->trials);
  g_hash_table_unref (self->head_uses);
  g_hash_table_unref (self->infected_heads);
  g_hash_table_unref (self->accepted);
  g_free (self);
}

/* Whether the sessions changed, or what stems from them, so that they have to be read again. */
static gboolean
place_what_changed (StpFacts *self, StpRecordType type, gpointer record)
{
  if (type == STP_RECORD_SESSION)
    place_session (self, stp_record_get_id (record));
  else if (type == STP_RECORD_STEP && ((StpStep *) record)->session)
    place_session (self, ((StpStep *) record)->session);
  else if (type == STP_RECORD_HEAD || type == STP_RECORD_DEVICE)
    place_all_sessions (self);
  else
    return type == STP_RECORD_REACTION || type == STP_RECORD_GATE;
  return TRUE;
}

/* Takes the diary's changes in; what they do not touch stays as it is. */
void
stp_facts_apply (StpFacts *self, GPtrArray *changes)
{
  gboolean sessions = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      StpChange *change = g_ptr_array_index (changes, i);

      /* A product that was edited keeps its uses, and is read again only once. */
      if (change->before && !(change->type == STP_RECORD_PRODUCT && change->after))
        remove_record (self, change->type, change->before);
      if (change->after)
        add_record (self, change->type, change->after);
      if (change->type == STP_RECORD_PROFILE)
        weigh_all (self);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      StpChange *change = g_ptr_array_index (changes, i);

      if (place_what_changed (self, change->type, change->after ? change->after : change->before))
        sessions = TRUE;
    }
  if (sessions)
    reckon (self);
}
