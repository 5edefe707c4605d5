// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

#define STP_STORE_ERROR (stp_store_error_quark ())
GQuark stp_store_error_quark (void);

/**
 * StpStoreError:
 * @STP_STORE_ERROR_UNREADABLE: not a diary, or one with faults; it was left as it is
 * @STP_STORE_ERROR_LOCKED: another process has the diary open
 * @STP_STORE_ERROR_READ_ONLY: it may be looked at but not written
 * @STP_STORE_ERROR_FAILED: the disk said no
 * @STP_STORE_ERROR_FOREIGN: two diaries that are not the same one cannot be merged
 */
typedef enum
{
  STP_STORE_ERROR_UNREADABLE,
  STP_STORE_ERROR_LOCKED,
  STP_STORE_ERROR_READ_ONLY,
  STP_STORE_ERROR_FAILED,
  STP_STORE_ERROR_FOREIGN,
} StpStoreError;

/**
 * StpFault:
 * @pointer: JSON pointer (RFC 6901) to what is wrong
 * @text: what is wrong, one translated sentence
 * @fatal: the document cannot be opened with it; others are only reported
 */
typedef struct
{
  char *pointer;
  char *text;
  gboolean fatal;
} StpFault;

void stp_fault_free (StpFault *self);
GPtrArray *stp_faults_new (void);

StpSnapshot *stp_codec_read (GBytes *bytes, GPtrArray *faults, gboolean *read_only, GError **error);
const char *stp_codec_describe_read_only (StpSnapshot *snapshot);
void stp_codec_set_read_only_error (StpSnapshot *snapshot, GError **error);
StpSnapshot *stp_codec_rescue (GBytes *bytes, const char *usual_id);
guint stp_codec_count (StpSnapshot *snapshot);
GBytes *stp_codec_write (StpSnapshot *snapshot);
JsonNode *stp_codec_write_record (gpointer record);
char *stp_codec_write_canonical_text (gpointer record);
char *stp_codec_write_canonical_value (const StpShape *shape, gconstpointer value);

G_END_DECLS
