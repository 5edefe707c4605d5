// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-facts-private.h"
#include "rules/stp-person.h"

G_BEGIN_DECLS

gboolean stp_person_withholds (StpFacts *facts, const StpShelfItem *item, gint64 at);

G_END_DECLS
