// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

guint64 stp_reading_get_pausing_classes (void);

/* What was read of a list, in sentences. Free with g_free(). */
char *stp_reading_text_summarise (StpClassification *classification);
char *stp_reading_text_list_classes (StpClassification *classification, guint most);
char *stp_reading_text_list_unrecognised (StpClassification *classification);

G_END_DECLS
