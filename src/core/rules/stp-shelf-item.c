// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-correct.h"
#include "rules/stp-facts-private.h"

/* A use of a product that nobody knows may have been anywhere. */
#define EVERYWHERE G_MAXUINT64

StpShelfItem *
stp_shelf_item_new (const char *id)
{
  StpShelfItem *self = g_new0 (StpShelfItem, 1);

  self->id = g_strdup (id);
  self->rules = g_ptr_array_new ();
  self->holds = g_array_new (FALSE, FALSE, sizeof (StpItemRule));
  self->uses = g_array_new (FALSE, FALSE, sizeof (StpUse));
  self->untimed = g_ptr_array_new_with_free_func (g_object_unref);
  self->withdrawn = g_ptr_array_new_with_free_func (g_object_unref);
  self->denials = g_ptr_array_new_with_free_func (g_object_unref);
  stp_shelf_item_set_product (self, NULL);
  return self;
}

void
stp_shelf_item_free (StpShelfItem *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    g_object_unref (g_array_index (self->uses, StpUse, i).application);
  g_clear_object (&self->product);
  g_clear_pointer (&self->classification, stp_classification_unref);
  g_ptr_array_unref (self->rules);
  g_array_unref (self->holds);
  g_array_unref (self->uses);
  g_ptr_array_unref (self->untimed);
  g_ptr_array_unref (self->withdrawn);
  g_ptr_array_unref (self->denials);
  g_free (self->id);
  g_free (self);
}

/* Where the diary does not say, only what is made to be rinsed off is. */
static gboolean
stays_on (StpProduct *product)
{
  const guint64 rinsed = STP_BIT (STP_PRODUCT_CLEANSER) | STP_BIT (STP_PRODUCT_SCRUB) |
                         STP_BIT (STP_PRODUCT_PEEL);

  if (product->leave_on != STP_UNSET)
    return product->leave_on;
  return product->kind <= 0 || !(STP_BIT (product->kind) & rinsed);
}

static gboolean
has_strong (StpClassification *classification, guint64 classes)
{
  for (guint i = 0; i < stp_classification_get_n_findings (classification); i++)
    {
      const StpFinding *finding = stp_classification_get_finding (classification, i);

      if ((classes & STP_CLASS_BIT (finding->ingredient_class)) != 0 &&
          finding->as == STP_FINDING_ACTIVE && finding->permille > STP_RULE_STRONG_PERMILLE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches (const StpRuleMatch *match, StpShelfItem *self)
{
  guint64 kind;

  if (match->unknown && !self->readable)
    return TRUE;
  if (!self->product)
    return FALSE;

  if (match->fresh)
    return stays_on (self->product);

  kind = self->product->kind > 0 ? STP_BIT (self->product->kind) : 0;
  if (match->unless_kinds & kind)
    return FALSE;
  if (match->leave_on && !stays_on (self->product))
    return FALSE;
  return (match->kinds & kind) ||
         (match->classes & stp_classification_get_active (self->classification)) ||
         (match->strong != 0 && has_strong (self->classification, match->strong));
}

static void
match_rules (StpShelfItem *self)
{
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  g_ptr_array_set_size (self->rules, 0);
  for (guint i = 0; i < n_rules; i++)
    if (matches (&rules[i].match, self))
      g_ptr_array_add (self->rules, (gpointer) &rules[i]);
}

static guint64
areas_of (StpShelfItem *self, StpApplication *application)
{
  return application->areas ? stp_areas_expand (application->areas) : self->areas;
}

void
stp_shelf_item_set_product (StpShelfItem *self, StpProduct *product)
{
  g_clear_pointer (&self->classification, stp_classification_unref);
  g_set_object (&self->product, product);
  self->areas = EVERYWHERE;
  self->readable = FALSE;

  if (product)
    {
      self->classification = stp_correct_classify (product);
      self->readable = product->card_checked ||
                       stp_classification_is_readable (self->classification);
      self->areas = stp_areas_expand (product->areas ? product->areas : STP_BIT (STP_AREA_FACE));
    }

  match_rules (self);
  for (guint i = 0; i < self->uses->len; i++)
    {
      StpUse *use = &g_array_index (self->uses, StpUse, i);

      use->areas = areas_of (self, use->application);
    }
}

/* What the specialist said to avoid is as strict as a block wherever a rule speaks of it. */
StpStrength
stp_shelf_item_get_strength (StpShelfItem *self, const StpRule *rule, StpProfile *profile)
{
  guint64 avoid = profile->consultation ? profile->consultation->avoid : 0;

  if (self->classification &&
      (avoid & rule->match.classes & stp_classification_get_active (self->classification)))
    return STP_BLOCK;
  return stp_rule_get_strength (rule, profile->preset);
}

/* To be called after the product or the person changed. */
void
stp_shelf_item_weigh (StpShelfItem *self, StpProfile *profile)
{
  g_array_set_size (self->holds, 0);
  self->reach = 0;
  for (guint i = 0; i < self->rules->len; i++)
    {
      const StpRule *rule = g_ptr_array_index (self->rules, i);
      StpItemRule hold = { .rule = rule };

      if (rule->phase != STP_RULE_BEFORE)
        continue;
      hold.strength = stp_shelf_item_get_strength (self, rule, profile);
      hold.window = stp_rule_get_window (rule, STP_BAND_R2, profile, 0);
      if (hold.window == 0)
        continue;
      self->reach = MAX (self->reach, hold.window);
      g_array_append_val (self->holds, hold);
    }
}

/* Mostly the latest, so from behind. */
void
stp_shelf_item_add_denial (StpShelfItem *self, StpDenial *denial)
{
  guint i = self->denials->len;

  while (i > 0 && ((StpDenial *) g_ptr_array_index (self->denials, i - 1))->at.us > denial->at.us)
    i--;
  g_ptr_array_insert (self->denials, (int) i, g_object_ref (denial));
}

static gint64
time_of (StpApplication *application)
{
  if (application->at.us != STP_TIME_UNSET)
    return application->at.us;
  if (application->on != STP_DAY_UNSET)
    return stp_facts_day_end (application->on, application->zone);
  return STP_TIME_UNSET;
}

static gint64
first_time_of (StpApplication *application)
{
  if (application->at.us != STP_TIME_UNSET)
    return application->at.us;
  return stp_facts_day_begin (application->on, application->zone);
}

/* The index of the first use after @at. */
guint
stp_shelf_item_find_after (const StpShelfItem *self, gint64 at)
{
  guint low = 0, high = self->uses->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->uses, StpUse, middle).at <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
stp_shelf_item_add (StpShelfItem *self, StpApplication *application)
{
  gint64 at = time_of (application);

  if (application->withdrawn.us != STP_TIME_UNSET)
    g_ptr_array_add (self->withdrawn, g_object_ref (application));
  else if (at == STP_TIME_UNSET)
    g_ptr_array_add (self->untimed, g_object_ref (application));
  else
    {
      StpUse use = { .from = first_time_of (application),
                     .at = at,
                     .areas = areas_of (self, application),
                     .application = g_object_ref (application) };

      g_array_insert_val (self->uses, stp_shelf_item_find_after (self, at), use);
    }
}

void
stp_shelf_item_remove (StpShelfItem *self, StpApplication *application)
{
  if (g_ptr_array_remove (self->withdrawn, application) ||
      g_ptr_array_remove (self->untimed, application))
    return;

  for (guint i = stp_shelf_item_find_after (self, time_of (application)); i > 0; i--)
    if (g_array_index (self->uses, StpUse, i - 1).application == application)
      {
        g_array_remove_index (self->uses, i - 1);
        g_object_unref (application);
        return;
      }
}

gint64
stp_shelf_item_get_last_use (StpShelfItem *self)
{
  if (self->uses->len == 0)
    return STP_TIME_UNSET;
  return g_array_index (self->uses, StpUse, self->uses->len - 1).at;
}
