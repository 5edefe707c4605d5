// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "fake-month.h"

#include "rules/stp-rule.h"

#define N_DAYS 49

/* One row a class; the month looks at what a rule matches and at nothing else. */
static const StpRule *
get_rule (StpIngredientClass ingredient_class)
{
  static StpRule rules[STP_CLASS_N];

  rules[ingredient_class].match.classes = STP_CLASS_BIT (ingredient_class);

  return &rules[ingredient_class];
}

static void
day_view_free (gpointer data)
{
  StpDayView *view = data;

  g_ptr_array_unref (view->sessions);
  g_ptr_array_unref (view->pauses);
  g_ptr_array_unref (view->events);
  g_free (view);
}

static void
pause_free (gpointer data)
{
  StpPause *pause = data;

  g_ref_string_release (pause->session);
  g_free (pause);
}

FakeMonth *
fake_month_new (guint first_day)
{
  FakeMonth *self = g_new0 (FakeMonth, 1);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  self->first_day = first_day;
  self->pauses = g_ptr_array_new_with_free_func (pause_free);
  self->days = g_ptr_array_new_with_free_func (day_view_free);
  for (guint i = 0; i < N_DAYS; i++)
    {
      StpDayView *view = g_new0 (StpDayView, 1);

      view->day = first_day + i;
      view->from = stp_day_at (view->day, 0, zone);
      view->to = stp_day_at (view->day + 1, 0, zone);
      view->d_plus = -1;
      view->sessions = g_ptr_array_new_with_free_func (g_object_unref);
      view->pauses = g_ptr_array_new ();
      view->events = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->days, view);
    }

  return self;
}

void
fake_month_free (FakeMonth *self)
{
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->pauses);
  g_free (self);
}

StpDayView *
fake_month_get_day (FakeMonth *self, guint day)
{
  return self->days->pdata[day - self->first_day];
}

StpSession *
fake_month_add_session (FakeMonth *self, guint day, int hour, StpSessionState state)
{
  StpDayView *view = fake_month_get_day (self, day);
  StpSession *session = stp_record_new (STP_RECORD_SESSION);

  session->state = state;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start.us = view->from + hour * STP_HOUR;
  session->end.us = session->start.us + STP_HOUR;
  g_ptr_array_add (view->sessions, session);
  for (guint i = day - self->first_day; state == STP_SESSION_DONE && i < N_DAYS; i++)
    ((StpDayView *) self->days->pdata[i])->d_plus = (int) (self->first_day + i - day);

  return session;
}

void
fake_month_add_pause (FakeMonth *self,
                      StpSession *session,
                      StpIngredientClass ingredient_class,
                      gboolean before,
                      int hours)
{
  StpPause *pause = g_new0 (StpPause, 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->start.us);

  pause->rule = get_rule (ingredient_class);
  pause->session = g_ref_string_new (id);
  pause->before = before;
  pause->from = before ? session->start.us - hours * STP_HOUR : session->end.us;
  pause->to = before ? session->start.us : session->end.us + hours * STP_HOUR;
  pause->strength = STP_BLOCK;
  pause->forecast = session->state == STP_SESSION_PLANNED;
  g_ptr_array_add (self->pauses, pause);

  for (guint i = 0; i < N_DAYS; i++)
    {
      StpDayView *view = self->days->pdata[i];

      if (pause->from < view->to && pause->to > view->from)
        g_ptr_array_add (view->pauses, pause);
    }
}
