// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>

#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "store/stp-generations.h"
#include "store/stp-merge.h"
#include "stp-tool.h"

/* The outcome of all, or NULL once the reason was printed. */
static StpSnapshot *
merge_all (char **paths)
{
  g_autoptr (StpSnapshot) merged = NULL;

  for (; *paths; paths++)
    {
      g_autoptr (StpSnapshot) next = NULL;
      g_autoptr (StpSnapshot) both = NULL;
      g_autoptr (GError) error = NULL;
      gboolean read_only;

      next = stp_tool_load (*paths, &read_only);
      if (next == NULL)
        return NULL;
      if (read_only)
        {
          /* Translators: %s is the name of a file. */
          g_autofree char *text = g_strdup_printf (
            _ ("%s holds something that could not be written back as it is, so it is not merged."),
            *paths);

          stp_tool_print_error (text);
          return NULL;
        }
      both = merged ? stp_merge (merged, next, &error) : stp_snapshot_ref (next);
      if (both == NULL)
        {
          g_printerr ("stipple-diary: %s: %s\n", *paths, error->message);
          return NULL;
        }
      g_clear_pointer (&merged, stp_snapshot_unref);
      merged = g_steal_pointer (&both);
    }
  return g_steal_pointer (&merged);
}

/* What the app keeps here is kept once more unless it is merged in too: whoever forgot to name it
 * among the copies loses nothing. */
static gboolean
keep_replaced (const char *diary, const char *out, char **inputs, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (diary);
  g_autofree char *base = g_path_get_basename (diary);

  if (!g_str_equal (base, "diary.json"))
    return TRUE;
  for (; *inputs; inputs++)
    {
      g_autofree char *input = stp_tool_diary_path (*inputs);

      if (stp_tool_is_same_file (input, out))
        return TRUE;
    }
  return stp_generations_keep (folder, out, STP_KEEP_NOW, g_get_real_time (), error);
}

static gboolean
write_merged (const char *path, char **inputs, int *exit_code, GError **error)
{
  g_autofree char *diary = stp_tool_diary_path (path);
  g_autofree char *out = stp_file_resolve (diary, error);
  g_autoptr (StpSnapshot) merged = NULL;
  g_autoptr (StpLock) lock = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (out == NULL || !stp_tool_lock (out, &lock, error))
    return FALSE;
  merged = merge_all (inputs);
  if (merged == NULL)
    {
      *exit_code = STP_EXIT_UNREADABLE;
      return TRUE;
    }
  bytes = stp_codec_write (merged);
  return keep_replaced (diary, out, inputs, error) && stp_file_replace (out, bytes, error);
}

/**
 * stp_command_merge:
 *
 * `merge OUT IN…`: brings copies of one diary together. OUT may be one of them; it is read under
 * its lock then, so that nothing written meanwhile is lost.
 */
int
stp_command_merge (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int exit_code = STP_EXIT_DONE;

  if (!stp_tool_parse (_ ("OUT IN…"),
                       _ ("Merges copies of one diary into OUT, which is replaced as a whole. As a "
                          "merge driver of git: stipple-diary merge %A %A %B"),
                       NULL, &argc, &argv))
    return STP_EXIT_USAGE;
  if (argc < 3)
    {
      stp_tool_print_error (_ ("“merge” needs a diary to write and at least one to read."));
      return STP_EXIT_USAGE;
    }
  if (write_merged (argv[1], argv + 2, &exit_code, &error))
    return exit_code;
  stp_tool_print_error (error->message);
  return STP_EXIT_NO;
}
