// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/stp-classification.h"
#include "stp-expect.h"
#include "stp-table.h"

/* name, kind, list, expected, why */
#define FIELDS 5

static StpClassification *
classify_list (const char *name, const char *list)
{
  return stp_classify (name, NULL, STP_PRODUCT_OTHER, list, NULL, 0);
}

static void
check_row (const char *const *fields, gpointer user_data)
{
  int kind = *fields[1] != '\0' ? stp_enum_from_nick (STP_TYPE_PRODUCT_KIND, fields[1]) : 0;
  g_autofree char *what = g_strdup_printf ("%s [%.60s]", fields[0], fields[2]);

  g_assert_cmpint (kind, >=, 0);
  g_autoptr (
    StpClassification) classification = stp_classify (fields[0], NULL, kind, fields[2], NULL, 0);
  stp_expect_classes (classification, fields[3], what);
}

static void
test_vectors (void)
{
  g_assert_cmpuint (stp_table_each ("classify.tsv", FIELDS, check_row, NULL), >=, 60);
}

/* Every kind of dirt in every language of packs. */
static void
test_dirt (void)
{
  g_assert_cmpuint (stp_table_each ("dirt.tsv", FIELDS, check_row, NULL), >=, 200);
}

static void
test_shelf (void)
{
  g_assert_cmpuint (stp_table_each ("shelf.tsv", FIELDS, check_row, NULL), ==, 20);
}

static void
test_finding (void)
{
  const char *list = "Aqua, Glycerin, Retinol 0.3%, Phenoxyethanol, Citric Acid";
  g_autoptr (StpClassification) classification = classify_list ("Night Cream", list);
  const StpFinding *retinol = stp_classification_find (classification, STP_CLASS_RETINOID_OTC);
  const StpFinding *citric = stp_classification_find (classification, STP_CLASS_ACID_AHA);

  g_assert_cmpstr (retinol->token, ==, "Retinol 0.3%");
  g_assert_cmpuint (retinol->position, ==, 3);
  g_assert_cmpuint (retinol->count, ==, 5);
  g_assert_cmpuint (retinol->permille, ==, 3);
  g_assert_cmpint (citric->as, ==, STP_FINDING_TRACE);
  g_assert_cmpstr (citric->why, ==,
                   "Number 5 of 5, not before Phenoxyethanol: probably less than 1 %");
  g_assert_null (stp_classification_find (classification, STP_CLASS_BPO));
  g_assert_true (stp_classification_get_active (classification) &
                 STP_CLASS_BIT (STP_CLASS_RETINOID_OTC));
}

static void
test_several_lists (void)
{
  g_autoptr (StpClassification) classification = classify_list (
    "Duo", "Day Cream:\nAqua, Glycerin, Squalane\nNight Cream:\nAqua, Retinal");
  const StpFinding *retinal = stp_classification_find (classification, STP_CLASS_RETINOID_OTC);

  g_assert_cmpuint (retinal->position, ==, 2);
  g_assert_cmpuint (retinal->count, ==, 2);
}

/* E5: a list that is missing, or of which nothing is known, is not a "no". */
static void
test_readable (void)
{
  static const struct
  {
    const char *list;
    gboolean readable;
  } cases[] = {
    { NULL, FALSE },           { "", FALSE },
    { "see the pack", FALSE }, { "qwert, yuiop, asdfg, hjkl, water", FALSE },
    { "Aqua", TRUE },          { "Aqua, Glycerin, Sodium Hyaluronate", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StpClassification) classification = classify_list ("x", cases[i].list);

      g_assert_cmpint (stp_classification_is_readable (classification), ==, cases[i].readable);
    }
}

static gboolean
is_active_corrected (const char *list, const char *token, StpIngredientClass c, StpFindingAs as)
{
  StpTokenCorrection correction = { (char *) token, c, as };
  g_autoptr (
    StpClassification) classification = stp_classify ("x", NULL, STP_PRODUCT_SERUM, list, &correction,
                                                    1);

  return stp_classification_is_active (classification, c);
}

/* E6: an acid can be corrected away; an exact retinoid or benzoyl peroxide cannot. */
static void
test_corrections (void)
{
  g_assert_false (
    is_active_corrected ("Aqua, Lactic Acid, Glycerin", "Lactic Acid", STP_CLASS_ACID_AHA, 0));
  g_assert_true (
    is_active_corrected ("Aqua, Lactic Acid, Glycerin", "Glycerin", STP_CLASS_ACID_AHA, 0));
  g_assert_true (is_active_corrected ("Aqua, Glycerin, Phenoxyethanol, Lactic Acid", "lactic acid",
                                      STP_CLASS_ACID_AHA, STP_FINDING_ACTIVE));
  g_assert_true (
    is_active_corrected ("Aqua, Glycerin, Retinol", "Retinol", STP_CLASS_RETINOID_OTC, 0));
  g_assert_true (is_active_corrected ("Aqua, Adapalene 0.1%", "Adapalene 0.1%",
                                      STP_CLASS_RETINOID_RX, STP_FINDING_TRACE));
  g_assert_true (
    is_active_corrected ("Aqua, Benzoyl Peroxide", "Benzoyl Peroxide", STP_CLASS_BPO, 0));
  g_assert_true (is_active_corrected ("정제수, 레티놀", "레티놀", STP_CLASS_RETINOID_OTC, 0));
  g_assert_false (is_active_corrected ("Aqua, Glycerin, Retinolinum Novum", "Retinolinum Novum",
                                       STP_CLASS_RETINOID_OTC, 0));
}

static void
test_tokens (void)
{
  const char *list = "Aqua (Water), Blorbium, Glycolic Acid";
  g_autoptr (StpClassification) classification = classify_list ("x", list);
  const StpToken *acid = stp_classification_get_token (classification, 2);

  g_assert_cmpuint (stp_classification_get_n_tokens (classification), ==, 3);
  g_assert_cmpstr (acid->text, ==, "Glycolic Acid");
  g_assert_true (g_str_has_prefix (list + acid->start, "Glycolic Acid"));
  g_assert_cmpuint (acid->end, ==, strlen (list));
  g_assert_cmpuint (acid->classes, ==, STP_CLASS_BIT (STP_CLASS_ACID_AHA));
  g_assert_cmpstr (stp_classification_get_unrecognised (classification)[0], ==, "Blorbium");
  g_assert_null (stp_classification_get_unrecognised (classification)[1]);
}

/* Each token speaks for itself, also where another of its class is the stronger. */
static void
test_token_reasons (void)
{
  g_autoptr (
    StpClassification) classification = classify_list ("Salicylic Serum",
                                                     "Aqua, Glycolic Acid, Salicylic Acid, "
                                                     "Phenoxyethanol, Citric Acid");
  g_autofree char *strong = stp_classification_dup_why (classification, 1, STP_CLASS_ACID_AHA);
  g_autofree char *named = stp_classification_dup_why (classification, 2, STP_CLASS_ACID_BHA);
  g_autofree char *weak = stp_classification_dup_why (classification, 4, STP_CLASS_ACID_AHA);

  g_assert_cmpstr (strong, ==, "Number 2 of 5, before Phenoxyethanol");
  g_assert_cmpstr (named, ==, "Number 3 of 5, and the name says “salicylic”");
  g_assert_cmpstr (weak, ==, "Number 5 of 5, not before Phenoxyethanol: probably less than 1 %");
  g_assert_null (stp_classification_dup_why (classification, 1, STP_CLASS_BPO));
  g_assert_cmpuint (stp_classification_get_token (classification, 1)->active, ==,
                    STP_CLASS_BIT (STP_CLASS_ACID_AHA));
  g_assert_cmpuint (stp_classification_get_token (classification, 4)->active, ==, 0);
}

static void
check_category (const char *const *fields, gpointer user_data)
{
  StpProductKind kind = stp_product_kind_from_category (fields[0]);

  g_assert_cmpstr (stp_enum_to_nick (STP_TYPE_PRODUCT_KIND, kind), ==, fields[1]);
}

static void
test_categories (void)
{
  g_assert_cmpuint (stp_table_each ("categories.tsv", 2, check_category, NULL), >=, 20);
}

static gpointer
classify_in_thread (gpointer list)
{
  g_autoptr (StpClassification) classification = classify_list ("x", list);

  return GINT_TO_POINTER (stp_classification_is_active (classification, STP_CLASS_ACID_BHA));
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("classify", classify_in_thread,
                               (gpointer) "Aqua, Salicylic Acid 2%");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

static void
test_refusal (void)
{
  g_assert_nonnull (stp_token_get_refusal ("Retinol 0.3%", STP_CLASS_RETINOID_OTC));
  g_assert_nonnull (stp_token_get_refusal ("Adapalene", STP_CLASS_RETINOID_RX));
  g_assert_nonnull (stp_token_get_refusal ("Benzoyl Peroxide", STP_CLASS_BPO));
  g_assert_null (stp_token_get_refusal ("Retinyl Palmitat Complexx", STP_CLASS_RETINOID_OTC));
  g_assert_null (stp_token_get_refusal ("Retinol", STP_CLASS_ACID_AHA));
  g_assert_null (stp_token_get_refusal ("Lactic Acid", STP_CLASS_ACID_AHA));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ingredients/threads", test_threads);
  g_test_add_func ("/ingredients/vectors", test_vectors);
  g_test_add_func ("/ingredients/dirt", test_dirt);
  g_test_add_func ("/ingredients/shelf", test_shelf);
  g_test_add_func ("/ingredients/finding", test_finding);
  g_test_add_func ("/ingredients/several-lists", test_several_lists);
  g_test_add_func ("/ingredients/E5-readable", test_readable);
  g_test_add_func ("/ingredients/E6-corrections", test_corrections);
  g_test_add_func ("/ingredients/tokens", test_tokens);
  g_test_add_func ("/ingredients/token-reasons", test_token_reasons);
  g_test_add_func ("/ingredients/categories", test_categories);
  g_test_add_func ("/ingredients/E6-refusal", test_refusal);

  return g_test_run ();
}
