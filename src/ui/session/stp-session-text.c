// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-session-text.h"

#include <glib/gi18n.h>

#include "shared/stp-names.h"

/**
 * stp_session_text_format_countdown:
 * @from: now, UTC microseconds
 * @to: a later moment
 *
 * Returns: (transfer full): how far off @to is, in the one unit that matters
 */
char *
stp_session_text_format_countdown (gint64 from, gint64 to)
{
  const gint64 span = MAX (0, to - from);
  const guint minutes = (guint) (span / STP_MINUTE);
  const guint hours = (guint) (span / STP_HOUR);
  const guint days = (guint) (span / STP_DAY_LENGTH);

  if (days >= 2)
    return g_strdup_printf (ngettext ("In %u day", "In %u days", days), days);
  if (hours >= 2)
    return g_strdup_printf (ngettext ("In %u hour", "In %u hours", hours), hours);

  return g_strdup_printf (ngettext ("In %u minute", "In %u minutes", minutes), minutes);
}

/* The seven areas that "face" stands for. */
static gboolean
is_whole_face (StpSession *session)
{
  guint64 areas = 0;

  for (guint i = 0; session->areas && i < session->areas->len; i++)
    areas |= STP_BIT (((const StpSessionArea *) session->areas->pdata[i])->area);

  for (StpArea area = STP_AREA_FOREHEAD; area <= STP_AREA_EYE_CONTOUR; area++)
    if (!(areas & STP_BIT (area)))
      return FALSE;

  return TRUE;
}

static void
add_areas (GPtrArray *parts, StpSession *session)
{
  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      g_ptr_array_add (parts, g_strdup (stp_names_get_area (area->area)));
    }
}

static int
get_deepest (StpSession *session)
{
  int deepest = 0;

  for (guint i = 0; session->areas && i < session->areas->len; i++)
    deepest = MAX (deepest, ((const StpSessionArea *) session->areas->pdata[i])->needle_um);

  return deepest;
}

/**
 * stp_session_text_format_place:
 *
 * Returns: (transfer full): where on the skin and how deep, as in "Jaw · 0.25 mm"
 */
char *
stp_session_text_format_place (StpSession *session)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const int deepest = get_deepest (session);

  if (session->purpose == STP_PURPOSE_PATCH)
    g_ptr_array_add (parts, g_strdup (_ ("Patch test")));
  if (is_whole_face (session))
    g_ptr_array_add (parts, g_strdup (stp_names_get_area (STP_AREA_FACE)));
  else
    add_areas (parts, session);
  if (deepest > 0)
    g_ptr_array_add (parts, stp_names_format_length (deepest));
  g_ptr_array_add (parts, NULL);

  /* Dots between names of things read as a list in every language. */
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * stp_session_text_dup_product:
 * @id: id of a product
 *
 * Returns: (transfer full): its name
 */
char *
stp_session_text_dup_product (StpDiary *diary, const char *id)
{
  StpProduct *product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, id);

  if (!product || !product->name)
    return g_strdup (_ ("A product that is not on the shelf"));

  return g_strdup (product->name);
}
