// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/**
 * StpFirstThings:
 *
 * What a first session needs, as a list whose rows open the forms. They are tasks of the Session
 * pane, so that the list can stand elsewhere too.
 */
#define STP_TYPE_FIRST_THINGS (stp_first_things_get_type ())
G_DECLARE_FINAL_TYPE (StpFirstThings, stp_first_things, STP, FIRST_THINGS, AdwPreferencesGroup)

void stp_first_things_show (StpFirstThings *self, StpDiary *diary);

G_END_DECLS
