// SPDX-License-Identifier: GPL-3.0-or-later

/* Active or a trace (clinical rules, sections 7.0 and 7.3 to 7.8). */

#include "config.h"

#include "ingredients/stp-decision-private.h"

/* Clinical rules, section 7.0.5: salicylic acid works from 0.5 %; taken for every acid. */
#define ACID_PPM 5000

/* Clinical rules, section 7.3: citric acid below is there for the pH. */
#define BUFFER_PPM 10000

#define ONE_PERCENT 10000

/* A declared tenth of a percent of a derivative is for the label. */
#define PRESENT_PPM 1000

/* Clinical rules, sections 7.3 and 7.12: "in the top five". */
#define TOP 5

/* However late the marker of the line comes: so far down hardly anything, or nothing, is one
 * percent. */
#define LACTIC_DEEP 12
#define DEEP 15
#define BOTTOM 20

/*
 * Clinical rules, section 7.8: pure vitamin C is used at 10 to 30 %, and low in the list of what is
 * not called after it it keeps the rest from turning rancid. No tenth stands further down.
 */
#define VITC_TOP 7

/* One sweetener may be in a lip balm. */
#define FOOD_MIN 2

static const StpDecision active_before_line = { STP_FINDING_ACTIVE, STP_REASON_BEFORE_LINE };
static const StpDecision trace_after_line = { STP_FINDING_TRACE, STP_REASON_AFTER_LINE };

static StpDecision
declared (const StpResolved *token, guint threshold)
{
  if (token->ppm >= threshold)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_DECLARED };
  return (StpDecision) { STP_FINDING_TRACE, STP_REASON_DECLARED_LOW };
}

/* Without a marker of the line, the first two fifths of a list stand for more. */
static gboolean
is_early (const StpListFacts *list, const StpResolved *token)
{
  return token->position <= MAX (TOP, list->count * 2 / 5);
}

static StpDecision
by_place (const StpListFacts *list, const StpResolved *token)
{
  if (list->line > 0)
    return token->position < list->line ? active_before_line : trace_after_line;
  if (is_early (list, token))
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_EARLY };
  return (StpDecision) { STP_FINDING_TRACE, STP_REASON_LATE };
}

static gboolean
is_deep (const StpListFacts *list, const StpResolved *token)
{
  return token->position > BOTTOM || (token->position > DEEP && token->position * 3 > list->count);
}

/* Lactic acid low in a list keeps moisture or the pH (section 7.3); no other acid has a reason to.
 */
static gboolean
is_low_lactic (const StpListFacts *list, const StpResolved *token, const StpIngredient *ingredient)
{
  return g_str_equal (ingredient->name, "Lactic Acid") &&
         (list->evidence.alludes & STP_CLASS_BIT (STP_CLASS_ACID_AHA)) == 0 &&
         token->position > LACTIC_DEEP && token->position * 4 > list->count;
}

static StpDecision
decide_acid (const StpListFacts *list,
             const StpResolved *token,
             const StpIngredient *ingredient,
             guint64 bit)
{
  if (token->ppm > 0)
    return declared (token, ACID_PPM);
  if (list->evidence.hints & bit)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_NAME };
  if (list->kind == STP_PRODUCT_PEEL || list->kind == STP_PRODUCT_SCRUB)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_KIND };
  if (list->alphabetical)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_ALPHABETICAL };
  if (is_deep (list, token) || is_low_lactic (list, token, ingredient))
    return (StpDecision) { STP_FINDING_TRACE, STP_REASON_LATE };
  if (list->evidence.alludes & bit)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_NAME };
  return by_place (list, token);
}

static StpDecision
decide_buffer (const StpListFacts *list, const StpResolved *token, guint64 bit)
{
  if (token->ppm > 0)
    return declared (token, BUFFER_PPM);
  if (list->evidence.says & bit)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_NAME };
  if (list->kind == STP_PRODUCT_PEEL && token->position < list->line)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_KIND };
  if (list->line > 0 && token->position > list->line)
    return trace_after_line;
  if (list->alphabetical || token->position > MIN (TOP, MAX (2, list->count / 2)))
    return (StpDecision) { STP_FINDING_TRACE, STP_REASON_LATE };
  return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_EARLY };
}

/* Whether what the name says is meant of a derivative further up, or the name says nothing. */
static gboolean
is_low_vitc (const StpListFacts *list, const StpResolved *token, guint64 bit)
{
  if ((list->evidence.hints & bit) == 0)
    return token->position > VITC_TOP;
  return list->derived > 0 && list->derived < token->position && is_deep (list, token);
}

static StpDecision
decide_line (const StpListFacts *list, const StpResolved *token, guint64 bit, guint dose)
{
  const gboolean vitc = bit == STP_CLASS_BIT (STP_CLASS_VITC_LAA);

  if (token->ppm > 0)
    return declared (token, dose > 0 ? dose : ONE_PERCENT);
  if (vitc && !list->alphabetical && is_low_vitc (list, token, bit))
    return (StpDecision) { STP_FINDING_TRACE, STP_REASON_LATE };
  if (list->evidence.hints & bit)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_NAME };
  if (list->alphabetical)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_ALPHABETICAL };
  if (is_deep (list, token))
    return (StpDecision) { STP_FINDING_TRACE, STP_REASON_LATE };
  return by_place (list, token);
}

static StpDecision
decide_top (const StpListFacts *list, const StpResolved *token)
{
  if (token->position <= TOP && !(list->line > 0 && token->position > list->line))
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_EARLY };
  return (StpDecision) { STP_FINDING_TRACE, STP_REASON_LATE };
}

/* Sugar in a serum is not even a trace of a scrub: outside its kind it is nothing. */
static StpDecision
decide_kind (const StpListFacts *list,
             const StpResolved *token,
             const StpIngredient *ingredient,
             guint64 bit)
{
  if (ingredient->kinds & STP_BIT (list->kind))
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_KIND };
  if ((list->evidence.hints & bit) != 0 && is_early (list, token))
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_NAME };
  if (ingredient->dose_ppm > 0 && token->ppm >= ingredient->dose_ppm)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_DECLARED };
  return (StpDecision) { 0 };
}

/* What may not be missed, save for the vitamin, which is in every other supplement. */
static gboolean
is_medicine (const StpIngredient *ingredient)
{
  return ingredient->counts == STP_COUNTS_ALWAYS && !g_str_has_prefix (ingredient->name, "Vitamin");
}

/*
 * stp_decide:
 *
 * Returns: whether @ingredient, which @token of @list names, is active as @ingredient_class;
 * neither where it does not count at all
 */
StpDecision
stp_decide (const StpListFacts *list,
            const StpResolved *token,
            const StpIngredient *ingredient,
            StpIngredientClass ingredient_class)
{
  guint64 bit = STP_CLASS_BIT (ingredient_class);
  const StpDecision wherever = { STP_FINDING_ACTIVE, STP_REASON_WHEREVER };

  if (list->food >= FOOD_MIN && !is_medicine (ingredient))
    return (StpDecision) { 0 };
  if (token->position == 0)
    return (StpDecision) { ingredient->counts == STP_COUNTS_ALWAYS ? STP_FINDING_ACTIVE : 0,
                           STP_REASON_PROSE };
  if (list->nature == STP_LIST_DRUG)
    return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_DRUG };
  if (list->nature == STP_LIST_MAYBE && ingredient->counts != STP_COUNTS_ALWAYS)
    return (StpDecision) { STP_FINDING_TRACE, STP_REASON_MAYBE };

  switch (ingredient->counts)
    {
    case STP_COUNTS_ACID:
      return decide_acid (list, token, ingredient, bit);
    case STP_COUNTS_BUFFER:
      return decide_buffer (list, token, bit);
    case STP_COUNTS_LINE:
      return decide_line (list, token, bit, ingredient->dose_ppm);
    case STP_COUNTS_TOP:
      return decide_top (list, token);
    case STP_COUNTS_PRESENT:
      return token->ppm > 0 ? declared (token, PRESENT_PPM) : wherever;
    case STP_COUNTS_DOSE:
      if (token->ppm > 0)
        return declared (token, ingredient->dose_ppm);
      return (StpDecision) { STP_FINDING_TRACE, STP_REASON_NO_DOSE };
    case STP_COUNTS_KIND:
      return decide_kind (list, token, ingredient, bit);
    case STP_COUNTS_CRYSTAL:
      if (!is_early (list, token))
        return (StpDecision) { 0 };
      return decide_kind (list, token, ingredient, bit);
    case STP_COUNTS_NEVER:
      /* Willow bark, doubtful by itself, sold as an acid (clinical rules, section 7.4). */
      if (list->evidence.says & bit)
        return (StpDecision) { STP_FINDING_ACTIVE, STP_REASON_NAME };
      return (StpDecision) { STP_FINDING_TRACE, STP_REASON_DOUBTFUL };
    case STP_COUNTS_STAND_IN:
    case STP_COUNTS_FOOD:
      return (StpDecision) { 0 };
    case STP_COUNTS_ALWAYS:
    default:
      return wherever;
    }
}
