// SPDX-License-Identifier: GPL-3.0-or-later

/* The dictionary of ingredients, read once when it is first asked. */

#include "config.h"

#include "ingredients/stp-dictionary-load-private.h"

#include <gio/gio.h>
#include <string.h>

#include "ingredients/stp-text-private.h"
#include "stp-ingredients-resources.h"

/* Of a name, to tell it from others at a glance: three letters, or one of another script. */
#define START_BYTES 3

#define DICTIONARY_PATH "/dev/stipple/core/ingredients.json"

static gpointer
load_default (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  StpDictionary *self = NULL;

  stp_ingredients_register_resource ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (DICTIONARY_PATH, 0, &error);
  if (bytes != NULL)
    self = stp_dictionary_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  /* It is part of the program: without it no answer could be trusted. */
  if (self == NULL)
    g_error ("The dictionary of ingredients is broken: %s", error->message);
  return self;
}

/*
 * stp_dictionary_get_default:
 *
 * Returns: (transfer none): the dictionary that the program carries; may be shared by threads
 */
StpDictionary *
stp_dictionary_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_default, NULL);
}

/* Eight bytes at once, as most of what a list costs is looking up names. */
static guint
hash_name (gconstpointer name)
{
  gsize length = strlen (name);
  guint64 hash = length;

  for (gsize i = 0; i < length; i += sizeof (guint64))
    {
      guint64 part = 0;

      memcpy (&part, (const char *) name + i, MIN (sizeof part, length - i));
      hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  return (guint) hash;
}

static guint
hash_start (const char *name)
{
  guint32 key = 0;

  memcpy (&key, name, START_BYTES);
  return (key * 0x9e3779b1u) >> (32 - STP_STARTS_BITS);
}

static void
note_name (StpDictionary *self, const char *name, const StpIngredient *ingredient)
{
  StpEntry entry = { name, ingredient };
  guint hash = hash_name (name);
  guint place = hash & self->slot_mask;

  while (self->slots[place].entry != 0)
    place = (place + 1) & self->slot_mask;
  g_array_append_val (self->entries, entry);
  self->slots[place] = (StpNameSlot) { hash, self->entries->len };

  if (strlen (name) >= START_BYTES)
    self->name_starts[hash_start (name) / 64] |= STP_BIT (hash_start (name) % 64);
}

/* A table that is less than half full, since most of what is looked up is not in it. */
static void
note_names (StpDictionary *self)
{
  GHashTableIter iter;
  gpointer name, ingredient;

  self->slot_mask = (2u << g_bit_storage (g_hash_table_size (self->names))) - 1;
  self->slots = g_new0 (StpNameSlot, self->slot_mask + 1);
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, &ingredient))
    note_name (self, name, ingredient);
}

/* What tells fast that there is no use in looking. */
static void
note_affixes (StpDictionary *self)
{
  for (guint i = 0; i < self->endings->len; i++)
    {
      const StpAffix *ending = &g_array_index (self->endings, StpAffix, i);
      self->ending_bytes[(guchar) ending->text[ending->length - 1]] = TRUE;
    }
  for (guint i = 0; i < self->starts->len; i++)
    self->start_bytes[(guchar) g_array_index (self->starts, StpAffix, i).text[0]] = TRUE;
}

/*
 * stp_dictionary_new:
 *
 * Returns: (transfer full) (nullable): the dictionary in @json, or %NULL with the first fault
 */
StpDictionary *
stp_dictionary_new (const char *json, gssize length, GError **error)
{
  g_autoptr (StpDictionary) self = g_new0 (StpDictionary, 1);

  self->strings = g_string_chunk_new (65536);
  self->ingredients = g_ptr_array_new_with_free_func (g_free);
  self->names = g_hash_table_new (hash_name, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (StpEntry));
  self->endings = g_array_new (FALSE, FALSE, sizeof (StpAffix));
  self->starts = g_array_new (FALSE, FALSE, sizeof (StpAffix));
  self->nets = g_array_new (FALSE, FALSE, sizeof (StpNet));
  self->phrases = g_array_new (FALSE, FALSE, sizeof (StpPhrase));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (StpKindPhrase));
  self->typos = stp_typos_new ();

  if (!stp_dictionary_load (self, json, length, error))
    return NULL;
  note_names (self);
  note_affixes (self);
  return g_steal_pointer (&self);
}

void
stp_dictionary_free (StpDictionary *self)
{
  stp_typos_free (self->typos);
  g_array_unref (self->kinds);
  g_array_unref (self->phrases);
  g_array_unref (self->nets);
  g_array_unref (self->starts);
  g_array_unref (self->endings);
  g_hash_table_unref (self->names);
  g_free (self->slots);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->ingredients);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const StpIngredient *
stp_dictionary_find (StpDictionary *self, const char *squashed)
{
  guint hash = hash_name (squashed);

  for (guint place = hash & self->slot_mask; self->slots[place].entry != 0;
       place = (place + 1) & self->slot_mask)
    {
      if (self->slots[place].hash != hash)
        continue;
      const StpEntry *entry = &g_array_index (self->entries, StpEntry,
                                              self->slots[place].entry - 1);
      if (strcmp (entry->name, squashed) == 0)
        return entry->ingredient;
    }
  return NULL;
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
  return length < START_BYTES || (self->name_starts[hash_start (squashed) / 64] &
                                  STP_BIT (hash_start (squashed) % 64)) != 0;
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
  return stp_typos_find (self->typos, squashed);
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
  if (self->ending_bytes[(guchar) squashed[length - 1]])
    for (guint i = 0; i < self->endings->len; i++)
      {
        const StpAffix *ending = &g_array_index (self->endings, StpAffix, i);

        if (ending->length <= length &&
            memcmp (squashed + length - ending->length, ending->text, ending->length) == 0)
          return TRUE;
      }
  if (self->start_bytes[(guchar) *squashed])
    for (guint i = 0; i < self->starts->len; i++)
      {
        const StpAffix *start = &g_array_index (self->starts, StpAffix, i);

        if (start->length <= length && memcmp (squashed, start->text, start->length) == 0)
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

  for (guint i = 0; i < self->nets->len; i++)
    if ((g_array_index (self->nets, StpNet, i).pairs & ~pairs) == 0)
      return TRUE;
  return has_rare_letters (text, length);
}

/* Hides `retinol alternative` and the like. Returns: whether there was any. */
static gboolean
hide_denials (StpDictionary *self, char *words)
{
  guint64 pairs = stp_text_get_pairs (words, strlen (words));
  gboolean any = FALSE;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      StpPhrase *phrase = &g_array_index (self->phrases, StpPhrase, i);

      if (phrase->weight != STP_WEIGHT_NOT || (phrase->pairs & ~pairs) != 0)
        continue;
      char *match = strstr (words, phrase->words);
      if (match == NULL)
        continue;
      stp_text_take_away (match, strlen (phrase->words));
      any = TRUE;
    }
  return any;
}

static const StpIngredient *
find_net (StpDictionary *self, const char *words)
{
  guint64 pairs = stp_text_get_pairs (words, strlen (words));

  for (guint i = 0; i < self->nets->len; i++)
    {
      StpNet *net = &g_array_index (self->nets, StpNet, i);

      if ((net->pairs & ~pairs) == 0 &&
          strstr (words, net->start != NULL ? net->start : net->inside) != NULL)
        return net->ingredient;
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
  hide_denials (self, words);
  return find_net (self, words);
}

/*
 * stp_dictionary_denies:
 *
 * Returns: whether @text names what a safety net would catch, but only to say that it is
 * something else: `an alternative to retinol`
 */
gboolean
stp_dictionary_denies (StpDictionary *self, const char *text, gsize length)
{
  if (!stp_dictionary_may_catch (self, text, length))
    return FALSE;

  g_autofree char *words = dup_words (text, length);
  return hide_denials (self, words) && find_net (self, words) == NULL;
}

guint
stp_dictionary_get_n_names (StpDictionary *self)
{
  return g_hash_table_size (self->names);
}

/*
 * stp_dictionary_get_phrases:
 *
 * Returns: (array length=n_phrases): what names of products say, the longest first
 */
const StpPhrase *
stp_dictionary_get_phrases (StpDictionary *self, guint *n_phrases)
{
  *n_phrases = self->phrases->len;
  return (const StpPhrase *) self->phrases->data;
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
  *n_kinds = self->kinds->len;
  return (const StpKindPhrase *) self->kinds->data;
}
