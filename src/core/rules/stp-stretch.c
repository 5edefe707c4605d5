// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-stretch.h"

#include "rules/stp-timeline-private.h"

static int
compare_from (gconstpointer a, gconstpointer b)
{
  const StpPause *first = *(StpPause *const *) a;
  const StpPause *second = *(StpPause *const *) b;

  return (first->from > second->from) - (first->from < second->from);
}

void
stp_stretch_free (StpStretch *self)
{
  g_ptr_array_unref (self->pauses);
  g_free (self);
}

static StpStretch *
stp_stretch_new (StpPause *pause)
{
  StpStretch *self = g_new0 (StpStretch, 1);

  self->from = pause->from;
  self->to = pause->to;
  self->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_pause_unref);

  return self;
}

/* Between the pause before a session and the hold after it lies only the session. */
static gboolean
has_session (const StpStretch *self, const char *session)
{
  for (guint i = 0; i < self->pauses->len; i++)
    if (g_strcmp0 (((StpPause *) self->pauses->pdata[i])->session, session) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
continues (const StpStretch *self, const StpPause *pause)
{
  return self && (pause->from <= self->to || has_session (self, pause->session));
}

/* @pauses of one product, by their start. */
static GPtrArray *
join (GPtrArray *pauses)
{
  GPtrArray *stretches = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_stretch_free);
  StpStretch *last = NULL;

  g_ptr_array_sort (pauses, compare_from);
  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = pauses->pdata[i];

      if (pause->strength < STP_WARN)
        continue;
      if (!continues (last, pause))
        {
          last = stp_stretch_new (pause);
          g_ptr_array_add (stretches, last);
        }
      last->to = MAX (last->to, pause->to);
      g_ptr_array_add (last->pauses, stp_pause_ref (pause));
    }

  return stretches;
}

/**
 * stp_stretch_list:
 * @timeline: what to ask
 * @product: id of a product
 * @from: from when on, UTC microseconds
 * @to: until when
 *
 * Returns: (transfer container) (element-type StpStretch): the stretches in which the product is
 *   off, by their start
 */
GPtrArray *
stp_stretch_list (StpTimeline *timeline, const char *product, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) pauses = stp_timeline_list_product_pauses (timeline, product, from, to);

  return join (pauses);
}

static GPtrArray *
ensure_pauses (GHashTable *by_product, const char *product)
{
  GPtrArray *pauses = g_hash_table_lookup (by_product, product);

  if (!pauses)
    {
      pauses = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_pause_unref);
      g_hash_table_insert (by_product, g_strdup (product), pauses);
    }
  return pauses;
}

/**
 * stp_stretch_list_all:
 * @from: from when on, UTC microseconds
 * @to: until when
 *
 * As stp_stretch_list() for the whole shelf at once, and without the words of the pauses: a shelf
 * of a thousand products asks whenever something changes.
 *
 * Returns: (transfer full) (element-type utf8 GPtrArray): by the id of the product, for those that
 *   are off at some time
 */
GHashTable *
stp_stretch_list_all (StpTimeline *timeline, gint64 from, gint64 to)
{
  g_autoptr (
    GPtrArray) pauses = stp_pauses_collect (stp_timeline_get_facts (timeline), NULL, from, to, NULL);
  g_autoptr (GHashTable) by_product = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify) g_ptr_array_unref);
  GHashTable *stretches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer product, own;

  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = pauses->pdata[i];

      g_ptr_array_add (ensure_pauses (by_product, pause->product), stp_pause_ref (pause));
    }

  g_hash_table_iter_init (&iter, by_product);
  while (g_hash_table_iter_next (&iter, &product, &own))
    g_hash_table_insert (stretches, g_strdup (product), join (own));
  return stretches;
}

/**
 * stp_stretch_find_at:
 * @stretches: (nullable) (element-type StpStretch): of one product
 * @at: UTC microseconds
 *
 * Returns: (nullable): the stretch that holds the product off at that moment
 */
const StpStretch *
stp_stretch_find_at (GPtrArray *stretches, gint64 at)
{
  for (guint i = 0; stretches && i < stretches->len; i++)
    {
      const StpStretch *stretch = stretches->pdata[i];

      if (stretch->from <= at && at < stretch->to)
        return stretch;
    }
  return NULL;
}
