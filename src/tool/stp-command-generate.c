// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/stp-generate.h"
#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "stp-tool.h"

/* A century and a half is enough for any benchmark, and keeps the dates in four digits. */
#define MOST_YEARS 150

static gboolean
write_generated (const char *path, int years, guint32 seed, GError **error)
{
  g_autoptr (GBytes) document = stp_generate_build (years, seed);
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (document, NULL, NULL, error);
  g_autoptr (GBytes) bytes = NULL;

  if (snapshot == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      /* Translators: %s is the name of a file */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("%s is there already. Nothing was changed."), path);
      return FALSE;
    }
  bytes = stp_codec_write (snapshot);
  return stp_file_replace (path, bytes, error);
}

/**
 * stp_command_generate:
 *
 * `generate OUT --years N --seed S`: writes a diary made of dice, for benchmarks. The same seed
 * makes the same bytes. Never replaces a file.
 */
int
stp_command_generate (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int years = 1, seed = 0;
  const GOptionEntry entries[] = {
    { "years", 0, 0, G_OPTION_ARG_INT, &years, N_ ("How many years the diary holds"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("The same seed makes the same diary"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };

  if (!stp_tool_parse (_ ("OUT"), _ ("Writes a synthetic diary, for benchmarks."), entries, &argc,
                       &argv))
    return STP_EXIT_USAGE;
  if (argc != 2 || years < 1 || years > MOST_YEARS)
    {
      stp_tool_print_error (_ ("“generate” needs one file to write, and from 1 to 150 years."));
      return STP_EXIT_USAGE;
    }

  if (write_generated (argv[1], years, (guint32) seed, &error))
    return STP_EXIT_DONE;
  stp_tool_print_error (error->message);
  return STP_EXIT_NO;
}
