// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/stp-codec-private.h"

G_BEGIN_DECLS

/**
 * StpReadFunc:
 *
 * Fills the field of one kind of member.
 *
 * Returns: (transfer full) (nullable): what the field could not hold, which is kept beside it and
 *   written back
 */
typedef JsonNode *StpReadFunc (StpReader *self,
                               const StpPath *path,
                               const StpMember *member,
                               const StpJson *value,
                               gpointer field);

StpReadFunc stp_read_text;
StpReadFunc stp_read_day;
StpReadFunc stp_read_enum;

StpReadFunc stp_read_set;
StpReadFunc stp_read_weekdays;
StpReadFunc stp_read_days;
StpReadFunc stp_read_texts;
StpReadFunc stp_read_value;
StpReadFunc stp_read_values;
StpReadFunc stp_read_map;
StpReadFunc stp_read_enum_map;

char *stp_reader_id (StpReader *self, const StpPath *path, const StpJson *object);
gpointer
stp_reader_record (StpReader *self, const StpPath *path, StpRecordType type, const StpJson *object);
void stp_reader_keep_aside (JsonObject **extras, const char *name, JsonNode *node);
JsonNode *stp_reader_keep (StpReader *self, const StpJson *value);
JsonNode *
stp_reader_refuse (StpReader *self, const StpPath *path, const StpJson *value, const char *text);

G_END_DECLS
