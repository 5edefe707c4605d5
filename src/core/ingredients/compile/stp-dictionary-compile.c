// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Runs while Stipple is built: `stp-dictionary-compile ingredients.json OUT.c`. A fault in the
 * dictionary ends the build, so that no program is made of one.
 */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>

#include "ingredients/compile/stp-dictionary-source-private.h"

static gboolean
compile (const char *input, const char *output, GError **error)
{
  g_autofree char *json = NULL;
  gsize length;

  if (!g_file_get_contents (input, &json, &length, error))
    return FALSE;

  g_autoptr (StpDictionary) dictionary = stp_dictionary_new (json, length, error);
  if (dictionary == NULL)
    {
      g_prefix_error (error, "%s: ", input);
      return FALSE;
    }

  g_autofree char *source = stp_dictionary_write (dictionary);
  return g_file_set_contents (output, source, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: stp-dictionary-compile INPUT.json OUTPUT.c\n");
      return 2;
    }
  if (!compile (argv[1], argv[2], &error))
    {
      /* Not g_printerr(): builds run in the C locale, where it writes 레티놀 as question marks. */
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
