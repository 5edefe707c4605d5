// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "protocol/stp-session-log-private.h"

G_BEGIN_DECLS

GArray *
stp_step_list_new (StpTimeline *timeline, StpSession *session, StpSessionLog *log, gint64 now);
guint stp_step_list_get_current (GArray *steps);
gboolean stp_step_list_is_needled (GArray *steps);

/* StpAreaTurn: an area of a session when its turn comes, and the length for it in micrometres. */
typedef struct
{
  StpArea area;
  const char *title;
  int needle_um;
} StpAreaTurn;

GArray *stp_area_turns_new (StpTimeline *timeline, StpSession *session);
guint64 stp_session_get_areas (StpSession *session);
guint64 stp_session_get_left_out (StpSession *session);
int stp_session_get_needle_um (StpSession *session);

G_END_DECLS
