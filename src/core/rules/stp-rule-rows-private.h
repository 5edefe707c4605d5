// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-rule.h"

G_BEGIN_DECLS

/* The words in which the rows are written; only for the tables. */
#define CLASS(name) STP_CLASS_BIT (STP_CLASS_##name)
#define KIND(name) STP_BIT (STP_PRODUCT_##name)
#define BAND(name) STP_BIT (STP_BAND_##name)
#define EVENT(name) STP_BIT (STP_EVENT_##name)
#define DETAIL(name) STP_BIT (STP_DETAIL_##name)
#define DEVICE(name) STP_BIT (STP_DEVICE_##name)
#define ALL(hours) { hours, hours, hours, hours, hours }
/* What no preset moves. */
#define SURE .kept = TRUE, .origin = STP_ORIGIN_ADDED
#define METHOD .kept = TRUE, .origin = STP_ORIGIN_METHOD

const StpRule *stp_rule_rows_prep (guint *n_rows);
const StpRule *stp_rule_rows_after (guint *n_rows);
const StpRule *stp_rule_rows_gate (guint *n_rows);
const StpRule *stp_rule_rows_event (guint *n_rows);
const StpRule *stp_rule_rows_aftercare (guint *n_rows);
const StpRule *stp_rule_rows_light (guint *n_rows);
const StpRule *stp_rule_rows_answer (guint *n_rows);
const StpRule *stp_rule_rows_device (guint *n_rows);

G_END_DECLS
