// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

/**
 * StpTableProblem:
 * @file: which table
 * @line: where the row begins, from 1
 * @text: what is wrong with it, one translated sentence
 * @left_out: whether the row is not taken
 */
typedef struct
{
  char *file;
  guint line;
  char *text;
  gboolean left_out;
} StpTableProblem;

/**
 * StpTables:
 * @problems: (element-type StpTableProblem): found so far
 *
 * The rows of one or several tables, to be read together: a row may name one of another table.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *problems;
} StpTables;

StpTables *stp_tables_new (void);
void stp_tables_free (StpTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpTables, stp_tables_free)

gboolean stp_tables_add (StpTables *self, const char *name, GBytes *bytes, GError **error);
StpSnapshot *stp_tables_read (StpTables *self, StpSnapshot *now);

G_END_DECLS
