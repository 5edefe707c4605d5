// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

StpSnapshot *stp_merge (StpSnapshot *a, StpSnapshot *b, GError **error);

G_END_DECLS
