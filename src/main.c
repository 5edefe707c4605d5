// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>

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

int
main (int argc, char **argv)
{
  g_autoptr (StpApp) application = NULL;

  set_up_translations ();

  application = stp_app_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
