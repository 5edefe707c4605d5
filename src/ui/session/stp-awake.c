// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-awake.h"

#include <glib/gi18n.h>

/**
 * stp_awake_hold:
 * @widget: what is looked at while the hands are busy
 *
 * Keeps the screen on and the computer awake, and has the desktop ask before it logs out.
 *
 * Returns: what lets it sleep again, or 0
 */
guint
stp_awake_hold (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkApplication *application = GTK_IS_WINDOW (root)
                                  ? gtk_window_get_application (GTK_WINDOW (root))
                                  : NULL;

  if (!application)
    return 0;
  return gtk_application_inhibit (application, GTK_WINDOW (root),
                                  GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_LOGOUT |
                                    GTK_APPLICATION_INHIBIT_SUSPEND,
                                  _ ("A session is in progress"));
}

/**
 * stp_awake_release:
 * @cookie: from stp_awake_hold()
 */
void
stp_awake_release (guint cookie)
{
  GApplication *application = g_application_get_default ();

  if (cookie != 0 && application)
    gtk_application_uninhibit (GTK_APPLICATION (application), cookie);
}
