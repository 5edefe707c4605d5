// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/*
 * The raw edits of sessions, gates and steps. Only the planner and the protocol include this
 * header: planning, moving and starting exist nowhere else.
 */

/**
 * StpPermanence:
 * @STP_EDIT_UNDOABLE: goes on the undo stack
 * @STP_EDIT_PERMANENT: never undone: gates, steps, alarms, and the start and end of a session
 */
typedef enum
{
  STP_EDIT_UNDOABLE,
  STP_EDIT_PERMANENT,
} StpPermanence;

gboolean
stp_diary_put_guarded (StpDiary *self, gpointer draft, StpPermanence permanence, GError **error);

G_END_DECLS
