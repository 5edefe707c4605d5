// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-library-pane.h"

struct _StpLibraryPane
{
  StpPane parent_instance;
};

G_DEFINE_FINAL_TYPE (StpLibraryPane, stp_library_pane, STP_TYPE_PANE)

static void
add_product (GtkWidget *widget, const char *action, GVariant *parameter)
{
}

static void
stp_library_pane_class_init (StpLibraryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-library-pane.ui");
  gtk_widget_class_install_action (widget_class, "library.add-product", NULL, add_product);
}

static void
stp_library_pane_init (StpLibraryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
