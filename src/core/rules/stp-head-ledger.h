// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpHeadLedger:
 * @uses: how often it was used, those before the diary began included
 * @left: how often it may still be used
 * @planned: sessions at home that are planned with its device and its length
 * @enough: how many of these it lasts for
 * @why: (nullable): a translated sentence: why it may not be used now
 *
 * What one head has behind it, against what is planned.
 */
typedef struct
{
  guint uses, left;
  guint planned, enough;
  const char *why;
} StpHeadLedger;

StpHeadLedger stp_head_ledger_get (StpTimeline *timeline, StpHead *head);
char *stp_head_ledger_dup_text (const StpHeadLedger *self);

G_END_DECLS
