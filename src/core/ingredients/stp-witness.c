// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Where a text holds a whole list, that list is the witness of what is inside. Shops write around
 * it: how to use the product, what it goes with, what it is not, what else they sell. What such
 * words name counts only where they say outright that it is in there.
 */

#include "config.h"

#include "ingredients/stp-witness-private.h"

#include <string.h>

#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-statement-private.h"
#include "ingredients/stp-text-private.h"

/* A list of so many ingredients, two of three of them known by name, is a whole one; so few may be
 * names among words. */
#define WHOLE_MIN 6
#define SAID_MAX 3

/* No sentence on a pack is longer, in bytes; what goes on is a list. */
#define SENTENCE_MAX 400

static gboolean
is_named (const StpListFacts *list)
{
  return list->named * 3 >= list->count * 2;
}

static gboolean
is_whole (const StpListFacts *list)
{
  return list->nature == STP_LIST_PLAIN && list->named >= WHOLE_MIN && is_named (list);
}

static gboolean
has_whole (const GArray *lists)
{
  for (guint i = 0; i < lists->len; i++)
    if (is_whole (&g_array_index (lists, StpListFacts, i)))
      return TRUE;
  return FALSE;
}

static gboolean
ends_sentence (const char *p)
{
  return *p == '\n' || (strchr (".!?", *p) != NULL && (p[1] == ' ' || p[1] == '\n')) ||
         g_str_has_prefix (p, "\u3002");
}

/* Returns: (transfer full): the sentence that @token stands in. */
static char *
dup_sentence (const char *text, const StpResolved *token)
{
  gsize start = token->start;
  gsize end = token->end;

  while (start > 0 && token->start - start < SENTENCE_MAX && !ends_sentence (text + start - 1))
    start--;
  while (text[end] != '\0' && end - token->end < SENTENCE_MAX && !ends_sentence (text + end))
    end++;
  if (text[end] == '?')
    end++;

  g_autofree char *raw = g_strndup (text + start, end - start);
  return g_utf8_make_valid (raw, -1);
}

static gboolean
is_question (const char *sentence)
{
  return strchr (sentence, '?') != NULL || strstr (sentence, "\uff1f") != NULL;
}

static gboolean
is_spoken (const char *words)
{
  return stp_statement_is_sentence (words) || stp_statement_is_closed (words) ||
         stp_denial_opens (words);
}

/* A name with nothing around it is listed, however little is known of what it stands among, and
 * what stands within the whole list has lost its commas: unless a sentence is around them. */
static gboolean
is_listed (const StpWork *work, const StpListFacts *list, const StpResolved *token)
{
  const char *after = work->text + token->end;

  if (token->position > 0)
    return token->exact || is_whole (list);
  /* A heading stands behind the list before. */
  after += strspn (after, " \t");
  return is_whole (list) && *after != ':' && !g_str_has_prefix (after, "\uff1a");
}

static gboolean
is_hearsay (const StpWork *work, const StpListFacts *list, const StpResolved *token)
{
  g_autofree char *sentence = dup_sentence (work->text, token);
  g_autofree char *words = stp_text_dup_words (sentence);
  g_autofree char *raw = g_strndup (work->text + token->start, token->end - token->start);
  g_autofree char *own = stp_text_dup_words (raw);
  char *share = strchr (own, '%');

  if (share != NULL)
    share[1] = '\0';
  if (is_question (sentence))
    return TRUE;
  if (is_listed (work, list, token) && !is_spoken (words))
    return FALSE;
  return !stp_statement_promises (words, share != NULL ? own : NULL);
}

static void
hear_token (StpWork *work, StpResolved *token)
{
  const StpListFacts *list = &g_array_index (work->lists, StpListFacts, token->list);

  if ((token->position > 0 && !list->said) || !is_hearsay (work, list, token))
    return;
  token->n_found = 0;
  token->position = 0;
}

/*
 * stp_witness_hear:
 * @work: with its lists read
 *
 * Takes back what only words beside a whole list name.
 */
void
stp_witness_hear (StpWork *work)
{
  gboolean any_said = FALSE;

  if (!has_whole (work->lists))
    return;
  for (guint i = 0; i < work->lists->len; i++)
    {
      StpListFacts *list = &g_array_index (work->lists, StpListFacts, i);

      list->said = list->nature == STP_LIST_PLAIN && list->named <= SAID_MAX && !is_named (list);
      any_said |= list->said;
    }
  for (guint i = 0; i < work->resolved->len; i++)
    {
      StpResolved *token = &g_array_index (work->resolved, StpResolved, i);

      if (token->n_found > 0 && (any_said || token->position == 0))
        hear_token (work, token);
    }
}
