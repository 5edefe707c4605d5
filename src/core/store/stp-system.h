// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/**
 * StpSystem:
 *
 * The system calls by which a diary reaches the disk, so that a test can make each of them fail.
 */
typedef struct
{
  int (*open) (const char *path, int flags, mode_t mode);
  ssize_t (*read) (int fd, void *buffer, size_t length);
  ssize_t (*write) (int fd, const void *buffer, size_t length);
  int (*fsync) (int fd);
  int (*close) (int fd);
  int (*rename) (const char *from, const char *to);
  int (*link) (const char *from, const char *to);
  int (*unlink) (const char *path);
  int (*mkdir) (const char *path, mode_t mode);
} StpSystem;

const StpSystem *stp_system_get (void);
void stp_system_set (const StpSystem *system);

G_END_DECLS
