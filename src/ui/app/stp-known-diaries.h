// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-clock.h"

G_BEGIN_DECLS

/**
 * StpKnownDiary:
 * @path: the folder that it lies in
 * @name: what the list calls it
 * @opened: when it was open last, UTC microseconds; 0 if nobody knows
 * @missing: whether nothing is there any more, once stp_known_diaries_look() has seen
 */
typedef struct
{
  char *path;
  char *name;
  gint64 opened;
  gboolean missing;
} StpKnownDiary;

GPtrArray *stp_known_diaries_list (void);
gboolean stp_known_diaries_are_kept (void);
void stp_known_diaries_keep (GPtrArray *list);
void stp_known_diaries_look (GPtrArray *list, const char *others);
void stp_known_diaries_note (GFile *folder, StpClock *clock);
void stp_known_diaries_rename (const char *path, const char *name);
void stp_known_diaries_forget (const char *path);
void stp_known_diaries_clear (void);

G_END_DECLS
