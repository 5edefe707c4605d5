// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf-query.h"

#include "ingredients/stp-classification.h"
#include "shared/stp-search.h"

#define RETINOIDS (STP_CLASS_BIT (STP_CLASS_RETINOID_RX) | STP_CLASS_BIT (STP_CLASS_RETINOID_OTC))
#define ACIDS                                                                                      \
  (STP_CLASS_BIT (STP_CLASS_ACID_AHA) | STP_CLASS_BIT (STP_CLASS_ACID_BHA) |                       \
   STP_CLASS_BIT (STP_CLASS_ACID_PHA) | STP_CLASS_BIT (STP_CLASS_ACID_AHA_MILD) |                  \
   STP_CLASS_BIT (STP_CLASS_ACID_PEEL) | STP_CLASS_BIT (STP_CLASS_AZELAIC))

void
stp_shelf_query_clear (StpShelfQuery *self)
{
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->needles, g_strfreev);
}

/* "레티놀" and "rétinol" are one ingredient: what the dictionary knows is found in every script. */
static guint64
read_classes (const char *search)
{
  g_autoptr (
    StpClassification) reading = stp_classify (NULL, NULL, STP_PRODUCT_OTHER, search, NULL, 0);

  if (stp_classification_get_n_tokens (reading) != 1)
    return 0;
  return stp_classification_get_token (reading, 0)->classes;
}

/**
 * stp_shelf_query_set_search:
 * @search: (nullable): what the user typed; neither case nor accents count, and an ingredient
 *   finds what has its class
 *
 * Returns: whether that is something else than before
 */
gboolean
stp_shelf_query_set_search (StpShelfQuery *self, const char *search)
{
  if (!g_set_str (&self->search, search))
    return FALSE;

  g_clear_pointer (&self->needles, g_strfreev);
  self->classes = 0;
  if (search && *search)
    {
      self->needles = stp_search_split (search);
      self->classes = read_classes (search);
    }
  return TRUE;
}

gboolean
stp_shelf_query_finds (const StpShelfQuery *self, StpShelfEntry *entry)
{
  if (!self->needles)
    return TRUE;
  if (self->classes && (self->classes & stp_shelf_entry_get_classes (entry)))
    return TRUE;
  return stp_shelf_entry_matches (entry, (const char *const *) self->needles);
}

/**
 * stp_shelf_query_lets_through:
 *
 * Returns: whether no filter hides @entry
 */
gboolean
stp_shelf_query_lets_through (const StpShelfQuery *self, StpShelfEntry *entry)
{
  const StpShelfFilters filters = self->filters;
  guint64 classes = 0;

  if (filters & STP_SHELF_ONLY_RETINOID)
    classes |= RETINOIDS;
  if (filters & STP_SHELF_ONLY_ACID)
    classes |= ACIDS;

  if (classes && !(classes & stp_shelf_entry_get_classes (entry)))
    return FALSE;
  if ((filters & STP_SHELF_ONLY_PAUSED) && stp_shelf_entry_get_section (entry) != STP_SHELF_PAUSED)
    return FALSE;
  return !(filters & STP_SHELF_ONLY_EXPIRING) || stp_shelf_entry_get_expiring (entry);
}
