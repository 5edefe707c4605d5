// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "app/stp-window.h"

static void
test_window_from_template (void)
{
  g_autoptr (StpApp) application = stp_app_new ();
  g_autoptr (GError) error = NULL;
  StpWindow *window;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

  window = stp_window_new (application);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Stipple");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/window/from-template", test_window_from_template);

  return g_test_run ();
}
