// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-window.h"

struct _StpWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (StpWindow, stp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
stp_window_class_init (StpWindowClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               RESOURCE_PATH "/app/stp-window.ui");
}

static void
stp_window_init (StpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StpWindow *
stp_window_new (StpApp *application)
{
  g_return_val_if_fail (STP_IS_APP (application), NULL);

  return g_object_new (STP_TYPE_WINDOW, "application", application, NULL);
}
