// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-plan-preview.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-entry.h"
#include "rules/stp-person.h"
#include "rules/stp-words.h"
#include "shared/stp-when.h"

/* No pause reaches further from its session. */
#define REACH (400 * STP_DAY_LENGTH)

struct _StpPlanPreview
{
  StpDiary *diary; /* (owned): the copy */
  StpTimeline *timeline;
};

StpPlanPreview *
stp_plan_preview_new (StpDiary *diary)
{
  StpPlanPreview *self = g_new0 (StpPlanPreview, 1);
  g_autoptr (StpSnapshot) snapshot = stp_diary_dup_snapshot (diary);

  self->diary = stp_diary_new_from_snapshot (stp_diary_get_clock (diary), snapshot);
  self->timeline = stp_timeline_new (self->diary);

  return self;
}

void
stp_plan_preview_free (StpPlanPreview *self)
{
  g_clear_object (&self->timeline);
  g_clear_object (&self->diary);
  g_free (self);
}

static gint64
get_now (StpPlanPreview *self)
{
  return stp_clock_get_now (stp_diary_get_clock (self->diary));
}

static GTimeZone *
get_zone (StpPlanPreview *self)
{
  return stp_clock_get_zone (stp_diary_get_clock (self->diary));
}

static gboolean
is_of_plan (const StpPause *pause, const StpPlan *plan)
{
  for (guint i = 0; i < plan->sessions->len; i++)
    if (g_strcmp0 (pause->session, stp_record_get_id (plan->sessions->pdata[i])) == 0)
      return TRUE;

  return FALSE;
}

/*
 * The first whole stretch in which the plan keeps a product off: around a session, and on to the
 * next one where the pause before that begins at once. The pauses are ordered by their beginning;
 * returned is the first of it, or none.
 */
static const StpPause *
find_stretch (GPtrArray *pauses, const StpPlan *plan, const char *product, gint64 *from, gint64 *to)
{
  const StpPause *first = NULL;
  const char *session = NULL;

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *pause = pauses->pdata[i];

      if (pause->strength < STP_WARN || g_strcmp0 (pause->product, product) != 0 ||
          !is_of_plan (pause, plan))
        continue;
      if (first == NULL)
        {
          first = pause;
          *from = pause->from;
          *to = pause->to;
        }
      else if (pause->from > *to && g_strcmp0 (pause->session, session) != 0)
        break;
      session = pause->session;
      *to = MAX (*to, pause->to);
    }

  return first;
}

static char *
format_span (StpPlanPreview *self, gint64 from, gint64 to)
{
  g_autofree char *first = stp_when_format_moment (from, get_now (self), get_zone (self));
  g_autofree char *last = stp_when_format_moment (to, get_now (self), get_zone (self));

  /* Translators: from one moment until another, as in "Thu 21:00 – Mon 21:00" */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

/* What stays off throughout, in one sentence; nothing if there is no such product. */
static char *
format_off (StpPlanPreview *self, const StpPlan *plan)
{
  g_autoptr (GPtrArray) off = stp_planner_list_plan_off (self->timeline, plan);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < off->len; i++)
    if (!((StpProduct *) off->pdata[i])->prescribed)
      g_ptr_array_add (names, ((StpProduct *) off->pdata[i])->name);
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  /* Translators: between the names of a list */
  list = g_strjoinv (C_ ("list", ", "), (char **) names->pdata);

  /* Translators: %s is one or more products, as in "Night Serum, AHA Toner" */
  return g_strdup_printf (_ ("These stay off for the whole course: %s."), list);
}

/* What would have been off already is off from now on. */
static char *
format_number (StpPlanPreview *self, guint n_products, gint64 first)
{
  g_autofree char *moment = NULL;

  if (first <= get_now (self))
    return g_strdup_printf (
      ngettext ("Pauses %d product from now on.", "Pauses %d products from now on.", n_products),
      (int) n_products);

  moment = stp_words_moment (first, get_now (self), get_zone (self));

  /* Translators: %2$s is a moment, as in "Thursday 21:00" */
  return g_strdup_printf (
    ngettext ("Pauses %1$d product from %2$s.", "Pauses %1$d products from %2$s.", n_products),
    (int) n_products, moment);
}

static char *
format_summary (StpPlanPreview *self, const StpPlan *plan, guint n_products, gint64 first)
{
  g_autofree char *number = format_number (self, n_products, first);
  g_autofree char *off = format_off (self, plan);

  return off ? g_strjoin ("\n", number, off, NULL) : g_steal_pointer (&number);
}

/* Of what is prescribed, and so never told to stop, what the session has to wait for; of what a
 * pregnancy rules out no time at which it is back (E3). */
static char *
describe (StpPlanPreview *self, const StpPause *pause, gint64 from, gint64 to)
{
  const char *refusal = stp_person_get_refusal (self->timeline, pause->product, get_now (self));

  if (refusal)
    return g_strdup (refusal);

  return pause->prescribed ? g_strdup (pause->text) : format_span (self, from, to);
}

static GPtrArray *
list_entries (StpPlanPreview *self, const StpPlan *plan, gint64 *first, guint *n_stopped)
{
  StpSession *last = plan->sessions->pdata[plan->sessions->len - 1];
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) pauses = NULL;

  *first = G_MAXINT64;
  *n_stopped = 0;
  pauses = stp_timeline_list_pauses (self->timeline, stp_plan_get_start (plan) - REACH,
                                     last->start.us + REACH);
  for (guint i = 0; i < stp_diary_get_n_records (self->diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (self->diary, STP_RECORD_PRODUCT, i);
      g_autofree char *text = NULL;
      const StpPause *pause;
      gint64 from, to;

      pause = find_stretch (pauses, plan, stp_record_get_id (product), &from, &to);
      if (!pause)
        continue;
      if (stp_pause_stops (pause))
        {
          *first = MIN (*first, from);
          ++*n_stopped;
        }
      text = describe (self, pause, from, to);
      g_ptr_array_add (entries, stp_day_entry_new (product->name, text, product));
    }

  return entries;
}

/**
 * stp_plan_preview_list_pauses:
 * @plan: a plan of the diary that the preview was made of
 * @summary: (out) (nullable): how many from when on, and what stays off throughout
 *
 * Returns: (transfer full) (element-type StpDayEntry): the products that it would pause, and for
 *   how long at first; none where it would be refused
 */
GPtrArray *
stp_plan_preview_list_pauses (StpPlanPreview *self, StpPlan *plan, char **summary)
{
  GPtrArray *entries;
  gint64 first;
  guint n_stopped;

  *summary = NULL;
  if (stp_plan_is_refused (plan) || !stp_planner_apply (self->timeline, plan, NULL))
    return g_ptr_array_new_with_free_func (g_object_unref);

  entries = list_entries (self, plan, &first, &n_stopped);
  if (n_stopped > 0)
    *summary = format_summary (self, plan, n_stopped, first);
  stp_diary_undo (self->diary, NULL);

  return entries;
}

/**
 * stp_plan_preview_dup_days:
 *
 * Returns: (transfer full): the days of its sessions
 */
char *
stp_plan_preview_dup_days (StpPlanPreview *self, StpPlan *plan)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const StpSession *session = plan->sessions->pdata[i];

      g_ptr_array_add (days,
                       stp_when_format_short_day (stp_day_of (session->start.us, get_zone (self))));
    }
  g_ptr_array_add (days, NULL);

  /* In some languages a day has a comma of its own. */
  return g_strjoinv (" · ", (char **) days->pdata);
}
