// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "naive-timeline.h"

#include <string.h>

#include "naive-window.h"

/* What a session with needles has to fear. */
static void
add_for_needles (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_APPLICATION); i++)
    naive_add_use (diary, question, stp_diary_peek_record (diary, STP_RECORD_APPLICATION, i),
                   windows);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    naive_add_session (diary, question, stp_diary_peek_record (diary, STP_RECORD_SESSION, i),
                       windows);
  naive_add_rest (diary, question, windows);
  naive_add_device (diary, question, windows);
}

static void
add_for_light (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    naive_add_session_before_light (diary, question,
                                    stp_diary_peek_record (diary, STP_RECORD_SESSION, i), windows);
}

static GArray *
list_windows (StpDiary *diary, const StpQuestion *question)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (NaiveWindow));

  if (naive_is_lamp (naive_kind_of (diary, question->device)))
    add_for_light (diary, question, windows);
  else
    add_for_needles (diary, question, windows);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_EVENT); i++)
    naive_add_event (diary, question, stp_diary_peek_record (diary, STP_RECORD_EVENT, i), windows);
  naive_add_answers (diary, question, windows);
  naive_add_reactions (diary, question, windows);
  return windows;
}

static gboolean
speaks (const NaiveWindow *window, gint64 start)
{
  if (window->until == STP_TIME_UNSET)
    return !window->from_at || window->at <= start || window->later;
  return (window->at <= start || window->later) && start < window->until;
}

static StpStrength
strength_of (StpDiary *diary, const NaiveWindow *window)
{
  if (window->strength != 0)
    return window->strength;
  return stp_rule_get_strength (window->rule, stp_diary_get_profile (diary)->preset);
}

/* What each (rule, subject) says in the end; the latest speaks for it. */
char *
naive_describe_verdict (StpDiary *diary, const StpQuestion *question)
{
  g_autoptr (GArray) windows = list_windows (diary, question);
  g_autoptr (GHashTable) latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < windows->len; i++)
    {
      NaiveWindow *window = &g_array_index (windows, NaiveWindow, i);
      g_autofree char *name = g_strdup_printf ("%s %s", window->rule->id, window->subject);
      NaiveWindow *known = g_hash_table_lookup (latest, name);

      if (!speaks (window, question->start))
        continue;
      if (!known || window->until == STP_TIME_UNSET ||
          (known->until != STP_TIME_UNSET && window->until > known->until))
        g_hash_table_insert (latest, g_steal_pointer (&name), window);
    }

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      NaiveWindow *window = value;

      g_ptr_array_add (lines, g_strdup_printf ("%s %d %" G_GINT64_FORMAT, (char *) key,
                                               strength_of (diary, window), window->until));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (lines, i));
  g_auto (GStrv) sorted = g_strv_builder_end (builder);

  return g_strjoinv ("\n", sorted);
}

/* Asked anew for every start: by then a doctor's word may have run out. */
static gboolean
is_free (StpDiary *diary, const StpQuestion *question, gint64 start, gboolean *for_ever)
{
  StpQuestion then = *question;
  g_autoptr (GArray) windows = NULL;
  gboolean is_free = TRUE;

  then.start = start;
  windows = list_windows (diary, &then);
  for (guint i = 0; i < windows->len; i++)
    {
      NaiveWindow *window = &g_array_index (windows, NaiveWindow, i);

      if (!speaks (window, start))
        continue;
      *for_ever = *for_ever || window->lasting;
      if (window->until != STP_TIME_UNSET && strength_of (diary, window) >= STP_DOCTOR)
        is_free = FALSE;
    }
  return is_free;
}

/* The ends of all windows: also of those that a doctor's word lifts until it has run out. */
static GArray *
list_ends (StpDiary *diary, const StpQuestion *question)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gint64));
  StpQuestion late = *question;

  late.start = G_MAXINT64 / 2;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GArray) windows = list_windows (diary, i == 0 ? question : &late);

      for (guint j = 0; j < windows->len; j++)
        g_array_append_val (ends, g_array_index (windows, NaiveWindow, j).until);
    }
  return ends;
}

/* The first moment that is free can only be the first of all, or where some window ends. */
gint64
naive_find_earliest (StpDiary *diary, const StpQuestion *question)
{
  g_autoptr (GArray) ends = list_ends (diary, question);
  gint64 first = MAX (question->start, question->now);
  gint64 earliest = G_MAXINT64;
  gboolean for_ever = FALSE, ignored = FALSE;

  if (is_free (diary, question, first, &for_ever) || for_ever)
    return for_ever ? STP_TIME_UNSET : first;
  for (guint i = 0; i < ends->len; i++)
    {
      gint64 end = g_array_index (ends, gint64, i);

      if (end > first && end < earliest && is_free (diary, question, end, &ignored))
        earliest = end;
    }
  return earliest;
}

static void
add_pauses (StpDiary *diary,
            StpProduct *product,
            StpSession *session,
            gint64 now,
            gint64 from,
            gint64 to,
            GPtrArray *lines)
{
  gboolean stroke;
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);
  gint64 end = naive_end_of (diary, session, &stroke);
  NaiveStanding standing = naive_standing_of (session, stroke, now);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);
  StpBand band;

  if (product->archived || standing == NAIVE_NOTHING || naive_is_light (diary, session) ||
      !(naive_areas_of_session (diary, session, naive_areas_of_product (product), &band) &
        naive_areas_of_product (product)))
    return;

  for (guint i = 0; i < n_rules; i++)
    {
      gint64 hours = stp_rule_get_window (&rules[i], band, stp_diary_get_profile (diary), 2027);
      gboolean before = rules[i].phase == STP_RULE_BEFORE;
      gint64 a = before ? start - hours : end;
      gint64 b = before ? start : naive_end_of_hold (diary, session, &rules[i], band, end, hours);

      if (hours == 0 || rules[i].match.fresh || !naive_is_under (&rules[i], product) ||
          (before && standing == NAIVE_NEEDLED) || a >= b || a >= to || b <= from)
        continue;
      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s %s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                        stp_record_get_id (product), rules[i].id,
                                        stp_record_get_id (session),
                                        naive_strength_of (diary, &rules[i], product), a, b));
    }
}

char *
naive_describe_pauses (StpDiary *diary, gint64 from, gint64 to, gint64 now)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    for (guint j = 0; j < stp_diary_get_n_records (diary, STP_RECORD_SESSION); j++)
      add_pauses (diary, stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i),
                  stp_diary_peek_record (diary, STP_RECORD_SESSION, j), now, from, to, lines);
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
