// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What one piece of a list names: looked up as a whole, then by its parts, then by a slip of
 * the pen, then by its family.
 */

#include "config.h"

#include "ingredients/stp-lookup-private.h"

#include <string.h>

#include "ingredients/stp-statement-private.h"
#include "ingredients/stp-text-private.h"

/* An unknown piece of more words is a sentence, not one of a family nor a trade name. */
#define FAMILY_WORDS 7

void
stp_lookup_init (StpLookup *self, StpDictionary *dictionary, const char *text)
{
  self->dictionary = dictionary;
  self->text = text;
  stp_parts_init (&self->parts);
  stp_parts_init (&self->alias);
}

void
stp_lookup_clear (StpLookup *self)
{
  stp_parts_clear (&self->alias);
  stp_parts_clear (&self->parts);
}

/*
 * stp_resolved_add:
 *
 * Notes that @self names @ingredient too.
 */
void
stp_resolved_add (StpResolved *self, const StpIngredient *ingredient)
{
  for (guint i = 0; i < self->n_found; i++)
    if (self->found[i] == ingredient)
      return;
  if (self->n_found < STP_RESOLVED_MAX)
    self->found[self->n_found++] = ingredient;
}

/* Names with `Copolymer` join two by a slash and are neither. */
static gboolean
is_polymer (GString *squashed)
{
  return g_str_has_suffix (squashed->str, "polymer") ||
         g_str_has_suffix (squashed->str, "폴리머") || g_str_has_suffix (squashed->str, "ポリマー");
}

static const StpIngredient *
find_name (StpLookup *self, const GString *squashed)
{
  return stp_dictionary_find (self->dictionary, squashed->str, squashed->len);
}

/* Returns: (nullable): what is called @squashed, which was made of @text. */
static const StpIngredient *
find_named (StpLookup *self, const GString *squashed, const char *text, gsize length)
{
  const StpIngredient *found = find_name (self, squashed);

  return found != NULL && stp_ingredient_is_named (found, text, length) ? found : NULL;
}

/* Returns: (nullable): what @parts names, with or without what stands in brackets. */
static const StpIngredient *
find_parts (StpLookup *self, StpParts *parts)
{
  const StpIngredient *found = NULL;

  if (parts->whole->len > 0)
    found = find_named (self, parts->whole, parts->inner->str, parts->inner->len);
  if (found == NULL)
    found = find_named (self, parts->main, parts->text, parts->length);
  /* `Vitamin A/E` is no `Vitamina E`. */
  if (found != NULL && stp_text_begins_with_vitamin (parts->text) && stp_parts_has_slash (parts))
    found = NULL;
  return found;
}

/*
 * stp_lookup_take:
 *
 * Takes apart what stands from @start to @end, for stp_lookup_near(). Returns: its strength in
 * parts per million, 0 = none
 */
guint
stp_lookup_take (StpLookup *self, gsize start, gsize end)
{
  stp_parts_take (&self->parts, self->text + start, self->text + end);
  return self->parts.ppm;
}

/*
 * stp_lookup_knows:
 *
 * Returns: whether what stands from @start to @end is one known name
 */
gboolean
stp_lookup_knows (StpLookup *self, gsize start, gsize end)
{
  stp_lookup_take (self, start, end);
  return find_parts (self, &self->parts) != NULL;
}

/* Looks up what stands between slashes, and in brackets also between commas. */
static gboolean
find_split (StpLookup *self, const char *start, const char *end, const char *cuts, StpResolved *out)
{
  gboolean any = FALSE;

  for (const char *p = start; p < end;)
    {
      const char *stop = p;

      while (stop < end && strchr (cuts, *stop) == NULL)
        stop++;
      stp_parts_take (&self->alias, p, stop);
      const StpIngredient *found = find_parts (self, &self->alias);
      if (found != NULL)
        {
          stp_resolved_add (out, found);
          out->ppm = MAX (out->ppm, self->alias.ppm);
          any = TRUE;
        }
      p = stop + 1;
    }
  return any;
}

static gboolean
find_aliases (StpLookup *self, StpResolved *out)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->parts.n_aliases; i++)
    any |= find_split (self, self->parts.aliases[i].start, self->parts.aliases[i].end, "/\\,", out);
  return any;
}

static gboolean
is_vitamin (const StpIngredient *ingredient)
{
  return g_str_has_prefix (ingredient->name, "Vitamin");
}

/* What is named for sure: the oil of a carrot has vitamin A, too. */
static gboolean
is_grave (const StpIngredient *ingredient)
{
  return ingredient->counts == STP_COUNTS_ALWAYS && !is_vitamin (ingredient);
}

/* Extracts and oils, whose plants need not be known. */
static gboolean
is_plant (StpLookup *self)
{
  const char *name = self->parts.main->str;

  return stp_dictionary_has_family (self->dictionary, name) || g_str_has_suffix (name, "oil") ||
         g_str_has_suffix (name, "오일") || g_str_has_suffix (name, "油");
}

/* Beside a known name the brackets only repeat it, except where nothing may be missed. */
static void
add_grave_aliases (StpLookup *self, StpResolved *out)
{
  StpResolved inside = { 0 };

  if (self->parts.n_aliases == 0 || !find_aliases (self, &inside))
    return;
  for (guint i = 0; i < inside.n_found; i++)
    if (is_grave (inside.found[i]))
      stp_resolved_add (out, inside.found[i]);
}

/* Beside an unknown name the brackets tell what it is, and of a plant what it is rich in. */
static void
add_aliases (StpLookup *self, StpResolved *out)
{
  StpResolved inside = { 0 };

  if (self->parts.n_aliases == 0 || !find_aliases (self, &inside))
    return;
  const gboolean plant = is_plant (self);
  for (guint i = 0; i < inside.n_found; i++)
    if (!plant || !is_vitamin (inside.found[i]))
      stp_resolved_add (out, inside.found[i]);
  out->ppm = MAX (out->ppm, inside.ppm);
}

/* `Vitamin A (Beta-Carotene)`: the brackets say which. Returns: (nullable): what stands in */
static const StpIngredient *
find_stand_in (StpLookup *self)
{
  StpResolved inside = { 0 };

  if (self->parts.n_aliases == 0 || !find_aliases (self, &inside))
    return NULL;
  return inside.found[0]->counts == STP_COUNTS_STAND_IN ? inside.found[0] : NULL;
}

/* A sentence is not named by what stands in its brackets: `Milk is rich in a vitamin (retinol)`. */
static gboolean
is_sentence (const char *text, gsize length)
{
  guint words = 1;

  for (const char *p = text; p < text + length && words < FAMILY_WORDS; p++)
    words += *p == ' ';
  if (words < FAMILY_WORDS)
    return FALSE;

  g_autofree char *raw = g_strndup (text, length);
  g_autofree char *folded = stp_text_dup_words (raw);
  return stp_statement_is_sentence (folded);
}

/*
 * Beside the part that is known there may be what may not be missed: `Retinol Complex (Lecithin)`,
 * `Squalane (with Retinol)`; but not in plants, nor where the part says what is meant instead.
 */
static void
catch_beside (StpLookup *self, StpResolved *out)
{
  const StpIngredient *caught = NULL;

  if (out->found[0]->counts == STP_COUNTS_STAND_IN)
    return;
  if (self->by_part)
    caught = stp_dictionary_catch (self->dictionary, self->parts.text, self->parts.length);
  for (guint i = 0; !self->by_part && caught == NULL && i < self->parts.n_aliases; i++)
    {
      const char *inside = self->parts.aliases[i].start;
      const gsize length = self->parts.aliases[i].end - inside;

      /* One word was looked up already. */
      if (memchr (inside, ' ', length) != NULL)
        caught = stp_dictionary_catch (self->dictionary, inside, length);
    }
  if (caught != NULL && (self->by_part || !is_plant (self)))
    stp_resolved_add (out, caught);
}

/*
 * stp_lookup_known:
 * @out: has the place in the text; what is found there is noted in it
 *
 * Returns: whether the text is known, as a whole or by its parts
 */
gboolean
stp_lookup_known (StpLookup *self, StpResolved *out)
{
  const char *start = self->text + out->start;
  const char *end = self->text + out->end;

  stp_parts_take (&self->parts, start, end);
  out->ppm = self->parts.ppm;

  const StpIngredient *found = find_parts (self, &self->parts);
  self->by_part = found == NULL;
  if (found != NULL && self->parts.absent)
    {
      out->recognised = TRUE;
      return TRUE;
    }
  if (found != NULL)
    {
      gboolean whole = self->parts.whole->len > 0 && found == find_name (self, self->parts.whole);
      const StpIngredient *instead = is_vitamin (found) ? find_stand_in (self) : NULL;

      stp_resolved_add (out, instead != NULL ? instead : found);
      if (!whole && found->counts != STP_COUNTS_STAND_IN)
        add_grave_aliases (self, out);
    }
  else if (!is_polymer (self->parts.main))
    {
      if (stp_parts_has_slash (&self->parts))
        find_split (self, start, end, "/\\", out);
      if (self->parts.n_aliases > 0 && !is_sentence (self->parts.text, self->parts.length))
        add_aliases (self, out);
    }
  if (out->n_found > 0 && (self->by_part || self->parts.n_aliases > 0))
    catch_beside (self, out);
  out->recognised = out->exact = out->n_found > 0;
  return out->recognised;
}

/*
 * stp_lookup_near:
 * @out: what stp_lookup_known() or stp_lookup_take() took apart last
 * @n_words: how many words it has
 *
 * Returns: whether it is known by a slip of the pen or by its family
 */
gboolean
stp_lookup_near (StpLookup *self, StpResolved *out, guint n_words)
{
  const StpIngredient *near = stp_dictionary_find_typo (self->dictionary, self->parts.main->str);

  if (near != NULL)
    stp_resolved_add (out, near);
  out->recognised = near != NULL || is_polymer (self->parts.main) ||
                    (n_words <= FAMILY_WORDS &&
                     stp_dictionary_has_family (self->dictionary, self->parts.main->str));
  return out->recognised;
}

/*
 * stp_lookup_catch:
 *
 * Whatever else the text from @start to @end is: these may not be missed (clinical rules,
 * section 7.2). Returns: whether a safety net caught something
 */
gboolean
stp_lookup_catch (StpLookup *self, StpResolved *out, gsize start, gsize end)
{
  const StpIngredient *caught = stp_dictionary_catch (self->dictionary, self->text + start,
                                                      end - start);

  if (caught != NULL)
    stp_resolved_add (out, caught);
  return caught != NULL;
}
