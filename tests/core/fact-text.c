// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "fact-text.h"

#include <string.h>

#include "rules/stp-rule.h"
#include "store/stp-codec.h"

#define DIARY_ID "d1a20000-0000-4000-8000-000000000000"
#define ALWAYS "device roller kind=roller name=Roller; head head device=roller needle_um=250"

/* The members of the document that hold another record's id. */
static const char *const links[] = { "product", "session", "device", "head", "course", NULL };

/* What is written shorter than in the document. */
static const char *const shorter[] = { "um", "on-areas", "answered", NULL };

char *
fact_text_id (const char *short_id)
{
  g_autoptr (GString) hex = g_string_new (NULL);

  for (const char *c = short_id; *c && hex->len < 12; c++)
    g_string_append_printf (hex, "%02x", (guchar) *c);
  while (hex->len < 12)
    g_string_append_c (hex, '0');
  return g_strdup_printf ("00000000-0000-4000-8000-%s", hex->str);
}

gint64
fact_text_time (const char *text)
{
  StpInstant instant;

  if (!stp_instant_parse (text, &instant))
    g_error ("not a time: %s", text);
  return instant.us;
}

char **
fact_text_split (const char *text)
{
  g_autoptr (GError) error = NULL;
  char **tokens = NULL;

  if (!g_shell_parse_argv (text, NULL, &tokens, &error))
    g_error ("%s: %s", error->message, text);
  return tokens;
}

/* The value of the token `name=value`, or %NULL. */
char *
fact_text_value (char **tokens, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; tokens[i]; i++)
    if (strncmp (tokens[i], name, length) == 0 && tokens[i][length] == '=')
      return tokens[i] + length + 1;
  return NULL;
}

static gboolean
is_number (const char *text)
{
  char *end;

  g_ascii_strtoll (text, &end, 10);
  return *text && *end == '\0';
}

static void
append_value (GString *json, const char *name, const char *value)
{
  g_autofree char *id = NULL;

  if (g_strv_contains (links, name))
    value = id = fact_text_id (value);
  if (g_str_equal (value, "true") || g_str_equal (value, "false") || is_number (value) ||
      strchr ("[{", *value))
    g_string_append_printf (json, ",\"%s\":%s", name, value);
  else
    g_string_append_printf (json, ",\"%s\":\"%s\"", name, value);
}

static void
append_areas (GString *json, char **tokens)
{
  const char *um = fact_text_value (tokens, "um");
  const char *names = fact_text_value (tokens, "on-areas");
  g_auto (GStrv) areas = g_strsplit (names ? names : "face", ",", -1);

  if (!um)
    return;
  g_string_append (json, ",\"areas\":[");
  for (guint i = 0; areas[i]; i++)
    g_string_append_printf (json, "%s{\"area\":\"%s\",\"needle_um\":%s}", i ? "," : "", areas[i],
                            um);
  g_string_append_c (json, ']');
}

/* A person who has nothing that stands against needling. */
static void
append_answers (GString *json, const char *day)
{
  guint n_rules, n = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  if (!day)
    return;
  g_string_append_printf (json,
                          ",\"questionnaire_at\":\"%sT12:00:00Z\",\"consultation\":{"
                          "\"modified\":\"2026-01-01T00:00:00.000000Z\",\"on\":\"%s\"},"
                          "\"answers\":{",
                          day, day);
  for (guint i = 0; i < n_rules; i++)
    if (rules[i].phase == STP_RULE_ANSWER)
      g_string_append_printf (json,
                              "%s\"%s\":{\"modified\":\"2026-01-01T00:00:00.000000Z\","
                              "\"answer\":\"%s\",\"on\":\"%s\"}",
                              n++ > 0 ? "," : "", rules[i].id,
                              g_str_equal (rules[i].id, "q.age") ? "older" : "no", day);
  g_string_append_c (json, '}');
}

static char *
record_to_json (char **tokens, guint stamp)
{
  gboolean profile = g_str_equal (tokens[0], "profile");
  g_autofree char *id = profile ? NULL : fact_text_id (tokens[1]);
  GString *json = g_string_new ("{");

  g_string_append_printf (json, "\"modified\":\"2026-01-01T00:00:00.%06uZ\"", stamp);
  if (id)
    g_string_append_printf (json, ",\"id\":\"%s\"", id);
  for (guint i = profile ? 1 : 2; tokens[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (tokens[i], "=", 2);

      if (!g_strv_contains (shorter, pair[0]))
        append_value (json, pair[0], pair[1]);
    }
  append_areas (json, tokens);
  append_answers (json, fact_text_value (tokens, "answered"));
  if (g_str_equal (tokens[0], "product") && !fact_text_value (tokens, "name"))
    append_value (json, "name", tokens[1]);
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

/* Collects the records by their kind: the name of the document's member to its JSON. */
static void
add_fact (GHashTable *members, const char *fact, guint stamp)
{
  g_auto (GStrv) tokens = fact_text_split (fact);
  g_autofree char *record = record_to_json (tokens, stamp);
  g_autofree char *plural = g_str_equal (tokens[0], "profile") ? g_strdup ("profile")
                                                               : g_strconcat (tokens[0], "s", NULL);
  GString *json = g_hash_table_lookup (members, plural);

  if (!json)
    {
      json = g_string_new (NULL);
      g_hash_table_insert (members, g_steal_pointer (&plural), json);
    }
  else
    g_string_append_c (json, ',');
  g_string_append (json, record);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

char *
fact_text_to_json (const char *facts)
{
  g_autoptr (
    GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);
  g_autofree char *all = g_strjoin (";", ALWAYS, facts, NULL);
  g_auto (GStrv) parts = g_strsplit (all, ";", -1);
  GString *json = g_string_new ("{\"format\":1,\"id\":\"" DIARY_ID "\"");
  GHashTableIter iter;
  gpointer name, records;

  for (guint i = 0; parts[i]; i++)
    if (*g_strstrip (parts[i]))
      add_fact (members, parts[i], i);

  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &name, &records))
    g_string_append_printf (json, g_str_equal (name, "profile") ? ",\"%s\":%s" : ",\"%s\":[%s]",
                            (char *) name, ((GString *) records)->str);
  g_string_append_c (json, '}');
  return g_string_free_and_steal (json);
}

StpTimeline *
fact_text_load (const char *facts, gint64 now)
{
  g_autofree char *json = fact_text_to_json (facts);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (bytes, NULL, NULL, &error);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (now);
  g_autoptr (StpDiary) diary = NULL;

  if (!snapshot)
    g_error ("%s: %s", error->message, json);
  diary = stp_diary_new_from_snapshot (clock, snapshot);
  return stp_timeline_new (diary);
}

StpQuestion
fact_text_read_question (char **tokens)
{
  const char *now = fact_text_value (tokens, "now");
  const char *um = fact_text_value (tokens, "um");
  const char *areas = fact_text_value (tokens, "area");
  const char *device = fact_text_value (tokens, "device");
  const char *ignored = fact_text_value (tokens, "ignore");
  StpQuestion question = { .start = fact_text_time (fact_text_value (tokens, "start")) };
  g_auto (GStrv) names = g_strsplit (areas ? areas : "", ",", -1);

  question.now = now ? fact_text_time (now) : question.start;
  question.needle_um = um ? atoi (um) : 0;
  question.purpose = fact_text_value (tokens, "patch") ? STP_PURPOSE_PATCH : STP_PURPOSE_FULL;
  question.device = device ? fact_text_id (device) : NULL;
  question.ignore_session = ignored ? fact_text_id (ignored) : NULL;
  for (guint i = 0; names[i]; i++)
    question.areas |= STP_BIT (stp_enum_from_nick (STP_TYPE_AREA, names[i]));
  return question;
}

void
fact_text_clear_question (StpQuestion *question)
{
  g_free ((char *) question->device);
  g_free ((char *) question->ignore_session);
}

/* The reason that the rule gives, or %NULL. */
StpReason *
fact_text_find_reason (StpVerdict *verdict, const char *rule)
{
  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      StpReason *reason = g_ptr_array_index (verdict->reasons, i);

      if (g_str_equal (stp_rule_get_id (reason->rule), rule))
        return reason;
    }
  return NULL;
}

static char **
split_columns (const char *line, guint n_columns)
{
  char **columns = g_strsplit (line, "|", n_columns);

  if (g_strv_length (columns) != n_columns)
    g_error ("not %u columns: %s", n_columns, line);
  for (guint i = 0; columns[i]; i++)
    g_strstrip (columns[i]);
  return columns;
}

GPtrArray *
fact_text_read_table (const char *name, guint n_columns)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]) && *lines[i] != '#')
      g_ptr_array_add (table, split_columns (lines[i], n_columns));
  g_assert_cmpuint (table->len, >, 0);
  return table;
}
