// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-window-size.h"

static void
keep_number (GSettings *settings, const char *key, int number)
{
  if (g_settings_get_int (settings, key) != number)
    g_settings_set_int (settings, key, number);
}

static void
keep_cb (GtkWindow *window, GParamSpec *pspec, GSettings *settings)
{
  const gboolean maximized = gtk_window_is_maximized (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  keep_number (settings, "window-width", width);
  keep_number (settings, "window-height", height);
  if (g_settings_get_boolean (settings, "window-maximized") != maximized)
    g_settings_set_boolean (settings, "window-maximized", maximized);
}

static void
let_go_cb (gpointer settings, GClosure *closure)
{
  g_object_unref (settings);
}

/* For pictures and tests: what they see is not kept. */
static gboolean
set_size_of_tests (GtkWindow *window)
{
  const char *size = DEVELOPMENT ? g_getenv ("STIPPLE_SIZE") : NULL;
  int width, height;

  if (!size || sscanf (size, "%dx%d", &width, &height) != 2)
    return FALSE;
  gtk_window_set_default_size (window, width, height);
  return TRUE;
}

/**
 * stp_window_size_restore:
 * @window: one that is not shown yet
 *
 * Gives @window the size that it had last, and keeps the one that it gets. Not bound to the
 * settings: a binding writes back what it has read, and waits for the disk.
 */
void
stp_window_size_restore (GtkWindow *window)
{
  static const char *const changes[] = { "notify::default-width", "notify::default-height",
                                         "notify::maximized" };
  g_autoptr (GSettings) settings = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (set_size_of_tests (window))
    return;

  settings = g_settings_new (APPLICATION_ID);
  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_data (window, changes[i], G_CALLBACK (keep_cb), g_object_ref (settings),
                           let_go_cb, 0);
}
