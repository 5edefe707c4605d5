// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/stp-codec-private.h"
#include "store/stp-json-scan.h"

/* Some editors put it before UTF-8. It is no part of the diary and is not written back. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
scan (StpReader *self, const char *data, gsize length)
{
  const char *bad;

  if (!g_utf8_validate_len (data, length, &bad))
    {
      g_autofree char *text = g_strdup_printf (_ ("The text is not UTF-8 from byte %zu on."),
                                               (gsize) (bad - data));

      stp_reader_fault (self, NULL, TRUE, text);
      return FALSE;
    }
  self->fatal = !stp_json_scan (data, length, self->faults);
  self->read_only = self->faults->len > 0;
  return !self->fatal;
}

static StpSnapshot *
read_bytes (StpReader *self, GBytes *bytes)
{
  g_autoptr (StpJsonDocument) document = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= strlen (BYTE_ORDER_MARK) &&
      memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (!scan (self, length ? data : "", length))
    return NULL;
  document = stp_json_document_new (data, length);
  return stp_reader_document (self, document);
}

static StpFault *
find_fatal (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    if (((StpFault *) faults->pdata[i])->fatal)
      return faults->pdata[i];
  g_assert_not_reached ();
}

static void
set_error (const StpFault *fault, GError **error)
{
  if (fault->pointer[0])
    /* Translators: the first %s is a place such as “/sessions/3/start”, the second a sentence. */
    g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                 _ ("This is not a diary that can be read. At %s: %s"), fault->pointer,
                 fault->text);
  else
    /* Translators: %s is a sentence. */
    g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                 _ ("This is not a diary that can be read. %s"), fault->text);
}

/**
 * stp_codec_read:
 * @bytes: a diary document
 * @faults: (nullable) (element-type StpFault): gets everything that is wrong with it
 * @read_only: (out) (optional): whether writing it back would lose something: it has a newer
 *   format, or something that does not survive
 *
 * Reads a diary. Touches nothing shared, so it may run in any thread.
 *
 * Returns: (transfer full) (nullable): the diary, or %NULL with %STP_STORE_ERROR_UNREADABLE
 */
StpSnapshot *
stp_codec_read (GBytes *bytes, GPtrArray *faults, gboolean *read_only, GError **error)
{
  g_autoptr (GPtrArray) own_faults = faults ? g_ptr_array_ref (faults) : stp_faults_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) dropped = g_hash_table_new (NULL, NULL);
  StpReader self = { .faults = own_faults, .ids = ids, .dropped = dropped };
  g_autoptr (StpSnapshot) snapshot = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  snapshot = read_bytes (&self, bytes);
  if (read_only != NULL)
    *read_only = self.read_only || self.newer;
  if (!self.fatal)
    return g_steal_pointer (&snapshot);
  set_error (find_fatal (own_faults), error);
  return NULL;
}

/**
 * stp_codec_describe_read_only:
 * @snapshot: what stp_codec_read() calls read-only
 *
 * Returns: why it can only be looked at, as a sentence
 */
const char *
stp_codec_describe_read_only (StpSnapshot *snapshot)
{
  return snapshot->format > STP_DIARY_FORMAT
           ? _ ("A newer version of Stipple wrote this diary, so it can only be looked at.")
           : _ ("This diary holds something that Stipple could not write back as it is, so it can "
                "only be looked at.");
}

/**
 * stp_codec_set_read_only_error:
 * @snapshot: what stp_codec_read() calls read-only
 *
 * Sets %STP_STORE_ERROR_READ_ONLY.
 */
void
stp_codec_set_read_only_error (StpSnapshot *snapshot, GError **error)
{
  g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_READ_ONLY,
                       stp_codec_describe_read_only (snapshot));
}
