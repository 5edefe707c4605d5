// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "stp-tool.h"

/**
 * stp_tool_print_error:
 * @text: a sentence
 *
 * Says on standard error what went wrong.
 */
void
stp_tool_print_error (const char *text)
{
  g_printerr ("stipple-diary: %s\n", text);
}

/**
 * stp_tool_print_missing:
 * @path: where a file was looked for
 */
void
stp_tool_print_missing (const char *path)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("There is no file “%s”."), path);

  stp_tool_print_error (text);
}

/**
 * stp_tool_parse:
 * @parameters: the arguments after the options, as the help shows them
 * @description: (nullable): what the help says below the options
 * @entries: (nullable): the options
 *
 * Parses a command's options and prints what is wrong with them.
 *
 * Returns: whether to go on; if not, return %STP_EXIT_USAGE
 */
gboolean
stp_tool_parse (const char *parameters,
                const char *description,
                const GOptionEntry *entries,
                int *argc,
                char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;

  if (description != NULL)
    g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  stp_tool_print_error (error->message);
  return FALSE;
}

/**
 * stp_tool_diary_path:
 * @path: a diary, or the folder that holds one
 *
 * Returns: (transfer full): the path of the diary itself
 */
char *
stp_tool_diary_path (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_build_filename (path, "diary.json", NULL);
  return g_strdup (path);
}

/**
 * stp_tool_is_same_file:
 *
 * Returns: whether both are there and are one file, links followed
 */
gboolean
stp_tool_is_same_file (const char *a, const char *b)
{
  GStatBuf info_a, info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0 && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}

/* What a shell hands over, `… | check /dev/stdin` and `check <(…)`, is there to be waited for;
 * a pipe that stands in the place of a diary is not. */
static gboolean
is_handed_over (const char *path)
{
  return g_str_equal (path, "/dev/stdin") || g_str_has_prefix (path, "/dev/fd/");
}

static GBytes *
read_handed_over (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    return g_bytes_new_take (text, length);
  g_printerr ("stipple-diary: %s\n", error->message);
  return NULL;
}

/**
 * stp_tool_read:
 * @path: a diary, or the folder that holds one
 *
 * Returns: (transfer full) (nullable): what is in it; if it cannot be read, the reason was
 *   printed: return %STP_EXIT_UNREADABLE
 */
GBytes *
stp_tool_read (const char *path)
{
  if (is_handed_over (path))
    return read_handed_over (path);

  g_autofree char *diary = stp_tool_diary_path (path);
  g_autoptr (GError) error = NULL;
  gboolean missing;
  GBytes *bytes = stp_file_read (diary, &missing, &error);

  if (missing)
    stp_tool_print_missing (diary);
  else if (bytes == NULL)
    g_printerr ("stipple-diary: %s: %s\n", diary, error->message);
  return bytes;
}

/**
 * stp_tool_load:
 * @path: a diary, or the folder that holds one
 * @read_only: (out) (optional): whether writing it back would lose something
 *
 * Returns: (transfer full) (nullable): the diary; if it cannot be read, the reason was printed:
 *   return %STP_EXIT_UNREADABLE
 */
StpSnapshot *
stp_tool_load (const char *path, gboolean *read_only)
{
  g_autoptr (GBytes) bytes = stp_tool_read (path);
  g_autoptr (GError) error = NULL;
  StpSnapshot *snapshot;

  if (bytes == NULL)
    return NULL;
  snapshot = stp_codec_read (bytes, NULL, read_only, &error);
  if (snapshot == NULL)
    g_printerr ("stipple-diary: %s: %s\n", path, error->message);
  return snapshot;
}

/**
 * stp_tool_lock:
 * @diary: the file that is to be written, links followed
 * @lock: (out) (nullable): the lock to hold meanwhile; %NULL where none is needed
 *
 * A folder that the app keeps a diary in has a lock; other folders get none from us.
 *
 * Returns: whether to go on; not while the app holds the lock
 */
gboolean
stp_tool_lock (const char *diary, StpLock **lock, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (diary);
  g_autofree char *base = g_path_get_basename (diary);
  g_autofree char *lock_file = g_build_filename (folder, STP_LOCK_NAME, NULL);

  *lock = NULL;
  if (!g_str_equal (base, "diary.json") && !g_file_test (lock_file, G_FILE_TEST_EXISTS))
    return TRUE;
  *lock = stp_lock_take (diary, error);
  return *lock != NULL;
}
