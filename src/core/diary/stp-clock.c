// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-clock.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

typedef struct
{
  guint id;
  gint64 at;
  GSourceFunc callback;
  gpointer user_data;
} Alarm;

struct _StpClock
{
  GObject parent_instance;

  gboolean fixed; /* time stands still at fixed_now until a test moves it */
  gint64 fixed_now;
  gint64 shift;             /* what a development clock adds to the real one */
  GFileMonitor *shift_file; /* (nullable) */

  GTimeZone *zone;
  guint today;
  GArray *alarms;
  guint last_alarm;
  int timer_fd;
  guint timer_source;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StpClock, stp_clock, G_TYPE_OBJECT)

static void stp_clock_wake (StpClock *self, gboolean was_set);

/* The next moment at which something is due: the earliest alarm or the coming midnight. */
static gint64
get_next_wake (StpClock *self)
{
  gint64 next = stp_day_at (self->today + 1, 0, self->zone);

  for (guint i = 0; i < self->alarms->len; i++)
    next = MIN (next, g_array_index (self->alarms, Alarm, i).at);
  return next;
}

static void
arm (StpClock *self)
{
  struct itimerspec timer = { 0 };
  gint64 at;

  if (self->timer_fd < 0)
    return;
  at = MAX (get_next_wake (self) - self->shift, 1);
  timer.it_value.tv_sec = at / STP_SECOND;
  timer.it_value.tv_nsec = at % STP_SECOND * 1000;
  timerfd_settime (self->timer_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &timer, NULL);
}

static gboolean
on_timer_cb (int fd, GIOCondition condition, gpointer user_data)
{
  guint64 expirations;
  /* Reading fails with ECANCELED when the clock was set, by hand or on resume. */
  gboolean was_set = read (fd, &expirations, sizeof expirations) < 0 && errno == ECANCELED;

  stp_clock_wake (user_data, was_set);
  return G_SOURCE_CONTINUE;
}

/* Alarms may add or remove alarms, so each is taken off before it rings. */
static void
ring_due_alarms (StpClock *self)
{
  gint64 now = stp_clock_get_now (self);

  for (guint i = 0; i < self->alarms->len;)
    {
      Alarm alarm = g_array_index (self->alarms, Alarm, i);

      if (alarm.at > now)
        {
          i++;
          continue;
        }
      g_array_remove_index (self->alarms, i);
      alarm.callback (alarm.user_data);
      i = 0;
    }
}

static void
stp_clock_wake (StpClock *self, gboolean was_set)
{
  g_autoptr (StpClock) alive = g_object_ref (self);
  guint today;

  if (was_set)
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = g_time_zone_new_local ();
    }
  ring_due_alarms (self);
  today = stp_day_of (stp_clock_get_now (self), self->zone);
  if (was_set || today != self->today)
    {
      self->today = today;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  arm (self);
}

static void
stp_clock_dispose (GObject *object)
{
  StpClock *self = STP_CLOCK (object);

  g_clear_handle_id (&self->timer_source, g_source_remove);
  g_clear_fd (&self->timer_fd, NULL);
  g_clear_object (&self->shift_file);
  g_array_set_size (self->alarms, 0);
  G_OBJECT_CLASS (stp_clock_parent_class)->dispose (object);
}

static void
stp_clock_finalize (GObject *object)
{
  StpClock *self = STP_CLOCK (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->alarms, g_array_unref);
  G_OBJECT_CLASS (stp_clock_parent_class)->finalize (object);
}

static void
stp_clock_class_init (StpClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stp_clock_dispose;
  object_class->finalize = stp_clock_finalize;

  /**
   * StpClock::changed:
   *
   * The clock was set, the machine woke up, or a new day began.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_clock_init (StpClock *self)
{
  self->timer_fd = -1;
  self->zone = g_time_zone_new_local ();
  self->alarms = g_array_new (FALSE, FALSE, sizeof (Alarm));
}

#if DEVELOPMENT

static void
shift_to (StpClock *self, const char *text)
{
  g_autofree char *line = g_strstrip (g_strdup (text));
  StpInstant instant;

  if (stp_instant_parse (line, &instant))
    self->shift = instant.us - g_get_real_time ();
  else if (*line)
    g_warning ("STIPPLE_CLOCK: “%s” is not an RFC 3339 instant", line);
}

static void
shift_by_file (StpClock *self, GFile *file)
{
  g_autofree char *text = NULL;

  if (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL))
    shift_to (self, text);
}

static void
on_shift_file_changed_cb (GFileMonitor *monitor,
                          GFile *file,
                          GFile *other_file,
                          GFileMonitorEvent event,
                          StpClock *self)
{
  gint64 before = self->shift;

  shift_by_file (self, file);
  if (self->shift != before)
    stp_clock_wake (self, TRUE);
}

/* STIPPLE_CLOCK: an instant to run on from, or a file that holds one and may change. */
static void
apply_development_shift (StpClock *self)
{
  const char *value = g_getenv ("STIPPLE_CLOCK");
  StpInstant instant;

  if (value == NULL)
    return;
  if (stp_instant_parse (value, &instant))
    {
      shift_to (self, value);
      return;
    }

  g_autoptr (GFile) file = g_file_new_for_path (value);

  shift_by_file (self, file);
  self->shift_file = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->shift_file)
    g_signal_connect_object (self->shift_file, "changed", G_CALLBACK (on_shift_file_changed_cb),
                             self, G_CONNECT_DEFAULT);
}

#endif

/**
 * stp_clock_new:
 *
 * The real clock. The development profile lets STIPPLE_CLOCK set it, for tests.
 *
 * Returns: (transfer full): a clock that runs
 */
StpClock *
stp_clock_new (void)
{
  StpClock *self = g_object_new (STP_TYPE_CLOCK, NULL);

#if DEVELOPMENT
  apply_development_shift (self);
#endif
  self->today = stp_day_of (stp_clock_get_now (self), self->zone);
  self->timer_fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer_fd >= 0)
    self->timer_source = g_unix_fd_add (self->timer_fd, G_IO_IN, on_timer_cb, self);
  arm (self);
  return self;
}

/**
 * stp_clock_new_fixed:
 * @now: UTC microseconds
 *
 * Returns: (transfer full): a clock that stands still at @now
 */
StpClock *
stp_clock_new_fixed (gint64 now)
{
  StpClock *self = g_object_new (STP_TYPE_CLOCK, NULL);

  self->fixed = TRUE;
  self->fixed_now = now;
  self->today = stp_day_of (now, self->zone);
  return self;
}

/**
 * stp_clock_set_fixed:
 * @now: UTC microseconds
 *
 * Moves a fixed clock, forwards or back, rings what is due and says so.
 */
void
stp_clock_set_fixed (StpClock *self, gint64 now)
{
  g_return_if_fail (STP_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->fixed_now = now;
  stp_clock_wake (self, TRUE);
}

/**
 * stp_clock_get_now:
 *
 * Returns: now, in UTC microseconds
 */
gint64
stp_clock_get_now (StpClock *self)
{
  g_return_val_if_fail (STP_IS_CLOCK (self), 0);

  return self->fixed ? self->fixed_now : g_get_real_time () + self->shift;
}

/**
 * stp_clock_get_today:
 *
 * Returns: the number of the local day
 */
guint
stp_clock_get_today (StpClock *self)
{
  g_return_val_if_fail (STP_IS_CLOCK (self), 0);

  return stp_day_of (stp_clock_get_now (self), self->zone);
}

/**
 * stp_clock_get_zone:
 *
 * Returns: (transfer none): the local time zone, for display only; asked for anew after ::changed
 */
GTimeZone *
stp_clock_get_zone (StpClock *self)
{
  g_return_val_if_fail (STP_IS_CLOCK (self), NULL);

  return self->zone;
}

/**
 * stp_clock_add_alarm:
 * @at: UTC microseconds; by the wall clock, so it also rings when the clock is set past it
 * @callback: called once; its return value is not looked at
 *
 * Returns: a handle for stp_clock_remove_alarm(), never 0
 */
guint
stp_clock_add_alarm (StpClock *self, gint64 at, GSourceFunc callback, gpointer user_data)
{
  Alarm alarm = { 0, at, callback, user_data };

  g_return_val_if_fail (STP_IS_CLOCK (self), 0);

  alarm.id = ++self->last_alarm;
  g_array_append_val (self->alarms, alarm);
  arm (self);
  return alarm.id;
}

/**
 * stp_clock_remove_alarm:
 * @alarm: a handle; one that has rung already is fine
 */
void
stp_clock_remove_alarm (StpClock *self, guint alarm)
{
  g_return_if_fail (STP_IS_CLOCK (self));

  for (guint i = 0; i < self->alarms->len; i++)
    if (g_array_index (self->alarms, Alarm, i).id == alarm)
      {
        g_array_remove_index (self->alarms, i);
        break;
      }
  arm (self);
}
