// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/stp-classification.h"
#include "ingredients/stp-text-private.h"
#include "stp-table.h"

/* The ingredients with their places, as `1 Aqua | 2 Glycerin`. */
static char *
describe_tokens (StpClassification *classification)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    {
      const StpToken *token = stp_classification_get_token (classification, i);

      if (token->position > 0)
        g_string_append_printf (text, "%s%u %s", text->len > 0 ? " | " : "", token->position,
                                token->text);
    }
  return g_string_free_and_steal (text);
}

static void
check_row (const char *const *fields, gpointer user_data)
{
  g_autoptr (
    StpClassification) classification = stp_classify (NULL, NULL, STP_PRODUCT_OTHER, fields[0], NULL,
                                                    0);
  g_autofree char *tokens = describe_tokens (classification);

  if (!g_str_equal (tokens, fields[1]))
    {
      g_test_message ("%s\n  gives   %s\n  instead %s", fields[0], tokens, fields[1]);
      g_test_fail ();
    }
}

static void
test_lists (void)
{
  g_assert_cmpuint (stp_table_each ("reader.tsv", 2, check_row, NULL), >=, 25);
}

/* Spans lie in the text, in order, and hold the text that they say. */
static void
check_spans (const char *const *fields, gpointer user_data)
{
  g_autoptr (
    StpClassification) classification = stp_classify (NULL, NULL, STP_PRODUCT_OTHER, fields[0], NULL,
                                                    0);
  gsize last = 0;

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    {
      const StpToken *token = stp_classification_get_token (classification, i);
      g_autofree char *inside = g_strndup (fields[0] + token->start, token->end - token->start);

      g_assert_cmpuint (token->start, >=, last);
      g_assert_cmpuint (token->end, >, token->start);
      g_assert_cmpuint (token->end, <=, strlen (fields[0]));
      g_assert_cmpstr (inside, ==, token->text);
      last = token->end;
    }
}

static void
test_spans (void)
{
  stp_table_each ("reader.tsv", 2, check_spans, NULL);
}

static void
test_strengths (void)
{
  static const struct
  {
    const char *text;
    guint ppm;
  } cases[] = {
    { "2%", 20000 },          { "0,3 %", 3000 }, { "0.05%", 500 },      { "2.0 percent", 20000 },
    { "40,000ppm", 40000 },   { "50 ppm", 50 },  { "750,000ppb", 750 }, { "0.1ppb", 1 },
    { "1,750,000ppb", 1750 }, { "500IU/g", 0 },  { "10", 0 },           { "5 mg/g", 5000 },
    { "120%", 1000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *end = cases[i].text + strlen (cases[i].text);
      const char *after = cases[i].text;

      g_assert_cmpuint (stp_text_read_strength (cases[i].text, end, &after), ==, cases[i].ppm);
    }
}

static void
test_squash (void)
{
  static const char *const same[][2] = {
    { "Rétinol®", "RETINOL" },       { "1 2-Hexanediol", "1,2-hexanediol" },
    { "ＲＥＴＩＮＯＬ", "retinol" }, { "Kwas Jabłkowy", "kwas jablkowy" },
    { "Äpfelsäure", "apfelsaure" },  { "Re\342\200\213tinol", "retinol" },
    { "ﾚﾁﾉｰﾙ", "レチノール" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GString) a = g_string_new (NULL);
      g_autoptr (GString) b = g_string_new (NULL);

      stp_text_squash (a, same[i][0], strlen (same[i][0]));
      stp_text_squash (b, same[i][1], strlen (same[i][1]));
      g_assert_cmpstr (a->str, ==, b->str);
    }
}

/* Whatever is pasted: an answer, at once. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "((((", "[", "a:", "- ", "1,", "\303", "/", "％", "Retinol "
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 0; n < 20000; n++)
        g_string_append (text, pieces[i]);

      g_autoptr (
        StpClassification) classification = stp_classify (text->str, NULL, STP_PRODUCT_OTHER,
                                                        text->str, NULL, 0);
      g_assert_nonnull (classification);
    }
}

/* What is far too long is not read, and says so. */
static void
test_endless (void)
{
  g_autofree char *paste = g_strnfill (100 * 1024 * 1024, 'a');
  g_autoptr (
    StpClassification) endless = stp_classify ("Retinol Cream", NULL, STP_PRODUCT_OTHER, paste, NULL,
                                             0);
  g_autoptr (
    StpClassification) usual = stp_classify ("Cream", NULL, STP_PRODUCT_OTHER, "Aqua", NULL, 0);

  g_assert_nonnull (strstr (stp_classification_get_fault (endless), "too long"));
  g_assert_false (stp_classification_is_readable (endless));
  g_assert_true (stp_classification_is_active (endless, STP_CLASS_RETINOID_OTC));
  g_assert_null (stp_classification_get_fault (usual));
}

/* Mended text stands where the damaged one stood. */
static void
test_mended (void)
{
  const char *text = "<li>Aqua</li><li>Salicylic <em>Acid</em></li>, R\303\203\302\251tinol";
  g_autoptr (
    StpClassification) classification = stp_classify ("Cream", NULL, STP_PRODUCT_OTHER, text, NULL,
                                                    0);
  const StpToken *acid = stp_classification_get_token (classification, 1);
  const StpToken *retinol = stp_classification_get_token (classification, 2);

  g_assert_cmpstr (acid->text, ==, "Salicylic Acid");
  g_assert_true (g_str_has_prefix (text + acid->start, "Salicylic <em>Acid"));
  g_assert_cmpstr (retinol->text, ==, "R\303\251\302\255tinol");
  g_assert_true (g_str_has_prefix (text + retinol->start, "R\303\203"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ingredients/reader/lists", test_lists);
  g_test_add_func ("/ingredients/reader/spans", test_spans);
  g_test_add_func ("/ingredients/reader/strengths", test_strengths);
  g_test_add_func ("/ingredients/reader/squash", test_squash);
  g_test_add_func ("/ingredients/reader/hostile", test_hostile);
  g_test_add_func ("/ingredients/reader/endless", test_endless);
  g_test_add_func ("/ingredients/reader/mended", test_mended);

  return g_test_run ();
}
