// SPDX-License-Identifier: GPL-3.0-or-later

/* `stipple-diary pauses DIARY --from TIME --to TIME`: what is off, one pause a line. */

#include "config.h"

#include <glib/gi18n.h>

#include "rules/stp-rule.h"
#include "rules/stp-timeline.h"
#include "stp-tool-answer.h"
#include "stp-tool.h"

static void
print_pause (const StpPause *pause)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = g_strdup_printf ("%s %s", pause->text, stp_rule_get_why (pause->rule));
  StpJsonOut out = STP_JSON_OUT_COMPACT (line);

  stp_json_out_open (&out, '{');
  stp_tool_answer_text (&out, "product", pause->product);
  stp_tool_answer_text (&out, "rule", stp_rule_get_id (pause->rule));
  stp_tool_answer_text (&out, "session", pause->session);
  stp_tool_answer_text (&out, "phase", pause->before ? "before" : "after");
  stp_tool_answer_time (&out, "from", pause->from);
  stp_tool_answer_time (&out, "to", pause->to);
  stp_tool_answer_text (&out, "strength", stp_enum_to_nick (STP_TYPE_STRENGTH, pause->strength));
  stp_tool_answer_bool (&out, "forecast", pause->forecast);
  stp_tool_answer_text (&out, "text", text);
  stp_tool_answer_text (&out, "source", stp_rule_get_sources (pause->rule));
  stp_tool_answer_text (&out, "grade", stp_rule_get_grade (pause->rule));
  stp_json_out_close (&out, '}');
  g_print ("%s\n", line->str);
}

static gboolean
parse (int *argc, char ***argv, gint64 *from, gint64 *to)
{
  g_autofree char *from_text = NULL, *to_text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First moment"), N_ ("TIME") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("First moment after it"), N_ ("TIME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!stp_tool_parse (_ ("DIARY"),
                       _ ("Prints one line of JSON for each pause that overlaps the span."),
                       entries, argc, argv))
    return FALSE;
  if (*argc != 2)
    {
      stp_tool_print_error (_ ("“pauses” needs one diary, “--from” and “--to”."));
      return FALSE;
    }
  if (!stp_tool_read_time ("--from", from_text, from) || !stp_tool_read_time ("--to", to_text, to))
    return FALSE;
  if (*to < *from)
    stp_tool_print_error (_ ("“--to” must not come before “--from”."));
  return *from <= *to;
}

/*
 * A planned session that was overdue by the beginning of the span holds nothing in it. Of a span
 * ahead only now tells what is overdue: a plan in between holds what comes after it.
 */
static gint64
find_now (gint64 from)
{
  g_autoptr (StpClock) clock = stp_clock_new ();

  return MIN (from, stp_clock_get_now (clock));
}

/**
 * stp_command_pauses:
 *
 * `pauses DIARY --from TIME --to TIME`: every pause that overlaps the half-open span, as it is. It
 * answers as of the beginning of the span, or as of now where that still lies ahead.
 */
int
stp_command_pauses (int argc, char **argv)
{
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (GPtrArray) pauses = NULL;
  gint64 from, to;

  if (!parse (&argc, &argv, &from, &to))
    return STP_EXIT_USAGE;
  timeline = stp_tool_load_timeline (argv[1], find_now (from));
  if (!timeline)
    return STP_EXIT_UNREADABLE;

  pauses = stp_timeline_list_pauses (timeline, from, to);
  for (guint i = 0; i < pauses->len; i++)
    print_pause (g_ptr_array_index (pauses, i));
  return STP_EXIT_DONE;
}
