// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-library-pane.h"

#include "library/stp-import.h"
#include "library/stp-library-view.h"
#include "library/stp-product-dialog.h"

struct _StpLibraryPane
{
  StpPane parent_instance;

  StpLibraryView
    *view; /* (nullable): made when it is first wanted, so that the start is not slower */
};

G_DEFINE_FINAL_TYPE (StpLibraryPane, stp_library_pane, STP_TYPE_PANE)

static StpLibraryView *
ensure_view (StpLibraryPane *self)
{
  if (!self->view)
    {
      self->view = stp_library_view_new (stp_pane_get_workspace (STP_PANE (self)));
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
    }

  return self->view;
}

static void
stp_library_pane_open (StpPane *pane, const char *id)
{
  stp_library_view_open (ensure_view (STP_LIBRARY_PANE (pane)), id);
}

static void
saved_cb (StpLibraryPane *self, const char *id)
{
  stp_library_pane_open (STP_PANE (self), id);
}

static void
add_product (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *dialog = stp_product_dialog_new (stp_pane_get_workspace (STP_PANE (widget)),
                                                     NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_import_choose (stp_pane_get_workspace (STP_PANE (widget)), widget);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  stp_import_open (stp_pane_get_workspace (STP_PANE (widget)), file, widget);
}

/* A picture is meant for the product that is open, anything else for the shelf. */
static gboolean
drop_cb (StpLibraryPane *self, const GValue *value)
{
  const GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (!files)
    return FALSE;
  if (!stp_library_view_take_photo (ensure_view (self), files->data))
    stp_import_open (stp_pane_get_workspace (STP_PANE (self)), files->data, GTK_WIDGET (self));
  return TRUE;
}

static void
accept_files (StpLibraryPane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
focus_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_library_view_focus_search (ensure_view (STP_LIBRARY_PANE (widget)));
}

static void
open_devices (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_library_view_open_devices (ensure_view (STP_LIBRARY_PANE (widget)));
}

static void
stp_library_pane_map (GtkWidget *widget)
{
  ensure_view (STP_LIBRARY_PANE (widget));
  GTK_WIDGET_CLASS (stp_library_pane_parent_class)->map (widget);
}

static void
stp_library_pane_class_init (StpLibraryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = stp_library_pane_map;
  STP_PANE_CLASS (klass)->open = stp_library_pane_open;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-library-pane.ui");
  gtk_widget_class_install_action (widget_class, "library.add-product", NULL, add_product);
  gtk_widget_class_install_action (widget_class, "library.open-devices", NULL, open_devices);
  gtk_widget_class_install_action (widget_class, "library.open-file", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "library.import", "s", import);
  gtk_widget_class_install_action (widget_class, "library.search", NULL, focus_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "library.open-file", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "library.search",
                                       NULL);
}

static void
stp_library_pane_init (StpLibraryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_files (self);
}
