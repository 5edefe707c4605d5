// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-stretch.h"

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
  GPtrArray *stretches = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_stretch_free);
  StpStretch *last = NULL;

  g_ptr_array_sort (pauses, compare_from);
  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = pauses->pdata[i];

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
