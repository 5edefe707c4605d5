// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/* For the diary, which stamps and seals, and for the codec, which reads what is on disk. */
void stp_record_set_id (gpointer record, const char *id);
void stp_record_set_modified (gpointer record, gint64 modified);
void stp_record_seal (gpointer record);

/* The members of a table, spelt so that a row reads like the table of the format document. */
#define STP_AT(type, field) G_STRUCT_OFFSET (type, field)

/**
 * STP_DEFINE_RECORD:
 *
 * Defines a final record type from its table of members, which must be called
 * `<type_name>_members`.
 */
#define STP_DEFINE_RECORD(TypeName, type_name, RECORD_TYPE, json_name)                             \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, STP_TYPE_RECORD)                                       \
                                                                                                   \
  static const StpShape type_name##_shape = {                                                      \
    .name = json_name,                                                                             \
    .size = sizeof (TypeName),                                                                     \
    .extras_offset = G_STRUCT_OFFSET (TypeName, extras),                                           \
    .members = type_name##_members,                                                                \
    .n_members = G_N_ELEMENTS (type_name##_members),                                               \
  };                                                                                               \
                                                                                                   \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    StpRecordClass *record_class = STP_RECORD_CLASS (klass);                                       \
                                                                                                   \
    record_class->type = RECORD_TYPE;                                                              \
    record_class->shape = &type_name##_shape;                                                      \
  }                                                                                                \
                                                                                                   \
  static void type_name##_init (TypeName *self)                                                    \
  {                                                                                                \
    stp_shape_init (&type_name##_shape, self);                                                     \
  }

/**
 * STP_DEFINE_VALUE:
 *
 * Defines the shape, copy and free of a nested value from its table `<type_name>_members`.
 */
#define STP_DEFINE_VALUE(TypeName, type_name, json_name, stamp)                                    \
  const StpShape type_name##_shape = {                                                             \
    .name = json_name,                                                                             \
    .size = sizeof (TypeName),                                                                     \
    .extras_offset = G_STRUCT_OFFSET (TypeName, extras),                                           \
    .stamp_offset = stamp,                                                                         \
    .members = type_name##_members,                                                                \
    .n_members = G_N_ELEMENTS (type_name##_members),                                               \
    .free_func = (GDestroyNotify) type_name##_free,                                                \
  };                                                                                               \
                                                                                                   \
  TypeName *type_name##_new (void)                                                                 \
  {                                                                                                \
    return stp_value_new (&type_name##_shape);                                                     \
  }                                                                                                \
                                                                                                   \
  TypeName *type_name##_copy (const TypeName *self)                                                \
  {                                                                                                \
    return stp_value_copy (&type_name##_shape, self);                                              \
  }                                                                                                \
                                                                                                   \
  void type_name##_free (TypeName *self)                                                           \
  {                                                                                                \
    stp_value_free (&type_name##_shape, self);                                                     \
  }

G_END_DECLS
