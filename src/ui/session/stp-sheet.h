// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpSheetLine:
 * @title: what it is about
 * @detail: (nullable): what is said of it
 *
 * A line of the sheet. Names of products are text, never markup.
 */
typedef struct
{
  char *title, *detail;
} StpSheetLine;

/**
 * StpSheetSection:
 * @title: a few words, translated
 * @note: (nullable): what stands there instead of lines, or after them
 * @lines: (element-type StpSheetLine)
 * @columns: whether its lines are short and many, so that they may stand side by side
 * @answers: whether there is to be room to write below each line
 */
typedef struct
{
  const char *title;
  char *note;
  GPtrArray *lines;
  gboolean columns, answers;
} StpSheetSection;

/**
 * StpSheet:
 * @title: what the page is
 * @intro: a sentence or two
 * @sections: (element-type StpSheetSection)
 * @footer: where it comes from
 *
 * What stands on the one page that is taken to the consultation: the person, the device, the shelf
 * and what to ask.
 */
typedef struct
{
  const char *title, *intro;
  GPtrArray *sections;
  char *footer;
} StpSheet;

/* So many products fit on a page and can still be read. */
#define STP_SHEET_MAX_PRODUCTS 60

StpSheet *stp_sheet_new (StpTimeline *timeline);
void stp_sheet_free (StpSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpSheet, stp_sheet_free)

G_END_DECLS
