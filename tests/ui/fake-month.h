// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/* Seven weeks as the timeline would tell them, without a diary: times are UTC. */
typedef struct
{
  GPtrArray *days;   /* StpDayView */
  GPtrArray *pauses; /* StpPause */
  guint first_day;
} FakeMonth;

FakeMonth *fake_month_new (guint first_day);
void fake_month_free (FakeMonth *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeMonth, fake_month_free)

StpSession *fake_month_add_session (FakeMonth *self, guint day, int hour, StpSessionState state);
void fake_month_add_pause (FakeMonth *self,
                           StpSession *session,
                           StpIngredientClass ingredient_class,
                           gboolean before,
                           int hours);
StpDayView *fake_month_get_day (FakeMonth *self, guint day);

G_END_DECLS
