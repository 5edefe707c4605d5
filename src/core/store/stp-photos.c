// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-photos.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/stp-file.h"

#define PREFIX STP_PHOTOS_FOLDER "/"

static char *
dup_name (GBytes *bytes)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strconcat (checksum, STP_PHOTOS_SUFFIX, NULL);
}

/**
 * stp_photos_is_name_of:
 * @name: of a file, without folder
 * @bytes: what is in it
 *
 * Returns: whether a photo with these bytes is named so; else the name cannot be trusted
 */
gboolean
stp_photos_is_name_of (const char *name, GBytes *bytes)
{
  g_autofree char *expected = dup_name (bytes);

  return g_str_equal (name, expected);
}

/**
 * stp_photos_is_name:
 * @name: of a file, without folder
 *
 * Returns: whether a photo may be named so
 */
gboolean
stp_photos_is_name (const char *name)
{
  return strspn (name, "0123456789abcdef") == STP_PHOTOS_DIGITS &&
         g_str_equal (name + STP_PHOTOS_DIGITS, STP_PHOTOS_SUFFIX);
}

/**
 * stp_photos_get_path:
 * @folder: the diary's folder
 * @reference: (nullable): what a record names; it may come from a file that anybody wrote
 *
 * Returns: (transfer full) (nullable): where that photo is if it is here; %NULL for what is no
 *   reference to a photo
 */
char *
stp_photos_get_path (const char *folder, const char *reference)
{
  if (reference == NULL || !g_str_has_prefix (reference, PREFIX) ||
      !stp_photos_is_name (reference + strlen (PREFIX)))
    return NULL;
  return g_build_filename (folder, reference, NULL);
}

/* What is there already is written again: it might be about to be removed. */
static gboolean
write_photo (const char *folder, const char *reference, GBytes *jpeg)
{
  g_autofree char *place = g_build_filename (folder, STP_PHOTOS_FOLDER, NULL);
  g_autofree char *path = g_build_filename (folder, reference, NULL);

  return stp_file_make_folder (place) && stp_file_replace (path, jpeg, NULL);
}

/**
 * stp_photos_keep:
 * @folder: the diary's folder
 * @jpeg: a photo as it is to be kept, without metadata
 *
 * Puts a photo beside the diary; only its owner can read it.
 *
 * Returns: (transfer full) (nullable): the reference for a record, once the photo is on the disk
 */
char *
stp_photos_keep (const char *folder, GBytes *jpeg, GError **error)
{
  g_autofree char *name = dup_name (jpeg);
  g_autofree char *reference = g_strconcat (PREFIX, name, NULL);

  if (write_photo (folder, reference, jpeg))
    return g_steal_pointer (&reference);
  stp_file_set_error (error, errno, _ ("The photo could not be saved."));
  return NULL;
}
