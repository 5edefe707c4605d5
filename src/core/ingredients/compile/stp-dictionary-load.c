// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Reads `data/ingredients.json`, strictly: an unknown member, class or kind and a name that
 * stands twice are faults, so that a slip in the table never passes as "harmless".
 */

#include "config.h"

#include "ingredients/compile/stp-dictionary-source-private.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "ingredients/compile/stp-json-read-private.h"
#include "ingredients/stp-text-private.h"

static const char *const counts_names[] = {
  [STP_COUNTS_ALWAYS] = "always",     [STP_COUNTS_ACID] = "acid",
  [STP_COUNTS_BUFFER] = "buffer",     [STP_COUNTS_LINE] = "line",
  [STP_COUNTS_TOP] = "top",           [STP_COUNTS_PRESENT] = "present",
  [STP_COUNTS_DOSE] = "dose",         [STP_COUNTS_KIND] = "kind",
  [STP_COUNTS_NEVER] = "never",       [STP_COUNTS_CRYSTAL] = "crystal",
  [STP_COUNTS_STAND_IN] = "stand-in", [STP_COUNTS_FOOD] = "food",
};

static const char *const line_names[] = {
  [STP_LINE_NO] = "no",
  [STP_LINE_LATE] = "late",
  [STP_LINE_ALWAYS] = "always",
};

static const char *const weight_names[] = {
  [STP_WEIGHT_NOT] = "not",     [STP_WEIGHT_ALLUDES] = "alludes",
  [STP_WEIGHT_HINTS] = "hints", [STP_WEIGHT_SUGGESTS] = "suggests",
  [STP_WEIGHT_SAYS] = "says",
};

typedef gboolean (*ItemFunc) (StpDictionarySource *self, JsonObject *object, GError **error);

static const char *
keep_squashed (StpDictionarySource *self, const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  stp_text_squash (key, text, strlen (text));
  return g_string_chunk_insert_const (self->strings, key->str);
}

/* Harmless names must be spelled right. */
static void
note_typos (StpDictionarySource *self,
            const char *name,
            const char *squashed,
            const StpEntry *entry)
{
  StpTypo start = { .name = entry->name, .ingredient = entry->ingredient };
  StpTypo end = start;

  if (g_array_index (self->ingredients, StpIngredient, entry->ingredient).classes == 0 ||
      !stp_typo_file (name, squashed, &start, &end))
    return;
  g_array_append_val (self->by_start, start);
  g_array_append_val (self->by_end, end);
}

static gboolean
add_name (StpDictionarySource *self, const char *name, guint ingredient, GError **error)
{
  const char *key = keep_squashed (self, name);
  StpEntry entry = { self->names->len, ingredient };

  if (*key == '\0')
    return stp_json_fault (error, "empty name", name);
  if (!g_hash_table_add (self->known, (char *) key))
    return stp_json_fault (error, "name stands twice", name);
  g_string_append_len (self->names, key, strlen (key) + 1);
  g_array_append_val (self->entries, entry);
  note_typos (self, name, key, &entry);
  return TRUE;
}

/* Returns: its place among the ingredients */
static guint
add_ingredient (StpDictionarySource *self, const char *name, const StpIngredient *pattern)
{
  StpIngredient ingredient = *pattern;

  ingredient.name = g_string_chunk_insert_const (self->strings, name);
  g_array_append_val (self->ingredients, ingredient);
  return self->ingredients->len - 1;
}

/* `"Glycolic Acid": ["Hydroxyacetic Acid", …]` */
static gboolean
load_ingredient (StpDictionarySource *self,
                 JsonObject *ingredients,
                 const char *name,
                 const StpIngredient *pattern,
                 GError **error)
{
  guint ingredient = add_ingredient (self, name, pattern);
  JsonArray *synonyms;

  if (!stp_json_read_list (ingredients, name, G_TYPE_STRING, &synonyms, error) ||
      !add_name (self, name, ingredient, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (synonyms); i++)
    if (!add_name (self, json_array_get_string_element (synonyms, i), ingredient, error))
      {
        g_prefix_error (error, "“%s”: ", name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
load_group (StpDictionarySource *self, JsonObject *group, GError **error)
{
  static const char *const known[] = { "classes", "counts", "dose",        "kinds",
                                       "note",    "line",   "ingredients", NULL };
  JsonObject *ingredients;
  StpIngredient pattern = { 0 };
  guint counts, line;

  if (!stp_json_check_members (group, known, error) ||
      !stp_json_read_object (group, "ingredients", &ingredients, error) ||
      !stp_json_read_set (group, "classes", STP_TYPE_INGREDIENT_CLASS, &pattern.classes, error) ||
      !stp_json_read_set (group, "kinds", STP_TYPE_PRODUCT_KIND, &pattern.kinds, error) ||
      !stp_json_read_word (group, "counts", counts_names, G_N_ELEMENTS (counts_names), &counts,
                           error) ||
      !stp_json_read_word (group, "line", line_names, G_N_ELEMENTS (line_names), &line, error))
    return FALSE;

  pattern.counts = counts;
  pattern.dose_ppm = 1000 * json_object_get_int_member_with_default (group, "dose", 0);
  pattern.line = line;

  g_autoptr (GList) names = json_object_get_members (ingredients);
  for (GList *l = names; l != NULL; l = l->next)
    if (!load_ingredient (self, ingredients, l->data, &pattern, error))
      return FALSE;
  return TRUE;
}

/* One safety net: `"starts"` of words, or text `"inside"` where words run together. */
static gboolean
load_net (StpDictionarySource *self, JsonObject *object, GError **error)
{
  static const char *const known[] = { "classes", "starts", "inside", NULL };
  static const char *const parts[] = { "starts", "inside" };
  StpIngredient pattern = { .counts = STP_COUNTS_ALWAYS };

  if (!stp_json_check_members (object, known, error) ||
      !stp_json_read_set (object, "classes", STP_TYPE_INGREDIENT_CLASS, &pattern.classes, error))
    return FALSE;

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      JsonArray *texts;

      if (!stp_json_read_list (object, parts[part], G_TYPE_STRING, &texts, error))
        return FALSE;
      for (guint i = 0; i < json_array_get_length (texts); i++)
        {
          const char *text = json_array_get_string_element (texts, i);
          /* Folded as the words are in which it is looked for. */
          g_autofree char *words = g_strchomp (stp_text_dup_words (text));
          StpNet net = { .ingredient = add_ingredient (self, text, &pattern),
                         .pairs = stp_text_get_pairs (words, strlen (words)) };

          if (part == 0)
            net.start = g_string_chunk_insert_const (self->strings, words);
          else
            net.inside = g_string_chunk_insert_const (self->strings, words + 1);
          g_array_append_val (self->nets, net);
        }
    }
  return TRUE;
}

/* Words to look for: whole ones, unless the last ends in a star or the script has no spaces. */
static const char *
keep_words (StpDictionarySource *self, const char *text)
{
  g_autofree char *words = stp_text_dup_words (text);

  if (!stp_text_is_latin (text))
    return g_string_chunk_insert_const (self->strings, g_strstrip (words));
  if (g_str_has_suffix (text, "*"))
    words[strlen (words) - 1] = '\0';
  return g_string_chunk_insert_const (self->strings, words);
}

static gboolean
add_phrase (StpDictionarySource *self, const StpPhrase *phrase, GError **error)
{
  for (guint i = 0; i < self->phrases->len; i++)
    if (g_str_equal (g_array_index (self->phrases, StpPhrase, i).words, phrase->words))
      return stp_json_fault (error, "phrase stands twice", phrase->words);
  g_array_append_vals (self->phrases, phrase, 1);
  return TRUE;
}

static gboolean
load_phrases (StpDictionarySource *self, JsonObject *object, GError **error)
{
  static const char *const known[] = { "classes", "weight", "phrases", NULL };
  StpPhrase phrase = { 0 };
  JsonArray *texts;
  guint weight;

  if (!stp_json_check_members (object, known, error) ||
      !stp_json_read_set (object, "classes", STP_TYPE_INGREDIENT_CLASS, &phrase.classes, error) ||
      !stp_json_read_word (object, "weight", weight_names, G_N_ELEMENTS (weight_names), &weight,
                           error) ||
      !stp_json_read_list (object, "phrases", G_TYPE_STRING, &texts, error))
    return FALSE;

  phrase.weight = weight;
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      phrase.words = keep_words (self, json_array_get_string_element (texts, i));
      phrase.pairs = stp_text_get_pairs (phrase.words, strlen (phrase.words));
      if (!add_phrase (self, &phrase, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_kinds (StpDictionarySource *self, JsonObject *object, GError **error)
{
  static const char *const known[] = { "kind", "phrases", NULL };
  const char *nick = json_object_get_string_member_with_default (object, "kind", "");
  StpKindPhrase phrase = { .kind = stp_enum_from_nick (STP_TYPE_PRODUCT_KIND, nick) };
  JsonArray *texts;

  if (!stp_json_check_members (object, known, error) ||
      !stp_json_read_list (object, "phrases", G_TYPE_STRING, &texts, error))
    return FALSE;
  if ((int) phrase.kind <= 0)
    return stp_json_fault (error, "unknown kind", nick);

  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      phrase.words = keep_words (self, json_array_get_string_element (texts, i));
      phrase.pairs = stp_text_get_pairs (phrase.words, strlen (phrase.words));
      g_array_append_val (self->kinds, phrase);
    }
  return TRUE;
}

static gboolean
load_affixes (StpDictionarySource *self,
              GArray *affixes,
              JsonObject *root,
              const char *member,
              GError **error)
{
  JsonArray *texts;

  if (!stp_json_read_list (root, member, G_TYPE_STRING, &texts, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      const char *text = json_array_get_string_element (texts, i);
      const char *key = keep_squashed (self, text);
      StpAffix affix = { key, strlen (key) };

      if (*key == '\0')
        return stp_json_fault (error, "nothing to compare in", text);
      g_array_append_val (affixes, affix);
    }
  return TRUE;
}

static gboolean
load_each (StpDictionarySource *self,
           JsonObject *root,
           const char *member,
           ItemFunc func,
           GError **error)
{
  JsonArray *items;

  if (!stp_json_read_list (root, member, JSON_TYPE_OBJECT, &items, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (items); i++)
    if (!func (self, json_array_get_object_element (items, i), error))
      {
        g_prefix_error (error, "%s[%u]: ", member, i);
        return FALSE;
      }
  return TRUE;
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  gsize length_a = strlen (((const StpPhrase *) a)->words);
  gsize length_b = strlen (((const StpPhrase *) b)->words);

  return (length_a < length_b) - (length_a > length_b);
}

/*
 * stp_dictionary_load:
 *
 * Fills an empty source from @json.
 *
 * Returns: %FALSE with the first fault
 */
gboolean
stp_dictionary_load (StpDictionarySource *self, const char *json, gssize length, GError **error)
{
  static const char *const known[] = {
    "groups", "endings", "starts", "nets", "names", "kinds", NULL
  };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!json_parser_load_from_data (parser, json, length, error))
    return FALSE;

  JsonNode *node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return stp_json_fault (error, "there must be an object in", "the file");

  JsonObject *root = json_node_get_object (node);
  if (!stp_json_check_members (root, known, error) ||
      !load_each (self, root, "groups", load_group, error) ||
      !load_each (self, root, "nets", load_net, error) ||
      !load_each (self, root, "names", load_phrases, error) ||
      !load_each (self, root, "kinds", load_kinds, error) ||
      !load_affixes (self, self->endings, root, "endings", error) ||
      !load_affixes (self, self->starts, root, "starts", error))
    return FALSE;

  g_array_sort (self->phrases, compare_phrases);
  return TRUE;
}
