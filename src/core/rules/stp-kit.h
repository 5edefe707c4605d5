// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/* What the user has in hand. */
StpDevice *stp_kit_find_device (StpDiary *diary);
StpHead *stp_kit_find_head (StpDiary *diary, const char *device);

G_END_DECLS
