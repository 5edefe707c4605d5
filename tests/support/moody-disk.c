// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preloaded into the app by a test: a disk below $STIPPLE_DIARY_DIR that does as the file
// $STIPPLE_DISK_MOOD says. "wait": it answers only once that is no longer said, like a folder on a
// network that is away. "full" and "read-only": it refuses what would write. "clinging": it deletes
// nothing. Else it works.

/* open() and open64() are both defined here: neither may be the other by another name. */
#undef _FILE_OFFSET_BITS
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define POLL_US 20000

static void *
find_real (const char *name)
{
  return dlsym (RTLD_NEXT, name);
}

static int
is_below (const char *path)
{
  const char *folder = getenv ("STIPPLE_DIARY_DIR");
  const size_t length = folder ? strlen (folder) : 0;

  return length > 0 && strncmp (path, folder, length) == 0;
}

static int
is_below_fd (int fd)
{
  char link[64], path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return is_below (path);
}

static int
is_mood (const char *wanted)
{
  const char *file = getenv ("STIPPLE_DISK_MOOD");
  FILE *stream = file ? fopen (file, "re") : NULL;
  char mood[32] = "";

  if (!stream)
    return 0;
  if (!fgets (mood, sizeof mood, stream))
    mood[0] = '\0';
  fclose (stream);
  return strcmp (mood, wanted) == 0;
}

/* Returns what a call that writes fails with, 0 if it does not. */
static int
ask (void)
{
  while (is_mood ("wait"))
    usleep (POLL_US);
  return is_mood ("full") ? ENOSPC : is_mood ("read-only") ? EROFS : 0;
}

static int
open_with (const char *name, const char *path, int flags, mode_t mode)
{
  int (*real) (const char *, int, ...) = find_real (name);
  int refusal;

  if (is_below (path) && (refusal = ask ()) != 0 && (flags & O_CREAT))
    {
      errno = refusal;
      return -1;
    }
  return real (path, flags, mode);
}

#define DEFINE_OPEN(name)                                                                          \
  int name (const char *path, int flags, ...);                                                     \
  int name (const char *path, int flags, ...)                                                      \
  {                                                                                                \
    va_list rest;                                                                                  \
    mode_t mode = 0;                                                                               \
                                                                                                   \
    va_start (rest, flags);                                                                        \
    if (flags & (O_CREAT | O_TMPFILE))                                                             \
      mode = va_arg (rest, mode_t);                                                                \
    va_end (rest);                                                                                 \
    return open_with (#name, path, flags, mode);                                                   \
  }

/* Which of them a program calls depends on what it was compiled with. */
DEFINE_OPEN (open)
DEFINE_OPEN (open64)

int
unlink (const char *path)
{
  int (*real) (const char *) = find_real ("unlink");

  if (is_below (path) && is_mood ("clinging"))
    {
      errno = EACCES;
      return -1;
    }
  return real (path);
}

ssize_t
write (int fd, const void *buffer, size_t length)
{
  ssize_t (*real) (int, const void *, size_t) = find_real ("write");
  int refusal;

  if (is_below_fd (fd) && (refusal = ask ()) != 0)
    {
      errno = refusal;
      return -1;
    }
  return real (fd, buffer, length);
}
