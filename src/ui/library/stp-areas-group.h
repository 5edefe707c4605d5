// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "stp-enums.h"

G_BEGIN_DECLS

/**
 * StpAreasGroup:
 *
 * Where something that is for the body or the hair is used.
 *
 * Signal `changed`: another choice was made.
 */
#define STP_TYPE_AREAS_GROUP (stp_areas_group_get_type ())
G_DECLARE_FINAL_TYPE (StpAreasGroup, stp_areas_group, STP, AREAS_GROUP, AdwPreferencesGroup)

guint64 stp_areas_group_get_areas (StpAreasGroup *self);
void stp_areas_group_set_areas (StpAreasGroup *self, guint64 areas);

G_END_DECLS
