// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-system.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* open() itself takes a variable list of arguments, which is another type. */
static int
open_file (const char *path, int flags, mode_t mode)
{
  return open (path, flags | O_CLOEXEC, mode);
}

static const StpSystem real_system = {
  .open = open_file,
  .read = read,
  .write = write,
  .fsync = fsync,
  .close = close,
  .rename = rename,
  .link = link,
  .unlink = unlink,
  .mkdir = mkdir,
};

static const StpSystem *current = &real_system;

const StpSystem *
stp_system_get (void)
{
  return g_atomic_pointer_get (&current);
}

/**
 * stp_system_set:
 * @system: (nullable): what to call from now on; %NULL for the real thing
 */
void
stp_system_set (const StpSystem *system)
{
  g_atomic_pointer_set (&current, system ? system : &real_system);
}
