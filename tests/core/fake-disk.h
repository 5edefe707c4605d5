// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

/*
 * A disk that says no, and one that loses power. Stands under the store in place of the system
 * calls, from fake_disk_use() until stp_system_set (NULL).
 */

/* What the disk is asked to do, and so what can fail. */
typedef enum
{
  CALL_OPEN,
  CALL_READ,
  CALL_WRITE,
  CALL_FSYNC,
  CALL_CLOSE,
  CALL_RENAME,
  CALL_LINK,
  CALL_UNLINK,
  CALL_MKDIR,
  CALL_ANY
} Call;

void fake_disk_use (void);
void fake_disk_fail (Call call, guint nth, int error);
void fake_disk_refuse (Call call, int error);
void fake_disk_write_in_pieces (gsize most);
guint fake_disk_count (Call call);

void fake_disk_watch (void (*after_each) (gpointer data), gpointer data);
void fake_disk_lose_power (const char *folder, const char *image);
