// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Writes a dictionary as C, which the compiler lays out as the machine needs it that the
 * program is for. The same dictionary always gives the same text.
 */

#include "config.h"

#include "ingredients/compile/stp-dictionary-source-private.h"

#define PREAMBLE                                                                                   \
  "// Compiled from the JSON of the dictionary, which is the place for changes.\n\n"               \
  "#include \"config.h\"\n\n"                                                                      \
  "#include \"ingredients/stp-dictionary-table-private.h\"\n"

#define HEX "0x%" G_GINT64_MODIFIER "x"

/* Letters of other scripts stand as they are: C source is UTF-8. */
static void
write_text (GString *out, const char *text)
{
  if (text == NULL)
    {
      g_string_append (out, "NULL");
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      g_string_append_printf (out, "\\%03o", (guint) *p);
    else
      {
        if (*p == '"' || *p == '\\')
          g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}

static void
begin (GString *out, const char *type, const char *name)
{
  g_string_append_printf (out, "\nstatic const %s %s[] = {\n", type, name);
}

static void
end (GString *out)
{
  g_string_append (out, "};\n");
}

static void
write_names (GString *out, const StpDictionary *self)
{
  g_string_append (out, "\nstatic const char names[] =");
  for (guint i = 0; i < self->n_entries; i++)
    {
      g_string_append (out, "\n  ");
      write_text (out, self->names + self->entries[i].name);
      g_string_append (out, " \"\\0\"");
    }
  g_string_append (out, ";\n");
}

static void
write_ingredients (GString *out, const StpDictionary *self)
{
  begin (out, "StpIngredient", "ingredients");
  for (guint i = 0; i < self->n_ingredients; i++)
    {
      const StpIngredient *ingredient = &self->ingredients[i];

      g_string_append (out, "  { ");
      write_text (out, ingredient->name);
      g_string_append_printf (out, ", " HEX ", %u, %u, " HEX ", %u },\n", ingredient->classes,
                              ingredient->counts, ingredient->dose_ppm, ingredient->kinds,
                              ingredient->line);
    }
  end (out);
}

static void
write_entries (GString *out, const StpDictionary *self)
{
  begin (out, "StpEntry", "entries");
  for (guint i = 0; i < self->n_entries; i++)
    g_string_append_printf (out, "  { %u, %u },\n", self->entries[i].name,
                            self->entries[i].ingredient);
  end (out);
}

/* The last slot is written in any case, as it tells the compiler how many there are. */
static void
write_slots (GString *out, const StpDictionary *self)
{
  begin (out, "StpNameSlot", "slots");
  for (guint i = 0; i <= self->slot_mask; i++)
    if (self->slots[i].entry != 0 || i == self->slot_mask)
      g_string_append_printf (out, "  [%u] = { 0x%x, %u },\n", i, self->slots[i].hash,
                              self->slots[i].entry);
  end (out);
}

static void
write_bits (GString *out, const guint64 *bits, guint n)
{
  for (guint i = 0; i < n; i++)
    if (bits[i] != 0 || i + 1 == n)
      g_string_append_printf (out, "  [%u] = " HEX ",\n", i, bits[i]);
}

static void
write_affixes (GString *out, const char *name, const StpAffix *affixes, guint n)
{
  begin (out, "StpAffix", name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, "  { ");
      write_text (out, affixes[i].text);
      g_string_append_printf (out, ", %" G_GSIZE_FORMAT " },\n", affixes[i].length);
    }
  end (out);
}

static void
write_nets (GString *out, const StpDictionary *self)
{
  begin (out, "StpNet", "nets");
  for (guint i = 0; i < self->n_nets; i++)
    {
      g_string_append (out, "  { ");
      write_text (out, self->nets[i].start);
      g_string_append (out, ", ");
      write_text (out, self->nets[i].inside);
      g_string_append_printf (out, ", " HEX ", %u },\n", self->nets[i].pairs,
                              self->nets[i].ingredient);
    }
  end (out);
}

static void
write_phrases (GString *out, const StpDictionary *self)
{
  begin (out, "StpPhrase", "phrases");
  for (guint i = 0; i < self->n_phrases; i++)
    {
      const StpPhrase *phrase = &self->phrases[i];

      g_string_append (out, "  { ");
      write_text (out, phrase->words);
      g_string_append_printf (out, ", " HEX ", " HEX ", %u },\n", phrase->pairs, phrase->classes,
                              phrase->weight);
    }
  end (out);
}

static void
write_kinds (GString *out, const StpDictionary *self)
{
  begin (out, "StpKindPhrase", "kinds");
  for (guint i = 0; i < self->n_kinds; i++)
    {
      g_string_append (out, "  { ");
      write_text (out, self->kinds[i].words);
      g_string_append_printf (out, ", " HEX ", %u },\n", self->kinds[i].pairs, self->kinds[i].kind);
    }
  end (out);
}

static void
write_typos (GString *out, const char *name, const StpTypo *typos, guint n)
{
  begin (out, "StpTypo", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "  { 0x%x, %u, %u, %u },\n", typos[i].key, typos[i].name,
                            typos[i].length, typos[i].ingredient);
  end (out);
}

static void
write_byte_bits (GString *out, const char *name, const guint64 *bits)
{
  g_string_append_printf (out, "  .%s = { " HEX ", " HEX ", " HEX ", " HEX " },\n", name, bits[0],
                          bits[1], bits[2], bits[3]);
}

static void
write_table (GString *out, const StpDictionary *self)
{
  static const char *const arrays[] = { "endings", "starts",  "nets",       "phrases",
                                        "kinds",   "entries", "ingredients" };

  g_string_append (out, "\nStpDictionary stp_dictionary_table = {\n"
                        "  .names = names,\n"
                        "  .slots = slots,\n"
                        "  .slot_mask = G_N_ELEMENTS (slots) - 1,\n"
                        "  .name_starts = name_starts,\n"
                        "  .typos = { by_start, by_end, G_N_ELEMENTS (by_start) },\n");
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_string_append_printf (out, "  .%s = %s,\n  .n_%s = G_N_ELEMENTS (%s),\n", arrays[i],
                            arrays[i], arrays[i], arrays[i]);
  write_byte_bits (out, "ending_bytes", self->ending_bytes);
  write_byte_bits (out, "start_bytes", self->start_bytes);
  end (out);
}

/*
 * stp_dictionary_write:
 *
 * Returns: (transfer full): C source that defines `stp_dictionary_table`
 */
char *
stp_dictionary_write (const StpDictionary *self)
{
  GString *out = g_string_new (PREAMBLE);

  write_names (out, self);
  write_ingredients (out, self);
  write_entries (out, self);
  write_slots (out, self);
  begin (out, "guint64", "name_starts");
  write_bits (out, self->name_starts, STP_STARTS_LENGTH);
  end (out);
  write_affixes (out, "endings", self->endings, self->n_endings);
  write_affixes (out, "starts", self->starts, self->n_starts);
  write_nets (out, self);
  write_phrases (out, self);
  write_kinds (out, self);
  write_typos (out, "by_start", self->typos.by_start, self->typos.n);
  write_typos (out, "by_end", self->typos.by_end, self->typos.n);
  write_table (out, self);
  return g_string_free_and_steal (out);
}
