// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib.h>
#include <locale.h>

#include "stp-version.h"

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND");
  g_autoptr (GError) error = NULL;
  gboolean version = FALSE;
  GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, "Print the version", NULL },
    G_OPTION_ENTRY_NULL,
  };

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("stipple-diary: %s\n", error->message);
      return 2;
    }

  if (version)
    {
      g_print ("%s\n", stp_version ());
      return 0;
    }

  g_printerr ("stipple-diary: no command given\n");
  return 2;
}
