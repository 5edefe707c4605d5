// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>

#include "diary/stp-time.h"
#include "exchange/stp-demo.h"
#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "stp-tool.h"

/* A folder, or a name that ends like one, holds its diary under the usual name. */
static char *
dup_target (const char *out)
{
  if (g_str_has_suffix (out, G_DIR_SEPARATOR_S) || g_file_test (out, G_FILE_TEST_IS_DIR))
    return g_build_filename (out, "diary.json", NULL);
  return g_strdup (out);
}

/* A sample may replace a sample, and nothing else. */
static gboolean
check_replaceable (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;
  gboolean missing;

  bytes = stp_file_read (path, &missing, NULL);
  if (missing)
    return TRUE;
  if (bytes != NULL)
    snapshot = stp_codec_read (bytes, NULL, NULL, NULL);
  if (snapshot != NULL && stp_demo_is_id (snapshot->id))
    return TRUE;
  /* Translators: %s is the name of a file */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("%s is not a sample diary. Nothing was changed."), path);
  return FALSE;
}

static gboolean
write_demo (const char *path, gint64 now, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GBytes) document = stp_demo_build (now, zone);
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (document, NULL, NULL, error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *out = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StpLock) lock = NULL;

  if (snapshot == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  out = stp_file_resolve (path, error);
  if (out == NULL || !stp_tool_lock (out, &lock, error) || !check_replaceable (out, error))
    return FALSE;
  bytes = stp_codec_write (snapshot);
  return stp_file_replace (out, bytes, error);
}

static gboolean
parse_now (const char *text, gint64 *now)
{
  StpInstant instant;

  if (text == NULL)
    {
      *now = g_get_real_time ();
      return TRUE;
    }
  if (!stp_instant_parse (text, &instant))
    return FALSE;
  *now = instant.us;
  return TRUE;
}

/**
 * stp_command_demo:
 *
 * `demo OUT [--now TIME]`: writes the sample diary, told from that moment. The same moment makes
 * the same bytes. A diary that is not a sample is never overwritten.
 */
int
stp_command_demo (int argc, char **argv)
{
  g_autofree char *now_text = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now;
  GOptionEntry entries[] = {
    { "now", 0, 0, G_OPTION_ARG_STRING, &now_text,
      N_ ("Tell the sample from this moment, RFC 3339 with an offset"), N_ ("TIME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!stp_tool_parse (_ ("OUT"), _ ("Writes a sample diary to a file or into a folder."), entries,
                       &argc, &argv))
    return STP_EXIT_USAGE;
  if (argc != 2 || !parse_now (now_text, &now))
    {
      stp_tool_print_error (_ ("“demo” needs one place to write to, and a time with an offset."));
      return STP_EXIT_USAGE;
    }

  path = dup_target (argv[1]);
  if (write_demo (path, now, &error))
    return STP_EXIT_DONE;
  stp_tool_print_error (error->message);
  return STP_EXIT_NO;
}
