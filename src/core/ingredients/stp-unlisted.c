// SPDX-License-Identifier: GPL-3.0-or-later

/* What no list shows: what names say, peels, and scrubs that do not say what scrubs. */

#include "config.h"

#include "ingredients/stp-work-private.h"

#define PEEL_PPM 200000

#define EXFOLIATING                                                                                \
  (STP_CLASS_BIT (STP_CLASS_ACID_AHA) | STP_CLASS_BIT (STP_CLASS_ACID_BHA) |                       \
   STP_CLASS_BIT (STP_CLASS_ACID_PHA) | STP_CLASS_BIT (STP_CLASS_ACID_AHA_MILD) |                  \
   STP_CLASS_BIT (STP_CLASS_ACID_PEEL) | STP_CLASS_BIT (STP_CLASS_ENZYME) |                        \
   STP_CLASS_BIT (STP_CLASS_EXFOLIANT_PHYSICAL))

/* The name of the product speaks first, then the names of those in a kit. */
static const StpEvidence *
find_saying (StpWork *work, gboolean readable, guint64 bit)
{
  if ((work->evidence.says & bit) != 0 || (!readable && (work->evidence.suggests & bit) != 0))
    return &work->evidence;

  for (guint i = 0; i < work->lists->len; i++)
    {
      StpListFacts *list = &g_array_index (work->lists, StpListFacts, i);

      if (list->recognised > 0 && !list->said && (list->evidence.says & bit) != 0)
        return &list->evidence;
    }
  return NULL;
}

/*
 * Creams with bakuchiol or carotene are called after retinol (clinical rules, sections 7.2 and
 * 7.16): where the list can be read and names those, it is known what the name means.
 */
static gboolean
is_explained (StpWork *work, guint64 bit)
{
  return ((work->stood_in | work->evidence.denied) & bit) != 0;
}

/* What a name says and no list shows. */
static void
add_named (StpClassification *self, StpWork *work, guint c)
{
  const guint64 bit = STP_CLASS_BIT (c);

  if (self->places[c] != 0)
    return;
  const StpEvidence *evidence = find_saying (work, self->readable, bit);
  if (evidence == NULL || (self->readable && is_explained (work, bit)))
    return;

  char *words = g_strstrip (g_strdup (evidence->words[c]));
  StpReason reason = self->readable ? STP_REASON_NAME_ALONE : STP_REASON_NAME_NO_LIST;
  stp_classification_take_finding (self, (StpFinding) {
                                           .ingredient_class = c,
                                           .as = STP_FINDING_ACTIVE,
                                           .token = words,
                                           .why = stp_reason_dup_text (reason, 0, 0, 0, words),
                                           .permille = evidence->ppm[c] / 1000,
                                         });
}

/* A scrub that names neither grains nor acids nor enzymes scrubs all the same. */
static void
add_scrub (StpClassification *self, StpWork *work)
{
  if (work->kind != STP_PRODUCT_SCRUB || (self->active & EXFOLIATING) != 0)
    return;

  stp_classification_take_finding (self,
                                   (StpFinding) {
                                     .ingredient_class = STP_CLASS_EXFOLIANT_PHYSICAL,
                                     .as = STP_FINDING_ACTIVE,
                                     .token = g_strdup (""),
                                     .why = stp_reason_dup_text (STP_REASON_SCRUB, 0, 0, 0, NULL),
                                   });
}

static gboolean
is_strong (StpWork *work, const StpBest *best, guint c)
{
  StpListFacts *list = &g_array_index (work->lists, StpListFacts, best->list);

  if (c == STP_CLASS_ACID_AHA_MILD)
    return list->kind == STP_PRODUCT_PEEL;
  return list->kind == STP_PRODUCT_PEEL || best->token->ppm >= PEEL_PPM ||
         list->evidence.ppm[c] >= PEEL_PPM ||
         (list->evidence.hints & STP_CLASS_BIT (STP_CLASS_ACID_PEEL)) != 0;
}

/* Clinical rules, section 7.3: an acid is a peel at 20 % or in a peel, fruit acids in a peel. */
static void
add_peel (StpClassification *self, StpWork *work)
{
  static const StpIngredientClass acids[] = { STP_CLASS_ACID_AHA, STP_CLASS_ACID_BHA,
                                              STP_CLASS_ACID_AHA_MILD };

  if (stp_classification_is_active (self, STP_CLASS_ACID_PEEL))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (acids); i++)
    {
      StpIngredientClass c = acids[i];
      StpBest *best = &work->best[c];
      const StpFinding *acid = stp_classification_find (self, c);

      if (acid == NULL || best->decision.as != STP_FINDING_ACTIVE || !is_strong (work, best, c))
        continue;

      stp_classification_take_finding (
        self, (StpFinding) {
                .ingredient_class = STP_CLASS_ACID_PEEL,
                .as = STP_FINDING_ACTIVE,
                .token = g_strdup (acid->token),
                .position = acid->position,
                .count = acid->count,
                .why = stp_reason_dup_text (STP_REASON_PEEL, 0, 0, 0, NULL),
                .permille = acid->permille,
              });
      return;
    }

  if (!self->readable && work->kind == STP_PRODUCT_PEEL && self->places[STP_CLASS_ACID_PEEL] == 0)
    stp_classification_take_finding (
      self, (StpFinding) {
              .ingredient_class = STP_CLASS_ACID_PEEL,
              .as = STP_FINDING_ACTIVE,
              .token = g_strdup (""),
              .why = stp_reason_dup_text (STP_REASON_KIND_NO_LIST, 0, 0, 0, NULL),
            });
}

/*
 * stp_work_add_unlisted:
 * @classification: has what the lists show
 */
void
stp_work_add_unlisted (StpWork *self, StpClassification *classification)
{
  for (guint c = 1; c < STP_CLASS_N; c++)
    add_named (classification, self, c);
  add_peel (classification, self);
  add_scrub (classification, self);
}
