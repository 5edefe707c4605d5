// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

/*
 * StpGroup: classes that the method treats alike, measured and tested together by one name.
 */
typedef struct
{
  const char *name;
  guint64 classes;
} StpGroup;

#define STP_GROUP_N 5

extern const StpGroup stp_groups[STP_GROUP_N];

gboolean stp_group_is_named (const StpGroup *group, const char *const *words);
gboolean stp_group_is_active (const StpGroup *group, StpClassification *classification);
void stp_group_check_words (const char *const *words, const char *where);

G_END_DECLS
