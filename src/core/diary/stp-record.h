// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-shape.h"
#include "diary/stp-time.h"
#include "stp-enums.h"

G_BEGIN_DECLS

/**
 * StpRecordType:
 *
 * The kinds of records, in the order in which the diary lists them.
 */
typedef enum
{
  STP_RECORD_PROFILE,
  STP_RECORD_PRODUCT,
  STP_RECORD_DEVICE,
  STP_RECORD_HEAD,
  STP_RECORD_COURSE,
  STP_RECORD_SESSION,
  STP_RECORD_GATE,
  STP_RECORD_STEP,
  STP_RECORD_APPLICATION,
  STP_RECORD_DENIAL,
  STP_RECORD_EVENT,
  STP_RECORD_REACTION,
  STP_RECORD_RATING,
  STP_RECORD_PHOTO,
  STP_RECORD_N
} StpRecordType;

#define STP_TYPE_RECORD (stp_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (StpRecord, stp_record, STP, RECORD, GObject)

struct _StpRecordClass
{
  GObjectClass parent_class;
  StpRecordType type;
  const StpShape *shape;
};

/*
 * A record is a value. A draft (fresh from new or copy) may be written to, field by field;
 * putting it in a diary seals it, and from then on it never changes: it may be shared with
 * undo, snapshots and threads. To change a sealed record, copy it, write to the copy, put it.
 *
 * The fields of the concrete types are public, to be read as they are.
 */
gpointer stp_record_new (StpRecordType type);
gpointer stp_record_copy (gconstpointer record);
gpointer stp_record_duplicate (gconstpointer record);

StpRecordType stp_record_get_record_type (gconstpointer record);
const StpShape *stp_record_get_shape (gconstpointer record);
const char *stp_record_get_id (gconstpointer record);
gint64 stp_record_get_modified (gconstpointer record);
gboolean stp_record_is_sealed (gconstpointer record);

GType stp_record_type_get_gtype (StpRecordType type);
const StpShape *stp_record_type_get_shape (StpRecordType type);
const char *stp_record_type_get_name (StpRecordType type);
const char *stp_record_type_get_plural (StpRecordType type);

G_END_DECLS
