// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stp-enums.h"

G_BEGIN_DECLS

/* What the values of core's enumerations are called in the interface: translated titles. */
const char *stp_names_get_class (StpIngredientClass ingredient_class);
const char *stp_names_get_kind (StpProductKind kind);
const char *stp_names_get_device_kind (StpDeviceKind kind);
const char *stp_names_get_area (StpArea area);
const char *stp_names_get_goal (StpGoal goal);
char *stp_names_format_length (int needle_um);

G_END_DECLS
