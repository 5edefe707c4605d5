// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "fake-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/stp-system.h"

/* Calls come from the store's worker too. What was synced is known by inode: of a file its bytes,
 * of a folder its names. A file that was never opened for writing is taken to be on the disk. */
static GRecMutex mutex;
static struct
{
  const StpSystem *real;
  guint counts[CALL_ANY + 1];
  Call failing, refusing;
  guint countdown; /* 0: none fails */
  int error, refusal;
  gsize piece; /* 0: writes are whole */
  GHashTable *unsynced, *files, *folders;
  void (*after_each) (gpointer data);
  gpointer data;
} disk;

static gboolean
begin (Call call)
{
  g_rec_mutex_lock (&mutex);
  disk.counts[call]++;
  disk.counts[CALL_ANY]++;
  if (disk.refusal && call == disk.refusing)
    {
      errno = disk.refusal;
      return FALSE;
    }
  if ((disk.failing != CALL_ANY && disk.failing != call) || disk.countdown == 0 ||
      --disk.countdown > 0)
    return TRUE;
  errno = disk.error;
  return FALSE;
}

static void
end (void)
{
  int saved_errno = errno;

  if (disk.after_each)
    disk.after_each (disk.data);
  g_rec_mutex_unlock (&mutex);
  errno = saved_errno;
}

static gpointer
key_of (ino_t inode)
{
  return GSIZE_TO_POINTER (inode);
}

static gpointer
inode_of_fd (int fd)
{
  struct stat info;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  return key_of (info.st_ino);
}

static gpointer
inode_of (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0 ? key_of (info.st_ino) : NULL;
}

static GHashTable *
list_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_hash_table_insert (names, g_strdup (name), inode_of (path));
    }
  return names;
}

/* A folder that was there before us is on the disk with the names it has until we change them. */
static void
remember_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gpointer inode = inode_of (folder);

  if (!g_hash_table_contains (disk.folders, inode))
    g_hash_table_insert (disk.folders, inode, list_names (folder));
}

static int
disk_open (const char *path, int flags, mode_t mode)
{
  gboolean ok = begin (CALL_OPEN);
  int fd = -1;

  if (ok && (flags & O_CREAT))
    remember_folder (path);
  if (ok)
    fd = disk.real->open (path, flags, mode);
  if (fd >= 0 && (flags & O_CREAT))
    {
      g_hash_table_add (disk.unsynced, inode_of_fd (fd));
      g_hash_table_remove (disk.files, inode_of_fd (fd));
    }
  end ();
  return fd;
}

static ssize_t
disk_read (int fd, void *buffer, size_t length)
{
  ssize_t result = begin (CALL_READ) ? disk.real->read (fd, buffer, length) : -1;

  end ();
  return result;
}

static ssize_t
disk_write (int fd, const void *buffer, size_t length)
{
  gsize most = disk.piece ? MIN (disk.piece, length) : length;
  ssize_t result = begin (CALL_WRITE) ? disk.real->write (fd, buffer, most) : -1;

  end ();
  return result;
}

static void
note_synced (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);
  gpointer inode = inode_of_fd (fd);
  char *text;
  gsize length;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_hash_table_insert (disk.folders, inode, list_names (path));
  else if (g_file_get_contents (path, &text, &length, NULL))
    g_hash_table_insert (disk.files, inode, g_bytes_new_take (text, length));
}

static int
disk_fsync (int fd)
{
  int result = begin (CALL_FSYNC) ? disk.real->fsync (fd) : -1;

  if (result == 0)
    note_synced (fd);
  end ();
  return result;
}

static int
disk_close (int fd)
{
  gboolean ok = begin (CALL_CLOSE);
  int saved_errno = errno, result = disk.real->close (fd);

  errno = saved_errno;
  end ();
  return ok ? result : -1;
}

/* A name that goes away may come back: what it stood for must be known then. */
static void
remember (const char *path)
{
  gpointer inode = inode_of (path);
  char *text;
  gsize length;

  if (inode == NULL || g_hash_table_contains (disk.files, inode) ||
      g_hash_table_contains (disk.unsynced, inode))
    return;
  if (g_file_get_contents (path, &text, &length, NULL))
    g_hash_table_insert (disk.files, inode, g_bytes_new_take (text, length));
}

static int
disk_rename (const char *from, const char *to)
{
  gboolean ok = begin (CALL_RENAME);
  int result = -1;

  if (ok)
    {
      remember_folder (from);
      remember (from);
      remember (to);
      result = disk.real->rename (from, to);
    }
  end ();
  return result;
}

static int
disk_link (const char *from, const char *to)
{
  gboolean ok = begin (CALL_LINK);
  int result = -1;

  if (ok)
    {
      remember_folder (to);
      result = disk.real->link (from, to);
    }
  end ();
  return result;
}

static int
disk_unlink (const char *path)
{
  gboolean ok = begin (CALL_UNLINK);
  int result = -1;

  if (ok)
    {
      remember_folder (path);
      remember (path);
      result = disk.real->unlink (path);
    }
  end ();
  return result;
}

static int
disk_mkdir (const char *path, mode_t mode)
{
  gboolean ok = begin (CALL_MKDIR);
  int result = -1;

  if (ok)
    {
      remember_folder (path);
      result = disk.real->mkdir (path, mode);
    }
  if (result == 0)
    g_hash_table_insert (disk.folders, inode_of (path), list_names (path));
  end ();
  return result;
}

static const StpSystem fake = {
  .open = disk_open,
  .read = disk_read,
  .write = disk_write,
  .fsync = disk_fsync,
  .close = disk_close,
  .rename = disk_rename,
  .link = disk_link,
  .unlink = disk_unlink,
  .mkdir = disk_mkdir,
};

/* A fresh disk on which nothing fails yet, and everything that is there is on it for good. */
void
fake_disk_use (void)
{
  g_clear_pointer (&disk.unsynced, g_hash_table_unref);
  g_clear_pointer (&disk.files, g_hash_table_unref);
  g_clear_pointer (&disk.folders, g_hash_table_unref);
  memset (&disk, 0, sizeof disk);
  disk.unsynced = g_hash_table_new (NULL, NULL);
  disk.files = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  disk.folders = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  stp_system_set (NULL);
  disk.real = stp_system_get ();
  stp_system_set (&fake);
}

/* The @nth of such calls from now on fails, once. */
void
fake_disk_fail (Call call, guint nth, int error)
{
  disk.failing = call;
  disk.countdown = nth;
  disk.error = error;
}

/* Such a call always fails; with 0 it no longer does. */
void
fake_disk_refuse (Call call, int error)
{
  disk.refusing = call;
  disk.refusal = error;
}

void
fake_disk_write_in_pieces (gsize most)
{
  disk.piece = most;
}

guint
fake_disk_count (Call call)
{
  return disk.counts[call];
}

/* After each call, in the thread that made it: here the power may fail. */
void
fake_disk_watch (void (*after_each) (gpointer data), gpointer data)
{
  disk.after_each = after_each;
  disk.data = data;
}

static void write_image (const char *path, const char *name, gpointer inode, const char *image);

/* The names that were there at the last sync, though the folder may have moved on. */
static void
write_folder (const char *path, gpointer inode, const char *image)
{
  GHashTable *synced = g_hash_table_lookup (disk.folders, inode);
  g_autoptr (GHashTable) names = synced ? g_hash_table_ref (synced) : list_names (path);
  GHashTableIter iter;
  gpointer name, child;

  g_mkdir (image, 0700);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &child))
    write_image (path, name, child, image);
}

static void
write_image (const char *folder, const char *name, gpointer inode, const char *image)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *to = g_build_filename (image, name, NULL);
  GBytes *synced = g_hash_table_lookup (disk.files, inode);
  g_autofree char *text = NULL;
  gsize length = 0;

  if (g_hash_table_contains (disk.folders, inode) || g_file_test (path, G_FILE_TEST_IS_DIR))
    write_folder (path, inode, to);
  else if (synced != NULL)
    g_file_set_contents (to, g_bytes_get_data (synced, NULL), g_bytes_get_size (synced), NULL);
  else
    {
      if (!g_hash_table_contains (disk.unsynced, inode))
        g_file_get_contents (path, &text, &length, NULL);
      g_file_set_contents (to, text ? text : "", length, NULL);
    }
}

/* Writes what would be found after a loss of power now: of each file what was last synced, of each
 * folder the names it had when it was. @image must not exist. */
void
fake_disk_lose_power (const char *folder, const char *image)
{
  write_folder (folder, inode_of (folder), image);
}
