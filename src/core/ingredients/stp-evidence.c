// SPDX-License-Identifier: GPL-3.0-or-later

/* What the name of a product, a heading or a shop's claim says about its classes. */

#include "config.h"

#include "ingredients/stp-evidence-private.h"

#include <string.h>

#include "ingredients/stp-classification.h"
#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-text-private.h"

/* The strength beside the words at @match: `aha 30%`, `10% glycolic acid`. */
static guint
strength_beside (const char *words, const char *end, const char *match, gsize length)
{
  const char *after = match + length;
  const char *unit_end;
  guint ppm = 0;

  while (*after == ' ')
    after++;
  if (g_ascii_isdigit (*after))
    ppm = stp_text_read_strength (after, end, &unit_end);
  if (ppm > 0)
    return ppm;

  const char *before = match;
  while (before > words && before[-1] == ' ')
    before--;
  while (before > words && before[-1] != ' ')
    before--;
  return g_ascii_isdigit (*before) ? stp_text_read_strength (before, end, &unit_end) : 0;
}

static void
note (StpEvidence *self, const StpPhrase *phrase, guint ppm)
{
  for (guint c = 1; c < STP_CLASS_N; c++)
    {
      if ((phrase->classes & STP_CLASS_BIT (c)) == 0)
        continue;
      if (self->words[c] == NULL || (self->says & STP_CLASS_BIT (c)) == 0)
        self->words[c] = phrase->words;
      self->ppm[c] = MAX (self->ppm[c], ppm);
    }

  self->alludes |= phrase->classes;
  if (phrase->weight >= STP_WEIGHT_HINTS)
    self->hints |= phrase->classes;
  if (phrase->weight >= STP_WEIGHT_SUGGESTS)
    self->suggests |= phrase->classes;
  if (phrase->weight >= STP_WEIGHT_SAYS)
    self->says |= phrase->classes;
}

/* What is said outright can be taken back: `AHA-free`; the words are not read once more. */
static void
add_phrase (StpEvidence *self,
            const StpPhrase *phrase,
            const char *words,
            const char *end,
            char *match)
{
  gsize length = strlen (phrase->words);

  if (phrase->weight == STP_WEIGHT_NOT ||
      (phrase->weight == STP_WEIGHT_SAYS && stp_denial_covers (words, match, length)))
    self->denied |= phrase->classes;
  else
    note (self, phrase, strength_beside (words, end, match, length));
  stp_text_take_away (match, length);
}

/*
 * stp_evidence_add:
 * @text: (nullable): a name, a heading, a claim
 *
 * Adds what @text says.
 */
void
stp_evidence_add (StpEvidence *self, StpDictionary *dictionary, const char *text)
{
  g_autofree char *words = stp_text_dup_words (text);
  guint n_phrases;
  const StpPhrase *phrases = stp_dictionary_get_phrases (dictionary, &n_phrases);
  const char *end = words + strlen (words);
  guint64 pairs = stp_text_get_pairs (words, end - words);

  for (guint i = 0; i < n_phrases; i++)
    {
      if (phrases[i].pairs & ~pairs)
        continue;

      for (char *match = words; (match = strstr (match, phrases[i].words)) != NULL; match++)
        add_phrase (self, &phrases[i], words, end, match);
    }
}

/*
 * stp_kind_from_text:
 *
 * Returns: the kind of product that @text names; %STP_PRODUCT_OTHER when none
 */
StpProductKind
stp_kind_from_text (StpDictionary *dictionary, const char *text)
{
  g_autofree char *words = stp_text_dup_words (text);
  guint n_kinds;
  const StpKindPhrase *kinds = stp_dictionary_get_kinds (dictionary, &n_kinds);
  guint64 pairs = stp_text_get_pairs (words, strlen (words));

  for (guint i = 0; i < n_kinds; i++)
    if ((kinds[i].pairs & ~pairs) == 0 && strstr (words, kinds[i].words) != NULL)
      return kinds[i].kind;
  return STP_PRODUCT_OTHER;
}

/**
 * stp_product_kind_from_category:
 * @category: (nullable): a shop's category, in any language; of a path such as
 *   `Cleansers / Toners` the last part that says something counts
 *
 * Returns: the kind of product; %STP_PRODUCT_OTHER where the words say nothing
 */
StpProductKind
stp_product_kind_from_category (const char *category)
{
  g_auto (GStrv) parts = g_strsplit (category != NULL ? category : "", "/", -1);
  StpProductKind kind = STP_PRODUCT_OTHER;

  for (guint i = g_strv_length (parts); i > 0 && kind == STP_PRODUCT_OTHER; i--)
    kind = stp_kind_from_text (stp_dictionary_get_default (), parts[i - 1]);
  return kind;
}
