// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/stp-codec.h"
#include "store/stp-system.h"

/* What stands between a file's name and its random part while it is being written. */
#define TEMPORARY ".saving-"

/* No diary is as large: a century of one has a fortieth of it. What is must not fill the memory. */
#define MOST_BYTES (512 * 1024 * 1024)

static const char *
describe_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _ ("The disk is full: delete something, or empty the trash.");
    case EACCES:
    case EPERM:
      return _ ("You do not have permission.");
    case EROFS:
      return _ ("The disk can only be read.");
    case EIO:
      return _ ("The disk reported an error.");
    default:
      return g_strerror (saved_errno);
    }
}

/**
 * stp_file_set_error:
 * @what: a sentence that says what could not be done
 *
 * Sets an error of [error@StpStoreError] that a person understands.
 */
void
stp_file_set_error (GError **error, int saved_errno, const char *what)
{
  g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED, "%s %s", what,
               describe_errno (saved_errno));
}

/**
 * stp_file_resolve:
 * @path: where a file is, or will be
 *
 * Follows links, since a link must stay one: its target is what is read and replaced.
 *
 * Returns: (transfer full) (nullable): the path of the file itself
 */
char *
stp_file_resolve (const char *path, GError **error)
{
  g_autofree char *real = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_strdup (path);
  real = realpath (path, NULL);
  if (real != NULL)
    return g_steal_pointer (&real);
  stp_file_set_error (
    error, errno, _ ("The diary is a link to a file that cannot be found, so it was left alone."));
  return NULL;
}

static int
open_again (const char *path, int flags, mode_t mode)
{
  int fd;

  do
    fd = stp_system_get ()->open (path, flags, mode);
  while (fd < 0 && errno == EINTR);
  return fd;
}

static GByteArray *
read_all (int fd)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (1 << 16);
  ssize_t length;

  while ((length = stp_system_get ()->read (fd, buffer, 1 << 16)) != 0)
    if (length > 0)
      g_byte_array_append (array, buffer, length);
    else if (errno != EINTR)
      return NULL;
  return g_steal_pointer (&array);
}

static gboolean
check_place (int fd, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) < 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                         _ ("Where the diary should be is something that is not a file."));
  else if (info.st_size > MOST_BYTES)
    g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                         _ ("The file is too large."));
  else
    return TRUE;
  return FALSE;
}

/**
 * stp_file_read:
 * @missing: (out): whether there is no such file, which is no error
 *
 * Returns: (transfer full) (nullable): what is in the file; %NULL with %STP_STORE_ERROR_UNREADABLE
 *   for one that is too large to be a diary, and for a folder and whatever else is no file
 */
GBytes *
stp_file_read (const char *path, gboolean *missing, GError **error)
{
  /* A pipe in the file's place must not make us wait for whoever writes to it. */
  int fd = open_again (path, O_RDONLY | O_NONBLOCK, 0);
  GByteArray *array = NULL;
  int saved_errno;

  *missing = fd < 0 && errno == ENOENT;
  if (*missing)
    return NULL;
  if (fd >= 0 && !check_place (fd, error))
    {
      stp_system_get ()->close (fd);
      return NULL;
    }
  if (fd >= 0)
    array = read_all (fd);
  saved_errno = errno;
  if (fd >= 0)
    stp_system_get ()->close (fd);
  if (array != NULL)
    return g_byte_array_free_to_bytes (array);
  stp_file_set_error (error, saved_errno, _ ("The diary could not be read."));
  return NULL;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t written = stp_system_get ()->write (fd, data, length);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          data += written;
          length -= written;
        }
    }
  return TRUE;
}

static gboolean
sync_fd (int fd)
{
  int result;

  do
    result = stp_system_get ()->fsync (fd);
  while (result < 0 && errno == EINTR);
  return result == 0;
}

/* The rename is on the disk once the folder is. Some file systems cannot sync one, and need not. */
static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open_again (folder, O_RDONLY | O_DIRECTORY, 0);
  gboolean ok;
  int saved_errno;

  if (fd < 0)
    return FALSE;
  ok = sync_fd (fd) || errno == EINVAL || errno == ENOTSUP;
  saved_errno = errno;
  stp_system_get ()->close (fd);
  errno = saved_errno;
  return ok;
}

/**
 * stp_file_sync:
 * @path: a file that was just written, by whatever means
 *
 * Returns: whether what is in it is on the disk, so that a stick may be pulled
 */
gboolean
stp_file_sync (const char *path, GError **error)
{
  int fd = open_again (path, O_RDONLY, 0);
  gboolean ok = fd >= 0 && sync_fd (fd);
  int saved_errno = errno;

  if (fd >= 0)
    stp_system_get ()->close (fd);
  /* Of a folder that somebody else keeps it may not be asked. */
  sync_folder (path);
  if (!ok)
    stp_file_set_error (error, saved_errno, _ ("The diary could not be saved."));
  return ok;
}

/**
 * stp_file_make_folder:
 * @path: a folder
 *
 * Makes the folder, and those it lies in, if they are not there; on the disk once this returns.
 * Only the user may look into it.
 *
 * Returns: whether it is there; if not, `errno` says why
 */
gboolean
stp_file_make_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!g_str_equal (parent, path) && !stp_file_make_folder (parent))
    return FALSE;
  if (stp_system_get ()->mkdir (path, 0700) < 0)
    return errno == EEXIST && g_file_test (path, G_FILE_TEST_IS_DIR);
  return sync_folder (path);
}

/* A descriptor is gone after close() even if that was interrupted; but its error counts. */
static gboolean
write_new (const char *path, GBytes *bytes)
{
  int fd = open_again (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  gboolean ok;
  int saved_errno;

  if (fd < 0)
    return FALSE;
  ok = write_all (fd, bytes) && sync_fd (fd);
  saved_errno = errno;
  if (stp_system_get ()->close (fd) < 0 && errno != EINTR && ok)
    return FALSE;
  errno = saved_errno;
  return ok;
}

static char *
temporary_path (const char *path)
{
  return g_strdup_printf ("%s" TEMPORARY "%08x", path, g_random_int ());
}

/**
 * stp_file_dup_final_name:
 * @name: of a file, without folder
 *
 * Returns: (transfer full): the name that the file would have got, for one that was being written
 *   when the process was killed; @name itself for any other
 */
char *
stp_file_dup_final_name (const char *name)
{
  const char *temporary = strstr (name, TEMPORARY);

  return temporary ? g_strndup (name, temporary - name) : g_strdup (name);
}

/**
 * stp_file_replace:
 * @path: a file, not a link
 *
 * Puts @bytes in the place of what is in the file, all or nothing, and returns once that is on the
 * disk. Only the user may read it.
 *
 * Returns: whether it was done; if not, the file is whole all the same: most often as it was, or,
 *   where only the folder could not be synced, already new. `errno` says why
 */
gboolean
stp_file_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *temporary = temporary_path (path);
  gboolean renamed = FALSE;
  int saved_errno;

  if (write_new (temporary, bytes))
    renamed = stp_system_get ()->rename (temporary, path) == 0;
  if (renamed && sync_folder (path))
    return TRUE;
  saved_errno = errno;
  if (!renamed)
    stp_system_get ()->unlink (temporary);
  stp_file_set_error (error, saved_errno, _ ("The diary could not be saved."));
  errno = saved_errno;
  return FALSE;
}

/* A name that is taken is never reused: link() fails where rename() would replace. And until
 * something is put in its place the file keeps its old name too. */
static gboolean
give_free_name (const char *path, const char *to)
{
  if (stp_system_get ()->link (path, to) == 0)
    return TRUE;
  if (errno == EEXIST)
    return FALSE;
  /* Not every file system has links, and none has them of folders. */
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }
  return stp_system_get ()->rename (path, to) == 0;
}

/* Another program may have written it for all to read. Of a link the mode is that of what it leads
 * to, which is not ours. */
static void
hide (const char *path)
{
  struct stat info;

  if (lstat (path, &info) == 0 && S_ISREG (info.st_mode))
    chmod (path, 0600);
}

/**
 * stp_file_set_aside:
 * @path: a file that cannot be read
 * @stamp: when, for its new name
 *
 * Gives the file another name beside its old one, under which something else may be put by
 * stp_file_replace() from then on. Only the user may read it.
 *
 * Returns: (transfer full) (nullable): the new name, without folder
 */
char *
stp_file_set_aside (const char *path, const char *stamp, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("diary.unreadable-%s.json", stamp)
                                     : g_strdup_printf ("diary.unreadable-%s-%u.json", stamp, i);
      g_autofree char *to = g_build_filename (folder, name, NULL);

      if (give_free_name (path, to))
        {
          hide (to);
          sync_folder (to);
          return g_steal_pointer (&name);
        }
      if (errno != EEXIST)
        break;
    }
  stp_file_set_error (error, errno, _ ("The unreadable diary could not be set aside."));
  return NULL;
}

static void
clean (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && strstr (name, TEMPORARY) != NULL)
      {
        g_autofree char *leftover = g_build_filename (folder, name, NULL);

        stp_system_get ()->unlink (leftover);
      }
}

/**
 * stp_file_clean:
 * @path: a file
 *
 * Removes what a killed process left of its attempts to replace the file. Only for whoever holds
 * the lock: nobody else is writing then.
 */
void
stp_file_clean (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, TEMPORARY, NULL);

  clean (folder, prefix);
}

/**
 * stp_file_clean_folder:
 * @folder: a folder in which nothing but this store writes
 *
 * As stp_file_clean(), for whatever was being replaced in @folder.
 */
void
stp_file_clean_folder (const char *folder)
{
  clean (folder, "");
}
