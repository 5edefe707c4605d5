// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-profile.h"

G_BEGIN_DECLS

gboolean stp_profile_stamp (StpProfile *before, StpProfile *draft, gint64 stamp);

G_END_DECLS
