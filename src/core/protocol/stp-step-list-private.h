// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "protocol/stp-session-log-private.h"

G_BEGIN_DECLS

GArray *stp_step_list_new (StpSession *session, StpSessionLog *log);
guint stp_step_list_get_current (GArray *steps);
gboolean stp_step_list_is_needled (GArray *steps);

guint64 stp_session_get_areas (StpSession *session);
int stp_session_get_needle_um (StpSession *session);

G_END_DECLS
