// SPDX-License-Identifier: GPL-3.0-or-later

/* Moments, products, and the uses that hold a session back. */

#include "config.h"

#include "naive-window.h"

gint64
naive_moment (StpInstant at, guint on, const char *zone_name, gboolean end_of_day)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date = NULL;
  GDate day;

  if (at.us != STP_TIME_UNSET || on == STP_DAY_UNSET)
    return at.us;
  zone = zone_name ? g_time_zone_new_identifier (zone_name) : NULL;
  if (!zone)
    zone = g_time_zone_new_identifier (end_of_day ? "-12:00" : "+14:00");
  g_date_clear (&day, 1);
  g_date_set_julian (&day, on);
  date = g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day), end_of_day ? 23 : 0, end_of_day ? 59 : 0,
                          end_of_day ? 59 : 0);
  return g_date_time_to_unix_usec (date);
}

guint64
naive_areas_of_product (StpProduct *product)
{
  return product->areas ? stp_areas_expand (product->areas) : STP_AREAS_FACE;
}

/* What is in a product is looked up once: it is the classifier's word, not the timeline's. */
static StpClassification *
classify (StpProduct *product)
{
  static GHashTable *known = NULL;
  g_autofree char *key = g_strdup_printf ("%d %s %s", product->kind, product->name,
                                          product->ingredients);
  StpClassification *found;

  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (known, key);
  if (!found)
    {
      found = stp_classify (product->name, product->brand, product->kind, product->ingredients,
                            NULL, 0);
      g_hash_table_insert (known, g_steal_pointer (&key), found);
    }
  return found;
}

gboolean
naive_is_under (const StpRule *rule, StpProduct *product)
{
  StpClassification *found;
  const StpFinding *niacinamide;
  gboolean strong;
  guint64 kind;

  if (!product)
    return rule->match.unknown;
  found = classify (product);
  if (rule->match.unknown && !product->card_checked && !stp_classification_is_readable (found))
    return TRUE;
  niacinamide = stp_classification_find (found, STP_CLASS_NIACINAMIDE);
  strong = niacinamide && niacinamide->permille > 100;
  kind = product->kind ? STP_BIT (product->kind) : 0;
  if (rule->match.fresh)
    return product->kind != STP_PRODUCT_CLEANSER && product->kind != STP_PRODUCT_SCRUB &&
           product->kind != STP_PRODUCT_PEEL;
  if (rule->match.unless_kinds & kind)
    return FALSE;
  if (rule->match.leave_on &&
      (product->kind == STP_PRODUCT_CLEANSER || product->kind == STP_PRODUCT_SCRUB ||
       product->kind == STP_PRODUCT_PEEL))
    return FALSE;
  return (rule->match.kinds & kind) != 0 ||
         (rule->match.classes & stp_classification_get_active (found)) != 0 ||
         (strong && (rule->match.strong & STP_CLASS_BIT (STP_CLASS_NIACINAMIDE)) != 0);
}

/* What the specialist said to avoid is a block wherever a rule speaks of it. */
StpStrength
naive_strength_of (StpDiary *diary, const StpRule *rule, StpProduct *product)
{
  StpProfile *profile = stp_diary_get_profile (diary);

  if (product && profile->consultation &&
      (profile->consultation->avoid & rule->match.classes &
       stp_classification_get_active (classify (product))))
    return STP_BLOCK;
  return stp_rule_get_strength (rule, profile->preset);
}

static gint64
first_answer (StpDiary *diary, StpApplication *use)
{
  gint64 at = STP_TIME_UNSET;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DENIAL); i++)
    {
      StpDenial *denial = stp_diary_peek_record (diary, STP_RECORD_DENIAL, i);

      if (g_strcmp0 (denial->product, use->product) == 0 &&
          stp_record_get_modified (denial) > stp_record_get_modified (use) &&
          (at == STP_TIME_UNSET || denial->since.us < at))
        at = denial->since.us;
    }
  return at;
}

/* Whether no use of the product was before it, and it is known when each was. */
static gboolean
is_first (StpDiary *diary, StpApplication *use)
{
  gint64 at = naive_moment (use->at, use->on, use->zone, TRUE);

  /* The packs of these diaries were opened long ago. */
  StpProduct *product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, use->product);

  if (!product || product->opened == STP_DAY_UNSET)
    return FALSE;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_APPLICATION); i++)
    {
      StpApplication *other = stp_diary_peek_record (diary, STP_RECORD_APPLICATION, i);
      gint64 other_at = naive_moment (other->at, other->on, other->zone, TRUE);

      if (g_strcmp0 (other->product, use->product) == 0 && other->withdrawn.us == STP_TIME_UNSET &&
          (other_at == STP_TIME_UNSET || other_at < at))
        return FALSE;
    }
  return TRUE;
}

void
naive_add_use (StpDiary *diary, const StpQuestion *question, StpApplication *use, GArray *windows)
{
  StpProduct *product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, use->product);
  guint64 areas = use->areas ? stp_areas_expand (use->areas)
                             : (product ? naive_areas_of_product (product) : G_MAXUINT64);
  gint64 from = naive_moment (use->at, use->on, use->zone, FALSE);
  gint64 at = naive_moment (use->at, use->on, use->zone, TRUE);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  if (use->withdrawn.us != STP_TIME_UNSET || !(areas & stp_areas_expand (question->areas)))
    return;
  if (at == STP_TIME_UNSET)
    at = first_answer (diary, use);

  for (guint i = 0; i < n_rules; i++)
    {
      gint64 hours = stp_rule_get_window (&rules[i], STP_BAND_R2, stp_diary_get_profile (diary), 0);
      NaiveWindow window = { &rules[i], use->product, from, STP_TIME_UNSET, at > question->now };

      if (rules[i].phase != STP_RULE_BEFORE || hours == 0 || !naive_is_under (&rules[i], product) ||
          naive_is_cleared (diary, question, &rules[i]))
        continue;
      if (rules[i].match.fresh && !is_first (diary, use))
        continue;
      window.strength = naive_strength_of (diary, &rules[i], product);
      if (at != STP_TIME_UNSET)
        window.until = at + hours;
      g_array_append_val (windows, window);
    }
}
