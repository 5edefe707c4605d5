// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

/**
 * StpDataJob:
 * @files: (element-type GFile): what is read or written
 * @folder: of the diary that is open
 * @others: where further diaries go
 * @snapshot: what is open
 * @read_only: whether that can only be looked at
 * @day: today, as "2027-03-11", for names of files
 *
 * What a worker needs of a diary and of files.
 */
typedef struct
{
  GListModel *files;
  char *folder;
  char *others;
  StpSnapshot *snapshot;
  gboolean read_only;
  char *day;
} StpDataJob;

void stp_data_job_run (StpApp *app,
                       GListModel *files,
                       GTaskThreadFunc func,
                       GAsyncReadyCallback callback);
void
stp_data_job_run_one (StpApp *app, GFile *file, GTaskThreadFunc func, GAsyncReadyCallback callback);
GFile *stp_data_job_dup_file (StpDataJob *self);
GBytes *stp_data_job_dup_document (StpDataJob *self);

char *stp_data_dup_others (void);
char *stp_data_shorten_path (const char *path);
GFile *stp_data_get_folder (StpApp *app);

G_END_DECLS
