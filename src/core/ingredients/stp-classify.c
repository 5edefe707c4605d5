// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * From text to classes: the reader cuts, the resolver looks up, the decision weighs each
 * class of each ingredient, and of all lists the strongest finding of a class stays.
 */

#include "config.h"

#include "ingredients/stp-classification-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ingredients/stp-repair-private.h"
#include "ingredients/stp-text-private.h"
#include "ingredients/stp-witness-private.h"
#include "ingredients/stp-work-private.h"

/* A list of which less is known cannot be relied on, not even for what it leaves out. */
#define READABLE_PERCENT 40

/* A kit of twenty takes a hundredth of it. */
#define TEXT_MAX (1024 * 1024)

static gboolean
same_name (const char *a, const char *b, gsize length)
{
  g_autoptr (GString) squashed_a = g_string_new (NULL);
  g_autoptr (GString) squashed_b = g_string_new (NULL);

  stp_text_squash (squashed_a, a, strlen (a));
  stp_text_squash (squashed_b, b, length);
  return g_string_equal (squashed_a, squashed_b);
}

/*
 * What the user said of this token counts, except that a retinoid or benzoyl peroxide that
 * the list names letter for letter stays (E6). Returns: %FALSE when the class is taken away.
 */
static gboolean
correct (StpWork *work, const StpResolved *token, guint c, StpDecision *decision)
{
  gboolean floor = token->exact && (STP_GRAVE_CLASSES & STP_CLASS_BIT (c)) != 0;

  for (gsize i = 0; i < work->n_corrections; i++)
    {
      const StpTokenCorrection *correction = &work->corrections[i];

      if (correction->ingredient_class != c || correction->token == NULL ||
          !same_name (correction->token, work->text + token->start, token->end - token->start))
        continue;
      if (floor && correction->as != STP_FINDING_ACTIVE)
        continue;
      if (correction->as == 0)
        return FALSE;
      *decision = (StpDecision) { correction->as, STP_REASON_CORRECTED };
    }
  return TRUE;
}

/* Of two as active the stronger is shown, and an acid rather than what sets the pH. */
static gboolean
is_better (const StpBest *a, const StpBest *b)
{
  if (a->decision.as != b->decision.as)
    return a->decision.as > b->decision.as;
  if (a->token->ppm != b->token->ppm)
    return a->token->ppm > b->token->ppm;
  return b->ingredient->counts == STP_COUNTS_BUFFER && a->ingredient->counts != STP_COUNTS_BUFFER;
}

static void
add_mark (StpWork *work, const StpResolved *token, guint c, StpReason reason)
{
  const StpListFacts *list = &g_array_index (work->lists, StpListFacts, token->list);
  const guint index = (guint) (token - (const StpResolved *) (gpointer) work->resolved->data);
  StpMark mark = { .token = index,
                   .line = list->line > 0 ? list->line_token : index,
                   .count = list->count,
                   .ppm = token->ppm,
                   .ingredient_class = c,
                   .reason = reason };

  if (reason == STP_REASON_NAME && list->evidence.words[c] != NULL)
    mark.words = g_strstrip (g_strdup (list->evidence.words[c]));
  g_array_append_val (work->marks, mark);
}

/* Notes in @out what this very token is as one of its classes. */
static void
note_as (StpToken *out, guint c, StpFindingAs as)
{
  if (as == STP_FINDING_ACTIVE)
    out->active |= STP_CLASS_BIT (c);
  else
    out->traces |= STP_CLASS_BIT (c);
}

static void
weigh (StpWork *work,
       const StpResolved *token,
       const StpIngredient *ingredient,
       guint c,
       StpToken *out)
{
  StpListFacts *list = &g_array_index (work->lists, StpListFacts, token->list);
  StpBest found = { stp_decide (list, token, ingredient, c), token, ingredient, token->list };

  if (work->n_corrections > 0 && !correct (work, token, c, &found.decision))
    return;
  if (found.decision.as == 0)
    return;
  add_mark (work, token, c, found.decision.reason);
  note_as (out, c, found.decision.as);
  if (work->best[c].token == NULL || is_better (&found, &work->best[c]))
    work->best[c] = found;
}

static void
weigh_token (StpWork *work, const StpResolved *token, StpToken *out)
{
  for (guint i = 0; i < token->n_found; i++)
    {
      const guint64 classes = stp_ingredient_get_classes (token->found[i]);

      for (guint64 rest = classes; rest != 0; rest &= rest - 1)
        weigh (work, token, token->found[i], __builtin_ctzll (rest), out);
      out->classes |= classes;
      work->stood_in |= token->found[i]->classes & ~classes;
    }
}

/* What nobody knows may be told by whoever has the pack in their hands: it only adds a class. */
static void
weigh_told (StpWork *work, const StpResolved *token, StpToken *out)
{
  static const StpIngredient unknown = { 0 };

  for (gsize i = 0; !token->recognised && token->position > 0 && i < work->n_corrections; i++)
    {
      const StpTokenCorrection *correction = &work->corrections[i];
      const guint c = correction->ingredient_class;
      StpBest told = { { correction->as, STP_REASON_CORRECTED }, token, &unknown, token->list };

      if (correction->as == 0 || correction->token == NULL || c == 0 || c >= STP_CLASS_N ||
          !same_name (correction->token, work->text + token->start, token->end - token->start))
        continue;
      out->classes |= STP_CLASS_BIT (c);
      out->recognised = TRUE;
      note_as (out, c, correction->as);
      if (work->best[c].token == NULL || is_better (&told, &work->best[c]))
        work->best[c] = told;
    }
}

/* `Serum (+ Retinol Cream 10 ml)`: what comes along is another product, with a list of its own. */
static void
hide_gifts (char *name)
{
  for (char *p = name; (p = strpbrk (p, "([")) != NULL; p++)
    {
      const gsize length = strcspn (p, ")]");

      if (p[1 + strspn (p + 1, " ")] == '+')
        memset (p, ' ', length);
    }
}

/* Claims speak for every list; a heading speaks for the list below it. */
static void
read_evidence (StpWork *work, const char *name, const char *brand)
{
  g_autofree char *full = g_strjoin (" ", brand != NULL ? brand : "", name, NULL);

  hide_gifts (full);
  stp_evidence_add (&work->evidence, work->dictionary, full);
  for (guint i = 0; i < work->reading->lists->len; i++)
    {
      StpList *list = &g_array_index (work->reading->lists, StpList, i);

      if (list->nature == STP_LIST_CLAIM && list->label != NULL)
        stp_evidence_add (&work->evidence, work->dictionary, list->label);
    }
}

static void
read_lists (StpWork *work)
{
  work->lists = g_array_new (FALSE, TRUE, sizeof (StpListFacts));
  for (guint i = 0; i < work->reading->lists->len; i++)
    {
      StpList *list = &g_array_index (work->reading->lists, StpList, i);
      StpListFacts facts = { .nature = list->nature,
                             .kind = work->kind,
                             .evidence = work->evidence };

      if (list->label != NULL && list->nature != STP_LIST_CLAIM)
        {
          StpProductKind kind = stp_kind_from_text (work->dictionary, list->label);

          stp_evidence_add (&facts.evidence, work->dictionary, list->label);
          if (kind != STP_PRODUCT_OTHER)
            facts.kind = kind;
        }
      stp_list_facts_read (&facts, work->resolved, i, work->text);
      g_array_append_val (work->lists, facts);
    }
}

/* A text of bullets alone names what a shop praises, not what is inside. */
static gboolean
is_praise (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '-' && strchr (text, ',') == NULL;
}

static gboolean
is_readable (StpWork *work)
{
  guint count = 0, recognised = 0;

  for (guint i = 0; i < work->lists->len; i++)
    {
      StpListFacts *list = &g_array_index (work->lists, StpListFacts, i);

      count += list->count;
      recognised += list->recognised;
    }
  return recognised > 0 && recognised * 100 >= count * READABLE_PERCENT && !is_praise (work->text);
}

/* What was mended left spaces behind. */
static char *
collapse_spaces (char *text)
{
  char *to = strstr (text, "  ");

  if (to == NULL)
    return text;
  for (const char *p = to; *p != '\0'; p++)
    if (*p != ' ' || p[1] != ' ')
      *to++ = *p;
  *to = '\0';
  return text;
}

static void
add_best (StpClassification *self, StpWork *work, guint c)
{
  StpBest *best = &work->best[c];
  StpListFacts *list = &g_array_index (work->lists, StpListFacts, best->list);
  const StpResolved *token = best->token;
  const char *words = list->evidence.words[c];
  g_autofree char *marker = NULL;

  if (best->decision.reason == STP_REASON_BEFORE_LINE ||
      best->decision.reason == STP_REASON_AFTER_LINE)
    {
      StpResolved *line = &g_array_index (work->resolved, StpResolved, list->line_token);
      marker = g_strndup (work->text + line->start, line->end - line->start);
      words = marker;
    }
  else if (words != NULL)
    words = marker = g_strstrip (g_strdup (words));

  stp_classification_take_finding (
    self,
    (StpFinding) {
      .ingredient_class = c,
      .as = best->decision.as,
      .token = collapse_spaces (g_strndup (work->text + token->start, token->end - token->start)),
      .position = token->position,
      .count = list->count,
      .why = stp_reason_dup_text (best->decision.reason, token->position, list->count, token->ppm,
                                  words),
      .permille = token->ppm / 1000,
    });
}

static void
add_token (StpClassification *self, StpWork *work, guint index)
{
  const StpResolved *resolved = &g_array_index (work->resolved, StpResolved, index);
  /* No token touches the next: what parts them makes room for the end of the text. */
  StpToken token = { .text = self->texts + resolved->start,
                     .start = resolved->start,
                     .end = resolved->end,
                     .position = resolved->position,
                     .recognised = resolved->recognised };

  weigh_token (work, resolved, &token);
  weigh_told (work, resolved, &token);
  self->texts[resolved->end] = '\0';
  if (work->spaced)
    collapse_spaces (token.text);
  g_array_index (self->tokens, StpToken, index) = token;

  if (token.position > 0 && !token.recognised)
    g_ptr_array_add (self->unrecognised, token.text);
}

static void
run (StpClassification *self, StpWork *work, const char *name, const char *brand)
{
  read_evidence (work, name, brand);
  read_lists (work);
  stp_witness_hear (work);
  self->readable = is_readable (work);

  for (guint i = 0; i < work->resolved->len; i++)
    add_token (self, work, i);

  for (guint c = 1; c < STP_CLASS_N; c++)
    if (work->best[c].decision.as != 0)
      add_best (self, work, c);
  stp_work_add_unlisted (work, self);
}

/**
 * stp_classify:
 * @name: (nullable): the product's name
 * @brand: (nullable): its brand
 * @kind: what it is; 0 or %STP_PRODUCT_OTHER = told from the name
 * @ingredients: (nullable): the list as copied from a pack or a shop page, in any language
 * @corrections: (array length=n_corrections) (nullable): what the user said about tokens
 * @n_corrections: how many
 *
 * Reads a product. Text that is not UTF-8 is repaired first; offsets then count in the
 * repaired text. Safe to call from any thread. Clinical rules, section 7.
 *
 * Returns: (transfer full): what the product is
 */
StpClassification *
stp_classify (const char *name,
              const char *brand,
              StpProductKind kind,
              const char *ingredients,
              const StpTokenCorrection *corrections,
              gsize n_corrections)
{
  gboolean endless = ingredients != NULL && strlen (ingredients) > TEXT_MAX;
  g_autofree char *text = stp_repair_text (ingredients != NULL && !endless ? ingredients : "");
  g_autofree char *valid_name = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *valid_brand = g_utf8_make_valid (brand != NULL ? brand : "", -1);
  g_autoptr (StpReading) reading = stp_reading_new (text);
  StpWork work = { .dictionary = stp_dictionary_get_default (),
                   .text = text,
                   .spaced = strstr (text, "  ") != NULL,
                   .kind = kind,
                   .corrections = corrections,
                   .n_corrections = n_corrections,
                   .reading = reading };

  if ((int) work.kind <= 0 || work.kind == STP_PRODUCT_OTHER)
    work.kind = stp_kind_from_text (work.dictionary, valid_name);
  work.resolved = stp_resolve (work.dictionary, text, reading);
  StpClassification *self = stp_classification_new (work.resolved->len);
  self->texts = g_strdup (text);
  work.marks = self->marks;
  run (self, &work, valid_name, valid_brand);
  if (endless)
    self->fault = _ ("The text is too long to be a list of ingredients: at most 1 MB can be read.");

  g_array_unref (work.lists);
  g_array_unref (work.resolved);
  return self;
}
