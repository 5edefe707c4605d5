// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>

#include "diary/stp-time.h"
#include "exchange/stp-table-write.h"
#include "store/stp-file.h"
#include "stp-tool.h"

/* What was asked for; all texts are the arguments as given. */
typedef struct
{
  char *as, *out, *from, *to;
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->as);
  g_free (self->out);
  g_free (self->from);
  g_free (self->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static gboolean
parse_day (const char *text, guint *day)
{
  *day = STP_DAY_UNSET;
  return text == NULL || stp_day_parse (text, day);
}

static gboolean
is_usable (const Wanted *wanted, int argc, StpTableSpan *span)
{
  const char *problem = NULL;

  if (argc != 2 || wanted->as == NULL || wanted->out == NULL)
    problem = _ ("“export” needs a diary, “--as csv” and “--out”.");
  else if (!g_str_equal (wanted->as, "csv"))
    problem = _ ("“export” can only write “--as csv” so far.");
  else if (!parse_day (wanted->from, &span->from) || !parse_day (wanted->to, &span->to))
    problem = _ ("“--from” and “--to” need a day, as 2027-03-12.");
  if (problem != NULL)
    stp_tool_print_error (problem);
  return problem == NULL;
}

/* An export takes no diary's place, least of all that of the one it is made from. */
static gboolean
check_place (const char *diary, const char *out, GError **error)
{
  g_autofree char *base = g_path_get_basename (out);

  if (!stp_tool_is_same_file (diary, out) && !g_str_equal (base, "diary.json"))
    return TRUE;
  /* Translators: %s is the name of a file */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("%s is a diary, and an export must not take its place."), out);
  return FALSE;
}

/* Into a folder go all tables, one each; into a file one table with all records. */
static gboolean
write_tables (StpSnapshot *snapshot, const char *path, StpTableSpan span, GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *out = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) || g_str_has_suffix (path, G_DIR_SEPARATOR_S))
    {
      folder = g_file_new_for_commandline_arg (path);
      stp_file_make_folder (g_file_peek_path (folder));
      return stp_table_write_folder (folder, snapshot, span, error);
    }
  bytes = stp_table_write_all (snapshot, span);
  out = stp_file_resolve (path, error);
  return out != NULL && stp_file_replace (out, bytes, error);
}

/**
 * stp_command_export:
 *
 * `export DIARY --as csv --out FILE [--from DAY] [--to DAY]`: writes the diary for other programs.
 */
int
stp_command_export (int argc, char **argv)
{
  g_auto (Wanted) wanted = { NULL };
  StpTableSpan span;
  g_autofree char *diary = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &wanted.as, N_ ("What to write"), "csv" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &wanted.out,
      N_ ("A file for everything, or a folder for one file each"), N_ ("FILE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &wanted.from, N_ ("The first day"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &wanted.to, N_ ("The last day"), N_ ("DAY") },
    G_OPTION_ENTRY_NULL,
  };

  if (!stp_tool_parse ("DIARY", NULL, entries, &argc, &argv) || !is_usable (&wanted, argc, &span))
    return STP_EXIT_USAGE;
  snapshot = stp_tool_load (argv[1], NULL);
  if (snapshot == NULL)
    return STP_EXIT_UNREADABLE;
  diary = stp_tool_diary_path (argv[1]);
  if (check_place (diary, wanted.out, &error) && write_tables (snapshot, wanted.out, span, &error))
    return STP_EXIT_DONE;
  stp_tool_print_error (error->message);
  return STP_EXIT_NO;
}
