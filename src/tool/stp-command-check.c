// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>

#include "store/stp-codec.h"
#include "store/stp-json-out.h"
#include "stp-tool.h"

static void
print_fault (StpFault *fault)
{
  g_autoptr (GString) line = g_string_new (NULL);
  StpJsonOut out = STP_JSON_OUT_COMPACT (line);

  stp_json_out_open (&out, '{');
  stp_json_out_name (&out, "pointer");
  stp_json_out_text (&out, fault->pointer);
  stp_json_out_name (&out, "text");
  stp_json_out_text (&out, fault->text);
  stp_json_out_name (&out, "fatal");
  stp_json_out_bool (&out, fault->fatal);
  stp_json_out_close (&out, '}');
  g_print ("%s\n", line->str);
}

/**
 * stp_command_check:
 *
 * `check DIARY`: every fault of a diary, one a line. A file that is no JSON at all has one fault,
 * with an empty pointer; only a file that cannot be opened is unreadable.
 */
int
stp_command_check (int argc, char **argv)
{
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;

  if (!stp_tool_parse (
        _ ("DIARY"),
        _ ("Prints one line of JSON a fault: its pointer, a sentence, and whether it "
           "keeps the diary from being opened. Exits with 1 if there is any."),
        NULL, &argc, &argv))
    return STP_EXIT_USAGE;
  if (argc != 2)
    {
      stp_tool_print_error (_ ("“check” needs one diary."));
      return STP_EXIT_USAGE;
    }
  bytes = stp_tool_read (argv[1]);
  if (bytes == NULL)
    return STP_EXIT_UNREADABLE;
  snapshot = stp_codec_read (bytes, faults, NULL, NULL);
  for (guint i = 0; i < faults->len; i++)
    print_fault (faults->pdata[i]);
  return faults->len > 0 ? STP_EXIT_NO : STP_EXIT_DONE;
}
