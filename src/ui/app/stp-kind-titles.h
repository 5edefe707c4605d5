// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

const char *stp_kind_titles_get (StpRecordType type);

G_END_DECLS
