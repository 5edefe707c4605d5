// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-erase-dialog.h"

#include <glib/gi18n.h>

static const char *
get_word (void)
{
  /* Translators: what has to be typed before everything is erased */
  return C_ ("word", "erase");
}

static void
typed_cb (AdwAlertDialog *dialog, GtkEditable *entry)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (entry), -1);
  g_autofree char *wanted = g_utf8_casefold (get_word (), -1);

  adw_alert_dialog_set_response_enabled (dialog, "erase", g_str_equal (g_strstrip (typed), wanted));
}

/**
 * stp_erase_dialog_new:
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
stp_erase_dialog_new (void)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Erase Everything?"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *entry = gtk_entry_new ();
  /* Translators: %s is the word to type, as it is translated */
  g_autofree char *label = g_strdup_printf (_ ("Type “%s”"), get_word ());

  adw_alert_dialog_set_body (
    alert, _ ("Your diaries, their photos and every earlier state are removed from this computer. "
              "This cannot be undone."));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "erase", _ ("_Erase Everything"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (alert, "erase", FALSE);
  adw_alert_dialog_set_close_response (alert, "cancel");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_alert_dialog_set_extra_child (alert, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);

  return dialog;
}
