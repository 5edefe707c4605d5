// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

#define STP_GENERATIONS_FOLDER "generations"

/**
 * StpGeneration:
 * @name: of its file, without folder
 * @at: when it was set apart, UTC microseconds; its content is at least as old
 * @size: bytes on the disk
 *
 * An earlier state of a diary, kept as a compressed copy beside it.
 */
typedef struct
{
  char *name;
  gint64 at;
  goffset size;
} StpGeneration;

void stp_generation_free (StpGeneration *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpGeneration, stp_generation_free)

/**
 * StpKeep:
 * @STP_KEEP_HOURLY: only if none was kept in this hour
 * @STP_KEEP_NOW: in any case: somebody is about to replace what is there
 */
typedef enum
{
  STP_KEEP_HOURLY,
  STP_KEEP_NOW,
} StpKeep;

GPtrArray *stp_generations_list (const char *folder);
gboolean stp_generations_any (const char *folder);
gboolean stp_generations_is_name (const char *name);
gboolean stp_generations_keep (const char *folder,
                               const char *diary,
                               StpKeep keep,
                               gint64 now,
                               GError **error);
void stp_generations_prune (const char *folder, gint64 now);
GBytes *stp_generations_read_document (const char *folder, const char *name, GError **error);
StpSnapshot *stp_generations_read (const char *folder, const char *name, GError **error);
StpSnapshot *stp_generations_read_newest (const char *folder);

G_END_DECLS
