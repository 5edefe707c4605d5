// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-facts-private.h"
#include "rules/stp-touched.h"

G_BEGIN_DECLS

StpTouched *stp_touched_new (void);
void stp_touched_free (StpTouched *self);
void stp_touched_add_everything (StpTouched *self);
void stp_touched_add_change (StpTouched *self, StpFacts *facts, const StpChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpTouched, stp_touched_free)

G_END_DECLS
