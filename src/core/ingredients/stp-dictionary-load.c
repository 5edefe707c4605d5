// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Reads `data/ingredients.json`, strictly: an unknown member, class or kind and a name that
 * stands twice are faults, so that a slip in the table never passes as "harmless".
 */

#include "config.h"

#include "ingredients/stp-dictionary-load-private.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "ingredients/stp-text-private.h"

static const char *const counts_names[] = {
  [STP_COUNTS_ALWAYS] = "always", [STP_COUNTS_ACID] = "acid", [STP_COUNTS_BUFFER] = "buffer",
  [STP_COUNTS_LINE] = "line",     [STP_COUNTS_TOP] = "top",   [STP_COUNTS_PRESENT] = "present",
  [STP_COUNTS_DOSE] = "dose",     [STP_COUNTS_KIND] = "kind", [STP_COUNTS_NEVER] = "never",
};

static const char *const line_names[] = {
  [STP_LINE_NO] = "no",
  [STP_LINE_LATE] = "late",
  [STP_LINE_ALWAYS] = "always",
};

static const char *const weight_names[] = {
  [STP_WEIGHT_NOT] = "not",
  [STP_WEIGHT_HINTS] = "hints",
  [STP_WEIGHT_SUGGESTS] = "suggests",
  [STP_WEIGHT_SAYS] = "says",
};

typedef gboolean (*ItemFunc) (StpDictionary *self, JsonObject *object, GError **error);

static gboolean
fault (GError **error, const char *what, const char *text)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s “%s”", what, text);
  return FALSE;
}

static gboolean
check_members (JsonObject *object, const char *const *known, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return fault (error, "unknown member", l->data);
  return TRUE;
}

/* Reads the nicks in @member of @object to a set of values of @type. */
static gboolean
read_set (JsonObject *object, const char *member, GType type, guint64 *set, GError **error)
{
  JsonArray *array = json_object_has_member (object, member)
                       ? json_object_get_array_member (object, member)
                       : NULL;

  *set = 0;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *nick = json_array_get_string_element (array, i);
      int value = stp_enum_from_nick (type, nick);

      if (value <= 0)
        return fault (error, "unknown value", nick);
      *set |= STP_BIT (value);
    }
  return TRUE;
}

static gboolean
read_word (JsonObject *object,
           const char *member,
           const char *const *words,
           guint n_words,
           guint *index,
           GError **error)
{
  const char *text = json_object_get_string_member_with_default (object, member, words[0]);

  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], text))
      {
        *index = i;
        return TRUE;
      }
  return fault (error, "unknown word", text);
}

static const char *
keep_squashed (StpDictionary *self, const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  stp_text_squash (key, text, strlen (text));
  return g_string_chunk_insert_const (self->strings, key->str);
}

static gboolean
add_name (StpDictionary *self, const char *name, StpIngredient *ingredient, GError **error)
{
  const char *key = keep_squashed (self, name);

  if (*key == '\0')
    return fault (error, "empty name", name);
  if (!g_hash_table_insert (self->names, (char *) key, ingredient))
    return fault (error, "name stands twice", name);
  if (ingredient->classes != 0)
    stp_typos_add (self->typos, key, ingredient);
  return TRUE;
}

static StpIngredient *
add_ingredient (StpDictionary *self, const char *name, const StpIngredient *pattern)
{
  StpIngredient *ingredient = g_memdup2 (pattern, sizeof *pattern);

  ingredient->name = g_string_chunk_insert_const (self->strings, name);
  g_ptr_array_add (self->ingredients, ingredient);
  return ingredient;
}

/* `"Glycolic Acid": ["Hydroxyacetic Acid", …]` */
static gboolean
load_ingredient (StpDictionary *self,
                 const char *name,
                 JsonArray *synonyms,
                 const StpIngredient *pattern,
                 GError **error)
{
  StpIngredient *ingredient = add_ingredient (self, name, pattern);

  if (!add_name (self, name, ingredient, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (synonyms); i++)
    if (!add_name (self, json_array_get_string_element (synonyms, i), ingredient, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_group (StpDictionary *self, JsonObject *group, GError **error)
{
  static const char *const known[] = { "classes", "counts", "dose",        "kinds",
                                       "note",    "line",   "ingredients", NULL };
  JsonObject *ingredients = json_object_get_object_member (group, "ingredients");
  g_autoptr (GList) names = json_object_get_members (ingredients);
  StpIngredient pattern = { 0 };
  guint counts, line;

  if (!check_members (group, known, error) ||
      !read_set (group, "classes", STP_TYPE_INGREDIENT_CLASS, &pattern.classes, error) ||
      !read_set (group, "kinds", STP_TYPE_PRODUCT_KIND, &pattern.kinds, error) ||
      !read_word (group, "counts", counts_names, G_N_ELEMENTS (counts_names), &counts, error) ||
      !read_word (group, "line", line_names, G_N_ELEMENTS (line_names), &line, error))
    return FALSE;

  pattern.counts = counts;
  pattern.dose_ppm = 1000 * json_object_get_int_member_with_default (group, "dose", 0);
  pattern.line = line;

  for (GList *l = names; l != NULL; l = l->next)
    if (!load_ingredient (self, l->data, json_object_get_array_member (ingredients, l->data),
                          &pattern, error))
      return FALSE;
  return TRUE;
}

/* One safety net: `"starts"` of words, or text `"inside"` where words run together. */
static gboolean
load_net (StpDictionary *self, JsonObject *object, GError **error)
{
  static const char *const known[] = { "classes", "starts", "inside", NULL };
  static const char *const parts[] = { "starts", "inside" };
  StpIngredient pattern = { .counts = STP_COUNTS_ALWAYS };

  if (!check_members (object, known, error) ||
      !read_set (object, "classes", STP_TYPE_INGREDIENT_CLASS, &pattern.classes, error))
    return FALSE;

  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    {
      JsonArray *texts = json_object_get_array_member (object, parts[part]);

      for (guint i = 0; i < json_array_get_length (texts); i++)
        {
          const char *text = json_array_get_string_element (texts, i);
          g_autofree char *start = g_strconcat (" ", text, NULL);
          StpNet net = { .ingredient = add_ingredient (self, text, &pattern),
                         .pairs = stp_text_get_pairs (text, strlen (text)) };

          if (part == 0)
            net.start = g_string_chunk_insert_const (self->strings, start);
          else
            net.inside = g_string_chunk_insert_const (self->strings, text);
          g_array_append_val (self->nets, net);
        }
    }
  return TRUE;
}

/* Words to look for: whole ones, unless the last ends in a star or the script has no spaces. */
static const char *
keep_words (StpDictionary *self, const char *text)
{
  g_autofree char *words = stp_text_dup_words (text);

  if (!stp_text_is_latin (text))
    return g_string_chunk_insert_const (self->strings, g_strstrip (words));
  if (g_str_has_suffix (text, "*"))
    words[strlen (words) - 1] = '\0';
  return g_string_chunk_insert_const (self->strings, words);
}

static gboolean
add_phrase (StpDictionary *self, const StpPhrase *phrase, GError **error)
{
  for (guint i = 0; i < self->phrases->len; i++)
    if (g_str_equal (g_array_index (self->phrases, StpPhrase, i).words, phrase->words))
      return fault (error, "phrase stands twice", phrase->words);
  g_array_append_vals (self->phrases, phrase, 1);
  return TRUE;
}

static gboolean
load_phrases (StpDictionary *self, JsonObject *object, GError **error)
{
  static const char *const known[] = { "classes", "weight", "phrases", NULL };
  JsonArray *texts = json_object_get_array_member (object, "phrases");
  StpPhrase phrase = { 0 };
  guint weight;

  if (!check_members (object, known, error) ||
      !read_set (object, "classes", STP_TYPE_INGREDIENT_CLASS, &phrase.classes, error) ||
      !read_word (object, "weight", weight_names, G_N_ELEMENTS (weight_names), &weight, error))
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
load_kinds (StpDictionary *self, JsonObject *object, GError **error)
{
  static const char *const known[] = { "kind", "phrases", NULL };
  JsonArray *texts = json_object_get_array_member (object, "phrases");
  const char *nick = json_object_get_string_member (object, "kind");
  StpKindPhrase phrase = { .kind = stp_enum_from_nick (STP_TYPE_PRODUCT_KIND, nick) };

  if (!check_members (object, known, error))
    return FALSE;
  if ((int) phrase.kind <= 0)
    return fault (error, "unknown kind", nick);

  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      phrase.words = keep_words (self, json_array_get_string_element (texts, i));
      phrase.pairs = stp_text_get_pairs (phrase.words, strlen (phrase.words));
      g_array_append_val (self->kinds, phrase);
    }
  return TRUE;
}

static void
load_affixes (StpDictionary *self, GArray *affixes, JsonArray *texts)
{
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      const char *key = keep_squashed (self, json_array_get_string_element (texts, i));

      StpAffix affix = { key, strlen (key) };

      g_array_append_val (affixes, affix);
    }
}

static gboolean
load_each (StpDictionary *self, JsonObject *root, const char *member, ItemFunc func, GError **error)
{
  JsonArray *items = json_object_get_array_member (root, member);

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
 * Fills an empty dictionary from @json.
 *
 * Returns: %FALSE with the first fault
 */
gboolean
stp_dictionary_load (StpDictionary *self, const char *json, gssize length, GError **error)
{
  static const char *const known[] = {
    "groups", "endings", "starts", "nets", "names", "kinds", NULL
  };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (!json_parser_load_from_data (parser, json, length, error))
    return FALSE;

  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  if (!check_members (root, known, error) || !load_each (self, root, "groups", load_group, error) ||
      !load_each (self, root, "nets", load_net, error) ||
      !load_each (self, root, "names", load_phrases, error) ||
      !load_each (self, root, "kinds", load_kinds, error))
    return FALSE;

  load_affixes (self, self->endings, json_object_get_array_member (root, "endings"));
  load_affixes (self, self->starts, json_object_get_array_member (root, "starts"));
  g_array_sort (self->phrases, compare_phrases);
  return TRUE;
}
