// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-expect.h"

/* What the method itself speaks of: here nothing may be found that is not expected. */
#define METHOD                                                                                     \
  (STP_CLASS_BIT (STP_CLASS_RETINOID_RX) | STP_CLASS_BIT (STP_CLASS_RETINOID_OTC) |                \
   STP_CLASS_BIT (STP_CLASS_ACID_AHA) | STP_CLASS_BIT (STP_CLASS_ACID_BHA) |                       \
   STP_CLASS_BIT (STP_CLASS_ACID_PHA) | STP_CLASS_BIT (STP_CLASS_ACID_PEEL) |                      \
   STP_CLASS_BIT (STP_CLASS_BPO) | STP_CLASS_BIT (STP_CLASS_VITC_LAA) |                            \
   STP_CLASS_BIT (STP_CLASS_VITC_DERIV) | STP_CLASS_BIT (STP_CLASS_SPICULE))

typedef enum
{
  EXPECT_NOTHING,
  EXPECT_TRACE,
  EXPECT_ACTIVE,
} Expectation;

static const char *const marks[] = { "!", "~", "" };

static void
read_expected (const char *expected, int *of)
{
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);

  for (guint c = 1; c < STP_CLASS_N; c++)
    of[c] = (METHOD & STP_CLASS_BIT (c)) ? EXPECT_NOTHING : -1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      int as = *word == '!' ? EXPECT_NOTHING : *word == '~' ? EXPECT_TRACE : EXPECT_ACTIVE;

      if (*word == '\0' || g_str_equal (word, "none"))
        continue;

      int c = stp_enum_from_nick (STP_TYPE_INGREDIENT_CLASS, as == EXPECT_ACTIVE ? word : word + 1);
      if (c <= 0)
        g_error ("unknown class in a table: %s", word);
      of[c] = as;
    }
}

/*
 * stp_expect_classes:
 * @expected: classes with a space between; `~` before one = a trace, `!` = not found, `none`
 * @what: the case, for the message
 *
 * Compares what was found with what a table expects. The classes of the method that the
 * table does not name must not be found, not even as a trace; other classes may be.
 *
 * Returns: whether all is as expected; what is not is printed and fails the test
 */
gboolean
stp_expect_classes (StpClassification *classification, const char *expected, const char *what)
{
  int of[STP_CLASS_N];
  gboolean good = TRUE;

  read_expected (expected, of);
  for (guint c = 1; c < STP_CLASS_N; c++)
    {
      const StpFinding *finding = stp_classification_find (classification, c);
      int found = finding == NULL                     ? EXPECT_NOTHING
                  : finding->as == STP_FINDING_ACTIVE ? EXPECT_ACTIVE
                                                      : EXPECT_TRACE;

      if (of[c] < 0 || of[c] == found)
        continue;

      const char *nick = stp_enum_to_nick (STP_TYPE_INGREDIENT_CLASS, c);
      g_test_message ("%s: expected %s%s, found %s%s (%s: %s)", what, marks[of[c]], nick,
                      marks[found], nick, finding != NULL ? finding->token : "",
                      finding != NULL ? finding->why : "");
      g_test_fail ();
      good = FALSE;
    }
  return good;
}
