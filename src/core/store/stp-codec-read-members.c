// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/stp-codec-read-private.h"

/*
 * The members that hold one value each, and the table of all kinds.
 */

/**
 * stp_reader_keep:
 *
 * Returns: (transfer full): @value, to be kept as it is
 */
JsonNode *
stp_reader_keep (StpReader *self, const StpJson *value)
{
  return stp_json_document_dup_node (self->document, value);
}

/**
 * stp_reader_refuse:
 * @text: what is wrong with @value
 *
 * Reports @value, and keeps it.
 *
 * Returns: (transfer full): @value
 */
JsonNode *
stp_reader_refuse (StpReader *self, const StpPath *path, const StpJson *value, const char *text)
{
  stp_reader_fault (self, path, TRUE, text);
  return stp_reader_keep (self, value);
}

JsonNode *
stp_read_text (StpReader *self,
               const StpPath *path,
               const StpMember *member,
               const StpJson *value,
               gpointer field)
{
  const char *text = stp_json_get_text (value);

  if (text == NULL)
    return stp_reader_refuse (self, path, value, _ ("This must be text."));
  *(char **) field = g_strdup (text);
  return NULL;
}

static JsonNode *
read_id (StpReader *self,
         const StpPath *path,
         const StpMember *member,
         const StpJson *value,
         gpointer field)
{
  const char *text = stp_json_get_text (value);

  if (text == NULL || !stp_codec_id_is_valid (text))
    return stp_reader_refuse (self, path, value, _ ("This must be an id: a UUID in lower case."));
  *(char **) field = g_strdup (text);
  return NULL;
}

/* A fraction was reported by the scan, and whoever wrote it may know what it means. */
static JsonNode *
read_int (StpReader *self,
          const StpPath *path,
          const StpMember *member,
          const StpJson *value,
          gpointer field)
{
  g_autofree char *text = NULL;
  gint64 number;

  if (value->kind == STP_JSON_NUMBER)
    return stp_reader_keep (self, value);
  if (value->kind != STP_JSON_INT)
    return stp_reader_refuse (self, path, value, _ ("This must be a whole number."));
  number = stp_json_get_int (value);
  if (number >= member->min && number <= member->max)
    {
      *(int *) field = number;
      return NULL;
    }
  text = g_strdup_printf (_ ("This must be from %d to %d."), member->min, member->max);
  stp_reader_fault (self, path, FALSE, text);
  return stp_reader_keep (self, value);
}

static JsonNode *
read_bool (StpReader *self,
           const StpPath *path,
           const StpMember *member,
           const StpJson *value,
           gpointer field)
{
  if (value->kind != STP_JSON_TRUE && value->kind != STP_JSON_FALSE)
    return stp_reader_refuse (self, path, value, _ ("This must be true or false."));
  *(int *) field = value->kind == STP_JSON_TRUE;
  /* False is what a plain flag is anyway: only the raw value tells that it was said. */
  if (member->kind == STP_MEMBER_BOOL && !*(int *) field)
    return stp_reader_keep (self, value);
  return NULL;
}

static JsonNode *
read_instant (StpReader *self,
              const StpPath *path,
              const StpMember *member,
              const StpJson *value,
              gpointer field)
{
  const char *text = stp_json_get_text (value);

  if (text == NULL || !stp_instant_parse (text, field))
    return stp_reader_refuse (
      self, path, value,
      _ ("This must be an instant with its offset, as 2026-11-22T19:30:00+01:00."));
  return NULL;
}

JsonNode *
stp_read_day (StpReader *self,
              const StpPath *path,
              const StpMember *member,
              const StpJson *value,
              gpointer field)
{
  const char *text = stp_json_get_text (value);

  if (text == NULL || !stp_day_parse (text, field))
    return stp_reader_refuse (self, path, value, _ ("This must be a day, as 2026-11-22."));
  return NULL;
}

static JsonNode *
read_clock_time (StpReader *self,
                 const StpPath *path,
                 const StpMember *member,
                 const StpJson *value,
                 gpointer field)
{
  const char *text = stp_json_get_text (value);

  if (text == NULL || !stp_clock_time_parse (text, field))
    return stp_reader_refuse (self, path, value, _ ("This must be a time of day, as 19:30."));
  return NULL;
}

JsonNode *
stp_read_enum (StpReader *self,
               const StpPath *path,
               const StpMember *member,
               const StpJson *value,
               gpointer field)
{
  const char *text = stp_json_get_text (value);

  if (text == NULL)
    return stp_reader_refuse (self, path, value, _ ("This must be text."));
  *(int *) field = stp_enum_from_nick (member->enum_type (), text);
  return *(int *) field == STP_ENUM_OTHER ? stp_reader_keep (self, value) : NULL;
}

static StpReadFunc *const read_kind[] = {
  [STP_MEMBER_TEXT] = stp_read_text,
  [STP_MEMBER_ID] = read_id,
  [STP_MEMBER_INT] = read_int,
  [STP_MEMBER_BOOL] = read_bool,
  [STP_MEMBER_MAYBE] = read_bool,
  [STP_MEMBER_INSTANT] = read_instant,
  [STP_MEMBER_DAY] = stp_read_day,
  [STP_MEMBER_CLOCK_TIME] = read_clock_time,
  [STP_MEMBER_ENUM] = stp_read_enum,
  [STP_MEMBER_SET] = stp_read_set,
  [STP_MEMBER_WEEKDAYS] = stp_read_weekdays,
  [STP_MEMBER_DAYS] = stp_read_days,
  [STP_MEMBER_TEXTS] = stp_read_texts,
  [STP_MEMBER_VALUE] = stp_read_value,
  [STP_MEMBER_VALUES] = stp_read_values,
  [STP_MEMBER_MAP] = stp_read_map,
  [STP_MEMBER_ENUM_MAP] = stp_read_enum_map,
};

/**
 * stp_reader_member:
 * @value: what the document has for @member
 * @instance: whose field is filled
 *
 * Returns: (transfer full) (nullable): what the field could not hold
 */
JsonNode *
stp_reader_member (StpReader *self,
                   const StpPath *path,
                   const StpMember *member,
                   const StpJson *value,
                   gpointer instance)
{
  return read_kind[member->kind](self, path, member, value,
                                 STP_MEMBER_AT (guint8, instance, member));
}
