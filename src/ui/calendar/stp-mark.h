// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StpMark:
 * @STP_MARK_USE: a use was logged: a dot
 * @STP_MARK_REACTION: a check-in was logged: a wave
 * @STP_MARK_EVENT: an event: a flag
 * @STP_MARK_WAIT: needling has to wait: a barred circle
 * @STP_MARK_PLANNED: a session, where there is no room for its chip: an open diamond
 * @STP_MARK_DONE: the same, done: a filled diamond
 * @STP_MARK_CLINIC: in a clinic: a cross
 *
 * Small shapes that tell without words; shape first, colour second.
 */
typedef enum
{
  STP_MARK_USE,
  STP_MARK_REACTION,
  STP_MARK_EVENT,
  STP_MARK_WAIT,
  STP_MARK_PLANNED,
  STP_MARK_DONE,
  STP_MARK_CLINIC,
} StpMark;

#define STP_MARK_SIZE 8

void
stp_mark_snapshot (StpMark mark, GtkSnapshot *snapshot, float x, float y, const GdkRGBA *color);

/**
 * StpMarkImage:
 *
 * A mark by itself, for the legend.
 */
#define STP_TYPE_MARK_IMAGE (stp_mark_image_get_type ())
G_DECLARE_FINAL_TYPE (StpMarkImage, stp_mark_image, STP, MARK_IMAGE, GtkWidget)

GtkWidget *stp_mark_image_new (StpMark mark);

G_END_DECLS
