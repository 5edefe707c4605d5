// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-names.h"

#include <glib/gi18n.h>

static const char *const classes[STP_CLASS_N] = {
  /* Translators: classes of ingredients, as short as they can be and be understood */
  [STP_CLASS_RETINOID_RX] = NC_ ("class", "Prescription retinoid"),
  [STP_CLASS_RETINOID_OTC] = NC_ ("class", "Retinoid"),
  [STP_CLASS_ACID_AHA] = NC_ ("class", "Fruit acid"),
  [STP_CLASS_ACID_BHA] = NC_ ("class", "Salicylic acid"),
  [STP_CLASS_ACID_PHA] = NC_ ("class", "Mild acid"),
  [STP_CLASS_ACID_AHA_MILD] = NC_ ("class", "Mild fruit acid"),
  [STP_CLASS_ACID_PEEL] = NC_ ("class", "Acid peel"),
  [STP_CLASS_AZELAIC] = NC_ ("class", "Azelaic acid"),
  [STP_CLASS_KOJIC] = NC_ ("class", "Kojic acid"),
  [STP_CLASS_GENTLE_BRIGHTENER] = NC_ ("class", "Gentle brightener"),
  [STP_CLASS_NIACINAMIDE] = NC_ ("class", "Niacinamide"),
  [STP_CLASS_BPO] = NC_ ("class", "Benzoyl peroxide"),
  [STP_CLASS_VITC_LAA] = NC_ ("class", "Pure vitamin C"),
  [STP_CLASS_VITC_DERIV] = NC_ ("class", "Gentle vitamin C"),
  [STP_CLASS_EXFOLIANT_PHYSICAL] = NC_ ("class", "Scrub grains"),
  [STP_CLASS_SPICULE] = NC_ ("class", "Spicules"),
  [STP_CLASS_ENZYME] = NC_ ("class", "Peeling enzyme"),
  [STP_CLASS_FRAGRANCE] = NC_ ("class", "Perfume"),
  [STP_CLASS_ESSENTIAL_OIL] = NC_ ("class", "Essential oil"),
  [STP_CLASS_DRYING_ALCOHOL] = NC_ ("class", "Drying alcohol"),
  [STP_CLASS_AGGRESSIVE_CLEANSER] = NC_ ("class", "Harsh cleanser"),
  [STP_CLASS_SOOTHING] = NC_ ("class", "Soothing"),
  [STP_CLASS_OCCLUSIVE] = NC_ ("class", "Protective film"),
  [STP_CLASS_BIOLOGIC] = NC_ ("class", "Growth factor"),
  [STP_CLASS_UV_MINERAL] = NC_ ("class", "Mineral sunscreen"),
  [STP_CLASS_UV_ORGANIC] = NC_ ("class", "Organic sunscreen"),
  [STP_CLASS_TINT] = NC_ ("class", "Tint"),
  [STP_CLASS_NUMBING] = NC_ ("class", "Numbing"),
  [STP_CLASS_BRIGHTENER_RX] = NC_ ("class", "Prescription brightener"),
  [STP_CLASS_BRIGHTENER_RESORCINOL] = NC_ ("class", "Resorcinol brightener"),
  [STP_CLASS_SELF_TAN] = NC_ ("class", "Self-tanner"),
  [STP_CLASS_MINOXIDIL] = NC_ ("class", "Minoxidil"),
  [STP_CLASS_STEROID_ANTIBIOTIC] = NC_ ("class", "Steroid or antibiotic"),
  [STP_CLASS_PHOTOSENSITISER] = NC_ ("class", "Sensitises to light"),
  [STP_CLASS_OTHER_IRRITANT] = NC_ ("class", "Irritant"),
};

static const char *const kinds[] = {
  /* Translators: kinds of products */
  [STP_PRODUCT_CLEANSER] = NC_ ("kind", "Cleanser"),
  [STP_PRODUCT_TONER] = NC_ ("kind", "Toner"),
  [STP_PRODUCT_SERUM] = NC_ ("kind", "Serum"),
  [STP_PRODUCT_CREAM] = NC_ ("kind", "Cream"),
  [STP_PRODUCT_SUNSCREEN] = NC_ ("kind", "Sunscreen"),
  [STP_PRODUCT_PEEL] = NC_ ("kind", "Peel"),
  [STP_PRODUCT_MASK] = NC_ ("kind", "Mask"),
  [STP_PRODUCT_SCRUB] = NC_ ("kind", "Scrub"),
  [STP_PRODUCT_NUMBING] = NC_ ("kind", "Numbing cream"),
  [STP_PRODUCT_MAKEUP] = NC_ ("kind", "Make-up"),
  [STP_PRODUCT_BODY] = NC_ ("kind", "Body care"),
  [STP_PRODUCT_HAIR] = NC_ ("kind", "Hair care"),
  [STP_PRODUCT_LIP] = NC_ ("kind", "Lip care"),
  [STP_PRODUCT_OTHER] = NC_ ("kind", "Something else"),
};

static const char *const device_kinds[] = {
  [STP_DEVICE_ROLLER] = NC_ ("device", "Roller"),
  [STP_DEVICE_STAMP] = NC_ ("device", "Stamp"),
  [STP_DEVICE_PEN] = NC_ ("device", "Pen"),
  [STP_DEVICE_RF] = NC_ ("device", "Needles with radio frequency"),
  [STP_DEVICE_LED_RED] = NC_ ("device", "LED, red light"),
  [STP_DEVICE_LED_BLUE] = NC_ ("device", "LED, blue light"),
};

static const char *const areas[] = {
  /* Translators: parts of the body */
  [STP_AREA_FACE] = NC_ ("area", "Face"),
  [STP_AREA_FOREHEAD] = NC_ ("area", "Forehead"),
  [STP_AREA_CHEEKS] = NC_ ("area", "Cheeks"),
  [STP_AREA_NOSE] = NC_ ("area", "Nose"),
  [STP_AREA_UPPER_LIP] = NC_ ("area", "Upper lip"),
  [STP_AREA_CHIN] = NC_ ("area", "Chin"),
  [STP_AREA_JAW] = NC_ ("area", "Jaw"),
  [STP_AREA_EYE_CONTOUR] = NC_ ("area", "Around the eyes"),
  [STP_AREA_NECK] = NC_ ("area", "Neck"),
  [STP_AREA_CHEST] = NC_ ("area", "Chest"),
  [STP_AREA_SCALP] = NC_ ("area", "Scalp"),
  [STP_AREA_HANDS] = NC_ ("area", "Hands"),
  [STP_AREA_ARMS] = NC_ ("area", "Arms"),
  [STP_AREA_LEGS] = NC_ ("area", "Legs"),
  [STP_AREA_BACK] = NC_ ("area", "Back"),
  [STP_AREA_BELLY] = NC_ ("area", "Belly"),
  [STP_AREA_OTHER] = NC_ ("area", "Another area"),
};

static const char *const goals[] = {
  /* Translators: what a course of sessions is for: what is to become better */
  [STP_GOAL_ELASTICITY] = NC_ ("goal", "Elasticity"),
  [STP_GOAL_RESILIENCE] = NC_ ("goal", "Resilience"),
  [STP_GOAL_TEXTURE] = NC_ ("goal", "Texture"),
  [STP_GOAL_SOFTNESS] = NC_ ("goal", "Softness"),
  [STP_GOAL_SCARS] = NC_ ("goal", "Scars"),
  [STP_GOAL_WRINKLES] = NC_ ("goal", "Wrinkles"),
  [STP_GOAL_PIGMENTATION] = NC_ ("goal", "Pigmentation"),
  [STP_GOAL_PORES] = NC_ ("goal", "Pores"),
  [STP_GOAL_GLOW] = NC_ ("goal", "Glow"),
};

/* Zero and what a newer version wrote have no words here. */
static const char *
look_up (const char *const *words, gsize n_words, const char *context, int value)
{
  if (value <= 0 || (gsize) value >= n_words)
    return "";

  return g_dpgettext2 (NULL, context, words[value]);
}

const char *
stp_names_get_class (StpIngredientClass ingredient_class)
{
  return look_up (classes, G_N_ELEMENTS (classes), "class", (int) ingredient_class);
}

const char *
stp_names_get_kind (StpProductKind kind)
{
  return look_up (kinds, G_N_ELEMENTS (kinds), "kind", (int) kind);
}

const char *
stp_names_get_device_kind (StpDeviceKind kind)
{
  const char *name = look_up (device_kinds, G_N_ELEMENTS (device_kinds), "device", (int) kind);

  return *name ? name : _ ("Device");
}

const char *
stp_names_get_area (StpArea area)
{
  return look_up (areas, G_N_ELEMENTS (areas), "area", (int) area);
}

const char *
stp_names_get_goal (StpGoal goal)
{
  return look_up (goals, G_N_ELEMENTS (goals), "goal", (int) goal);
}

/**
 * stp_names_format_length:
 * @needle_um: needle length in micrometres
 *
 * Returns: (transfer full): the length in millimetres, as in "0.25 mm"
 */
char *
stp_names_format_length (int needle_um)
{
  /* Translators: the length of a needle in millimetres */
  return g_strdup_printf (_ ("%g mm"), needle_um / 1000.0);
}
