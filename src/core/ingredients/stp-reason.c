// SPDX-License-Identifier: GPL-3.0-or-later

/* Why, in whole sentences. */

#include "config.h"

#include "ingredients/stp-reason-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_strength (guint ppm)
{
  if (ppm >= 1000)
    /* Translators: a share of a product, as in "2.5 %" */
    return g_strdup_printf (_ ("%g %%"), ppm / 10000.0);
  /* Translators: a very small share of a product, parts per million */
  return g_strdup_printf (_ ("%u ppm"), ppm);
}

static char *
dup_declared (StpReason reason, guint ppm)
{
  g_autofree char *strength = dup_strength (ppm);

  if (reason == STP_REASON_DECLARED)
    /* Translators: the list itself names a strength; %s is like "2 %" */
    return g_strdup_printf (_ ("Declared at %s"), strength);
  return g_strdup_printf (_ ("Declared at %s, too little to count"), strength);
}

/* Reasons from the words about a product: @words is what they say. */
static char *
dup_named (StpReason reason, guint position, guint count, const char *words)
{
  if (reason == STP_REASON_NAME)
    /* Translators: a place in a list of ingredients, and words from the product's name */
    return g_strdup_printf (_ ("Number %u of %u, and the name says “%s”"), position, count, words);
  if (reason == STP_REASON_NAME_ALONE)
    return g_strdup_printf (_ ("The name says “%s”, though the list does not show it"), words);
  return g_strdup_printf (_ ("The name says “%s”, and there is no list to read"), words);
}

/* Reasons from the place in the list; @words is the ingredient that marks the line. */
static char *
dup_placed (StpReason reason, guint position, guint count, const char *words)
{
  switch ((int) reason)
    {
    case STP_REASON_BEFORE_LINE:
      /* Translators: a place in a list of ingredients, and the ingredient that comes after it */
      return g_strdup_printf (_ ("Number %u of %u, before %s"), position, count, words);
    case STP_REASON_AFTER_LINE:
      /* Translators: a place in a list of ingredients, and the ingredient that stands before it */
      return g_strdup_printf (_ ("Number %u of %u, not before %s: probably less than 1 %%"),
                              position, count, words);
    case STP_REASON_EARLY:
      return g_strdup_printf (_ ("Number %u of %u, near the beginning"), position, count);
    case STP_REASON_LATE:
      return g_strdup_printf (_ ("Number %u of %u: probably a trace"), position, count);
    case STP_REASON_KIND:
      return g_strdup_printf (_ ("Number %u of %u, and it counts in this kind of product"),
                              position, count);
    case STP_REASON_ALPHABETICAL:
      return g_strdup_printf (_ ("One of %u in alphabetical order, which hides how much it is"),
                              count);
    case STP_REASON_DOUBTFUL:
      return g_strdup_printf (_ ("Number %u of %u; its effect is doubtful"), position, count);
    case STP_REASON_NO_DOSE:
      return g_strdup_printf (_ ("Number %u of %u; it counts only at a high strength"), position,
                              count);
    default:
      return g_strdup_printf (_ ("Number %u of %u; it counts wherever it stands"), position, count);
    }
}

/*
 * stp_reason_dup_text:
 * @position: place in the list
 * @count: ingredients in the list
 * @ppm: declared strength
 * @words: words of the name, or the ingredient that marks the line
 *
 * Returns: (transfer full): the sentence that says @reason, translated
 */
char *
stp_reason_dup_text (StpReason reason, guint position, guint count, guint ppm, const char *words)
{
  switch (reason)
    {
    case STP_REASON_DECLARED:
    case STP_REASON_DECLARED_LOW:
      return dup_declared (reason, ppm);
    case STP_REASON_NAME:
    case STP_REASON_NAME_ALONE:
    case STP_REASON_NAME_NO_LIST:
      return dup_named (reason, position, count, words);
    case STP_REASON_DRUG:
      return g_strdup (_ ("Listed as an active ingredient"));
    case STP_REASON_PROSE:
      return g_strdup (_ ("The text beside the list names it"));
    case STP_REASON_MAYBE:
      return g_strdup (_ ("The list says that it may contain it"));
    case STP_REASON_KIND_NO_LIST:
      return g_strdup (_ ("It is a peel, and there is no list to read"));
    case STP_REASON_SCRUB:
      return g_strdup (_ ("It is a scrub, though the list does not show what scrubs"));
    case STP_REASON_PEEL:
      /* xgettext:no-c-format */
      return g_strdup (_ ("An acid in a peel, or at 20 % or more"));
    case STP_REASON_CORRECTED:
      return g_strdup (_ ("You marked it so"));
    case STP_REASON_WHEREVER:
    case STP_REASON_KIND:
    case STP_REASON_BEFORE_LINE:
    case STP_REASON_AFTER_LINE:
    case STP_REASON_EARLY:
    case STP_REASON_LATE:
    case STP_REASON_ALPHABETICAL:
    case STP_REASON_NO_DOSE:
    case STP_REASON_DOUBTFUL:
    default:
      return dup_placed (reason, position, count, words);
    }
}
