// SPDX-License-Identifier: GPL-3.0-or-later

/* `stipple-diary verdict DIARY --start TIME …`: may a home session start then? */

#include "config.h"

#include <glib/gi18n.h>

#include "rules/stp-rule.h"
#include "rules/stp-timeline.h"
#include "stp-tool-answer.h"
#include "stp-tool.h"

typedef struct
{
  char *start, *now, *device, *um;
  char **areas;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->start);
  g_free (self->now);
  g_free (self->device);
  g_free (self->um);
  g_strfreev (self->areas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A doctor's word may lift it, but until then it is a block. */
static const char *
verdict_name (StpStrength strength)
{
  return stp_enum_to_nick (STP_TYPE_STRENGTH, strength == STP_DOCTOR ? STP_BLOCK : strength);
}

static void
print_reason (StpJsonOut *out, StpReason *reason)
{
  g_autofree char *text = g_strdup_printf ("%s %s", stp_reason_get_text (reason),
                                           stp_rule_get_why (reason->rule));

  stp_json_out_next (out);
  stp_json_out_open (out, '{');
  stp_tool_answer_text (out, "rule", stp_rule_get_id (reason->rule));
  stp_tool_answer_text (out, "strength", stp_enum_to_nick (STP_TYPE_STRENGTH, reason->strength));
  stp_tool_answer_subject (out, reason->subject_type, reason->subject);
  stp_tool_answer_time (out, "since", reason->since);
  stp_tool_answer_time (out, "until", reason->until);
  if (reason->forecast)
    stp_tool_answer_bool (out, "forecast", TRUE);
  stp_tool_answer_text (out, "text", text);
  stp_tool_answer_text (out, "source", stp_rule_get_sources (reason->rule));
  stp_tool_answer_text (out, "grade", stp_rule_get_grade (reason->rule));
  stp_json_out_close (out, '}');
}

static void
print_ask (StpJsonOut *out, StpAsk *ask)
{
  stp_json_out_next (out);
  stp_json_out_open (out, '{');
  stp_tool_answer_text (out, "rule", stp_rule_get_id (ask->rule));
  stp_tool_answer_subject (out, ask->subject_type, ask->subject);
  stp_tool_answer_text (out, "text", stp_ask_get_text (ask));
  stp_json_out_close (out, '}');
}

static void
print_verdict (const StpVerdict *verdict)
{
  g_autoptr (GString) line = g_string_new (NULL);
  StpJsonOut out = STP_JSON_OUT_COMPACT (line);

  stp_json_out_open (&out, '{');
  stp_tool_answer_text (&out, "verdict", verdict_name (verdict->strength));
  stp_json_out_name (&out, "reasons");
  stp_json_out_open (&out, '[');
  for (guint i = 0; i < verdict->reasons->len; i++)
    print_reason (&out, g_ptr_array_index (verdict->reasons, i));
  stp_json_out_close (&out, ']');
  stp_json_out_name (&out, "asks");
  stp_json_out_open (&out, '[');
  for (guint i = 0; i < verdict->asks->len; i++)
    print_ask (&out, g_ptr_array_index (verdict->asks, i));
  stp_json_out_close (&out, ']');
  stp_tool_answer_text (&out, "plan", verdict_name (verdict->plan));
  stp_tool_answer_time (&out, "earliest", verdict->earliest);
  stp_tool_answer_time (&out, "earliest_without_warning", verdict->earliest_without_warning);
  stp_json_out_close (&out, '}');
  g_print ("%s\n", line->str);
}

static gboolean
read_areas (char **names, guint64 *areas)
{
  *areas = 0;
  for (guint i = 0; names && names[i]; i++)
    {
      int area = stp_enum_from_nick (STP_TYPE_AREA, names[i]);

      if (area <= 0)
        {
          g_autofree char *text = g_strdup_printf (_ ("There is no area “%s”."), names[i]);

          stp_tool_print_error (text);
          return FALSE;
        }
      *areas |= STP_BIT (area);
    }
  return TRUE;
}

/* What a head may have; diary format. Without the option it is left open. */
static gboolean
read_length (const char *text, int *needle_um)
{
  gint64 length = 0;

  if (text && !g_ascii_string_to_signed (text, 10, 1, 5000, &length, NULL))
    {
      stp_tool_print_error (_ ("“--um” needs a length from 1 to 5000 micrometres."));
      return FALSE;
    }
  *needle_um = (int) length;
  return TRUE;
}

static gboolean
parse (int *argc, char ***argv, Options *options, StpQuestion *question)
{
  const GOptionEntry entries[] = {
    { "start", 0, 0, G_OPTION_ARG_STRING, &options->start, N_ ("When it would start"),
      N_ ("TIME") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options->now, N_ ("As of when; else the start"),
      N_ ("TIME") },
    { "device", 0, 0, G_OPTION_ARG_STRING, &options->device,
      N_ ("With which device; else the only one"), N_ ("ID") },
    { "um", 0, 0, G_OPTION_ARG_STRING, &options->um,
      N_ ("Needle length in micrometres; else that of its newest head"), N_ ("N") },
    { "area", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->areas,
      N_ ("Where, may be repeated; else all the face"), N_ ("AREA") },
    G_OPTION_ENTRY_NULL,
  };

  if (!stp_tool_parse (_ ("DIARY"),
                       _ ("Prints by recorded facts whether a home session may start then, and "
                          "why. Times need an offset: 2027-03-12T21:00:00+01:00. Exits with 1 if "
                          "it may not."),
                       entries, argc, argv))
    return FALSE;
  if (*argc != 2)
    {
      stp_tool_print_error (_ ("“verdict” needs one diary and “--start”."));
      return FALSE;
    }
  question->device = options->device;
  if (!read_length (options->um, &question->needle_um) ||
      !stp_tool_read_time ("--start", options->start, &question->start) ||
      !read_areas (options->areas, &question->areas))
    return FALSE;
  question->now = question->start;
  return !options->now || stp_tool_read_time ("--now", options->now, &question->now);
}

/**
 * stp_command_verdict:
 *
 * `verdict DIARY --start TIME …`: one object with the verdict, its reasons, what the gate still
 * asks, and the earliest starts.
 */
int
stp_command_verdict (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  StpQuestion question = { .purpose = STP_PURPOSE_FULL };
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpVerdict) verdict = NULL;
  g_autoptr (GError) error = NULL;
  StpSession *session;

  if (!parse (&argc, &argv, &options, &question))
    return STP_EXIT_USAGE;
  timeline = stp_tool_load_timeline (argv[1], question.now);
  if (!timeline)
    return STP_EXIT_UNREADABLE;
  if (!stp_timeline_resolve_question (timeline, &question, &error))
    {
      stp_tool_print_error (error->message);
      return STP_EXIT_USAGE;
    }

  /* The session that is planned for this very start is the one asked about, not another one. */
  session = stp_timeline_get_session_planned_at (timeline, question.start);
  question.ignore_session = session ? stp_record_get_id (session) : NULL;
  verdict = stp_timeline_judge (timeline, &question);
  print_verdict (verdict);
  return verdict->strength >= STP_DOCTOR ? STP_EXIT_NO : STP_EXIT_DONE;
}
