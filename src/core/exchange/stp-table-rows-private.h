// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/stp-table-read.h"

G_BEGIN_DECLS

/**
 * StpTableRow:
 * @file: (owned): which table
 * @line: where it begins
 * @node: (owned): the record as the document would have it
 * @left_out: whether it was found to be wrong
 */
typedef struct
{
  StpRecordType type;
  char *file;
  guint line;
  JsonNode *node;
  gboolean left_out;
} StpTableRow;

void stp_table_row_free (gpointer row);
void stp_tables_add_problem (StpTables *self,
                             const char *file,
                             guint line,
                             gboolean left_out,
                             char *text);

G_END_DECLS
