// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-tonight-text.h"

#include <glib/gi18n.h>

/* Names that one line has room for, and characters of each. */
#define MOST_NAMES 4
#define LONG_NAME 40

/**
 * stp_tonight_text_summarise:
 *
 * Returns: (transfer full): how much to use, to leave and to look forward to, in one line
 */
char *
stp_tonight_text_summarise (StpTonight *tonight)
{
  const guint n_use = tonight->use->len;
  const guint n_leave = tonight->leave->len;
  const guint n_back = tonight->back->len;
  g_autofree char *use = NULL;
  g_autofree char *leave = NULL;
  g_autofree char *back = NULL;

  if (n_use + n_leave == 0)
    return g_strdup (_ ("Nothing to leave out"));

  /* Translators: how many products to use tonight, as short as it can be */
  use = g_strdup_printf (ngettext ("Use %u", "Use %u", n_use), n_use);
  /* Translators: how many products to leave out tonight, as short as it can be */
  leave = g_strdup_printf (ngettext ("leave %u", "leave %u", n_leave), n_leave);
  if (n_back == 0)
    /* Translators: how many to use and how many to leave: "Use 3 · leave 2" */
    return g_strdup_printf (C_ ("tonight", "%s · %s"), use, leave);

  /* Translators: how many paused products may soon be used again, as short as it can be */
  back = g_strdup_printf (ngettext ("%u back soon", "%u back soon", n_back), n_back);
  /* Translators: "Use 3 · leave 2 · 1 back soon" */
  return g_strdup_printf (C_ ("tonight", "%s · %s · %s"), use, leave, back);
}

static char *
dup_name (StpProduct *product)
{
  if (g_utf8_strlen (product->name, -1) <= LONG_NAME)
    return g_strdup (product->name);
  return g_utf8_truncate_middle (product->name, LONG_NAME);
}

/**
 * stp_tonight_text_list:
 * @products: (element-type StpProduct): at least one
 *
 * Returns: (transfer full): their names in one line, the first few of many, long ones without their
 *   middle
 */
char *
stp_tonight_text_list (GPtrArray *products)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const guint n_named = products->len <= MOST_NAMES ? products->len : MOST_NAMES - 1;
  const guint n_more = products->len - n_named;
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < n_named; i++)
    g_strv_builder_take (builder, dup_name (products->pdata[i]));
  names = g_strv_builder_end (builder);
  /* Translators: between the names of a list */
  list = g_strjoinv (C_ ("list", ", "), names);
  if (n_more == 0)
    return g_steal_pointer (&list);

  /* Translators: some names of products, and how many are not named */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), list, n_more);
}
