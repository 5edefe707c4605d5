// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-day-text.h"

#include <glib/gi18n.h>

#include "calendar/stp-month-band.h"
#include "calendar/stp-week.h"
#include "rules/stp-words.h"
#include "shared/stp-when.h"

/**
 * stp_day_text_session:
 *
 * Returns: (transfer full): a session in two words, as the month shows it
 */
char *
stp_day_text_session (StpSession *session, GTimeZone *zone)
{
  g_autofree char *time = NULL;

  if (session->start.us != STP_TIME_UNSET)
    time = stp_when_format_time (session->start.us, zone);

  if (session->place == STP_PLACE_CLINIC)
    /* Translators: a session in a clinic, within a day of the month; %s is its time */
    return time ? g_strdup_printf (_ ("%s Clinic"), time) : g_strdup (C_ ("session", "Clinic"));
  if (session->purpose == STP_PURPOSE_PATCH)
    /* Translators: a patch test, within a day of the month; %s is its time */
    return time ? g_strdup_printf (_ ("%s Patch"), time) : g_strdup (C_ ("session", "Patch"));

  /* Translators: a session, within a day of the month; %s is its time */
  return time ? g_strdup_printf (_ ("%s Session"), time) : g_strdup (C_ ("session", "Session"));
}

/**
 * stp_day_text_event:
 *
 * Returns: (transfer full): what an event is, as it begins a line
 */
char *
stp_day_text_event (const StpEvent *event)
{
  char *words = stp_words_event (event);

  return words ? stp_when_begin (words) : g_strdup (_ ("Event"));
}

static char *
describe_session (StpSession *session, GTimeZone *zone, gboolean unready)
{
  g_autofree char *text = stp_day_text_session (session, zone);

  if (session->state == STP_SESSION_PLANNED && unready)
    /* Translators: read aloud; %s is as in "21:00 Session" */
    return g_strdup_printf (_ ("%s planned, has to be moved"), text);
  if (session->state == STP_SESSION_PLANNED)
    /* Translators: read aloud; %s is as in "21:00 Session" */
    return g_strdup_printf (_ ("%s planned"), text);
  if (session->state == STP_SESSION_DONE)
    /* Translators: read aloud; %s is as in "21:00 Session" */
    return g_strdup_printf (_ ("%s done"), text);

  return g_steal_pointer (&text);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a sentence that is a list */
  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}

static char *
describe_pauses (const StpDayView *view)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint paused = 0;

  for (guint i = 0; i < view->pauses->len; i++)
    {
      const StpPause *pause = view->pauses->pdata[i];

      if (stp_pause_stops (pause))
        paused |= 1u << stp_pause_kind_of (pause);
    }
  for (guint kind = 0; kind < STP_PAUSE_KIND_N; kind++)
    if (paused & 1u << kind)
      g_ptr_array_add (names, (char *) stp_pause_kind_get_name ((StpPauseKind) kind));
  if (names->len == 0)
    return NULL;

  list = join (names);
  /* Translators: read aloud; %s is as in "retinoids, acids" */
  return g_strdup_printf (_ ("paused: %s"), list);
}

static void
add (GPtrArray *parts, char *text)
{
  if (text)
    g_ptr_array_add (parts, text);
}

static void
add_marks (GPtrArray *parts, const StpDayView *view)
{
  if (view->n_uses > 0)
    add (parts, g_strdup_printf (ngettext ("%u use", "%u uses", view->n_uses), view->n_uses));
  if (view->n_reactions > 0)
    add (parts, g_strdup_printf (ngettext ("%u check-in", "%u check-ins", view->n_reactions),
                                 view->n_reactions));
  for (guint i = 0; i < view->events->len; i++)
    add (parts, stp_day_text_event (view->events->pdata[i]));
  if (view->d_plus > 0)
    add (parts, g_strdup_printf (ngettext ("%d day after the last session",
                                           "%d days after the last session", view->d_plus),
                                 view->d_plus));
}

/**
 * stp_day_text_sentence:
 * @today: the day that it is: what is over has no verdict
 * @unready: its planned session cannot be then any more
 *
 * Returns: (transfer full): all that the month shows of a day, as one sentence for a screen reader
 */
char *
stp_day_text_sentence (const StpDayView *view, GTimeZone *zone, guint today, gboolean unready)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: a day in full, in the format of g_date_time_format() */
  add (parts, stp_day_format_words (view->day, C_ ("day", "%A, %-d %B %Y")));
  if (view->day == today)
    add (parts, g_strdup (C_ ("day", "today")));
  for (guint i = 0; i < view->sessions->len; i++)
    add (parts, describe_session (view->sessions->pdata[i], zone, unready));
  add (parts, describe_pauses (view));
  add_marks (parts, view);
  if (view->sessions->len == 0 && view->day >= today && view->strength >= STP_DOCTOR)
    add (parts, g_strdup (_ ("needling has to wait")));

  return join (parts);
}

/**
 * stp_day_text_list:
 * @unready: its planned session cannot be then any more
 *
 * Returns: (transfer full) (element-type utf8): the sessions of a day and how much was logged, a
 *   line each; the pauses are bands, which have words of their own
 */
GPtrArray *
stp_day_text_list (const StpDayView *view, GTimeZone *zone, gboolean unready)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < view->sessions->len; i++)
    add (lines, describe_session (view->sessions->pdata[i], zone, unready));
  add_marks (lines, view);

  return lines;
}
