// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-person-private.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-timeline-private.h"

/* What no unborn child should meet; product document, E3. */
#define RETINOIDS_AND_HYDROQUINONE                                                                 \
  (STP_CLASS_BIT (STP_CLASS_RETINOID_RX) | STP_CLASS_BIT (STP_CLASS_RETINOID_OTC) |                \
   STP_CLASS_BIT (STP_CLASS_BRIGHTENER_RX))

static gboolean
is_pregnant (StpFacts *facts, gint64 at)
{
  GHashTableIter iter;
  gpointer it;

  if (stp_profile_applies (stp_diary_get_profile (facts->diary), "q.preg"))
    return TRUE;
  g_hash_table_iter_init (&iter, facts->happenings);
  while (g_hash_table_iter_next (&iter, NULL, &it))
    {
      const StpHappening *happening = it;

      if (happening->event->kind == STP_EVENT_PREGNANCY && happening->begin <= at &&
          (happening->end == STP_TIME_UNSET || at < happening->end))
        return TRUE;
    }
  return FALSE;
}

/**
 * stp_person_is_pregnant:
 * @at: UTC microseconds
 *
 * Returns: whether the questionnaire was answered by anything but no, which is also breast-feeding
 *   and trying for a child, or a pregnancy is logged that has not ended by then
 */
gboolean
stp_person_is_pregnant (StpTimeline *timeline, gint64 at)
{
  return is_pregnant (stp_timeline_get_facts (timeline), at);
}

/* Of every product asked, few are of these classes: the person is asked about last. */
gboolean
stp_person_withholds (StpFacts *facts, const StpShelfItem *item, gint64 at)
{
  return item && item->classification &&
         (stp_classification_get_active (item->classification) & RETINOIDS_AND_HYDROQUINONE) &&
         is_pregnant (facts, at);
}

/**
 * stp_person_is_kept_from:
 * @product: id
 * @at: UTC microseconds
 *
 * Returns: whether the product is not to be offered, whatever the session says: a retinoid or
 *   hydroquinone in pregnancy (E3)
 */
gboolean
stp_person_is_kept_from (StpTimeline *timeline, const char *product, gint64 at)
{
  StpFacts *facts = stp_timeline_get_facts (timeline);

  return stp_person_withholds (facts, stp_facts_get_item (facts, product), at);
}

/**
 * stp_person_get_refusal:
 * @product: id
 * @at: UTC microseconds
 *
 * Returns: (transfer none) (nullable): why the product is not to be offered, in a sentence; %NULL
 * if nothing is known of the person that keeps them from it
 */
const char *
stp_person_get_refusal (StpTimeline *timeline, const char *product, gint64 at)
{
  if (!stp_person_is_kept_from (timeline, product, at))
    return NULL;
  return _ ("While pregnant, breast-feeding or trying for a child, only if a doctor says so.");
}
