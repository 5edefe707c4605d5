// SPDX-License-Identifier: GPL-3.0-or-later

/* The dictionary of ingredients, as it was compiled from `data/ingredients.json`. */

#include "config.h"

#include "ingredients/stp-dictionary-table-private.h"

#include <string.h>

#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-statement-private.h"
#include "ingredients/stp-text-private.h"

/*
 * stp_dictionary_get_default:
 *
 * Returns: (transfer none): the dictionary that the program carries; may be shared by threads
 */
StpDictionary *
stp_dictionary_get_default (void)
{
  return &stp_dictionary_table;
}

/*
 * stp_dictionary_find:
 * @squashed: a name, @length bytes
 *
 * Returns: (nullable): the ingredient of that name
 */
const StpIngredient *
stp_dictionary_find (StpDictionary *self, const char *squashed, gsize length)
{
  guint32 hash = stp_dictionary_hash (squashed, length);

  for (guint place = hash & self->slot_mask; self->slots[place].entry != 0;
       place = (place + 1) & self->slot_mask)
    {
      if (self->slots[place].hash != hash)
        continue;
      const StpEntry *entry = &self->entries[self->slots[place].entry - 1];
      const char *name = self->names + entry->name;
      if (strncmp (name, squashed, length) == 0 && name[length] == '\0')
        return &self->ingredients[entry->ingredient];
    }
  return NULL;
}

static gboolean
is_mark (char c)
{
  return (guchar) c < 0x80 && !g_ascii_isalnum (c);
}

/*
 * stp_ingredient_names_one:
 * @text: what was squashed into the name of vitamin A, @length bytes
 *
 * `Vitamina` is Spanish for any of them and is only squashed the same as `Vitamin A`.
 *
 * Returns: whether @text names that one
 */
gboolean
stp_ingredient_names_one (const char *text, gsize length)
{
  while (length > 1 && is_mark (text[length - 1]))
    length--;
  while (length > 1 && is_mark (*text))
    {
      text++;
      length--;
    }

  /* A capital behind small letters, or behind a script without any, is a letter of its own. */
  return memchr (text, ' ', length) != NULL || memchr (text, '-', length) != NULL ||
         (guchar) *text >= 0xe0 ||
         (g_ascii_isupper (text[length - 1]) && g_ascii_islower (text[length - 2]));
}

/*
 * stp_dictionary_may_begin:
 * @squashed: a word, @length bytes
 *
 * Returns: %FALSE where no name begins with that word
 */
gboolean
stp_dictionary_may_begin (StpDictionary *self, const char *squashed, gsize length)
{
  return length < STP_START_BYTES ||
         stp_dictionary_has_bit (self->name_starts, stp_dictionary_hash_start (squashed));
}

/*
 * stp_dictionary_find_typo:
 *
 * Returns: (nullable): the ingredient that has a class and is one slip away. Harmless ones
 * are not looked for: what is taken for harmless must be spelled so.
 */
const StpIngredient *
stp_dictionary_find_typo (StpDictionary *self, const char *squashed)
{
  const StpTypo *typo = stp_typos_find (&self->typos, self->names, squashed);

  return typo != NULL ? &self->ingredients[typo->ingredient] : NULL;
}

/*
 * stp_dictionary_has_family:
 *
 * Returns: whether @squashed begins or ends as whole families of harmless ingredients do:
 * `… Extract`, `… Copolymer`, `PEG-40 …`
 */
gboolean
stp_dictionary_has_family (StpDictionary *self, const char *squashed)
{
  gsize length = strlen (squashed);

  if (length == 0)
    return FALSE;
  const char last = squashed[length - 1];
  if (stp_dictionary_has_bit (self->ending_bytes, (guchar) last))
    for (guint i = 0; i < self->n_endings; i++)
      {
        const StpAffix *ending = &self->endings[i];

        if (ending->text[ending->length - 1] == last && ending->length <= length &&
            memcmp (squashed + length - ending->length, ending->text, ending->length) == 0)
          return TRUE;
      }
  if (stp_dictionary_has_bit (self->start_bytes, (guchar) *squashed))
    for (guint i = 0; i < self->n_starts; i++)
      {
        const StpAffix *start = &self->starts[i];

        if (*start->text == *squashed && start->length <= length &&
            memcmp (squashed, start->text, start->length) == 0)
          return TRUE;
      }
  return FALSE;
}

/* Accents, full-width letters and the like, which become plain letters only when folded. */
static gboolean
has_rare_letters (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (((guchar) text[i] >= 0xc0 && (guchar) text[i] <= 0xe2) || (guchar) text[i] == 0xef)
      return TRUE;
  return FALSE;
}

/*
 * stp_dictionary_may_catch:
 *
 * Folding words costs far more than seeing that a letter is missing for all of the nets.
 *
 * Returns: %FALSE where stp_dictionary_catch() would catch nothing
 */
gboolean
stp_dictionary_may_catch (StpDictionary *self, const char *text, gsize length)
{
  guint64 pairs = stp_text_get_pairs (text, length);

  for (guint i = 0; i < self->n_nets; i++)
    if ((self->nets[i].pairs & ~pairs) == 0)
      return TRUE;
  return has_rare_letters (text, length);
}

/* Hides what is called after an ingredient without being one: `phyto-retinol`. */
static void
hide_stand_ins (StpDictionary *self, char *words)
{
  guint64 pairs = stp_text_get_pairs (words, strlen (words));

  for (guint i = 0; i < self->n_phrases; i++)
    {
      const StpPhrase *phrase = &self->phrases[i];

      if (phrase->weight != STP_WEIGHT_NOT || (phrase->pairs & ~pairs) != 0)
        continue;
      char *match = strstr (words, phrase->words);
      if (match != NULL)
        stp_text_take_away (match, strlen (phrase->words));
    }
}

/* Whether @words take back what they name at @match, or only speak of it. */
static gboolean
is_taken_back (const char *words, const char *match, gsize length)
{
  return stp_denial_covers (words, match, length) || stp_denial_follows (match + length - 1) ||
         (stp_statement_is_sentence (words) && !stp_statement_affirms (words, match));
}

/* Returns: what @words name that a net catches; @denied is set where they take one back. */
static const StpIngredient *
find_net (StpDictionary *self, char *words, gboolean *denied)
{
  guint64 pairs = stp_text_get_pairs (words, strlen (words));

  for (guint i = 0; i < self->n_nets; i++)
    {
      const StpNet *net = &self->nets[i];
      const char *text = net->start != NULL ? net->start : net->inside;

      if ((net->pairs & ~pairs) != 0)
        continue;
      for (const char *p = words; (p = strstr (p, text)) != NULL; p++)
        {
          if (!is_taken_back (words, p, strlen (text)))
            return &self->ingredients[net->ingredient];
          *denied = TRUE;
        }
    }
  return NULL;
}

static char *
dup_words (const char *text, gsize length)
{
  g_autofree char *raw = g_strndup (text, length);

  return stp_text_dup_words (raw);
}

/*
 * stp_dictionary_catch:
 * @text: an unknown ingredient, as given
 *
 * Returns: (nullable): what a safety net takes it for
 */
const StpIngredient *
stp_dictionary_catch (StpDictionary *self, const char *text, gsize length)
{
  if (!stp_dictionary_may_catch (self, text, length))
    return NULL;

  g_autofree char *words = dup_words (text, length);
  gboolean denied = FALSE;
  if (find_net (self, words, &denied) == NULL)
    return NULL;
  hide_stand_ins (self, words);
  return find_net (self, words, &denied);
}

/*
 * stp_dictionary_denies:
 *
 * Returns: whether @text names what a safety net would catch, but only to say that it is
 * something else, or not in it: `an alternative to retinol`
 */
gboolean
stp_dictionary_denies (StpDictionary *self, const char *text, gsize length)
{
  if (!stp_dictionary_may_catch (self, text, length))
    return FALSE;

  g_autofree char *words = dup_words (text, length);
  gboolean denied = FALSE;
  if (find_net (self, words, &denied) == NULL)
    return denied;
  hide_stand_ins (self, words);
  return find_net (self, words, &denied) == NULL;
}

guint
stp_dictionary_get_n_names (StpDictionary *self)
{
  return self->n_entries;
}

/*
 * stp_dictionary_get_phrases:
 *
 * Returns: (array length=n_phrases): what names of products say, the longest first
 */
const StpPhrase *
stp_dictionary_get_phrases (StpDictionary *self, guint *n_phrases)
{
  *n_phrases = self->n_phrases;
  return self->phrases;
}

/*
 * stp_dictionary_get_kinds:
 *
 * Returns: (array length=n_kinds): words that tell the kind of product; the first that
 * matches wins
 */
const StpKindPhrase *
stp_dictionary_get_kinds (StpDictionary *self, guint *n_kinds)
{
  *n_kinds = self->n_kinds;
  return self->kinds;
}
