// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "stp-tool.h"
#include "stp-version.h"

/* A new command is a row here and a file beside this one. */
static const struct
{
  const char *name, *parameters, *summary;
  int (*run) (int argc, char **argv);
} commands[] = {
  { "check", "DIARY", N_ ("name every fault of a diary"), stp_command_check },
  { "classify", "[FILE|-]", N_ ("read lists of ingredients"), stp_command_classify },
  { "demo", "OUT [--now TIME]", N_ ("write the sample diary"), stp_command_demo },
  { "export", "DIARY --as csv --out FILE [--from DAY] [--to DAY]",
    N_ ("write a diary for other programs"), stp_command_export },
  { "generate", "OUT --years N --seed S", N_ ("write a synthetic diary, for benchmarks"),
    stp_command_generate },
  { "merge", "OUT IN…", N_ ("bring copies of one diary together"), stp_command_merge },
  { "pauses", "DIARY --from TIME --to TIME", N_ ("list what is off and until when"),
    stp_command_pauses },
  { "verdict", "DIARY --start TIME …", N_ ("say whether a session may start"),
    stp_command_verdict },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %s %s\n      %s", commands[i].name, commands[i].parameters,
                            _ (commands[i].summary));
  g_string_append_printf (text, "\n\n%s",
                          _ ("Exit status: 0 done, 1 the answer is no, 2 bad usage, 3 unreadable "
                             "input."));
  return g_string_free_and_steal (text);
}

/* What could not be printed was not done, whatever the command thinks. */
static int
end (int status)
{
  gboolean flushed = fflush (stdout) == 0;

  if (flushed && !ferror (stdout))
    return status;
  stp_tool_print_error (g_strerror (flushed ? EIO : errno));
  return status == STP_EXIT_DONE ? STP_EXIT_NO : status;
}

static int
run_command (int argc, char **argv)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[0], commands[i].name))
      {
        g_autofree char *program = g_strconcat ("stipple-diary ", argv[0], NULL);

        g_set_prgname (program);
        return end (commands[i].run (argc, argv));
      }
  text = g_strdup_printf (_ ("There is no command “%s”; see --help."), argv[0]);
  stp_tool_print_error (text);
  return STP_EXIT_USAGE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND …"));
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;
  gboolean version = FALSE;
  GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* The options before the command are ours, those after it the command's. */
  if (argc > 1 && argv[1][0] != '-')
    return run_command (argc - 1, argv + 1);

  description = describe_commands ();
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      stp_tool_print_error (error->message);
      return STP_EXIT_USAGE;
    }
  if (version)
    {
      g_print ("%s\n", stp_version ());
      return end (STP_EXIT_DONE);
    }
  stp_tool_print_error (_ ("No command was given; see --help."));
  return STP_EXIT_USAGE;
}
