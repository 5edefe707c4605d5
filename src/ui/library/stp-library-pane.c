// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-library-pane.h"

#include "library/stp-product-dialog.h"
#include "library/stp-product-page.h"
#include "library/stp-shelf-list.h"

struct _StpLibraryPane
{
  StpPane parent_instance;

  StpShelf *shelf; /* (owned) */

  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  GtkStack *content_states;
  GtkStack *states;
  StpProductPage *product_page;
  StpShelfList *shelf_list;
};

G_DEFINE_FINAL_TYPE (StpLibraryPane, stp_library_pane, STP_TYPE_PANE)

static void
show_product (StpLibraryPane *self, const char *id)
{
  stp_product_page_set_product (self->product_page, id);
  gtk_stack_set_visible_child_name (self->content_states, id ? "product" : "none");
}

/* Side by side, the page follows the selection; on a narrow window it waits to be opened. */
static void
selected_cb (StpLibraryPane *self)
{
  if (!adw_navigation_split_view_get_collapsed (self->split_view))
    show_product (self, stp_shelf_list_get_product (self->shelf_list));
}

static void
activated_cb (StpLibraryPane *self)
{
  show_product (self, stp_shelf_list_get_product (self->shelf_list));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_content_cb (StpLibraryPane *self)
{
  if (!adw_navigation_split_view_get_show_content (self->split_view))
    stp_shelf_list_set_product (self->shelf_list, NULL);
}

static void
update_state (StpLibraryPane *self)
{
  const gboolean empty = stp_shelf_get_empty (self->shelf);

  gtk_stack_set_visible_child_name (self->states, empty ? "empty" : "shelf");
}

static void
stp_library_pane_open (StpPane *pane, const char *id)
{
  StpLibraryPane *self = STP_LIBRARY_PANE (pane);

  stp_shelf_list_set_product (self->shelf_list, id);
  show_product (self, stp_shelf_list_get_product (self->shelf_list));
  adw_navigation_split_view_set_show_content (self->split_view, id != NULL);
}

static void
added_cb (StpLibraryPane *self, const char *id)
{
  stp_library_pane_open (STP_PANE (self), id);
}

static void
add_product (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpProductDialog *dialog = stp_product_dialog_new (stp_pane_get_workspace (STP_PANE (widget)),
                                                     NULL);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (added_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
focus_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpLibraryPane *self = STP_LIBRARY_PANE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  stp_shelf_list_focus_search (self->shelf_list);
}

static void
stp_library_pane_constructed (GObject *object)
{
  StpLibraryPane *self = STP_LIBRARY_PANE (object);
  StpWorkspace *workspace = stp_pane_get_workspace (STP_PANE (self));

  G_OBJECT_CLASS (stp_library_pane_parent_class)->constructed (object);

  self->shelf = stp_shelf_new (workspace);
  stp_product_page_set_workspace (self->product_page, workspace);
  stp_shelf_list_set_shelf (self->shelf_list, self->shelf);
  g_object_bind_property (self->product_page, "title", self->content_page, "title",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->shelf, "notify::empty", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  update_state (self);
}

static void
stp_library_pane_dispose (GObject *object)
{
  StpLibraryPane *self = STP_LIBRARY_PANE (object);

  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (stp_library_pane_parent_class)->dispose (object);
}

static void
stp_library_pane_class_init (StpLibraryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = stp_library_pane_constructed;
  object_class->dispose = stp_library_pane_dispose;
  STP_PANE_CLASS (klass)->open = stp_library_pane_open;

  g_type_ensure (STP_TYPE_PRODUCT_PAGE);
  g_type_ensure (STP_TYPE_SHELF_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-library-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StpLibraryPane, content_page);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryPane, content_states);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryPane, product_page);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryPane, shelf_list);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryPane, split_view);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryPane, states);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);

  gtk_widget_class_install_action (widget_class, "library.add-product", NULL, add_product);
  gtk_widget_class_install_action (widget_class, "library.search", NULL, focus_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "library.search",
                                       NULL);
}

static void
stp_library_pane_init (StpLibraryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
