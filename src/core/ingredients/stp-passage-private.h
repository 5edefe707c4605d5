// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-private.h"
#include "ingredients/stp-reader-private.h"

G_BEGIN_DECLS

/*
 * StpPassage: the sentence that is being read, where commas part it like a list.
 * @denied_end: the first piece that is no longer denied
 * @praised_end: the first that no longer belongs to a bullet of praise
 */
typedef struct
{
  StpDictionary *dictionary;
  const char *text;
  const StpReading *reading;
  guint denied_end;
  guint praised_end;
} StpPassage;

gboolean stp_passage_begins (const StpPassage *self, guint index);
void stp_passage_look_ahead (StpPassage *self, guint index, gboolean behind_list);
void stp_passage_look_back (StpPassage *self, guint index);
void stp_passage_look_inside (StpPassage *self, guint index);
gboolean stp_passage_sets_aside (const StpPassage *self, guint index);

/* Of nearly every piece, which begins at @start, it is known at once that it is not set aside. */
static inline gboolean
stp_passage_is_aside (const StpPassage *self, guint index, gsize start)
{
  return (index < self->denied_end || index < self->praised_end || self->text[start] == '#') &&
         stp_passage_sets_aside (self, index);
}

G_END_DECLS
