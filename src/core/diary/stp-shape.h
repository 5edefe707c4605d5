// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* An integer member that is not set. Zero is a value: redness 0 says something. */
#define STP_UNSET G_MININT

/**
 * StpMemberKind:
 * @STP_MEMBER_TEXT: `char *`
 * @STP_MEMBER_ID: `char *`, the id of a record of the type in `target`
 * @STP_MEMBER_INT: `int`, %STP_UNSET when unset, within `min` and `max`
 * @STP_MEMBER_BOOL: `gboolean`
 * @STP_MEMBER_MAYBE: `int`, %TRUE, %FALSE or %STP_UNSET; a boolean in JSON
 * @STP_MEMBER_INSTANT: [struct@StpInstant]
 * @STP_MEMBER_DAY: `guint`, a day number
 * @STP_MEMBER_CLOCK_TIME: `int`, minutes after midnight, %STP_UNSET when unset; "HH:MM" in JSON
 * @STP_MEMBER_ENUM: `int`, a value of the enumeration `enum_type`
 * @STP_MEMBER_SET: `guint64`, a set of values of `enum_type`; an array of names in JSON
 * @STP_MEMBER_WEEKDAYS: `guint64`, the bits 1 (Monday) to 7; an array of numbers in JSON
 * @STP_MEMBER_DAYS: `GArray *` of `guint` day numbers; an array of days in JSON
 * @STP_MEMBER_TEXTS: `char **`
 * @STP_MEMBER_VALUE: pointer to a nested value of shape `nested`
 * @STP_MEMBER_VALUES: `GPtrArray *` of nested values
 * @STP_MEMBER_MAP: `GHashTable *` from text to nested values; an object in JSON
 * @STP_MEMBER_ENUM_MAP: `GHashTable *` from text to a value of `enum_type`; an object in JSON
 *
 * How a member lies in its struct and what it looks like in JSON.
 */
typedef enum
{
  STP_MEMBER_TEXT,
  STP_MEMBER_ID,
  STP_MEMBER_INT,
  STP_MEMBER_BOOL,
  STP_MEMBER_MAYBE,
  STP_MEMBER_INSTANT,
  STP_MEMBER_DAY,
  STP_MEMBER_CLOCK_TIME,
  STP_MEMBER_ENUM,
  STP_MEMBER_SET,
  STP_MEMBER_WEEKDAYS,
  STP_MEMBER_DAYS,
  STP_MEMBER_TEXTS,
  STP_MEMBER_VALUE,
  STP_MEMBER_VALUES,
  STP_MEMBER_MAP,
  STP_MEMBER_ENUM_MAP,
} StpMemberKind;

typedef struct _StpShape StpShape;

/**
 * StpMember:
 *
 * One member of a record or nested value. The tables of members are the only place that
 * knows a record's names: codec, schema, copies and checks are all drawn from them.
 */
typedef struct
{
  const char *name;
  StpMemberKind kind;
  gsize offset;
  gboolean required;
  GType (*enum_type) (void);
  const StpShape *nested;
  int target; /* StpRecordType an id points to */
  int min, max;
} StpMember;

/**
 * StpShape:
 * @extras_offset: where the `JsonObject *` lies that keeps what this version does not know:
 *   unknown members, and of a known member the values that its field cannot hold
 * @stamp_offset: of a nested value that merges by itself, where its `gint64` stamp lies; else 0
 */
struct _StpShape
{
  const char *name;
  gsize size;
  gsize extras_offset;
  gsize stamp_offset;
  const StpMember *members;
  guint n_members;
  GDestroyNotify free_func; /* of a nested value */
};

gboolean stp_member_is_set (const StpMember *member, gconstpointer instance);
gpointer stp_member_get_pointer (const StpMember *member, gconstpointer instance);
gboolean stp_member_equal (const StpMember *member, gconstpointer a, gconstpointer b);

gpointer stp_value_new (const StpShape *shape);
gpointer stp_value_copy (const StpShape *shape, gconstpointer value);
void stp_value_free (const StpShape *shape, gpointer value);
gboolean stp_value_equal (const StpShape *shape, gconstpointer a, gconstpointer b);
gboolean stp_value_is_blank (const StpShape *shape, gconstpointer value);
gint64 *stp_value_get_stamp (const StpShape *shape, gpointer value);

GPtrArray *stp_values_new (const StpShape *shape);
GHashTable *stp_map_new (const StpShape *shape);

const StpMember *stp_shape_find (const StpShape *shape, const char *name);
void stp_shape_init (const StpShape *shape, gpointer instance);
void stp_shape_copy (const StpShape *shape, gconstpointer from, gpointer to);
void stp_shape_clear (const StpShape *shape, gpointer instance);

#define STP_MEMBER_AT(type, instance, member)                                                      \
  ((type *) (gpointer) ((guint8 *) (instance) + (member)->offset))

G_END_DECLS
