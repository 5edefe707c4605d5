// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * One slip of the pen, at most (clinical rules, section 7.0.8). A word of eight letters or
 * more with one letter wrong, missing or added still has its first four letters or its last
 * four: so every name is filed under both, and of those filed with a text the one that is
 * one letter away is it.
 */

#include "config.h"

#include "ingredients/stp-typo-private.h"

#include <string.h>

/* Shorter words are too near each other: retinol, retinal. */
#define LETTERS_MIN 8

/* Bytes are never more than letters, so that the two ends never share a letter. */
#define END_BYTES 4

/* A letter in UTF-8, in the scripts of packs; one taken for another is as long. */
#define LETTER_BYTES_MAX 3

typedef struct
{
  const char *name;
  gsize length;
  gconstpointer value;
} Candidate;

struct _StpTypos
{
  GHashTable *by_start;
  GHashTable *by_end;
};

StpTypos *
stp_typos_new (void)
{
  StpTypos *self = g_new0 (StpTypos, 1);
  GDestroyNotify free_list = (GDestroyNotify) g_array_unref;

  self->by_start = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  self->by_end = g_hash_table_new_full (NULL, NULL, NULL, free_list);
  return self;
}

void
stp_typos_free (StpTypos *self)
{
  g_hash_table_unref (self->by_end);
  g_hash_table_unref (self->by_start);
  g_free (self);
}

static gpointer
key_of (const char *bytes)
{
  guint32 key;

  memcpy (&key, bytes, END_BYTES);
  return GUINT_TO_POINTER (key);
}

static gboolean
length_fits (const char *text, gsize length)
{
  return length >= LETTERS_MIN * LETTER_BYTES_MAX ||
         (length >= LETTERS_MIN && g_utf8_strlen (text, length) >= LETTERS_MIN);
}

static void
file_under (GHashTable *table, gpointer key, const Candidate *candidate)
{
  GArray *candidates = g_hash_table_lookup (table, key);

  if (candidates == NULL)
    {
      candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
      g_hash_table_insert (table, key, candidates);
    }
  g_array_append_vals (candidates, candidate, 1);
}

/*
 * stp_typos_add:
 * @name: a squashed name; must outlive @self
 * @value: what stp_typos_find() gives for it
 */
void
stp_typos_add (StpTypos *self, const char *name, gconstpointer value)
{
  Candidate candidate = { name, strlen (name), value };

  if (!length_fits (name, candidate.length))
    return;
  file_under (self->by_start, key_of (name), &candidate);
  file_under (self->by_end, key_of (name + candidate.length - END_BYTES), &candidate);
}

/* Whether at most one letter is wrong, missing or added. */
static gboolean
is_one_apart (const char *a, gsize a_length, const char *b, gsize b_length)
{
  while (*a != '\0' && *a == *b)
    {
      a++;
      b++;
    }
  /* Back to where the letter begins that is not the same. */
  while ((*a & 0xc0) == 0x80 || (*b & 0xc0) == 0x80)
    {
      a--;
      b--;
    }

  if (a_length >= b_length && *a != '\0')
    a = g_utf8_next_char (a);
  if (b_length >= a_length && *b != '\0')
    b = g_utf8_next_char (b);
  return strcmp (a, b) == 0;
}

static gconstpointer
find_among (GArray *candidates, const char *text, gsize length)
{
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->length <= length + LETTER_BYTES_MAX &&
          length <= candidate->length + LETTER_BYTES_MAX &&
          is_one_apart (candidate->name, candidate->length, text, length))
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
  gsize length = strlen (text);

  if (!length_fits (text, length))
    return NULL;

  GArray *candidates = g_hash_table_lookup (self->by_start, key_of (text));
  gconstpointer value = find_among (candidates, text, length);
  if (value != NULL)
    return value;

  candidates = g_hash_table_lookup (self->by_end, key_of (text + length - END_BYTES));
  return find_among (candidates, text, length);
}
