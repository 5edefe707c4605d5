// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

gboolean
stp_expect_classes (StpClassification *classification, const char *expected, const char *what);

G_END_DECLS
