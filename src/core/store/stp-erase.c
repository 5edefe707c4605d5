// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-erase.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "store/stp-generations.h"
#include "store/stp-lock.h"
#include "store/stp-photos.h"
#include "store/stp-system.h"

static gboolean
is_document (const char *name)
{
  return g_str_equal (name, "diary.json") || g_str_equal (name, "product-draft.json") ||
         g_pattern_match_simple ("diary.unreadable-*.json", name);
}

/* What Stipple makes in a diary's folder, and in those below it. Whatever else lies there is
 * somebody else's, who may have had a folder of photos before. */
static const struct
{
  const char *folder;
  gboolean (*is_ours) (const char *name);
} places[] = {
  { STP_GENERATIONS_FOLDER, stp_generations_is_name },
  { STP_PHOTOS_FOLDER, stp_photos_is_name },
  { "", is_document },
};

/* What cannot be erased is no reason to leave the rest. */
static void
erase_file (const char *path, int *failure)
{
  if (stp_system_get ()->unlink (path) < 0 && errno != ENOENT)
    *failure = errno;
}

static void
erase_in (const char *path, gboolean (*is_ours) (const char *name), int *failure)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *meant = stp_file_dup_final_name (name);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (is_ours (meant))
        erase_file (file, failure);
    }
}

/* A folder, unless something else is in it; or the link by which somebody keeps it elsewhere. */
static void
erase_place (const char *path, int *failure)
{
  if (g_rmdir (path) < 0 && errno == ENOTDIR)
    erase_file (path, failure);
}

/* Last, since until then nobody else may open what is being erased. */
static void
erase_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, STP_LOCK_NAME, NULL);

  stp_system_get ()->unlink (path);
}

/**
 * stp_erase:
 * @folder: a diary's folder; the diary is not open
 *
 * Removes the diary, what was kept of it, and its photos. Of a diary that is a link, the link and
 * what it leads to.
 *
 * Returns: whether nothing is left
 */
gboolean
stp_erase (const char *folder, GError **error)
{
  g_autofree char *diary = g_build_filename (folder, "diary.json", NULL);
  g_autofree char *resolved = stp_file_resolve (diary, NULL);
  const char *target = resolved ? resolved : diary;
  g_autofree char *beside = g_path_get_dirname (target);
  g_autoptr (StpLock) lock = stp_lock_take (target, error);
  int failure = 0;

  if (lock == NULL)
    return FALSE;
  erase_file (target, &failure);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i].folder, NULL);

      erase_in (path, places[i].is_ours, &failure);
      if (*places[i].folder)
        erase_place (path, &failure);
    }
  if (failure != 0)
    {
      stp_file_set_error (error, failure, _ ("Not everything could be erased."));
      return FALSE;
    }
  erase_lock (beside);
  erase_lock (folder);
  g_rmdir (folder);
  return TRUE;
}
