// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-snapshot.h"
#include "store/stp-lock.h"

G_BEGIN_DECLS

/**
 * StpExit:
 * @STP_EXIT_DONE: done
 * @STP_EXIT_NO: the answer is no
 * @STP_EXIT_USAGE: bad usage
 * @STP_EXIT_UNREADABLE: unreadable input
 *
 * What a command returns.
 */
typedef enum
{
  STP_EXIT_DONE,
  STP_EXIT_NO,
  STP_EXIT_USAGE,
  STP_EXIT_UNREADABLE,
} StpExit;

/* The commands. @argv begins with the command's own name. */
int stp_command_check (int argc, char **argv);
int stp_command_classify (int argc, char **argv);
int stp_command_demo (int argc, char **argv);
int stp_command_export (int argc, char **argv);
int stp_command_generate (int argc, char **argv);
int stp_command_merge (int argc, char **argv);
int stp_command_pauses (int argc, char **argv);
int stp_command_verdict (int argc, char **argv);

void stp_tool_print_error (const char *text);
void stp_tool_print_missing (const char *path);
gboolean stp_tool_parse (const char *parameters,
                         const char *description,
                         const GOptionEntry *entries,
                         int *argc,
                         char ***argv);

char *stp_tool_diary_path (const char *path);
gboolean stp_tool_is_same_file (const char *a, const char *b);
GBytes *stp_tool_read (const char *path);
StpSnapshot *stp_tool_load (const char *path, gboolean *read_only);
gboolean stp_tool_lock (const char *diary, StpLock **lock, GError **error);

G_END_DECLS
