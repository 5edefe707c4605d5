// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever stands in a diary: it is read, or rescued, or refused with a reason; what was read
// survives being written to the byte; and our reader of JSON sees in it what json-glib sees.

#include "config.h"

#include <stdint.h>

#include "store/stp-codec.h"
#include "stp-json-compare.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_round_trip (StpSnapshot *snapshot)
{
  g_autoptr (GBytes) once = stp_codec_write (snapshot);
  gboolean read_only;
  g_autoptr (StpSnapshot) again = stp_codec_read (once, NULL, &read_only, NULL);
  g_autoptr (GBytes) twice = NULL;

  g_assert_nonnull (again);
  g_assert_false (read_only);
  g_assert_cmpuint (stp_codec_count (again), ==, stp_codec_count (snapshot));
  twice = stp_codec_write (again);
  g_assert_true (g_bytes_equal (once, twice));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autofree char *difference = stp_json_compare ((const char *) data, size);
  gboolean read_only;

  g_assert_cmpstr (difference, ==, NULL);
  snapshot = stp_codec_read (bytes, faults, &read_only, &error);
  g_assert_true ((snapshot == NULL) == (error != NULL));
  g_assert_true (snapshot != NULL || faults->len > 0);
  if (snapshot == NULL)
    {
      snapshot = stp_codec_rescue (bytes, "00000000-0000-4000-8000-000000000001");
      read_only = FALSE;
    }
  if (snapshot != NULL && !read_only)
    check_round_trip (snapshot);
  return 0;
}
