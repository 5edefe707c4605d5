// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/stp-classification-private.h"

/* So many make room for nearly every product at once. */
#define FINDINGS_USUAL 12

static void
clear_finding (gpointer data)
{
  StpFinding *finding = data;

  g_free (finding->token);
  g_free (finding->why);
}

static void
clear_mark (gpointer data)
{
  g_free (((StpMark *) data)->words);
}

/*
 * stp_classification_new:
 * @n_tokens: how many it holds, to be filled in
 *
 * Returns: (transfer full): one that says nothing yet
 */
StpClassification *
stp_classification_new (guint n_tokens)
{
  StpClassification *self = g_new0 (StpClassification, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->findings = g_array_sized_new (FALSE, FALSE, sizeof (StpFinding), FINDINGS_USUAL);
  g_array_set_clear_func (self->findings, clear_finding);
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (StpToken), n_tokens);
  g_array_set_size (self->tokens, n_tokens);
  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (StpMark), FINDINGS_USUAL);
  g_array_set_clear_func (self->marks, clear_mark);
  self->unrecognised = g_ptr_array_new_null_terminated (1, NULL, TRUE);
  return self;
}

/*
 * stp_classification_take_finding:
 * @finding: its strings become the property of @self
 */
void
stp_classification_take_finding (StpClassification *self, StpFinding finding)
{
  guint c = finding.ingredient_class;

  g_array_append_val (self->findings, finding);
  self->places[c] = self->findings->len;
  if (finding.as == STP_FINDING_ACTIVE)
    self->active |= STP_CLASS_BIT (c);
}

/**
 * stp_classification_ref:
 *
 * Returns: (transfer full): @self, once more
 */
StpClassification *
stp_classification_ref (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * stp_classification_unref:
 * @self: (transfer full): freed with the last reference; any thread may hold it
 */
void
stp_classification_unref (StpClassification *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->unrecognised);
  g_free (self->texts);
  g_array_unref (self->marks);
  g_array_unref (self->tokens);
  g_array_unref (self->findings);
  g_free (self);
}

/**
 * stp_classification_find:
 *
 * Returns: (nullable): the strongest finding of @ingredient_class
 */
const StpFinding *
stp_classification_find (StpClassification *self, StpIngredientClass ingredient_class)
{
  g_return_val_if_fail (self != NULL, NULL);

  if ((int) ingredient_class <= 0 || ingredient_class >= STP_CLASS_N ||
      self->places[ingredient_class] == 0)
    return NULL;
  return &g_array_index (self->findings, StpFinding, self->places[ingredient_class] - 1);
}

/**
 * stp_classification_get_n_findings:
 *
 * Returns: how many classes were found, active or as a trace
 */
guint
stp_classification_get_n_findings (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->findings->len;
}

/**
 * stp_classification_get_finding:
 *
 * Returns: (nullable): one finding a class, the list's before the name's
 */
const StpFinding *
stp_classification_get_finding (StpClassification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->findings->len, NULL);

  return &g_array_index (self->findings, StpFinding, index);
}

/**
 * stp_classification_get_n_tokens:
 *
 * Returns: how many pieces the text has: ingredients, headings and sentences
 */
guint
stp_classification_get_n_tokens (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tokens->len;
}

/**
 * stp_classification_get_token:
 *
 * Returns: (nullable): a piece of the text, in the order of the text
 */
const StpToken *
stp_classification_get_token (StpClassification *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->tokens->len, NULL);

  return &g_array_index (self->tokens, StpToken, index);
}

/**
 * stp_classification_dup_why:
 * @token: index of a token
 * @ingredient_class: one of its classes
 *
 * Returns: (transfer full) (nullable): a translated sentence: why this very token counts as it
 * does, or %NULL where it says nothing of the class
 */
char *
stp_classification_dup_why (StpClassification *self,
                            guint token,
                            StpIngredientClass ingredient_class)
{
  g_return_val_if_fail (self != NULL && token < self->tokens->len, NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const StpMark *mark = &g_array_index (self->marks, StpMark, i);
      const StpToken *line = &g_array_index (self->tokens, StpToken, mark->line);

      if (mark->token == token && mark->ingredient_class == ingredient_class)
        return stp_reason_dup_text (
          mark->reason, g_array_index (self->tokens, StpToken, token).position, mark->count,
          mark->ppm, mark->words != NULL ? mark->words : line->text);
    }
  return NULL;
}

/**
 * stp_classification_get_unrecognised:
 *
 * Returns: (array zero-terminated=1): ingredients that the dictionary does not know
 */
const char *const *
stp_classification_get_unrecognised (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->unrecognised->pdata;
}

/**
 * stp_classification_is_active:
 *
 * Returns: whether the rules of @ingredient_class apply
 */
gboolean
stp_classification_is_active (StpClassification *self, StpIngredientClass ingredient_class)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->active & STP_CLASS_BIT (ingredient_class)) != 0;
}

/**
 * stp_classification_get_active:
 *
 * Returns: the classes whose rules apply, as %STP_CLASS_BIT
 */
guint64
stp_classification_get_active (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->active;
}

/**
 * stp_classification_is_readable:
 *
 * Returns: %FALSE where there is no list or too little of it is known to rely on what it
 * does not name (E5)
 */
gboolean
stp_classification_is_readable (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->readable;
}

/**
 * stp_classification_get_fault:
 *
 * Returns: (nullable): a translated sentence about a text that was not read at all
 */
const char *
stp_classification_get_fault (StpClassification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fault;
}
