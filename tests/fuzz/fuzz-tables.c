// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever stands in a table: one error, or records that can be saved and read again.

#include "config.h"

#include <stdint.h>

#include "exchange/stp-import.h"
#include "store/stp-codec.h"

#define ID "00000000-0000-4000-8000-000000000001"
#define NOW (G_GINT64_CONSTANT (1800000000) * STP_SECOND)

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (StpTables *tables)
{
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (ID);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);
  g_autoptr (StpDiary) diary = stp_diary_new_from_snapshot (clock, empty);
  g_autoptr (StpImport) import = stp_import_new (empty, tables);
  g_autoptr (StpSnapshot) after = NULL;
  g_autoptr (StpSnapshot) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_drafts = import->drafts->len - import->added[STP_RECORD_PROFILE];

  g_assert_true (stp_import_apply (import, diary, "Import", NULL));
  after = stp_diary_dup_snapshot (diary);
  g_assert_cmpuint (stp_codec_count (after), ==, n_drafts);
  bytes = stp_codec_write (after);
  again = stp_codec_read (bytes, NULL, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (stp_codec_count (again), ==, n_drafts);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (StpTables) tables = stp_tables_new ();
  g_autoptr (GError) error = NULL;

  if (stp_tables_add (tables, "table.csv", bytes, &error))
    check (tables);
  else
    g_assert_nonnull (error);
  return 0;
}
