// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * StpListNature:
 * @STP_LIST_PLAIN: ingredients, in the order of their share
 * @STP_LIST_DRUG: the active ingredients of a drug label
 * @STP_LIST_MAYBE: what may be in it: colours of a whole range
 * @STP_LIST_CLAIM: what a shop says about it
 * @STP_LIST_ASIDE: what it is free from, or other products that go with it
 */
typedef enum
{
  STP_LIST_PLAIN,
  STP_LIST_DRUG,
  STP_LIST_MAYBE,
  STP_LIST_CLAIM,
  STP_LIST_ASIDE,
} StpListNature;

/* @label: what stands above the list: `Night Serum:`, or %NULL. */
typedef struct
{
  char *label;
  StpListNature nature;
} StpList;

/*
 * StpNote: whether a piece is a footnote
 * @STP_NOTE_NO: it is none
 * @STP_NOTE_LAST: it is one where nothing known follows in its list
 * @STP_NOTE_SURE: it is one wherever it stands
 */
typedef enum
{
  STP_NOTE_NO,
  STP_NOTE_LAST,
  STP_NOTE_SURE,
} StpNote;

/*
 * StpPiece:
 * @soft: only a line break or a hyphen parts it from the piece before, so that they may be
 *   one name
 * @label: it ends in a colon: a heading, perhaps with the last ingredient before it
 * @fresh: it begins a line or a sentence
 * @title: it stands on a line of its own above a list, whose label it is
 * @note: what it is unless it names an ingredient
 */
typedef struct
{
  gsize start;
  gsize end;
  guint list;
  gboolean soft;
  gboolean label;
  gboolean fresh;
  gboolean title;
  StpNote note;
} StpPiece;

typedef struct
{
  GArray *pieces;
  GArray *lists;
} StpReading;

StpReading *stp_reading_new (const char *text);
void stp_reading_free (StpReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpReading, stp_reading_free)

G_END_DECLS
