// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/compile/stp-dictionary-source-private.h"
#include "ingredients/stp-text-private.h"
#include "stp-table.h"

#define REST ", \"endings\": [], \"starts\": [], \"nets\": [], \"names\": [], \"kinds\": []}"

static const StpIngredient *
find (const char *name)
{
  g_autoptr (GString) key = g_string_new (NULL);

  stp_text_squash (key, name, strlen (name));
  return stp_dictionary_find (stp_dictionary_get_default (), key->str, key->len);
}

static const StpIngredient *
find_typo (const char *name)
{
  g_autoptr (GString) key = g_string_new (NULL);

  stp_text_squash (key, name, strlen (name));
  return stp_dictionary_find_typo (stp_dictionary_get_default (), key->str);
}

/* What is not as it should be has ended the build. */
static void
test_default (void)
{
  g_assert_cmpuint (stp_dictionary_get_n_names (stp_dictionary_get_default ()), >, 3000);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "{\"groups\": [{\"classes\": [\"acid\"], \"ingredients\": {}}]" REST, "unknown value" },
    { "{\"groups\": [{\"counts\": \"often\", \"ingredients\": {}}]" REST, "unknown word" },
    { "{\"groups\": [{\"clases\": [], \"ingredients\": {}}]" REST, "unknown member" },
    { "{\"groups\": [{\"ingredients\": {\"Water\": [\"WA-TER\"]}}]" REST, "stands twice" },
    { "{\"groups\": [{\"ingredients\": {\"Water\": [\"--\"]}}]" REST, "empty name" },
    { "{\"grups\": []" REST, "unknown member" },
    { "{\"groups\": [{\"ingredients\": {\"Water\": [\"Eau\"], \"Glycerin\": [\"eau\"]}}]" REST,
      "groups[0]: “Glycerin”: name stands twice “eau”" },
    { "{\"groups\": [{\"ingredients\": {\"Water\": \"Eau\"}}]" REST, "a list in “Water”" },
    { "{\"groups\": [{\"ingredients\": {\"Water\": [1]}}]" REST, "not all are texts" },
    { "{\"groups\": [{\"ingredients\": {}, \"counts\": 3}]" REST, "unknown word" },
    { "{\"groups\": [{}]" REST, "an object in “ingredients”" },
    { "{\"groups\": [1]" REST, "not all are objects" },
    { "{}", "a list in “groups”" },
    { "[]", "an object" },
    { "{\"groups\": [", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (stp_dictionary_new (cases[i].json, -1, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* A harmless ingredient or a synonym is a line in the file, and no more. */
static void
test_addition (void)
{
  const char *json = "{\"groups\": [{\"ingredients\": {\"Blorbium\": [\"Oil of Blorb\"]}}]" REST;
  g_autoptr (GError) error = NULL;
  g_autoptr (StpDictionary) dictionary = stp_dictionary_new (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (stp_dictionary_find (dictionary, "oilofblorb", strlen ("oilofblorb")));
}

static void
check_alias (const char *const *fields, gpointer user_data)
{
  const StpIngredient *ingredient = find (fields[0]);
  const char *name = ingredient != NULL ? ingredient->name : "";

  if (!g_str_equal (name, fields[1]))
    {
      g_test_message ("%s is %s instead of %s", fields[0], name, fields[1]);
      g_test_fail ();
    }
}

static void
test_aliases (void)
{
  g_assert_cmpuint (stp_table_each ("aliases.tsv", 2, check_alias, NULL), >=, 30);
}

/* Clinical rules, section 7.0.8 */
static void
test_typos (void)
{
  g_assert_nonnull (find_typo ("Glycolici Acid"));
  g_assert_nonnull (find_typo ("Salicylc Acid"));
  g_assert_nonnull (find_typo ("Retinyl Palmitat"));
  g_assert_null (find_typo ("Retinil"));
  g_assert_null (find_typo ("Glycol Acid"));
  g_assert_cmpuint (find ("Maleic Acid")->classes, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ingredients/dictionary/default", test_default);
  g_test_add_func ("/ingredients/dictionary/faults", test_faults);
  g_test_add_func ("/ingredients/dictionary/addition", test_addition);
  g_test_add_func ("/ingredients/dictionary/aliases", test_aliases);
  g_test_add_func ("/ingredients/dictionary/typos", test_typos);

  return g_test_run ();
}
