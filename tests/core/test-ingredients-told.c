// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Lists as shops and packs have them, with all that is told around them, which people wrote who
 * had never seen what the classifier makes of any.
 */

#include "config.h"

#include "ingredients/stp-classification.h"
#include "stp-group.h"
#include "stp-table.h"

/* name, category, text, what is active, what two readers could say either of, why */
#define FIELDS 6

static void
check_row (const char *const *fields, gpointer user_data)
{
  g_auto (GStrv) expected = g_strsplit (fields[3], " ", -1);
  g_auto (GStrv) either = g_strsplit (fields[4], " ", -1);
  g_autoptr (StpClassification) classification = stp_classify (
    fields[0], NULL, stp_product_kind_from_category (fields[1]), fields[2], NULL, 0);

  stp_group_check_words ((const char *const *) expected, fields[0]);
  stp_group_check_words ((const char *const *) either, fields[0]);
  for (guint i = 0; i < STP_GROUP_N; i++)
    {
      const gboolean wanted = stp_group_is_named (&stp_groups[i], (const char *const *) expected);
      const gboolean found = stp_group_is_active (&stp_groups[i], classification);

      if (found == wanted || stp_group_is_named (&stp_groups[i], (const char *const *) either))
        continue;
      g_test_message ("%s: %s is %s: %s", fields[0], stp_groups[i].name,
                      wanted ? "missed" : "seen where it is not", fields[5]);
      g_test_fail ();
    }
}

static void
test_told (void)
{
  g_assert_cmpuint (stp_table_each ("told.tsv", FIELDS, check_row, NULL), >=, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ingredients-told/told", test_told);
  return g_test_run ();
}
