// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-tool-answer.h"

#include <glib/gi18n.h>

#include "stp-tool.h"

/**
 * stp_tool_read_time:
 * @option: its name, for the message
 * @text: (nullable): RFC 3339 with an offset
 * @at: (out): UTC microseconds
 *
 * Returns: whether @text is a time; if not, the reason was printed: return %STP_EXIT_USAGE
 */
gboolean
stp_tool_read_time (const char *option, const char *text, gint64 *at)
{
  StpInstant instant;
  g_autofree char *message = NULL;

  if (text && stp_instant_parse (text, &instant))
    {
      *at = instant.us;
      return TRUE;
    }
  message = g_strdup_printf (_ ("“%s” needs a time with an offset: 2027-03-12T21:00:00+01:00."),
                             option);
  stp_tool_print_error (message);
  return FALSE;
}

/**
 * stp_tool_load_timeline:
 * @path: a diary, or the folder that holds one
 * @now: the moment at which to ask, UTC microseconds
 *
 * Returns: (transfer full) (nullable): its timeline, with a clock that stands at @now; if it
 *   cannot be read, the reason was printed: return %STP_EXIT_UNREADABLE
 */
StpTimeline *
stp_tool_load_timeline (const char *path, gint64 now)
{
  g_autoptr (StpSnapshot) snapshot = stp_tool_load (path, NULL);
  g_autoptr (StpClock) clock = NULL;
  g_autoptr (StpDiary) diary = NULL;

  if (!snapshot)
    return NULL;
  clock = stp_clock_new_fixed (now);
  diary = stp_diary_new_from_snapshot (clock, snapshot);
  return stp_timeline_new (diary);
}

void
stp_tool_answer_text (StpJsonOut *out, const char *name, const char *text)
{
  stp_json_out_name (out, name);
  stp_json_out_text (out, text);
}

void
stp_tool_answer_bool (StpJsonOut *out, const char *name, gboolean value)
{
  stp_json_out_name (out, name);
  stp_json_out_bool (out, value);
}

static void
answer_null (StpJsonOut *out)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_NULL);

  stp_json_out_node (out, node);
}

/**
 * stp_tool_answer_time:
 * @at: UTC microseconds; %STP_TIME_UNSET is null
 *
 * Adds a member with an instant, in UTC.
 */
void
stp_tool_answer_time (StpJsonOut *out, const char *name, gint64 at)
{
  g_autofree char *text = at != STP_TIME_UNSET ? stp_time_format_utc (at) : NULL;

  stp_json_out_name (out, name);
  if (text)
    stp_json_out_text (out, text);
  else
    answer_null (out);
}

/**
 * stp_tool_answer_subject:
 * @type: what a reason or ask is about
 * @id: (nullable): its id; the profile has none
 *
 * Adds the member `subject`.
 */
void
stp_tool_answer_subject (StpJsonOut *out, StpRecordType type, const char *id)
{
  stp_json_out_name (out, "subject");
  stp_json_out_open (out, '{');
  stp_tool_answer_text (out, "type", stp_record_type_get_name (type));
  stp_json_out_name (out, "id");
  if (id)
    stp_json_out_text (out, id);
  else
    answer_null (out);
  stp_json_out_close (out, '}');
}
