// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rules/stp-rule.h"
#include "store/stp-codec.h"
#include "store/stp-json-out.h"
#include "stp-tool.h"

static void
print_fault (const char *pointer, const char *text, gboolean fatal)
{
  g_autoptr (GString) line = g_string_new (NULL);
  StpJsonOut out = STP_JSON_OUT_COMPACT (line);

  stp_json_out_open (&out, '{');
  stp_json_out_name (&out, "pointer");
  stp_json_out_text (&out, pointer);
  stp_json_out_name (&out, "text");
  stp_json_out_text (&out, text);
  stp_json_out_name (&out, "fatal");
  stp_json_out_bool (&out, fatal);
  stp_json_out_close (&out, '}');
  g_print ("%s\n", line->str);
}

/* Windows made shorter by hand: they change nothing, the floor holds where rules are judged (E6).
 */
static guint
print_short_windows (StpProfile *profile)
{
  guint n_rules = 0, n_short = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      const char *id = stp_rule_get_id (&rules[i]);
      StpRuleChoice *choice = stp_profile_get_rule (profile, id);
      int floor = MAX (stp_rule_get_hours (&rules[i], STP_BAND_R2, STP_PRESET_CAREFUL),
                       rules[i].match.cases[0].hours);
      g_autofree char *pointer = g_strdup_printf ("/profile/rules/%s/hours", id);

      if (!choice || choice->hours == STP_UNSET || choice->hours >= floor)
        continue;
      print_fault (pointer, _ ("This is shorter than the rule itself, so it changes nothing."),
                   FALSE);
      n_short++;
    }
  return n_short;
}

/* A name that no rule has holds nothing, and whoever wrote it should hear of it. */
static guint
print_unknown_rules (GHashTable *entries, const char *member)
{
  g_autoptr (GList) ids = entries ? g_hash_table_get_keys (entries) : NULL;
  guint n_unknown = 0;

  ids = g_list_sort (ids, (GCompareFunc) strcmp);
  for (GList *l = ids; l; l = l->next)
    {
      g_autoptr (GString) pointer = g_string_new (l->data);

      if (stp_rule_find (l->data))
        continue;
      /* As a JSON pointer has it; RFC 6901. */
      g_string_replace (pointer, "~", "~0", 0);
      g_string_replace (pointer, "/", "~1", 0);
      g_string_prepend_c (pointer, '/');
      g_string_prepend (pointer, member);
      g_string_prepend (pointer, "/profile/");
      print_fault (pointer->str, _ ("No rule has this name."), FALSE);
      n_unknown++;
    }
  return n_unknown;
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
  guint n_faults;

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
    {
      StpFault *fault = g_ptr_array_index (faults, i);

      print_fault (fault->pointer, fault->text, fault->fatal);
    }
  n_faults = faults->len;
  if (snapshot != NULL)
    {
      n_faults += print_short_windows (snapshot->profile);
      n_faults += print_unknown_rules (snapshot->profile->rules, "rules");
      n_faults += print_unknown_rules (snapshot->profile->clearances, "clearances");
    }
  return n_faults > 0 ? STP_EXIT_NO : STP_EXIT_DONE;
}
