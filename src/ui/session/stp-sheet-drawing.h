// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pango/pangocairo.h>

#include "session/stp-sheet.h"

G_BEGIN_DECLS

double stp_sheet_drawing_draw (const StpSheet *sheet,
                               cairo_t *cr,
                               PangoContext *context,
                               double width,
                               double height);
double
stp_sheet_drawing_measure (const StpSheet *sheet, PangoContext *context, double width, double size);

G_END_DECLS
