// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/stp-codec.h"
#include "store/stp-json-document.h"
#include "store/stp-json-out.h"

G_BEGIN_DECLS

/**
 * StpPath:
 * @up: (nullable): what holds it
 * @name: (nullable): its name in an object; %NULL for an element of an array
 * @index: its place in an array
 *
 * Where in the document the reader is. Lives on the stack; becomes a pointer only for a fault.
 */
typedef struct _StpPath StpPath;
struct _StpPath
{
  const StpPath *up;
  const char *name;
  guint index;
};

/**
 * StpReader:
 * @document: what is being read
 * @faults: (element-type StpFault): found so far
 * @fatal: whether one of them keeps the document from being opened
 * @read_only: whether something would not survive being written back
 * @newer: a newer format: what looks wrong may be right there, so nothing is fatal
 * @rescue: take what can be read: what is fatal costs one record, not the document
 * @ids: id of every record met so far, to its #StpRecordType
 * @dropped: STP_READER_PLACE() of each element that left no record
 */
typedef struct
{
  StpJsonDocument *document;
  GPtrArray *faults;
  gboolean fatal, read_only, newer, rescue;
  GHashTable *ids;
  GHashTable *dropped;
} StpReader;

/* Where a record stands in the file, as a key: its type and its index in that list. */
#define STP_READER_PLACE(type, index) GSIZE_TO_POINTER ((gsize) (index) * STP_RECORD_N + (type))

/**
 * StpHeader:
 *
 * What stands before the members of a table.
 */
typedef enum
{
  STP_HEADER_NONE,
  STP_HEADER_STAMP,
  STP_HEADER_ID_AND_STAMP,
} StpHeader;

#define STP_EXTRAS(shape, instance)                                                                \
  ((JsonObject **) (gpointer) ((guint8 *) (instance) + (shape)->extras_offset))

StpFault *stp_fault_new (const StpPath *path, gboolean fatal, const char *text);
void stp_path_append_name (GString *pointer, const char *name, gsize length);
void stp_reader_fault (StpReader *self, const StpPath *path, gboolean fatal, const char *text);

gboolean stp_codec_id_is_valid (const char *id);
gboolean stp_header_has (StpHeader header, const char *name);

gint64 stp_reader_stamp (StpReader *self, const StpPath *path, const StpJson *value);
void stp_reader_shape (StpReader *self,
                       const StpPath *path,
                       const StpShape *shape,
                       StpHeader header,
                       const StpJson *object,
                       gpointer instance);
JsonNode *stp_reader_member (StpReader *self,
                             const StpPath *path,
                             const StpMember *member,
                             const StpJson *value,
                             gpointer instance);
StpSnapshot *stp_reader_document (StpReader *self, StpJsonDocument *document);
void stp_reader_cross_check (StpReader *self, StpSnapshot *snapshot);

void stp_codec_put_stamp (StpJsonOut *out, const char *name, gint64 stamp);
void stp_codec_put_nested (StpJsonOut *out, const StpShape *shape, gconstpointer value);
void stp_codec_put_shape (StpJsonOut *out, const StpShape *shape, gconstpointer instance);
GPtrArray *stp_codec_sorted_keys (GHashTable *map);

G_END_DECLS
