// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-numbing-private.h"
#include "protocol/stp-step-list-private.h"
#include "rules/stp-person.h"
#include "rules/stp-rule.h"

/* A chain of pauses that follow each other is cut here: nobody plans further. */
#define MAX_PAUSES 64

/* What must not touch the skin right before needles; clinical rules, section 2, step 6. */
#define TOO_STRONG_TO_WASH                                                                         \
  (STP_CLASS_BIT (STP_CLASS_AGGRESSIVE_CLEANSER) | STP_CLASS_BIT (STP_CLASS_RETINOID_RX) |         \
   STP_CLASS_BIT (STP_CLASS_RETINOID_OTC) | STP_CLASS_BIT (STP_CLASS_ACID_AHA) |                   \
   STP_CLASS_BIT (STP_CLASS_ACID_BHA) | STP_CLASS_BIT (STP_CLASS_ACID_PHA) |                       \
   STP_CLASS_BIT (STP_CLASS_ACID_AHA_MILD) | STP_CLASS_BIT (STP_CLASS_ACID_PEEL) |                 \
   STP_CLASS_BIT (STP_CLASS_BPO) | STP_CLASS_BIT (STP_CLASS_EXFOLIANT_PHYSICAL) |                  \
   STP_CLASS_BIT (STP_CLASS_SPICULE) | STP_CLASS_BIT (STP_CLASS_ENZYME))

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const StpProduct *first = a, *second = b;

  return g_utf8_collate (first->name, second->name);
}

/* What stands on the shelf for the face, by name. */
static GPtrArray *
list_shelf (StpDiary *diary)
{
  GPtrArray *shelf = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);
      guint64 areas = stp_areas_expand (product->areas);

      if (!product->archived && (areas == 0 || areas & STP_AREAS_FACE))
        g_ptr_array_add (shelf, g_object_ref (product));
    }
  g_ptr_array_sort_values (shelf, compare_products);
  return shelf;
}

/* The ingredient that shows one of @classes, as its list spells it. */
static const char *
find_token (StpClassification *classification, guint64 classes)
{
  for (guint i = 0; i < stp_classification_get_n_findings (classification); i++)
    {
      const StpFinding *finding = stp_classification_get_finding (classification, i);

      if (finding->as == STP_FINDING_ACTIVE && classes & STP_CLASS_BIT (finding->ingredient_class))
        return finding->token;
    }
  return NULL;
}

static char *
refuse_cleanser (StpClassification *classification)
{
  const char *token = find_token (classification, TOO_STRONG_TO_WASH);

  if (token != NULL)
    /* Translators: %s is an ingredient. The skin is about to be needled */
    return g_strdup_printf (_ ("Too strong right before needling: it contains %s."), token);
  if (!stp_classification_is_readable (classification))
    return g_strdup (_ ("Its ingredients are not known. Take one that you know to be gentle."));
  return NULL;
}

static char *
refuse_numbing (StpProcedure *self, StpProduct *product, StpClassification *classification)
{
  char *refusal = stp_numbing_dup_refusal (classification);

  if (refusal != NULL)
    return refusal;
  return g_strdup (
    stp_procedure_get_numbing_objection (self, stp_numbing_get_strength (product, classification)));
}

/* Plain, known to the skin, and nothing else: product document, amendments. */
static char *
refuse_care (StpProcedure *self, StpProduct *product, StpClassification *classification)
{
  StpTimeline *timeline = stp_procedure_get_timeline (self);
  StpSession *session = stp_procedure_get_session (self);
  const char *id = stp_record_get_id (product);
  const char *token = find_token (classification, ~STP_CLASS_BIT (STP_CLASS_SOOTHING));

  if (session != NULL && stp_band_from_length (stp_session_get_needle_um (session)) > STP_BAND_R5)
    return g_strdup (_ ("After needles this long, only cool water or a sterile gel."));
  if (token != NULL)
    /* Translators: %s is an ingredient. The skin was needled a moment ago */
    return g_strdup_printf (_ ("Not right after needling: it contains %s."), token);
  if (!stp_classification_is_readable (classification))
    return g_strdup (_ ("Its ingredients are not known."));
  if (stp_timeline_get_last_use (timeline, id) == STP_TIME_UNSET)
    return g_strdup (_ ("Your skin does not know it yet: no use was logged."));
  return NULL;
}

static gboolean
serves (StpProduct *product, StpStepKind step)
{
  switch ((int) step)
    {
    case STP_STEP_WASH:
    case STP_STEP_WASH_OFF:
      return product->kind == STP_PRODUCT_CLEANSER;
    case STP_STEP_NUMB:
      return product->kind == STP_PRODUCT_NUMBING;
    case STP_STEP_CARE:
      return product->kind == STP_PRODUCT_CREAM || product->kind == STP_PRODUCT_SERUM;
    default:
      return FALSE;
    }
}

static StpOffer *
make_offer (StpProcedure *self, StpProduct *product, StpStepKind step)
{
  StpTimeline *timeline = stp_procedure_get_timeline (self);
  const char *id = stp_record_get_id (product);
  StpClassification *classification = stp_timeline_get_classification (timeline, id);
  StpOffer *offer = g_new0 (StpOffer, 1);

  offer->product = g_strdup (id);
  if (step == STP_STEP_NUMB)
    offer->text = refuse_numbing (self, product, classification);
  else if (step == STP_STEP_CARE)
    offer->text = refuse_care (self, product, classification);
  else
    offer->text = refuse_cleanser (classification);
  offer->allowed = offer->text == NULL;
  return offer;
}

static void
stp_offer_free (gpointer data)
{
  StpOffer *self = data;

  g_free (self->product);
  g_free (self->text);
  g_free (self);
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const StpOffer *first = a, *second = b;

  return second->allowed - first->allowed;
}

/**
 * stp_procedure_list_products:
 * @step: a step that uses something from the shelf
 *
 * A cleanser that would irritate is refused for washing, a numbing cream of anything but lidocaine
 * or with more than 4 % of it for numbing, and whatever is not plain and known to the skin for the
 * first care.
 *
 * Returns: (transfer full) (element-type StpOffer): what could serve, allowed ones first; empty
 *   for a step that needs nothing
 */
GPtrArray *
stp_procedure_list_products (StpProcedure *self, StpStepKind step)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (stp_offer_free);
  g_autoptr (GPtrArray) shelf = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), offers);

  shelf = list_shelf (stp_timeline_get_diary (stp_procedure_get_timeline (self)));
  for (guint i = 0; i < shelf->len; i++)
    if (serves (shelf->pdata[i], step))
      g_ptr_array_add (offers, make_offer (self, shelf->pdata[i], step));
  g_ptr_array_sort_values (offers, compare_offers);
  return offers;
}

static void
stp_return_free (gpointer data)
{
  StpReturn *self = data;

  g_free (self->product);
  g_free (self->text);
  g_free (self);
}

/*
 * What nobody can read is not promised, and what masks an infection is for a doctor to say
 * (clinical rules, section 3.1). What stays on the skin is felt more where needles were; what is
 * rinsed off is not.
 */
static const char *
say_not_held (StpProduct *product, StpClassification *classification, StpStrength *strength)
{
  *strength = STP_DOCTOR;
  if (classification && stp_classification_is_active (classification, STP_CLASS_STEROID_ANTIBIOTIC))
    return _ ("Only if a doctor says so: it can hide an infection of skin that was just needled.");
  *strength = STP_ADVISE;
  if (!classification || !stp_classification_is_readable (classification))
    return _ ("No rule can hold it, since its ingredients are not known. Leave it off while the "
              "skin heals if you are not sure.");
  *strength = STP_ALLOWED;
  if (product->kind == STP_PRODUCT_SERUM || product->kind == STP_PRODUCT_CREAM)
    return _ ("Fine now. It works more strongly than usual, so less is enough.");
  /* Translators: about a product after a session: it may be used */
  return _ ("Fine now.");
}

/* The end of what is forbidden stands before that of what is only better left off. */
static void
add_weaker_end (StpReturn *self, const char *off)
{
  g_autofree char *text = g_steal_pointer (&self->text);

  self->text = g_strdup_printf ("%s\n%s", off, text);
}

/* What a pregnancy rules out has no time at which it is back (E3). */
static void
withhold (StpReturn *self, const char *refusal)
{
  self->strength = STP_DOCTOR;
  self->rule = stp_rule_find ("q.preg");
  self->text = g_strdup (refusal);
}

/*
 * One pause may end inside another: what comes back is said to be back only when nothing but
 * advice is left. At a tight rhythm that is after the next session (E12).
 */
static StpReturn *
make_return (StpTimeline *timeline, StpProduct *product, gint64 now)
{
  StpReturn *self = g_new0 (StpReturn, 1);
  const char *refusal = stp_person_get_refusal (timeline, stp_record_get_id (product), now);
  g_autofree char *off = NULL;
  gint64 at = now;

  self->product = g_strdup (stp_record_get_id (product));
  self->at = STP_TIME_UNSET;
  if (refusal)
    {
      withhold (self, refusal);
      return self;
    }
  for (guint i = 0; i < MAX_PAUSES; i++)
    {
      g_autoptr (StpPause) pause = stp_timeline_dup_pause_at (timeline, self->product, at);

      if (pause == NULL || pause->strength < STP_WARN)
        break;
      self->at = at = pause->to;
      if (pause->strength > self->strength)
        self->rule = pause->rule;
      self->strength = MAX (self->strength, pause->strength);
      g_set_str (&self->text, pause->text);
      if (pause->strength >= STP_DOCTOR)
        g_set_str (&off, pause->text);
    }
  if (off != NULL && !g_str_equal (off, self->text))
    add_weaker_end (self, off);
  if (self->text != NULL)
    return self;

  self->text = g_strdup (say_not_held (
    product, stp_timeline_get_classification (timeline, self->product), &self->strength));
  if (self->strength != STP_ALLOWED)
    self->rule = stp_rule_find (self->strength == STP_DOCTOR ? "after.antibiotic_steroid"
                                                             : "product.unknown");
  return self;
}

static int
compare_returns (gconstpointer a, gconstpointer b)
{
  const StpReturn *first = a, *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

/**
 * stp_procedure_list_returns:
 *
 * Returns: (transfer full) (element-type StpReturn): when each product of the shelf may come
 *   back, what is allowed now first; numbing cream is no care and is left out
 */
GPtrArray *
stp_procedure_list_returns (StpProcedure *self)
{
  GPtrArray *returns = g_ptr_array_new_with_free_func (stp_return_free);
  StpTimeline *timeline;
  StpDiary *diary;
  g_autoptr (GPtrArray) shelf = NULL;
  gint64 now;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), returns);

  timeline = stp_procedure_get_timeline (self);
  diary = stp_timeline_get_diary (timeline);
  now = stp_clock_get_now (stp_diary_get_clock (diary));
  shelf = list_shelf (diary);
  for (guint i = 0; i < shelf->len; i++)
    if (((StpProduct *) shelf->pdata[i])->kind != STP_PRODUCT_NUMBING)
      g_ptr_array_add (returns, make_return (timeline, shelf->pdata[i], now));
  g_ptr_array_sort_values (returns, compare_returns);
  return returns;
}
