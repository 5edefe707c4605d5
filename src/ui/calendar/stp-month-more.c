// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-more.h"

#include "shared/stp-when.h"

static void
append (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static char *
read_lines (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * stp_month_more_new:
 * @lines: (element-type utf8): all that the day holds
 *
 * Returns: (transfer floating): a popover that lists it
 */
GtkWidget *
stp_month_more_new (guint day, GPtrArray *lines)
{
  GtkWidget *popover = gtk_popover_new ();
  g_autofree char *title = stp_when_begin (stp_when_format_day (day));
  g_autofree char *words = read_lines (lines);
  /* It takes the focus, so that what it lists is read aloud and Escape closes it. */
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "focusable", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 NULL);

  append (GTK_BOX (box), title, "heading");
  for (guint i = 0; i < lines->len; i++)
    append (GTK_BOX (box), lines->pdata[i], NULL);
  gtk_widget_add_css_class (box, "more");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);

  return popover;
}
