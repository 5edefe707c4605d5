// SPDX-License-Identifier: GPL-3.0-or-later

/* Which lengths of needles were tried on the person's skin, and how it took them (E9). */

#include "config.h"

#include "rules/stp-facts-private.h"
#include "rules/stp-reaction-class-private.h"

/* A clinic's needles tell nothing of the tool at home. */
static gboolean
is_trial (const StpSitting *sitting)
{
  return sitting->needled && sitting->session->place != STP_PLACE_CLINIC && sitting->needle_um > 0;
}

/* (element-type utf8 StpSitting): session id to the patch test */
static GHashTable *
index_patches (StpFacts *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->sittings, i);

      if (is_trial (sitting) && sitting->session->purpose == STP_PURPOSE_PATCH &&
          sitting->end != STP_TIME_UNSET)
        g_hash_table_insert (index, (gpointer) stp_record_get_id (sitting->session), sitting);
    }
  return index;
}

/* Whether a check-in says, late enough, that the skin took the patch test well. */
static gboolean
is_calm_answer (const StpReaction *reaction, const StpSitting *patch)
{
  gint64 wait = stp_rule_find ("gate.patch")->hours[STP_BAND_R2] * STP_HOUR;
  StpBand band = stp_sitting_get_band (patch, G_MAXUINT64);

  return !reaction->skipped && reaction->at.us >= stp_facts_add (patch->end, wait) &&
         stp_reaction_classify (reaction, reaction->at.us - patch->end, band) == STP_REACTION_CALM;
}

static StpTrial *
ensure_trial (StpFacts *self, int needle_um)
{
  StpTrial fresh = { .needle_um = needle_um, .from = G_MAXINT64 };

  for (guint i = 0; i < self->trials->len; i++)
    if (g_array_index (self->trials, StpTrial, i).needle_um == needle_um)
      return &g_array_index (self->trials, StpTrial, i);
  g_array_append_val (self->trials, fresh);
  return &g_array_index (self->trials, StpTrial, self->trials->len - 1);
}

/* Sittings come in the order of their start, so the patch test that stays is the last one. */
static void
add_sitting (StpFacts *self, const StpSitting *sitting)
{
  StpTrial *trial = ensure_trial (self, sitting->needle_um);

  if (sitting->session->purpose == STP_PURPOSE_PATCH)
    trial->patch = sitting;
  else
    trial->from = MIN (trial->from, sitting->start);
}

static void
add_reaction (StpFacts *self, const StpReaction *reaction, GHashTable *patches)
{
  const StpSitting *patch = reaction->session ? g_hash_table_lookup (patches, reaction->session)
                                              : NULL;
  StpTrial *trial;

  if (!patch || !is_calm_answer (reaction, patch))
    return;
  trial = ensure_trial (self, patch->needle_um);
  trial->from = MIN (trial->from, reaction->at.us);
}

void
stp_facts_reckon_trials (StpFacts *self)
{
  g_autoptr (GHashTable) patches = index_patches (self);
  guint n = stp_diary_get_n_records (self->diary, STP_RECORD_REACTION);

  g_array_set_size (self->trials, 0);
  for (guint i = 0; i < self->sittings->len; i++)
    if (is_trial (g_ptr_array_index (self->sittings, i)))
      add_sitting (self, g_ptr_array_index (self->sittings, i));
  for (guint i = 0; i < n && g_hash_table_size (patches) > 0; i++)
    add_reaction (self, stp_diary_peek_record (self->diary, STP_RECORD_REACTION, i), patches);
}

/* Whether the skin took needles of that length or longer before @at. */
gboolean
stp_facts_is_tried (StpFacts *self, int needle_um, gint64 at)
{
  for (guint i = 0; needle_um > 0 && i < self->trials->len; i++)
    {
      const StpTrial *trial = &g_array_index (self->trials, StpTrial, i);

      if (trial->needle_um >= needle_um && trial->from <= at)
        return TRUE;
    }
  return FALSE;
}

/* (nullable): the last patch test with needles of that length or longer that began by @at. */
const StpSitting *
stp_facts_find_patch (StpFacts *self, int needle_um, gint64 at)
{
  const StpSitting *found = NULL;

  for (guint i = 0; i < self->trials->len; i++)
    {
      const StpTrial *trial = &g_array_index (self->trials, StpTrial, i);

      if (trial->patch && trial->needle_um >= needle_um && trial->patch->start <= at &&
          (!found || trial->patch->start > found->start))
        found = trial->patch;
    }
  return found;
}
