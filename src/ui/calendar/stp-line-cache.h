// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StpLine:
 * @attributes: (nullable): one of a few lists that last as long as the program: told apart by place
 *
 * Words in one line, as they look.
 */
typedef struct
{
  const char *text;
  PangoAttrList *attributes;
  GdkRGBA color;
} StpLine;

/**
 * StpLineCache:
 *
 * Lines that are drawn over and over, in the font of one widget: the numbers, the "D+3" and the
 * words of bands are much the same in every month, and to lay them out and to find their glyphs is
 * most of what another month would take to draw.
 */
#define STP_TYPE_LINE_CACHE (stp_line_cache_get_type ())
G_DECLARE_FINAL_TYPE (StpLineCache, stp_line_cache, STP, LINE_CACHE, GObject)

StpLineCache *stp_line_cache_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

void stp_line_cache_measure (StpLineCache *self, const StpLine *line, int *width, int *height);
void stp_line_cache_snapshot (StpLineCache *self,
                              GtkSnapshot *snapshot,
                              const StpLine *line,
                              const GdkRectangle *box,
                              float align);

G_END_DECLS
