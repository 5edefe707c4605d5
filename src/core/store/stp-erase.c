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

/* What Stipple makes in a diary's folder. Whatever else lies there is somebody else's. */
static const char *const ours[] = {
  "diary.json*",          "diary.unreadable-*", "product-draft.json*",
  STP_GENERATIONS_FOLDER, STP_PHOTOS_FOLDER,
};

static gboolean
is_ours (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (g_pattern_match_simple (ours[i], name))
      return TRUE;
  return FALSE;
}

static gboolean
erase_path (const char *path, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  gboolean folder = !g_file_test (path, G_FILE_TEST_IS_SYMLINK) &&
                    g_file_test (path, G_FILE_TEST_IS_DIR);
  const char *name;

  if (folder)
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!erase_path (child, error))
        return FALSE;
    }
  if ((folder ? g_rmdir (path) : stp_system_get ()->unlink (path)) == 0)
    return TRUE;
  stp_file_set_error (error, errno, _ ("Not everything could be erased."));
  return FALSE;
}

/* Last, and with the folder if nothing else is in it: neither says anything about its owner. */
static void
erase_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, STP_LOCK_NAME, NULL);

  stp_system_get ()->unlink (path);
  g_rmdir (folder);
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
  g_autofree char *target = stp_file_resolve (diary, NULL);
  g_autoptr (StpLock) lock = stp_lock_take (target ? target : diary, error);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (lock == NULL)
    return FALSE;
  if (target != NULL && !g_str_equal (target, diary) && !erase_path (target, error))
    return FALSE;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_ours (name) && !erase_path (path, error))
        return FALSE;
    }
  erase_lock (folder);
  return TRUE;
}
