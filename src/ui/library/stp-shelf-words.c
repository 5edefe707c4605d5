// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf-words.h"

#include <glib/gi18n.h>

#include "library/stp-reading-text.h"
#include "rules/stp-person.h"
#include "rules/stp-shelf-life.h"
#include "rules/stp-words.h"
#include "shared/stp-search.h"

/* As many classes as a row has room for. */
#define MOST_CLASSES 3

static StpClassification *
get_classification (StpWorkspace *workspace, StpProduct *product)
{
  return stp_timeline_get_classification (stp_workspace_get_timeline (workspace),
                                          stp_record_get_id (product));
}

static char *
describe_stretch (StpWorkspace *workspace, StpProduct *product, const StpStretch *stretch)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  const gint64 now = stp_clock_get_now (clock);
  GTimeZone *zone = stp_clock_get_zone (clock);
  g_autofree char *when = NULL;

  /* A prescribed product is never told to stop (E3). */
  if (product->prescribed)
    return g_strdup (_ ("needling waits"));

  if (stretch->from <= now)
    {
      when = stp_words_return (stretch->to, now, zone);
      /* Translators: when a paused product may be used again: "back Monday 21:00" */
      return g_strdup_printf (_ ("back %s"), when);
    }

  when = stp_words_moment (stretch->from, now, zone);
  /* Translators: when a product has to be left out: "pause from Thursday 21:00" */
  return g_strdup_printf (_ ("pause from %s"), when);
}

/**
 * stp_shelf_words_dup_status:
 * @next: (nullable): when @product is off, now or next
 * @read: whether its list is known
 *
 * Returns: (transfer full): when it is back, who says whether it may be, or why it is asked about;
 *   empty if there is nothing to say
 */
char *
stp_shelf_words_dup_status (StpWorkspace *workspace,
                            StpProduct *product,
                            const StpStretch *next,
                            gboolean read)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (workspace));

  if (product->archived)
    return g_strdup ("");
  if (stp_person_is_kept_from (stp_workspace_get_timeline (workspace), stp_record_get_id (product),
                               now))
    return g_strdup (C_ ("verdict", "Ask a Doctor First"));
  if (next)
    return describe_stretch (workspace, product, next);
  return g_strdup (read ? "" : _ ("asks before a session"));
}

/**
 * stp_shelf_words_dup_details:
 *
 * Returns: (transfer full): the classes in @product, and that it expires soon
 */
char *
stp_shelf_words_dup_details (StpWorkspace *workspace, StpProduct *product)
{
  StpClassification *classification = get_classification (workspace, product);
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));
  g_autofree char *classes = NULL;
  g_autofree char *life = NULL;

  if (classification && stp_classification_is_readable (classification))
    classes = stp_reading_text_list_classes (classification, MOST_CLASSES);
  else
    classes = g_strdup (product->card_checked ? _ ("Pack checked") : _ ("No list"));

  if (!stp_shelf_life_is_near (product, today))
    return g_steal_pointer (&classes);
  life = stp_shelf_life_dup_text (product, today);
  if (!*classes)
    return g_steal_pointer (&life);
  /* Translators: classes of a product, and how long it is good: "Retinoid · expires tomorrow" */
  return g_strdup_printf (C_ ("product", "%s · %s"), classes, life);
}

/**
 * stp_shelf_words_dup_searched:
 *
 * Returns: (transfer full): everything by which @product may be remembered, as it is looked for
 */
char *
stp_shelf_words_dup_searched (StpWorkspace *workspace, StpProduct *product)
{
  StpClassification *classification = get_classification (workspace, product);
  g_autofree char *classes = classification
                               ? stp_reading_text_list_classes (classification, G_MAXUINT)
                               : g_strdup ("");
  const char *const parts[] = { product->name, product->brand, product->barcode,
                                classes,       product->notes, product->ingredients };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      {
        g_string_append (text, parts[i]);
        g_string_append_c (text, ' ');
      }
  return stp_search_fold (text->str);
}
