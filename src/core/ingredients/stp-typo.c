// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * One slip of the pen, at most (clinical rules, section 7.0.8). Two words are one edit apart
 * only if taking at most one letter out of each leaves the same: so every name is filed
 * under itself and under what is left when a letter is missing, and a text asks the same
 * way. That is as many look-ups as the text has letters, however large the dictionary is.
 */

#include "config.h"

#include "ingredients/stp-typo-private.h"

#include <string.h>

/* Shorter words are too near each other: retinol, retinal. */
#define LETTERS_MIN 8
#define LETTERS_MAX 64

typedef struct
{
  const char *name;
  gconstpointer value;
} Candidate;

struct _StpTypos
{
  GStringChunk *strings;
  GHashTable *shortened;
};

StpTypos *
stp_typos_new (void)
{
  StpTypos *self = g_new0 (StpTypos, 1);

  self->strings = g_string_chunk_new (4096);
  self->shortened = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) g_array_unref);
  return self;
}

void
stp_typos_free (StpTypos *self)
{
  g_hash_table_unref (self->shortened);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Writes @text without the letter at @p to @out. */
static void
take_out (char *out, const char *text, const char *p)
{
  gsize before = p - text;
  const char *after = g_utf8_next_char (p);

  memcpy (out, text, before);
  strcpy (out + before, after);
}

static gboolean
length_fits (const char *text)
{
  gsize bytes = strlen (text);

  return bytes >= LETTERS_MIN && bytes <= LETTERS_MAX * 3 &&
         g_utf8_strlen (text, bytes) >= LETTERS_MIN;
}

static void
file_under (StpTypos *self, const char *key, Candidate candidate)
{
  GArray *candidates = g_hash_table_lookup (self->shortened, key);

  if (candidates == NULL)
    {
      candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
      g_hash_table_insert (self->shortened, g_string_chunk_insert (self->strings, key), candidates);
    }
  g_array_append_val (candidates, candidate);
}

/*
 * stp_typos_add:
 * @name: a squashed name; must outlive @self
 * @value: what stp_typos_find() gives for it
 */
void
stp_typos_add (StpTypos *self, const char *name, gconstpointer value)
{
  Candidate candidate = { name, value };
  char key[LETTERS_MAX * 3 + 1];

  if (!length_fits (name))
    return;

  file_under (self, name, candidate);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      take_out (key, name, p);
      file_under (self, key, candidate);
    }
}

/* Whether at most one letter is wrong, missing or added. */
static gboolean
is_one_apart (const char *a, const char *b)
{
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }

  const char *a_rest = *a != '\0' ? g_utf8_next_char (a) : a;
  const char *b_rest = *b != '\0' ? g_utf8_next_char (b) : b;
  return strcmp (a_rest, b_rest) == 0 || strcmp (a_rest, b) == 0 || strcmp (a, b_rest) == 0;
}

static gconstpointer
find_key (StpTypos *self, const char *key, const char *text)
{
  GArray *candidates = g_hash_table_lookup (self->shortened, key);

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (is_one_apart (candidate->name, text))
        return candidate->value;
    }
  return NULL;
}

/*
 * stp_typos_find:
 * @text: squashed
 *
 * Returns: (nullable): the value of a name at most one letter away from @text
 */
gconstpointer
stp_typos_find (StpTypos *self, const char *text)
{
  char key[LETTERS_MAX * 3 + 1];

  if (!length_fits (text))
    return NULL;

  gconstpointer value = find_key (self, text, text);
  for (const char *p = text; value == NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      take_out (key, text, p);
      value = find_key (self, key, text);
    }
  return value;
}
