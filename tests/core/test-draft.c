// SPDX-License-Identifier: GPL-3.0-or-later

/* A product that is being entered: what was said of its words, and how a crash leaves it. */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "exchange/stp-product-import.h"
#include "ingredients/stp-word-card.h"
#include "rules/stp-correct.h"
#include "store/stp-draft.h"

#define LIST "Aqua, Glycolic Acid, Retinol, Blorbium, Glycerin"

static StpProduct *
make_draft (void)
{
  StpProduct *draft = stp_record_new (STP_RECORD_PRODUCT);

  draft->name = g_strdup ("Night Serum");
  draft->kind = STP_PRODUCT_SERUM;
  draft->ingredients = g_strdup (LIST);
  return draft;
}

static gboolean
counts (StpProduct *product, StpIngredientClass ingredient_class)
{
  g_autoptr (StpClassification) classification = stp_correct_classify (product);

  return stp_classification_is_active (classification, ingredient_class);
}

static void
test_correct (void)
{
  g_autoptr (StpProduct) draft = make_draft ();

  g_assert_true (counts (draft, STP_CLASS_ACID_AHA));
  stp_correct_token (draft, "Glycolic Acid", STP_CLASS_ACID_AHA, STP_TREAT_AS_NONE, 738000);
  g_assert_false (counts (draft, STP_CLASS_ACID_AHA));
  g_assert_nonnull (stp_correct_find (draft, "Glycolic Acid", STP_CLASS_ACID_AHA));

  stp_correct_token (draft, "Glycolic Acid", STP_CLASS_ACID_AHA, STP_TREAT_AS_ACTIVE, 738000);
  g_assert_cmpuint (draft->corrections->len, ==, 1);
  g_assert_true (counts (draft, STP_CLASS_ACID_AHA));

  stp_correct_forget (draft, "Glycolic Acid");
  g_assert_cmpuint (draft->corrections->len, ==, 0);
}

/* A word with another in brackets is one word, and what is beside the list is another matter. */
static void
test_correct_brackets (void)
{
  g_autoptr (StpProduct) draft = make_draft ();

  g_set_str (&draft->ingredients, "INGREDIENTS: Aqua (Water),  Glycerin , Panthenol;"
                                  "Parfum (Fragrance), Blorbium Extract.  *from organic farming");
  g_assert_true (counts (draft, STP_CLASS_FRAGRANCE));
  stp_correct_token (draft, "Parfum (Fragrance)", STP_CLASS_FRAGRANCE, STP_TREAT_AS_NONE, 738000);
  g_assert_false (counts (draft, STP_CLASS_FRAGRANCE));
}

/* E6: what a list names letter for letter stays, whatever is noted. */
static void
test_floor (void)
{
  g_autoptr (StpProduct) draft = make_draft ();

  g_assert_nonnull (stp_token_get_refusal ("Retinol", STP_CLASS_RETINOID_OTC));
  stp_correct_token (draft, "Retinol", STP_CLASS_RETINOID_OTC, STP_TREAT_AS_NONE, 738000);
  g_assert_true (counts (draft, STP_CLASS_RETINOID_OTC));

  g_assert_nonnull (stp_token_get_question (STP_CLASS_ACID_AHA));
  g_assert_null (stp_token_get_question (STP_CLASS_FRAGRANCE));
}

/* A word that nobody knows is what the user says, and that only adds a class. */
static void
test_told (void)
{
  g_autoptr (StpProduct) draft = make_draft ();
  g_autoptr (StpClassification) classification = NULL;

  g_assert_false (counts (draft, STP_CLASS_SPICULE));
  stp_correct_token (draft, "Blorbium", STP_CLASS_SPICULE, STP_TREAT_AS_ACTIVE, 738000);
  g_assert_true (counts (draft, STP_CLASS_SPICULE));
  g_assert_true (counts (draft, STP_CLASS_RETINOID_OTC));

  classification = stp_correct_classify (draft);
  g_assert_cmpuint (g_strv_length ((char **) stp_classification_get_unrecognised (classification)),
                    ==, 0);
}

/* The list of a file is taken; name and corrections are the user's. */
static void
test_update (void)
{
  g_autoptr (StpProduct) product = make_draft ();
  g_autoptr (StpProduct) answer = make_draft ();
  g_autoptr (StpProduct) updated = NULL;

  stp_correct_token (product, "Glycolic Acid", STP_CLASS_ACID_AHA, STP_TREAT_AS_NONE, 738000);
  stp_correct_token (product, "Blorbium", STP_CLASS_SPICULE, STP_TREAT_AS_ACTIVE, 738000);
  g_set_str (&product->name, "Mine");
  g_set_str (&answer->ingredients, "AQUA, GLYCOLIC ACID , Panthenol");
  g_set_str (&answer->brand, "Acme");

  updated = stp_product_import_update (product, answer);
  g_assert_cmpstr (updated->name, ==, "Mine");
  g_assert_cmpstr (updated->brand, ==, "Acme");
  g_assert_cmpstr (updated->ingredients, ==, "AQUA, GLYCOLIC ACID , Panthenol");
  g_assert_cmpuint (updated->corrections->len, ==, 1);
  g_assert_false (counts (updated, STP_CLASS_ACID_AHA));
}

static void
test_kept (void)
{
  g_autofree char *path = g_dir_make_tmp ("stipple-draft-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, "product-draft.json", NULL);
  g_autoptr (StpProduct) draft = make_draft ();
  g_autoptr (StpProduct) kept = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_null (stp_draft_load (path));
  stp_correct_token (draft, "Blorbium", STP_CLASS_SPICULE, STP_TREAT_AS_ACTIVE, 738000);
  bytes = stp_draft_write (draft);
  g_assert_true (stp_draft_keep (path, bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  kept = stp_draft_load (path);
  g_assert_cmpstr (stp_record_get_id (kept), ==, stp_record_get_id (draft));
  g_assert_cmpstr (kept->ingredients, ==, LIST);
  g_assert_cmpuint (kept->corrections->len, ==, 1);

  stp_draft_discard (path);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_null (stp_draft_load (path));
  g_rmdir (path);
}

/* A list is mostly pasted before there is a name, and a file can be anything. */
static void
test_kept_nameless (void)
{
  g_autofree char *path = g_dir_make_tmp ("stipple-draft-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, "product-draft.json", NULL);
  g_autoptr (StpProduct) draft = make_draft ();
  g_autoptr (StpProduct) kept = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_clear_pointer (&draft->name, g_free);
  bytes = stp_draft_write (draft);
  g_assert_true (stp_draft_keep (path, bytes, NULL));
  kept = stp_draft_load (path);
  g_assert_null (kept->name);

  g_assert_true (g_file_set_contents (file, "{\"format\":", -1, NULL));
  g_assert_null (stp_draft_load (path));
  stp_draft_discard (path);
  g_rmdir (path);
}

/* E5: each word of the card is one that would hold a session back; the card may not promise more
 * than the reader knows. */
static void
test_word_card (void)
{
  guint n_lines = 0;
  const StpCardWords *lines = stp_word_card_get (&n_lines);

  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; lines[i].words[j]; j++)
      {
        g_autoptr (
          StpClassification) name = stp_classify (lines[i].words[j], NULL, STP_PRODUCT_SERUM, NULL,
                                                NULL, 0);
        g_autofree char *text = g_strdup_printf ("Aqua, %s, Glycerin", lines[i].words[j]);
        g_autoptr (
          StpClassification) list = stp_classify (NULL, NULL, STP_PRODUCT_SERUM, text, NULL, 0);

        if (!stp_classification_get_active (name) && !stp_classification_get_active (list))
          g_error ("nobody knows “%s”", lines[i].words[j]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/correct", test_correct);
  g_test_add_func ("/draft/correct-brackets", test_correct_brackets);
  g_test_add_func ("/draft/floor", test_floor);
  g_test_add_func ("/draft/told", test_told);
  g_test_add_func ("/draft/update", test_update);
  g_test_add_func ("/draft/word-card", test_word_card);
  g_test_add_func ("/draft/kept", test_kept);
  g_test_add_func ("/draft/kept-nameless", test_kept_nameless);

  return g_test_run ();
}
