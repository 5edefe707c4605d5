// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpOfferGroup:
 *
 * The products of the shelf that could serve for a step: what may be used, and why the rest may
 * not. After needling they can be chosen, and their use is logged with the step.
 */
#define STP_TYPE_OFFER_GROUP (stp_offer_group_get_type ())
G_DECLARE_FINAL_TYPE (StpOfferGroup, stp_offer_group, STP, OFFER_GROUP, AdwPreferencesGroup)

void stp_offer_group_show (StpOfferGroup *self, StpWorkspace *workspace, StpStepKind kind);
char **stp_offer_group_dup_chosen (StpOfferGroup *self);

G_END_DECLS
