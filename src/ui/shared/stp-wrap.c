// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-wrap.h"

/**
 * stp_wrap_button:
 * @button: a #GtkButton that has a label
 *
 * Lets the label go on in a second line where a language says more than the window is wide for.
 */
void
stp_wrap_button (GtkWidget *button)
{
  GtkLabel *label;

  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (button))));

  label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static GtkLabel *
find_label (GtkWidget *widget, const char *text)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/**
 * stp_wrap_title:
 * @group: a group that has a title, and a suffix beside it
 *
 * Lets the title go on in a second line: libadwaita cuts it off, and has no property for it.
 */
void
stp_wrap_title (AdwPreferencesGroup *group)
{
  GtkLabel *label;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  label = find_label (GTK_WIDGET (group), adw_preferences_group_get_title (group));
  g_return_if_fail (label);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
}

/**
 * stp_wrap_toggles:
 * @group: a group whose toggles have labels
 *
 * Puts the toggles below each other where a language says more than fits beside each other on a
 * phone: libadwaita would cut the labels off.
 */
void
stp_wrap_toggles (AdwToggleGroup *group)
{
  glong n_chars = 0;

  g_return_if_fail (ADW_IS_TOGGLE_GROUP (group));

  for (guint i = 0; i < adw_toggle_group_get_n_toggles (group); i++)
    n_chars += g_utf8_strlen (adw_toggle_get_label (adw_toggle_group_get_toggle (group, i)), -1);
  if (n_chars > STP_MAX_CHARS_SIDE_BY_SIDE)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (group), GTK_ORIENTATION_VERTICAL);
}
