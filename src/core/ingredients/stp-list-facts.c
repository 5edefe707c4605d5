// SPDX-License-Identifier: GPL-3.0-or-later

/* Where a list crosses one percent, and whether its order says anything at all. */

#include "config.h"

#include "ingredients/stp-decision-private.h"

#include <string.h>

#include "ingredients/stp-text-private.h"

/*
 * Thickeners and vitamin E may be more than one percent so near the beginning, and an active
 * ingredient is often put first whatever its strength.
 */
#define LATE_FROM 5

#define ONE_PERCENT 10000

/* A drug label has few active ingredients; more means that its end was not found. */
#define DRUG_MAX 10

/* So many neighbours in order, and so few out of it, are no accident. */
#define ALPHABETICAL_MIN 10
#define ALPHABETICAL_SLIPS 10

static gboolean
marks_line (const StpResolved *token)
{
  if (token->ppm > 0 && token->ppm < ONE_PERCENT)
    return token->position >= LATE_FROM;

  for (guint i = 0; i < token->n_found; i++)
    if (token->found[i]->line == STP_LINE_ALWAYS ||
        (token->found[i]->line == STP_LINE_LATE && token->position >= LATE_FROM))
      return TRUE;
  return FALSE;
}

/* A product may be called after vitamin C because of what it is made into. */
static gboolean
is_derived (const StpResolved *token)
{
  for (guint i = 0; i < token->n_found; i++)
    if (token->found[i]->classes & STP_CLASS_BIT (STP_CLASS_VITC_DERIV))
      return TRUE;
  return FALSE;
}

static void
squash_token (GString *out, const StpResolved *token, const char *text)
{
  g_string_truncate (out, 0);
  stp_text_squash (out, text + token->start, token->end - token->start);
}

static gboolean
is_alphabetical (const GArray *resolved, guint list, guint count, const char *text)
{
  g_autoptr (GString) last = g_string_new (NULL);
  g_autoptr (GString) here = g_string_new (NULL);
  guint slips = 0;

  for (guint i = 0; i < resolved->len; i++)
    {
      const StpResolved *token = &g_array_index (resolved, StpResolved, i);

      if (token->list != list || token->position == 0)
        continue;
      squash_token (here, token, text);
      slips += strcmp (last->str, here->str) > 0;
      if (slips * ALPHABETICAL_SLIPS > count)
        return FALSE;
      g_string_assign (last, here->str);
    }
  return TRUE;
}

/* First letters tell of nearly every list that it is in no such order. */
static gboolean
may_be_alphabetical (const GArray *resolved, guint list, guint count, const char *text)
{
  guint slips = 0;
  char last = 0;

  for (guint i = 0; i < resolved->len; i++)
    {
      const StpResolved *token = &g_array_index (resolved, StpResolved, i);
      char first = text[token->start] | 0x20;

      if (token->list != list || token->position == 0 || !g_ascii_isalpha (first))
        continue;
      slips += last > first;
      last = first;
    }
  return slips * ALPHABETICAL_SLIPS <= count;
}

/*
 * stp_list_facts_read:
 *
 * Counts the ingredients of @list among @resolved and finds its one-percent line.
 */
void
stp_list_facts_read (StpListFacts *self, const GArray *resolved, guint list, const char *text)
{
  for (guint i = 0; i < resolved->len; i++)
    {
      const StpResolved *token = &g_array_index (resolved, StpResolved, i);

      if (token->list != list || token->position == 0)
        continue;

      self->count++;
      self->recognised += token->recognised;
      self->named += token->exact;
      self->food += token->n_found > 0 && token->found[0]->counts == STP_COUNTS_FOOD;
      if (self->derived == 0 && token->n_found > 0 && is_derived (token))
        self->derived = token->position;
      if (self->line == 0 && marks_line (token))
        {
          self->line = token->position;
          self->line_token = i;
        }
    }

  if (self->nature == STP_LIST_DRUG && self->count > DRUG_MAX)
    self->nature = STP_LIST_PLAIN;
  self->alphabetical = self->count >= ALPHABETICAL_MIN &&
                       may_be_alphabetical (resolved, list, self->count, text) &&
                       is_alphabetical (resolved, list, self->count, text);
}
