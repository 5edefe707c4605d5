// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <sys/resource.h>

#include "app/stp-app.h"

static void
set_up_translations (void)
{
  const char *uninstalled = g_getenv ("STIPPLE_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled ? uninstalled : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A core dump would carry the diary to wherever crashes are kept. One byte, not none: of a program
 * that takes dumps through a pipe, Linux asks no limit but this one. To forbid attaching as well
 * would keep portals from telling who asks, since they look into the process. */
static void
keep_out_of_core_dumps (void)
{
  const struct rlimit none = { 1, 1 };

  setrlimit (RLIMIT_CORE, &none);
}

int
main (int argc, char **argv)
{
  g_autoptr (StpApp) application = NULL;

  keep_out_of_core_dumps ();
  set_up_translations ();

  application = stp_app_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
