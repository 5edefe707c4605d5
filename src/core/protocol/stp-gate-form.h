// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpGateItemKind:
 * @STP_GATE_BLOCK: a fact that stands in the way; only time or a correction lifts it
 * @STP_GATE_ACKNOWLEDGE: a warning: one line, one button (E1)
 * @STP_GATE_ADVICE: shown, asks nothing
 * @STP_GATE_DENIAL: "not used since …" about one product; all are confirmed by one button (E5)
 * @STP_GATE_QUESTION: a question with answers to choose from
 *
 * What a line of the gate wants of the user.
 */
typedef enum
{
  STP_GATE_BLOCK = 1,
  STP_GATE_ACKNOWLEDGE,
  STP_GATE_ADVICE,
  STP_GATE_DENIAL,
  STP_GATE_QUESTION,
} StpGateItemKind;

#define STP_TYPE_GATE_ITEM_KIND (stp_gate_item_kind_get_type ())
GType stp_gate_item_kind_get_type (void);

/**
 * StpGateItem:
 *
 * One line of the gate, drawn from the tables: sentence, reason and answers. Properties (read
 * only): `kind`, `title`, `detail`, `met`, `answer`. The pane draws items by their kind and knows
 * no rule.
 */
#define STP_TYPE_GATE_ITEM (stp_gate_item_get_type ())
G_DECLARE_FINAL_TYPE (StpGateItem, stp_gate_item, STP, GATE_ITEM, GObject)

StpGateItemKind stp_gate_item_get_kind (StpGateItem *self);
const char *stp_gate_item_get_id (StpGateItem *self);      /* rule id */
const char *stp_gate_item_get_subject (StpGateItem *self); /* (nullable) */
const StpRule *stp_gate_item_get_rule (StpGateItem *self); /* (nullable) */
const char *stp_gate_item_get_title (StpGateItem *self);
const char *stp_gate_item_get_detail (StpGateItem *self);
gint64 stp_gate_item_get_until (StpGateItem *self);
const char *stp_gate_item_get_clearance (StpGateItem *self); /* (nullable) */
gboolean stp_gate_item_is_answer (StpGateItem *self);
gboolean stp_gate_item_get_met (StpGateItem *self);
StpAnswer stp_gate_item_get_answer (StpGateItem *self);
guint stp_gate_item_get_n_choices (StpGateItem *self);
StpAnswer stp_gate_item_get_choice (StpGateItem *self, guint index, const char **label);

/**
 * StpGateForm:
 *
 * What is asked before the first stroke, and the only way to start a home session. Is a
 * #GListModel of [class@StpGateItem]; follows the timeline. Property `can-start`.
 */
#define STP_TYPE_GATE_FORM (stp_gate_form_get_type ())
G_DECLARE_FINAL_TYPE (StpGateForm, stp_gate_form, STP, GATE_FORM, GObject)

#define STP_GATE_ERROR (stp_gate_error_quark ())
GQuark stp_gate_error_quark (void);

/**
 * StpGateError:
 * @STP_GATE_ERROR_UNMET: a line is not met; the message is its sentence
 * @STP_GATE_ERROR_STATE: no gate can start that session
 */
typedef enum
{
  STP_GATE_ERROR_UNMET,
  STP_GATE_ERROR_STATE,
} StpGateError;

StpGateForm *stp_gate_form_new (StpTimeline *timeline, StpSession *session);
StpSession *stp_gate_form_get_session (StpGateForm *self);
gboolean stp_gate_form_get_can_start (StpGateForm *self);
void stp_gate_form_answer (StpGateForm *self, StpGateItem *item, StpAnswer answer);
void stp_gate_form_acknowledge (StpGateForm *self, StpGateItem *item);
gboolean stp_gate_form_confirm_denials (StpGateForm *self, GError **error);
gboolean stp_gate_form_make_patch (StpGateForm *self, GError **error);
gboolean stp_gate_form_start (StpGateForm *self, GError **error);

G_END_DECLS
