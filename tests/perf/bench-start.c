// SPDX-License-Identifier: GPL-3.0-or-later

// How long until the window is shown, and how much CPU until the program is idle: Stipple with
// an empty and with the sample diary against a bare libadwaita window; and how long until it is
// shown with twenty years of a diary, against an empty one. The programs take turns in every round,
// and a figure is the median of the ratios within a round, so that whatever else the machine does
// meets all of them alike.

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "diary/stp-time.h"
#include "exchange/stp-generate.h"
#include "stp-figures.h"
#include "stp-window-watch.h"

#define ROUNDS 11
#define YEARS 20
#define SHOWN_GOAL 1.3
#define CPU_GOAL 2.0
#define YEARS_SHOWN_GOAL 1.1
#define SHOWN_TIMEOUT (20 * G_USEC_PER_SEC)
#define IDLE_SPAN (G_USEC_PER_SEC / 2)
#define IDLE_TIMEOUT (10 * G_USEC_PER_SEC)
// What a program that waits may use in IDLE_SPAN: a timer that looks at the clock.
#define IDLE_NANOSECONDS (2 * 1000 * 1000)

typedef struct
{
  double shown; // milliseconds
  double cpu;   // milliseconds
} Figures;

typedef struct
{
  const char *name;
  const char *program;
  gsize against; // which candidate it is measured against
  char *diary;   // (owned) (nullable)
  char *now;     // (owned) (nullable): what it takes for now
  GArray *shown;
  GArray *cpu;
} Candidate;

static gint64
cpu_nanoseconds (GPid pid)
{
  struct timespec used;
  clockid_t clock;

  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &used) != 0)
    return -1;

  return used.tv_sec * G_GINT64_CONSTANT (1000000000) + used.tv_nsec;
}

// Nanoseconds of CPU used when the program has nothing more to do, or -1.
static gint64
wait_until_idle (GPid pid)
{
  gint64 until = g_get_monotonic_time () + IDLE_TIMEOUT;
  gint64 before = cpu_nanoseconds (pid);

  while (before >= 0 && g_get_monotonic_time () < until)
    {
      gint64 now;

      g_usleep (IDLE_SPAN);
      now = cpu_nanoseconds (pid);
      if (now - before < IDLE_NANOSECONDS)
        return now;
      before = now;
    }

  return -1;
}

// Whoever has an empty diary was greeted the first time, and is not measured with the welcome.
static gboolean
write_settings (const char *config_dir, GError **error)
{
  g_autofree char *folder = g_build_filename (config_dir, "glib-2.0", "settings", NULL);
  g_autofree char *file = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *group = g_strdelimit (g_strdup (APPLICATION_ID), ".", '/');
  g_autofree char *text = g_strdup_printf ("[%s]\ngreeted=true\n", group);

  g_mkdir_with_parents (folder, 0700);

  return g_file_set_contents (file, text, -1, error);
}

static GPid
start (const Candidate *candidate, const char *data_dir, GError **error)
{
  g_auto (GStrv) environment = g_get_environ ();
  const char *arguments[] = { candidate->program, NULL };
  GPid pid = 0;

  environment = g_environ_setenv (environment, "XDG_DATA_HOME", data_dir, TRUE);
  environment = g_environ_setenv (environment, "XDG_CONFIG_HOME", data_dir, TRUE);
  environment = g_environ_setenv (environment, "GSETTINGS_BACKEND", "keyfile", TRUE);
  if (!write_settings (data_dir, error))
    return 0;
  if (candidate->diary)
    environment = g_environ_setenv (environment, "STIPPLE_DIARY_DIR", candidate->diary, TRUE);
  if (candidate->now)
    environment = g_environ_setenv (environment, "STIPPLE_CLOCK", candidate->now, TRUE);

  if (!g_spawn_async (NULL, (char **) arguments, environment,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, error))
    return 0;

  return pid;
}

static gboolean
measure (StpWindowWatch *watch, const Candidate *candidate, Figures *figures, GError **error)
{
  g_autofree char *data_dir = g_dir_make_tmp ("stipple-bench-XXXXXX", error);
  gint64 begin = g_get_monotonic_time ();
  GPid pid = data_dir ? start (candidate, data_dir, error) : 0;
  gint64 shown;
  gint64 cpu;

  if (!pid)
    return FALSE;

  shown = stp_window_watch_wait (watch, SHOWN_TIMEOUT);
  cpu = shown ? wait_until_idle (pid) : -1;
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);

  if (cpu < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s %s", candidate->name,
                   shown ? "never came to rest" : "showed no window");
      return FALSE;
    }
  figures->shown = (shown - begin) / 1e3;
  figures->cpu = cpu / 1e6;

  return TRUE;
}

static gboolean
run_round (StpWindowWatch *watch, Candidate *candidates, gsize n, guint turn, GError **error)
{
  Figures figures[8];

  g_assert (n <= G_N_ELEMENTS (figures));

  for (gsize i = 0; i < n; i++)
    {
      gsize next = (i + turn) % n;

      if (!measure (watch, &candidates[next], &figures[next], error))
        return FALSE;
    }

  for (gsize i = 0; i < n; i++)
    {
      double shown = figures[i].shown / figures[candidates[i].against].shown;
      double cpu = figures[i].cpu / figures[candidates[i].against].cpu;

      g_printerr ("%s: shown after %.0f ms, %.0f ms of CPU\n", candidates[i].name, figures[i].shown,
                  figures[i].cpu);
      g_array_append_val (candidates[i].shown, shown);
      g_array_append_val (candidates[i].cpu, cpu);
    }

  return TRUE;
}

static void
print_figures (Candidate *candidate)
{
  g_autofree char *shown = g_strdup_printf ("start-shown-%s", candidate->name);
  g_autofree char *cpu = g_strdup_printf ("start-cpu-%s", candidate->name);

  stp_figures_print_at_most (shown, stp_figures_median (candidate->shown), "ratio", SHOWN_GOAL);
  stp_figures_print_at_most (cpu, stp_figures_median (candidate->cpu), "ratio", CPU_GOAL);
}

// What the command's @call writes, with @option if there is one.
static char *
make_diary (const char *call, const char *option, const char *value, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("stipple-bench-XXXXXX", error);
  g_autofree char *file = folder ? g_build_filename (folder, "diary.json", NULL) : NULL;
  const char *arguments[] = { "stipple-diary", call, file, option, value, NULL };
  int status = 0;

  if (!file ||
      !g_spawn_sync (NULL, (char **) arguments, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     &status, error) ||
      !g_spawn_check_wait_status (status, error))
    return NULL;

  return g_steal_pointer (&folder);
}

static gboolean
run (Candidate *candidates, gsize n, GError **error)
{
  g_autoptr (StpWindowWatch) watch = stp_window_watch_new ();
  Figures unused;

  if (!watch)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no display to watch");
      return FALSE;
    }

  // Once each without counting, so that the files are in memory.
  for (gsize i = 0; i < n; i++)
    if (!measure (watch, &candidates[i], &unused, error))
      return FALSE;

  for (guint turn = 0; turn < ROUNDS; turn++)
    if (!run_round (watch, candidates, n, turn, error))
      return FALSE;

  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *bare = g_build_filename (here, "bare-window", NULL);
  g_autoptr (GError) error = NULL;
  Candidate candidates[] = {
    { .name = "bare", .program = bare },
    { .name = "empty", .program = "stipple" },
    { .name = "demo", .program = "stipple" },
    { .name = "years", .program = "stipple", .against = 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      candidates[i].shown = g_array_new (FALSE, FALSE, sizeof (double));
      candidates[i].cpu = g_array_new (FALSE, FALSE, sizeof (double));
    }

  candidates[2].diary = make_diary ("demo", NULL, NULL, &error);
  candidates[3].diary = make_diary ("generate", "--years", G_STRINGIFY (YEARS), &error);
  // What is logged for later than now would hold back every day.
  candidates[3].now = stp_instant_format ((StpInstant) { stp_generate_get_end (YEARS), 0 });
  if (!candidates[2].diary || !candidates[3].diary ||
      !run (candidates, G_N_ELEMENTS (candidates), &error))
    {
      g_printerr ("bench-start: %s\n", error->message);
      return 1;
    }

  print_figures (&candidates[1]);
  print_figures (&candidates[2]);
  stp_figures_print_at_most ("start-shown-years", stp_figures_median (candidates[3].shown), "ratio",
                             YEARS_SHOWN_GOAL);

  return 0;
}
