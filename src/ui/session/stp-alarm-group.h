// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpAlarmGroup:
 *
 * What a check-in holds back, what to do about it, and what lifts it (E14). Uses the actions
 * "session.resolve" and "session.recant".
 */
#define STP_TYPE_ALARM_GROUP (stp_alarm_group_get_type ())
G_DECLARE_FINAL_TYPE (StpAlarmGroup, stp_alarm_group, STP, ALARM_GROUP, AdwPreferencesGroup)

gboolean stp_alarm_group_show (StpAlarmGroup *self, StpWorkspace *workspace);

G_END_DECLS
