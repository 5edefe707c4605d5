// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/stp-codec.h"
#include "store/stp-file.h"

struct _StpLock
{
  int fd;
};

/**
 * stp_lock_take:
 * @diary: the path of a diary
 *
 * Takes the lock on the file beside @diary, without waiting. It is gone when the process is,
 * however it ended; the file stays.
 *
 * Returns: (transfer full) (nullable): the lock; %NULL with %STP_STORE_ERROR_LOCKED if somebody
 * else has it, with %STP_STORE_ERROR_READ_ONLY if the folder can only be read
 */
StpLock *
stp_lock_take (const char *diary, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (diary);
  g_autofree char *path = g_build_filename (folder, STP_LOCK_NAME, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  StpLock *self;

  if (fd < 0 && (errno == EACCES || errno == EPERM || errno == EROFS))
    g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_READ_ONLY,
                         _ ("The folder of the diary can only be read."));
  else if (fd < 0)
    stp_file_set_error (error, errno, _ ("The diary could not be locked."));
  else if (flock (fd, LOCK_EX | LOCK_NB) < 0)
    {
      if (errno == EWOULDBLOCK)
        g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_LOCKED,
                             _ ("The diary is open in another program."));
      else
        stp_file_set_error (error, errno, _ ("The diary could not be locked."));
      close (fd);
      fd = -1;
    }
  if (fd < 0)
    return NULL;
  self = g_new0 (StpLock, 1);
  self->fd = fd;
  return self;
}

/**
 * stp_lock_release:
 * @self: (transfer full): a lock
 */
void
stp_lock_release (StpLock *self)
{
  close (self->fd);
  g_free (self);
}
