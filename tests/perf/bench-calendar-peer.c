// SPDX-License-Identifier: GPL-3.0-or-later

// Stipple beside GNOME Calendar of the same release, each with twenty years of about two entries a
// day, animations off: how long until the month is shown, what a month further costs by Alt+Right
// in CPU and until the last paint, and the memory held. Both are driven and watched by the same
// hand, from outside. The month is shown with the last paint of the start, when its entries are
// there: the first frame of the peer has none yet. A window of the toolkit with nothing in it is
// started between them, since no start can be shorter. Where GNOME Calendar is not installed there
// is nothing to measure against.

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "diary/stp-time.h"
#include "exchange/stp-generate.h"
#include "stp-figures.h"
#include "stp-window-watch.h"

#define PEER "gnome-calendar"
#define ROUNDS 3
#define PRESSES 100
#define YEARS 20
#define LAST_YEAR 2026
#define SHOWN_TIMEOUT (60 * G_USEC_PER_SEC)
#define QUIET (150 * 1000)
#define IDLE_QUIET (2 * G_USEC_PER_SEC)
#define CPU_GOAL 0.15
#define PAINT_GOAL 0.4
#define SHOWN_GOAL 0.35
#define MEMORY_GOAL 0.7

typedef struct
{
  double first, shown, cpu, paint; // milliseconds
  double memory;                   // pages
} Figures;

static double
get_cpu (GPid pid)
{
  struct timespec used = { 0 };
  clockid_t clock;

  if (clock_getcpuclockid (pid, &clock) == 0)
    clock_gettime (clock, &used);

  return (double) used.tv_sec * 1e3 + (double) used.tv_nsec / 1e6;
}

static double
get_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/statm", pid);
  g_autofree char *text = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;

  fields = g_strsplit (text, " ", 3);

  return g_ascii_strtod (fields[1], NULL);
}

static gboolean
write_events (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "evolution", "calendar",
                                              "system", NULL);
  g_autofree char *file = g_build_filename (folder, "calendar.ics", NULL);
  g_autoptr (
    GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//\r\n");
  g_autoptr (GDate) date = g_date_new_dmy (31, G_DATE_DECEMBER, LAST_YEAR);

  for (guint i = 0; i < YEARS * 365 * 2; i++)
    {
      char day[16];

      g_date_strftime (day, sizeof day, "%Y%m%d", date);
      g_string_append_printf (text,
                              "BEGIN:VEVENT\r\nUID:%u@bench\r\nDTSTAMP:20260101T000000Z\r\n"
                              "DTSTART:%sT%02u0000Z\r\nDTEND:%sT%02u3000Z\r\nSUMMARY:Entry\r\n"
                              "END:VEVENT\r\n",
                              i, day, 8 + i % 2 * 12, day, 8 + i % 2 * 12);
      if (i % 2)
        g_date_subtract_days (date, 1);
    }
  g_string_append (text, "END:VCALENDAR\r\n");
  g_mkdir_with_parents (folder, 0700);

  return g_file_set_contents (file, text->str, (gssize) text->len, error);
}

static gboolean
write_diary (const char *home, GError **error)
{
  g_autofree char *file = g_build_filename (home, "diary.json", NULL);
  const char *arguments[] = { "stipple-diary", "generate", file, "--years", "20", NULL };
  int status = 0;

  return g_spawn_sync (NULL, (char **) arguments, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                       &status, error) &&
         g_spawn_check_wait_status (status, error);
}

// What the setting that animations are off is read from where no desktop is.
static gboolean
write_settings (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *file = g_build_filename (folder, "settings.ini", NULL);

  g_mkdir_with_parents (folder, 0700);

  return g_file_set_contents (file, "[Settings]\ngtk-enable-animations=0\n", -1, error);
}

// The folders of this session are empty ones; the peer's entries are read by a service of it.
static char *
make_home (GError **error)
{
  g_autofree char *home = g_dir_make_tmp ("stipple-bench-XXXXXX", error);

  if (!home || !write_settings (error) || !write_events (error) || !write_diary (home, error))
    return NULL;

  return g_steal_pointer (&home);
}

static GPid
start (const char *program, const char *home, GError **error)
{
  g_auto (GStrv) environment = g_get_environ ();
  const char *arguments[] = { program, NULL };
  // What is logged for later than now would hold back every day.
  g_autofree char *now = stp_instant_format ((StpInstant) { stp_generate_get_end (YEARS), 0 });
  GPid pid = 0;

  environment = g_environ_setenv (environment, "STIPPLE_DIARY_DIR", home, TRUE);
  environment = g_environ_setenv (environment, "STIPPLE_CLOCK", now, TRUE);
  environment = g_environ_setenv (environment, "GSETTINGS_BACKEND", "memory", TRUE);
  if (!g_spawn_async (NULL, (char **) arguments, environment,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, error))
    return 0;

  return pid;
}

static void
say (int hand, const char *command)
{
  if (write (hand, command, strlen (command)) < 0)
    g_printerr ("xdotool is gone\n");
}

// Milliseconds from the key to the last paint, in the middle of all presses.
static double
press (StpWindowWatch *watch, int hand)
{
  g_autoptr (GArray) paints = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < PRESSES; i++)
    {
      // Back from where entries are, so that every month is full.
      const gint64 begin = g_get_monotonic_time ();
      double paint;

      say (hand, i % 20 < 10 ? "key --delay 0 alt+Left\n" : "key --delay 0 alt+Right\n");
      paint = (double) (stp_window_watch_wait_still (watch, QUIET) - begin) / 1e3;
      g_array_append_val (paints, paint);
    }

  return stp_figures_median (paints);
}

// Until the first frame, and until the last one before it is idle.
static GPid
measure_start (StpWindowWatch *watch,
               const char *program,
               const char *home,
               Figures *figures,
               GError **error)
{
  const gint64 begin = g_get_monotonic_time ();
  const GPid pid = start (program, home, error);
  gint64 first, last;

  if (!pid)
    return 0;

  first = stp_window_watch_wait (watch, SHOWN_TIMEOUT);
  last = stp_window_watch_wait_still (watch, IDLE_QUIET);
  figures->first = (double) (first - begin) / 1e3;
  figures->shown = (double) (MAX (first, last) - begin) / 1e3;
  if (first == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s painted nothing", program);

  return pid;
}

static void
end (GPid pid)
{
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

static gboolean
measure (StpWindowWatch *watch,
         int hand,
         const char *program,
         const char *home,
         Figures *figures,
         GError **error)
{
  const GPid pid = measure_start (watch, program, home, figures, error);
  double cpu;

  if (!pid || figures->first <= 0)
    return FALSE;

  stp_window_watch_focus (watch);
  cpu = get_cpu (pid);
  figures->paint = press (watch, hand);
  figures->cpu = (get_cpu (pid) - cpu) / PRESSES;
  figures->memory = get_memory (pid);
  end (pid);
  g_printerr ("%s: first frame after %.0f ms, the month after %.0f ms; a month: %.1f ms of CPU, "
              "painted after %.0f ms; %.0f pages\n",
              program, figures->first, figures->shown, figures->cpu, figures->paint,
              figures->memory);
  if (figures->paint <= 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s painted no month", program);

  return figures->paint > 0;
}

static gboolean
measure_bare (StpWindowWatch *watch,
              const char *program,
              const char *home,
              Figures *figures,
              GError **error)
{
  const GPid pid = measure_start (watch, program, home, figures, error);

  if (!pid)
    return FALSE;

  end (pid);
  g_printerr ("a bare window: first frame after %.0f ms, the last after %.0f ms\n", figures->first,
              figures->shown);

  return figures->first > 0;
}

static double
find_ratio (Figures *ours, Figures *theirs, gsize offset)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      const double ratio = G_STRUCT_MEMBER (double, &ours[i], offset) /
                           G_STRUCT_MEMBER (double, &theirs[i], offset);

      g_array_append_val (ratios, ratio);
    }

  return stp_figures_median (ratios);
}

static void
print_ratio (const char *name, Figures *ours, Figures *theirs, gsize offset, double goal)
{
  stp_figures_print_at_most (name, find_ratio (ours, theirs, offset), "ratio", goal);
}

static void
print_information (const char *name, Figures *ours, Figures *theirs, gsize offset)
{
  g_print ("%s\t%.2f\tratio\t-\tinformation\n", name, find_ratio (ours, theirs, offset));
}

static gboolean
run (const char *home, const char *bare, int hand, GError **error)
{
  g_autoptr (StpWindowWatch) watch = stp_window_watch_new ();
  Figures ours[ROUNDS], theirs[ROUNDS], least[ROUNDS];

  if (!watch)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no display to watch");
      return FALSE;
    }

  for (guint i = 0; i < ROUNDS; i++)
    if (!measure (watch, hand, "stipple", home, &ours[i], error) ||
        !measure_bare (watch, bare, home, &least[i], error) ||
        !measure (watch, hand, PEER, home, &theirs[i], error))
      return FALSE;

  print_ratio ("peer-month-cpu", ours, theirs, G_STRUCT_OFFSET (Figures, cpu), CPU_GOAL);
  print_ratio ("peer-month-painted", ours, theirs, G_STRUCT_OFFSET (Figures, paint), PAINT_GOAL);
  print_ratio ("peer-shown", ours, theirs, G_STRUCT_OFFSET (Figures, shown), SHOWN_GOAL);
  print_information ("peer-shown-floor", least, theirs, G_STRUCT_OFFSET (Figures, shown));
  print_information ("peer-first-frame", ours, theirs, G_STRUCT_OFFSET (Figures, first));
  print_ratio ("peer-memory", ours, theirs, G_STRUCT_OFFSET (Figures, memory), MEMORY_GOAL);

  return TRUE;
}

int
main (int argc, char **argv)
{
  const char *arguments[] = { "xdotool", "-", NULL };
  g_autofree char *peer = g_find_program_in_path (PEER);
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *bare = g_build_filename (here, "bare-window", NULL);
  g_autofree char *home = NULL;
  g_autoptr (GError) error = NULL;
  int hand = -1;

  if (!peer)
    {
      g_print ("peer\t-\t-\t-\t" PEER " is not installed\n");
      return 0;
    }

  home = make_home (&error);
  if (!home ||
      !g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                                 NULL, &hand, NULL, NULL, &error) ||
      !run (home, bare, hand, &error))
    {
      g_printerr ("bench-calendar-peer: %s\n", error->message);
      return 1;
    }

  return 0;
}
