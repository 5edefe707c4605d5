// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

typedef struct _StpWindowWatch StpWindowWatch;

/**
 * stp_window_watch_new:
 *
 * Watches the display from outside, as a person would: the programs it measures need to
 * know nothing of it.
 *
 * Returns: (transfer full) (nullable): a watch on the display named by DISPLAY
 */
StpWindowWatch *stp_window_watch_new (void) G_GNUC_WARN_UNUSED_RESULT;

void stp_window_watch_free (StpWindowWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpWindowWatch, stp_window_watch_free)

/**
 * stp_window_watch_wait:
 * @timeout: microseconds to wait at most
 *
 * Waits until a window that was mapped after the last call has been painted: until its
 * head is of more than one colour.
 *
 * Returns: the monotonic time when that was seen, in microseconds, or 0
 */
gint64 stp_window_watch_wait (StpWindowWatch *self, gint64 timeout);

/**
 * stp_window_watch_focus:
 *
 * Gives the keys to the window that was waited for last.
 */
void stp_window_watch_focus (StpWindowWatch *self);

/**
 * stp_window_watch_wait_still:
 * @quiet: microseconds without a paint
 *
 * Waits until nothing was painted for so long.
 *
 * Returns: the monotonic time of the last paint, in microseconds, or 0
 */
gint64 stp_window_watch_wait_still (StpWindowWatch *self, gint64 quiet);
