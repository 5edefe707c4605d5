// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/* Words of the session pane for what core knows as values. Core's own sentences are not made here.
 */
char *stp_session_text_format_countdown (gint64 from, gint64 to);
char *stp_session_text_format_place (StpSession *session);
char *stp_session_text_dup_product (StpDiary *diary, const char *id);

G_END_DECLS
