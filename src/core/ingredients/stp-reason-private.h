// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a class is active or a trace: each one sentence. */
typedef enum
{
  STP_REASON_WHEREVER,
  STP_REASON_DECLARED,
  STP_REASON_DECLARED_LOW,
  STP_REASON_DRUG,
  STP_REASON_PROSE,
  STP_REASON_NAME,
  STP_REASON_KIND,
  STP_REASON_BEFORE_LINE,
  STP_REASON_AFTER_LINE,
  STP_REASON_EARLY,
  STP_REASON_LATE,
  STP_REASON_ALPHABETICAL,
  STP_REASON_NO_DOSE,
  STP_REASON_DOUBTFUL,
  STP_REASON_MAYBE,
  STP_REASON_NAME_ALONE,
  STP_REASON_NAME_NO_LIST,
  STP_REASON_KIND_NO_LIST,
  STP_REASON_SCRUB,
  STP_REASON_PEEL,
  STP_REASON_CORRECTED,
} StpReason;

char *
stp_reason_dup_text (StpReason reason, guint position, guint count, guint ppm, const char *words);

G_END_DECLS
