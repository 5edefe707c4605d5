// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-application.h"

#include "app/stp-window.h"

struct _StpApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (StpApplication, stp_application, ADW_TYPE_APPLICATION)

static void
stp_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    window = GTK_WINDOW (stp_window_new (STP_APPLICATION (application)));

  gtk_window_present (window);
}

static void
stp_application_class_init (StpApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = stp_application_activate;
}

static void
stp_application_init (StpApplication *self)
{
}

StpApplication *
stp_application_new (void)
{
  return g_object_new (STP_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path",
                       RESOURCE_PATH, NULL);
}
