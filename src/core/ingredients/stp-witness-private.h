// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-work-private.h"

G_BEGIN_DECLS

void stp_witness_hear (StpWork *work);

G_END_DECLS
