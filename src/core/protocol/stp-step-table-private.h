// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "rules/stp-rule.h"

G_BEGIN_DECLS

/*
 * StpStepRow: one step of a session.
 * @text: by band; an empty place takes the text of the band before it
 * @patch_text: instead of @text in a patch test, if there is one; by band as @text
 * @pen_title: (nullable): instead of @title with a pen, whose cartridge is new and soaks in nothing
 * @pen_text: (nullable): instead of @text with a pen
 * @pen_patch_text: (nullable): instead of @patch_text with a pen
 * @sources: keys of clinical rules, section 9
 * @joined: shown together with the step before it
 * @after_numbing: only there once numbing cream was put on
 */
typedef struct
{
  StpStepKind kind;
  const char *title;
  const char *text[STP_BAND_N];
  const char *patch_text[STP_BAND_N];
  const char *pen_title;
  const char *pen_text;
  const char *pen_patch_text;
  const char *note;
  const char *sources;
  guint minutes;
  gboolean optional;
  gboolean joined;
  gboolean after_numbing;
} StpStepRow;

extern const StpStepRow stp_step_table[];
extern const guint stp_step_table_length;

extern const StpStopReason stp_stop_table[];
extern const guint stp_stop_table_length;

G_END_DECLS
