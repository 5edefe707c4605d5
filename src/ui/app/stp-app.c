// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-app.h"

#include "app/stp-window.h"

struct _StpApp
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (StpApp, stp_app, ADW_TYPE_APPLICATION)

static void
stp_app_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    window = GTK_WINDOW (stp_window_new (STP_APP (application)));

  gtk_window_present (window);
}

static void
stp_app_class_init (StpAppClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = stp_app_activate;
}

static void
stp_app_init (StpApp *self)
{
}

StpApp *
stp_app_new (void)
{
  return g_object_new (STP_TYPE_APP, "application-id", APPLICATION_ID, "resource-base-path",
                       RESOURCE_PATH, NULL);
}
