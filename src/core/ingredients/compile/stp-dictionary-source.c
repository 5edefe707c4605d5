// SPDX-License-Identifier: GPL-3.0-or-later

/* From the JSON of the dictionary to the arrays that are asked. */

#include "config.h"

#include "ingredients/compile/stp-dictionary-source-private.h"

static void
add_slot (StpDictionarySource *self, guint index)
{
  StpNameSlot *slots = (StpNameSlot *) self->slots->data;
  const char *name = self->names->str + g_array_index (self->entries, StpEntry, index).name;
  guint32 hash = stp_dictionary_hash (name, strlen (name));
  guint place = hash & self->table.slot_mask;

  while (slots[place].entry != 0)
    place = (place + 1) & self->table.slot_mask;
  slots[place] = (StpNameSlot) { hash, index + 1 };
}

static void
note_start (StpDictionarySource *self, const char *name)
{
  if (strlen (name) < STP_START_BYTES)
    return;

  guint start = stp_dictionary_hash_start (name);
  g_array_index (self->name_starts, guint64, start / 64) |= STP_BIT (start % 64);
}

static int
compare_typos (gconstpointer a, gconstpointer b)
{
  guint64 order_a = stp_typo_get_order (a);
  guint64 order_b = stp_typo_get_order (b);

  return (order_a > order_b) - (order_a < order_b);
}

/* A table of slots that is less than half full, since most of what is looked up is not in it. */
static void
note_names (StpDictionarySource *self)
{
  self->table.slot_mask = (2u << g_bit_storage (self->entries->len)) - 1;
  g_array_set_size (self->slots, self->table.slot_mask + 1);
  g_array_set_size (self->name_starts, STP_STARTS_LENGTH);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const StpEntry *entry = &g_array_index (self->entries, StpEntry, i);

      add_slot (self, i);
      note_start (self, self->names->str + entry->name);
    }
  g_array_sort (self->by_start, compare_typos);
  g_array_sort (self->by_end, compare_typos);
}

/* What tells fast that there is no use in looking. */
static void
note_affixes (StpDictionarySource *self)
{
  for (guint i = 0; i < self->endings->len; i++)
    {
      const StpAffix *ending = &g_array_index (self->endings, StpAffix, i);
      guchar byte = ending->text[ending->length - 1];

      self->table.ending_bytes[byte / 64] |= STP_BIT (byte % 64);
    }
  for (guint i = 0; i < self->starts->len; i++)
    {
      guchar byte = g_array_index (self->starts, StpAffix, i).text[0];

      self->table.start_bytes[byte / 64] |= STP_BIT (byte % 64);
    }
}

static void
point_at_arrays (StpDictionarySource *self)
{
  StpDictionary *table = &self->table;

  table->names = self->names->str;
  table->ingredients = (StpIngredient *) self->ingredients->data;
  table->n_ingredients = self->ingredients->len;
  table->entries = (StpEntry *) self->entries->data;
  table->n_entries = self->entries->len;
  table->slots = (StpNameSlot *) self->slots->data;
  table->name_starts = (guint64 *) self->name_starts->data;
  table->endings = (StpAffix *) self->endings->data;
  table->n_endings = self->endings->len;
  table->starts = (StpAffix *) self->starts->data;
  table->n_starts = self->starts->len;
  table->nets = (StpNet *) self->nets->data;
  table->n_nets = self->nets->len;
  table->phrases = (StpPhrase *) self->phrases->data;
  table->n_phrases = self->phrases->len;
  table->kinds = (StpKindPhrase *) self->kinds->data;
  table->n_kinds = self->kinds->len;
  table->typos.by_start = (StpTypo *) self->by_start->data;
  table->typos.by_end = (StpTypo *) self->by_end->data;
  table->typos.n = self->by_start->len;
}

static StpDictionarySource *
source_new (void)
{
  StpDictionarySource *self = g_new0 (StpDictionarySource, 1);

  self->strings = g_string_chunk_new (65536);
  self->names = g_string_new (NULL);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->ingredients = g_array_new (FALSE, FALSE, sizeof (StpIngredient));
  self->entries = g_array_new (FALSE, FALSE, sizeof (StpEntry));
  self->slots = g_array_new (FALSE, TRUE, sizeof (StpNameSlot));
  self->name_starts = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->endings = g_array_new (FALSE, FALSE, sizeof (StpAffix));
  self->starts = g_array_new (FALSE, FALSE, sizeof (StpAffix));
  self->nets = g_array_new (FALSE, FALSE, sizeof (StpNet));
  self->phrases = g_array_new (FALSE, FALSE, sizeof (StpPhrase));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (StpKindPhrase));
  self->by_start = g_array_new (FALSE, FALSE, sizeof (StpTypo));
  self->by_end = g_array_new (FALSE, FALSE, sizeof (StpTypo));
  return self;
}

/*
 * stp_dictionary_new:
 *
 * Returns: (transfer full) (nullable): the dictionary in @json, or %NULL with the first fault
 */
StpDictionary *
stp_dictionary_new (const char *json, gssize length, GError **error)
{
  StpDictionarySource *self = source_new ();

  if (!stp_dictionary_load (self, json, length, error))
    {
      stp_dictionary_free (&self->table);
      return NULL;
    }
  note_names (self);
  note_affixes (self);
  point_at_arrays (self);
  return &self->table;
}

/*
 * stp_dictionary_free:
 * @self: of stp_dictionary_new(), not the one that the program carries
 */
void
stp_dictionary_free (StpDictionary *self)
{
  StpDictionarySource *source = (StpDictionarySource *) self;

  g_array_unref (source->by_end);
  g_array_unref (source->by_start);
  g_array_unref (source->kinds);
  g_array_unref (source->phrases);
  g_array_unref (source->nets);
  g_array_unref (source->starts);
  g_array_unref (source->endings);
  g_array_unref (source->name_starts);
  g_array_unref (source->slots);
  g_array_unref (source->entries);
  g_array_unref (source->ingredients);
  g_hash_table_unref (source->known);
  g_string_free (source->names, TRUE);
  g_string_chunk_free (source->strings);
  g_free (source);
}
