// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/* The column that names the kind of each record where a table holds several. */
#define STP_TABLE_KIND "record"

/* What every record has besides the members of its shape: the profile has no id. */
static inline const StpMember *
stp_table_find_member (StpRecordType type, const char *column)
{
  static const StpMember head[] = {
    { .name = "id", .kind = STP_MEMBER_TEXT },
    { .name = "modified", .kind = STP_MEMBER_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    if (g_str_equal (column, head[i].name))
      return &head[i];
  return stp_shape_find (stp_record_type_get_shape (type), column);
}

static inline JsonObject **
stp_table_extras (const StpShape *shape, gpointer record)
{
  return (gpointer) ((guint8 *) record + shape->extras_offset);
}

G_END_DECLS
