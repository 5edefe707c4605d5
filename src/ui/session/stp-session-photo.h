// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-photo-group.h"

G_BEGIN_DECLS

/* The photo that a session may end with. */
void stp_session_photo_setup (StpPhotoGroup *group, StpWorkspace *workspace);
void stp_session_photo_show (StpPhotoGroup *group, StpWorkspace *workspace);

G_END_DECLS
