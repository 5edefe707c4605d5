// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-length-row.h"

#include "diary/stp-shape.h"
#include "shared/stp-names.h"

/* The lengths that heads are sold in. */
static const int lengths_um[] = { 200, 250, 300, 500, 750, 1000, 1500, 2000 };

static gboolean
has_none (AdwComboRow *row)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (row)) > G_N_ELEMENTS (lengths_um);
}

/**
 * stp_length_row_setup:
 * @none: (nullable): words for "no length", which then is the first choice
 *
 * Makes @row a choice of a needle length.
 */
void
stp_length_row_setup (AdwComboRow *row, const char *none)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (none)
    gtk_string_list_append (names, none);
  for (guint i = 0; i < G_N_ELEMENTS (lengths_um); i++)
    gtk_string_list_take (names, stp_names_format_length (lengths_um[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

/**
 * stp_length_row_get:
 *
 * Returns: the chosen length in micrometres, or %STP_UNSET
 */
int
stp_length_row_get (AdwComboRow *row)
{
  const guint selected = adw_combo_row_get_selected (row);
  const guint first = has_none (row) ? 1 : 0;

  if (selected == GTK_INVALID_LIST_POSITION || selected < first)
    return STP_UNSET;

  return lengths_um[selected - first];
}

/**
 * stp_length_row_set:
 * @needle_um: a length in micrometres, or %STP_UNSET
 *
 * Chooses a length; of one that is not offered, the next shorter, so that nothing gets deeper.
 */
void
stp_length_row_set (AdwComboRow *row, int needle_um)
{
  const guint first = has_none (row) ? 1 : 0;
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lengths_um); i++)
    if (lengths_um[i] <= needle_um)
      selected = first + i;
  adw_combo_row_set_selected (row, selected);
}
