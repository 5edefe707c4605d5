// SPDX-License-Identifier: GPL-3.0-or-later

/* The sources of the rules by name: clinical rules, section 9. */

#include "config.h"

#include "rules/stp-sources.h"

#include <glib/gi18n-lib.h>

/* The most to be trusted comes first. */
typedef enum
{
  KIND_REGULATOR,
  KIND_STUDY,
  KIND_HOSPITAL,
  KIND_MAKER,
  KIND_CLINIC,
  KIND_ARTICLE,
  N_KINDS,
} Kind;

static const char *const kinds[N_KINDS] = {
  /* Translators: kinds of sources, each before a colon and names */
  [KIND_REGULATOR] = NC_ ("sources", "authorities"),
  [KIND_STUDY] = NC_ ("sources", "studies"),
  [KIND_HOSPITAL] = NC_ ("sources", "hospitals"),
  [KIND_MAKER] = NC_ ("sources", "makers’ instructions"),
  [KIND_CLINIC] = NC_ ("sources", "clinics’ leaflets"),
  [KIND_ARTICLE] = NC_ ("sources", "articles"),
};

/* Names of people and houses, which are the same in every language. */
static const struct
{
  const char *key;
  Kind kind;
  const char *name;
} sources[] = {
  { "ADAP", KIND_MAKER, "Adapalene 0.1 % (openFDA label)" },
  { "ALLURE", KIND_ARTICLE, "Allure" },
  { "ALST18", KIND_STUDY, "Dermatologic Surgery 2018" },
  { "ASDS17", KIND_STUDY, "ASDS, Dermatologic Surgery 2017" },
  { "AUST08", KIND_STUDY, "Aust 2008" },
  { "BHS", KIND_CLINIC, "BH Skin Dermatology" },
  { "BOJ", KIND_CLINIC, "Brows of Joy" },
  { "CB", KIND_MAKER, "CurrentBody" },
  { "CFR", KIND_REGULATOR, "21 CFR 878.4430" },
  { "CHELW-post", KIND_HOSPITAL, "Chelsea and Westminster Hospital" },
  { "CHELW-pre", KIND_HOSPITAL, "Chelsea and Westminster Hospital" },
  { "CHU21", KIND_STUDY, "Chu 2021" },
  { "CIR-AHA", KIND_STUDY, "Cosmetic Ingredient Review 2017" },
  { "DAGAN", KIND_CLINIC, "Dr. Dagan" },
  { "DERMNET", KIND_ARTICLE, "DermNet" },
  { "DIVYA", KIND_CLINIC, "Dr. Divya Sharma" },
  { "DMTQ", KIND_CLINIC, "Dermatique" },
  { "DONN14", KIND_STUDY, "Donnelly 2014" },
  { "DP4", KIND_MAKER, "Dermapen 4" },
  { "DRPEN", KIND_MAKER, "Dr. Pen" },
  { "DRPENUK", KIND_MAKER, "Dr. Pen UK" },
  { "DRRESH", KIND_CLINIC, "Dr. Resham" },
  { "DSD", KIND_CLINIC, "Desert Sage Dermatology" },
  { "ELLE", KIND_CLINIC, "Elle Skin and Beauty" },
  { "EMLA-L", KIND_MAKER, "Lidocaine and prilocaine (label)" },
  { "EMLA-M", KIND_MAKER, "EMLA (MIMS)" },
  { "EMP", KIND_CLINIC, "Empire Beauty" },
  { "ESTH", KIND_CLINIC, "Esthetik" },
  { "EU-VITA", KIND_REGULATOR, "EU 2024/996" },
  { "EU2023", KIND_REGULATOR, "EU 2023/1545" },
  { "FABB12", KIND_STUDY, "Fabbrocini 2012" },
  { "FDA-AHA", KIND_REGULATOR, "FDA" },
  { "FDA-AHAQ", KIND_REGULATOR, "FDA" },
  { "FDA-G20", KIND_REGULATOR, "FDA" },
  { "FDA-LIDO", KIND_REGULATOR, "FDA" },
  { "FDA-LIDO0", KIND_REGULATOR, "FDA" },
  { "FDA-MN", KIND_REGULATOR, "FDA" },
  { "FDA-RF", KIND_REGULATOR, "FDA" },
  { "FFIRMA", KIND_CLINIC, "Face Firma" },
  { "FILR", KIND_CLINIC, "Fillir" },
  { "FRIED24", KIND_STUDY, "Dermatologic Surgery 2024" },
  { "GLOWREF", KIND_CLINIC, "Glow Refinery" },
  { "GOWDA21", KIND_STUDY, "Gowda 2021" },
  { "HAN12", KIND_STUDY, "Han 2012" },
  { "HARRIS15", KIND_STUDY, "Harris 2015" },
  { "HARROW", KIND_CLINIC, "Harrow Microneedling" },
  { "HAZN", KIND_STUDY, "Granuloma after a serum (case report)" },
  { "HL", KIND_ARTICLE, "Healthline" },
  { "HYPE", KIND_CLINIC, "Hyped Beauty" },
  { "INCID", KIND_ARTICLE, "INCIDecoder" },
  { "IOWA", KIND_HOSPITAL, "University of Iowa" },
  { "JCAD-LED", KIND_STUDY, "JCAD review of LED" },
  { "JDD24", KIND_STUDY, "Minutilli 2024" },
  { "KALL11", KIND_STUDY, "Kalluri 2011" },
  { "KELCH16", KIND_STUDY, "Kelchen 2016" },
  { "KICHI", KIND_CLINIC, "Kichi Studio" },
  { "MARTIN21", KIND_STUDY, "Martin 2021" },
  { "MONARCH", KIND_CLINIC, "Monarch Brow and Facials" },
  { "MYS17", KIND_STUDY, "JCAS 2017" },
  { "NCT", KIND_STUDY, "NCT02646917" },
  { "NEUT", KIND_ARTICLE, "ABC7" },
  { "NHS-CELL", KIND_HOSPITAL, "NHS" },
  { "NICKEL", KIND_STUDY, "Commentary on nickel" },
  { "NUAN", KIND_CLINIC, "Nuance Aesthetics" },
  { "OGD", KIND_CLINIC, "Original Glam Denver" },
  { "OGUN21", KIND_STUDY, "PMC8259462 (2021)" },
  { "PANO", KIND_CLINIC, "Panorama Dermatology" },
  { "PBD", KIND_CLINIC, "Perfect Brow Design" },
  { "PFL", KIND_CLINIC, "Perfect Face La Jolla" },
  { "RAM", KIND_CLINIC, "Ramco Advanced" },
  { "REN", KIND_CLINIC, "Renajo" },
  { "RFG", KIND_CLINIC, "Refined Glow" },
  { "RUT", KIND_STUDY, "Rutala" },
  { "SA14", KIND_STUDY, "JAMA Dermatology 2014" },
  { "SANT", KIND_ARTICLE, "Santanapeten" },
  { "SCRIBD-DR", KIND_ARTICLE, "Dermaroller slides" },
  { "SKBYS", KIND_CLINIC, "Skin by Salima" },
  { "SKP-D", KIND_MAKER, "SkinPen" },
  { "SKP-M", KIND_MAKER, "SkinPen" },
  { "SOC16", KIND_STUDY, "JAAD 2016" },
  { "SPIC", KIND_ARTICLE, "Daily8" },
  { "SPRING17", KIND_STUDY, "JAMA Dermatology 2017" },
  { "STATP", KIND_ARTICLE, "StatPearls" },
  { "TIME", KIND_CLINIC, "Timeless Beauty" },
  { "TLS", KIND_MAKER, "The Light Salon" },
  { "VALA", KIND_STUDY, "Gilbert and McBurney 2000" },
  { "WINK", KIND_ARTICLE, "Dr. Winkelmann" },
  { "YBS", KIND_ARTICLE, "Your Best Selves" },
};

static const char *const grades[] = {
  [STP_GRADE_A] = N_ ("Evidence: an authority says so, or studies of just this do."),
  [STP_GRADE_B] = N_ ("Evidence: instructions of approved devices or of hospitals, or clinics that "
                      "agree."),
  [STP_GRADE_C] = N_ ("Evidence: clinics and experts, who differ; this lies between them."),
  [STP_GRADE_D] = N_ ("Evidence: none found directly; it is common practice or careful reasoning."),
};

static int
find_source (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].key, key))
      return (int) i;

  return -1;
}

/* What is one house is named once, however many of its texts there are. */
static void
add_name (GPtrArray *names, const char *key, Kind kind)
{
  const int i = find_source (key);

  if (i >= 0 && sources[i].kind == kind &&
      !g_ptr_array_find_with_equal_func (names, sources[i].name, g_str_equal, NULL))
    g_ptr_array_add (names, (char *) sources[i].name);
}

/* Nothing where it has no source of that kind. */
static char *
list_kind (char **keys, Kind kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; keys[i]; i++)
    add_name (names, keys[i], kind);
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  /* Translators: between the names of a list */
  list = g_strjoinv (C_ ("list", ", "), (char **) names->pdata);

  /* Translators: a kind of sources and their names, as in "studies: Chu 2021, Han 2012" */
  return g_strdup_printf (C_ ("sources", "%1$s: %2$s"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "sources", kinds[kind]), list);
}

static char *
describe_keys (const char *keys)
{
  g_auto (GStrv) split = g_strsplit (keys, " ", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (Kind kind = 0; kind < N_KINDS; kind++)
    {
      char *part = list_kind (split, kind);

      if (part)
        g_ptr_array_add (parts, part);
    }
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  /* Translators: between lists that have commas within */
  list = g_strjoinv (C_ ("list", "; "), (char **) parts->pdata);

  /* Translators: %s is as in "studies: Chu 2021; clinics’ leaflets: Renajo, Dermatique" */
  return g_strdup_printf (C_ ("sources", "Sources: %s."), list);
}

/**
 * stp_sources_describe:
 *
 * Returns: (transfer full) (nullable): where the rule is from besides the method, by name, in one
 *   sentence
 */
char *
stp_sources_describe (const StpRule *rule)
{
  return describe_keys (stp_rule_get_sources (rule));
}

/**
 * stp_sources_list_names:
 *
 * Returns: (transfer full): where the rule is from, the method too, as a list of names; never empty
 */
char *
stp_sources_list_names (const StpRule *rule)
{
  g_auto (GStrv) keys = g_strsplit (stp_rule_get_sources (rule), " ", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (stp_rule_is_method (rule))
    g_ptr_array_add (names, (char *) C_ ("source", "The method"));
  for (guint i = 0; keys[i]; i++)
    for (Kind kind = 0; kind < N_KINDS; kind++)
      add_name (names, keys[i], kind);
  if (names->len == 0)
    g_ptr_array_add (names, (char *) C_ ("source", "Inferred: no source says exactly this"));

  g_ptr_array_add (names, NULL);
  /* Translators: between the names of a list */
  return g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

/**
 * stp_sources_describe_grade:
 *
 * Returns: (transfer none): how good the evidence for the rule is, in one sentence
 */
const char *
stp_sources_describe_grade (const StpRule *rule)
{
  return _ (grades[rule->grade]);
}

/**
 * stp_sources_explain:
 *
 * Returns: (transfer full): why a rule is there, how good the evidence is, and where it comes from
 *   (E11), on a line each
 */
char *
stp_sources_explain (const StpRule *rule)
{
  g_autofree char *named = stp_sources_describe (rule);
  const char *format = stp_rule_is_method (rule)
                         /* Translators: why a rule is there: a sentence, and where it comes from */
                         ? _ ("%s This is part of the method.")
                         /* Translators: why a rule is there: a sentence, and where it comes from */
                         : _ ("%s Added for safety.");
  g_autofree char *why = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  why = g_strdup_printf (format, stp_rule_get_why (rule));
#pragma GCC diagnostic pop

  return g_strjoin ("\n", why, stp_sources_describe_grade (rule), named, NULL);
}

/**
 * stp_sources_explain_keys:
 * @keys: what a sentence that is no rule's comes from, with a space between them; "method" is one
 *
 * Returns: (transfer full): where it comes from, on one line or two; never empty
 */
char *
stp_sources_explain_keys (const char *keys)
{
  g_auto (GStrv) split = g_strsplit (keys, " ", -1);
  const char *method = g_strv_contains ((const char *const *) split, "method")
                         ? C_ ("origin", "Part of the method")
                         : NULL;
  g_autofree char *named = describe_keys (keys);

  if (!method)
    return named ? g_steal_pointer (&named)
                 : g_strdup (C_ ("source", "Inferred: no source says exactly this"));
  return g_strjoin ("\n", method, named, NULL);
}
