// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-sources-button.h"

#include <glib/gi18n.h>

#define WIDTH_CHARS 36
#define TEXT_KEY "stp-sources"

static GtkWidget *
create_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "max-width-chars", WIDTH_CHARS, "xalign", 0.0, NULL);
}

/* Made when it is wanted: a page has many of these, and hardly one is opened. */
static void
create_popover_cb (GtkMenuButton *button, gpointer text)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *note = create_label (_ ("No clinician has reviewed these rules."));

  gtk_widget_add_css_class (box, "stp-sources");
  gtk_widget_add_css_class (note, "dimmed");
  gtk_box_append (GTK_BOX (box), create_label (text));
  gtk_box_append (GTK_BOX (box), note);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * stp_sources_button_set:
 * @button: one of these
 * @text: (nullable): where what stands beside it comes from; %NULL hides the button
 */
void
stp_sources_button_set (GtkMenuButton *button, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (button), text != NULL);
  /* What is open stays open while it says the same. */
  if (g_strcmp0 (g_object_get_data (G_OBJECT (button), TEXT_KEY), text) == 0)
    return;
  g_object_set_data_full (G_OBJECT (button), TEXT_KEY, g_strdup (text), g_free);
  gtk_menu_button_set_popover (button, NULL);
  gtk_menu_button_set_create_popup_func (button, create_popover_cb, g_strdup (text), g_free);
}

/**
 * stp_sources_button_new:
 * @text: (nullable): where what stands beside it comes from
 *
 * Returns: (transfer floating): a small button that says so on demand
 */
GtkWidget *
stp_sources_button_new (const char *text)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "help-about-symbolic",
                                    "tooltip-text", _ ("Where This Is From"), "valign",
                                    GTK_ALIGN_CENTER, "halign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where This Is From"), -1);
  stp_sources_button_set (GTK_MENU_BUTTON (button), text);

  return button;
}
