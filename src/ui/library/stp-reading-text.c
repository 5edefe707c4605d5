// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-reading-text.h"

#include <glib/gi18n.h>

#include "rules/stp-rule.h"
#include "shared/stp-names.h"

/**
 * stp_reading_get_pausing_classes:
 *
 * Returns: set of [enum@StpIngredientClass]: those that some rule pauses. The others are good to
 * know, but nothing waits for them.
 */
guint64
stp_reading_get_pausing_classes (void)
{
  guint64 classes = 0;
  guint n_rules;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].strength > STP_ADVISE)
      classes |= rules[i].match.classes;

  return classes;
}

static guint
count_ingredients (StpClassification *classification)
{
  guint n_ingredients = 0;

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    if (stp_classification_get_token (classification, i)->position > 0)
      n_ingredients++;

  return n_ingredients;
}

static char *
count_read (StpClassification *classification)
{
  const guint n_ingredients = count_ingredients (classification);

  return g_strdup_printf (ngettext ("Read %u ingredient.", "Read %u ingredients.", n_ingredients),
                          n_ingredients);
}

/**
 * stp_reading_text_list_unrecognised:
 *
 * Returns: (transfer full) (nullable): a sentence that names the words that nobody knows
 */
char *
stp_reading_text_list_unrecognised (StpClassification *classification)
{
  const char *const *words = stp_classification_get_unrecognised (classification);
  const guint n_words = g_strv_length ((char **) words);
  g_autofree char *list = NULL;

  if (n_words == 0)
    return NULL;

  /* Translators: between the names of a list */
  list = g_strjoinv (C_ ("list", ", "), (char **) words);
  return g_strdup_printf (
    ngettext ("%u word not recognised: %s.", "%u words not recognised: %s.", n_words), n_words,
    list);
}

static guint
add_classes (GStrvBuilder *words, StpClassification *classification, guint64 among, guint most)
{
  guint n_added = 0;

  for (guint i = 0; i < stp_classification_get_n_findings (classification) && n_added < most; i++)
    {
      const StpFinding *finding = stp_classification_get_finding (classification, i);

      if (finding->as != STP_FINDING_ACTIVE || !(among & STP_CLASS_BIT (finding->ingredient_class)))
        continue;
      g_strv_builder_add (words, stp_names_get_class (finding->ingredient_class));
      n_added++;
    }

  return n_added;
}

/**
 * stp_reading_text_list_classes:
 * @most: name at most so many
 *
 * Returns: (transfer full): the classes that are paused, or if there is none the others; may
 * be empty
 */
char *
stp_reading_text_list_classes (StpClassification *classification, guint most)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const guint64 pausing = stp_reading_get_pausing_classes ();
  g_auto (GStrv) list = NULL;

  if (add_classes (words, classification, pausing, most) == 0)
    add_classes (words, classification, ~pausing, most);

  list = g_strv_builder_end (words);
  /* Translators: stands between the classes of a product: "Retinoid · Perfume" */
  return g_strjoinv (C_ ("list", " · "), list);
}

/**
 * stp_reading_text_summarise:
 *
 * Returns: (transfer full): what was read and found, in two or three short sentences
 */
char *
stp_reading_text_summarise (StpClassification *classification)
{
  g_autofree char *read = NULL;
  g_autofree char *classes = NULL;
  g_autofree char *found = NULL;

  if (!stp_classification_is_readable (classification))
    return g_strdup (_ ("No ingredients read yet. Without a list, Stipple asks about this product "
                        "before a session."));

  read = count_read (classification);
  classes = stp_reading_text_list_classes (classification, G_MAXUINT);
  if (*classes)
    /* Translators: %s is a list of classes: "Retinoid · Perfume" */
    found = g_strdup_printf (_ ("Found: %s."), classes);
  else
    found = g_strdup (_ ("Nothing found that matters for needling."));

  return g_strjoin (" ", read, found, NULL);
}
