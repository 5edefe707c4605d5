// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-plan-preview.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-entry.h"
#include "rules/stp-planner.h"
#include "shared/stp-session-question.h"
#include "shared/stp-when.h"

/* No pause reaches further from its session. */
#define REACH (400 * STP_DAY_LENGTH)

struct _StpPlanPreview
{
  StpDiary *diary; /* (owned): the copy */
  StpTimeline *timeline;
  char *session; /* (nullable): id of the session that is moved */
};

/**
 * stp_plan_preview_new:
 * @session: (nullable): the session that would be moved; %NULL for a new one
 */
StpPlanPreview *
stp_plan_preview_new (StpDiary *diary, StpSession *session)
{
  StpPlanPreview *self = g_new0 (StpPlanPreview, 1);
  g_autoptr (StpSnapshot) snapshot = stp_diary_dup_snapshot (diary);

  self->diary = stp_diary_new_from_snapshot (stp_diary_get_clock (diary), snapshot);
  self->timeline = stp_timeline_new (self->diary);
  self->session = session ? g_strdup (stp_record_get_id (session)) : NULL;

  return self;
}

void
stp_plan_preview_free (StpPlanPreview *self)
{
  g_clear_object (&self->timeline);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->session, g_free);
  g_free (self);
}

/* Plans or moves on the copy. Returns the id, or nothing if it is refused. */
static char *
try_plan (StpPlanPreview *self, const char *device, gint64 start)
{
  g_autoptr (StpSession) planned = NULL;
  StpSession *session;
  StpQuestion question;

  if (self->session)
    {
      session = stp_diary_lookup (self->diary, STP_RECORD_SESSION, self->session);
      return session && stp_planner_move (self->timeline, session, start, NULL)
               ? g_strdup (self->session)
               : NULL;
    }

  question = stp_session_question_new (self->timeline, device, start);
  planned = stp_planner_plan (self->timeline, &question, NULL);

  return planned ? g_strdup (stp_record_get_id (planned)) : NULL;
}

/* The whole stretch in which a session keeps a product off. */
static gboolean
find_stretch (GPtrArray *pauses, const char *session, const char *product, gint64 *from, gint64 *to)
{
  *from = G_MAXINT64;
  *to = G_MININT64;

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *pause = pauses->pdata[i];

      if (pause->strength < STP_WARN || g_strcmp0 (pause->session, session) != 0 ||
          g_strcmp0 (pause->product, product) != 0)
        continue;
      *from = MIN (*from, pause->from);
      *to = MAX (*to, pause->to);
    }

  return *from < *to;
}

static StpDayEntry *
make_entry (StpPlanPreview *self, StpProduct *product, gint64 from, gint64 to)
{
  StpClock *clock = stp_diary_get_clock (self->diary);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *span = NULL;

  first = stp_when_format_moment (from, stp_clock_get_now (clock), stp_clock_get_zone (clock));
  last = stp_when_format_moment (to, stp_clock_get_now (clock), stp_clock_get_zone (clock));
  /* Translators: from one moment until another, as in "Thu 21:00 – Mon 21:00" */
  span = g_strdup_printf (_ ("%s – %s"), first, last);

  return stp_day_entry_new (product->name, span, product);
}

static GPtrArray *
list_entries (StpPlanPreview *self, const char *session, gint64 start)
{
  g_autoptr (
    GPtrArray) pauses = stp_timeline_list_pauses (self->timeline, start - REACH, start + REACH);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stp_diary_get_n_records (self->diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (self->diary, STP_RECORD_PRODUCT, i);
      gint64 from, to;

      if (find_stretch (pauses, session, stp_record_get_id (product), &from, &to))
        g_ptr_array_add (entries, make_entry (self, product, from, to));
    }

  return entries;
}

/**
 * stp_plan_preview_list_pauses:
 * @device: (nullable): id of the device; of no account for a session that is moved
 * @start: when the session would start, UTC microseconds
 *
 * Returns: (transfer full) (element-type StpDayEntry): the products that it would pause, and for
 *   how long; none where it would be refused
 */
GPtrArray *
stp_plan_preview_list_pauses (StpPlanPreview *self, const char *device, gint64 start)
{
  g_autofree char *session = try_plan (self, device, start);
  GPtrArray *entries;

  if (!session)
    return g_ptr_array_new_with_free_func (g_object_unref);

  entries = list_entries (self, session, start);
  stp_diary_undo (self->diary, NULL);

  return entries;
}
