// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-search-results.h"

#include <glib/gi18n.h>

#include "shared/stp-names.h"
#include "shared/stp-search.h"
#include "shared/stp-when.h"

#define PRODUCT "product:"
#define SESSION "session:"

static gint64
get_start (StpWorkspace *workspace, StpSession *session)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (workspace));

  return session->start.us != STP_TIME_UNSET ? session->start.us
                                             : stp_day_at (session->on, 0, zone);
}

static gboolean
is_found (StpProduct *product)
{
  return product->name && !product->archived;
}

static gboolean
has_day (StpSession *session)
{
  return !session->hidden && session->state != STP_SESSION_CANCELLED &&
         (session->start.us != STP_TIME_UNSET || session->on != STP_DAY_UNSET);
}

static char *
name_product (StpProduct *product)
{
  if (!product->brand)
    return g_strdup (product->name);

  /* Translators: brand and name of a product */
  return g_strdup_printf (C_ ("product", "%1$s %2$s"), product->brand, product->name);
}

static char *
name_session (StpWorkspace *workspace, StpSession *session)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  g_autofree char *day = stp_when_format_day (
    stp_day_of (get_start (workspace, session), stp_clock_get_zone (clock)));

  return g_strdup_printf (session->state == STP_SESSION_PLANNED
                            /* Translators: %s is a day such as "Saturday 14 March" */
                            ? _ ("Planned session, %s")
                            /* Translators: %s is a day such as "Saturday 14 March" */
                            : _ ("Session, %s"),
                          day);
}

static gboolean
matches (const char *name, const char *const *needles)
{
  g_autofree char *folded = stp_search_fold (name);

  return stp_search_matches (folded, needles);
}

static void
find_products (StpDiary *diary, const char *const *needles, GStrvBuilder *results)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);
      g_autofree char *name = is_found (product) ? name_product (product) : NULL;

      if (name && matches (name, needles))
        g_strv_builder_take (results, g_strconcat (PRODUCT, stp_record_get_id (product), NULL));
    }
}

static int
compare_later_first (gconstpointer a, gconstpointer b, gpointer workspace)
{
  const gint64 start_a = get_start (workspace, *(StpSession *const *) a);
  const gint64 start_b = get_start (workspace, *(StpSession *const *) b);

  return (start_a < start_b) - (start_a > start_b);
}

static void
find_sessions (StpWorkspace *workspace, const char *const *needles, GStrvBuilder *results)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);
      g_autofree char *name = has_day (session) ? name_session (workspace, session) : NULL;

      if (name && matches (name, needles))
        g_ptr_array_add (found, session);
    }

  g_ptr_array_sort_with_data (found, compare_later_first, workspace);
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_take (results, g_strconcat (SESSION, stp_record_get_id (found->pdata[i]), NULL));
}

/**
 * stp_search_meta_clear:
 *
 * Frees what @self owns.
 */
void
stp_search_meta_clear (StpSearchMeta *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->description, g_free);
}

/**
 * stp_search_results_find:
 * @terms: what was typed, word by word; all of them have to be found
 *
 * Returns: (transfer full): the products that match, then the sessions, the latest first
 */
GStrv
stp_search_results_find (StpWorkspace *workspace, const char *const *terms)
{
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  g_autofree char *typed = NULL;
  g_auto (GStrv) needles = NULL;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  typed = g_strjoinv (" ", (char **) terms);
  needles = stp_search_split (typed);
  find_products (stp_workspace_get_diary (workspace), (const char *const *) needles, results);
  find_sessions (workspace, (const char *const *) needles, results);

  return g_strv_builder_end (results);
}

/**
 * stp_search_results_describe:
 * @result: from stp_search_results_find(), maybe some time ago
 * @meta: (out caller-allocates): to be cleared with stp_search_meta_clear()
 *
 * Returns: %FALSE if it is no longer there
 */
gboolean
stp_search_results_describe (StpWorkspace *workspace, const char *result, StpSearchMeta *meta)
{
  StpDiary *diary;
  StpProduct *product = NULL;
  StpSession *session = NULL;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  diary = stp_workspace_get_diary (workspace);
  *meta = (StpSearchMeta) { 0 };
  if (g_str_has_prefix (result, PRODUCT))
    product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, result + strlen (PRODUCT));
  else if (g_str_has_prefix (result, SESSION))
    session = stp_diary_lookup (diary, STP_RECORD_SESSION, result + strlen (SESSION));

  if (product && is_found (product))
    {
      meta->name = name_product (product);
      meta->description = g_strdup (stp_names_get_kind (product->kind));
      meta->pane = "library";
      meta->id = stp_record_get_id (product);
    }
  else if (session && has_day (session))
    {
      StpClock *clock = stp_workspace_get_clock (workspace);

      meta->name = name_session (workspace, session);
      if (session->start.us != STP_TIME_UNSET)
        meta->description = stp_when_format_time (session->start.us, stp_clock_get_zone (clock));
      meta->pane = "calendar";
      meta->id = stp_record_get_id (session);
    }

  return meta->name != NULL;
}
