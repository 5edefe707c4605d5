// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StpLine:
 *
 * One line of a list that is only read: a title, a detail below it, and a mark before it.
 */
#define STP_TYPE_LINE (stp_line_get_type ())
G_DECLARE_FINAL_TYPE (StpLine, stp_line, STP, LINE, GObject)

StpLine *stp_line_new (const char *icon_name,
                       const char *title,
                       const char *detail,
                       const char *sources) G_GNUC_WARN_UNUSED_RESULT;
const char *stp_line_get_icon_name (StpLine *self);
const char *stp_line_get_title (StpLine *self);
const char *stp_line_get_detail (StpLine *self);
const char *stp_line_get_sources (StpLine *self);
gboolean stp_line_equal (StpLine *a, StpLine *b);

G_END_DECLS
