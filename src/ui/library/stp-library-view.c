// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-library-view.h"

#include <glib/gi18n.h>

#include "library/stp-devices-page.h"
#include "library/stp-product-page.h"
#include "library/stp-shelf-list.h"
#include "library/stp-tonight-page.h"

struct _StpLibraryView
{
  AdwBin parent_instance;

  StpShelf *shelf; /* (owned) */

  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  AdwNavigationView *empty_view;
  GtkStack *content_states;
  GtkStack *states;
  StpDevicesPage *devices_page;
  StpDevicesPage *empty_devices_page;
  StpProductPage *product_page;
  StpShelfList *shelf_list;
  StpTonightPage *tonight_page;
};

G_DEFINE_FINAL_TYPE (StpLibraryView, stp_library_view, ADW_TYPE_BIN)

static void
update_title (StpLibraryView *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->content_states);
  g_autofree char *product = NULL;

  g_object_get (self->product_page, "title", &product, NULL);
  if (g_strcmp0 (state, "devices") == 0)
    adw_navigation_page_set_title (self->content_page, _ ("Devices and Heads"));
  else
    adw_navigation_page_set_title (self->content_page, product ? product : _ ("Tonight"));
}

static void
show_product (StpLibraryView *self, const char *id)
{
  stp_product_page_set_product (self->product_page, id);
  gtk_stack_set_visible_child_name (self->content_states, id ? "product" : "tonight");
}

/* Side by side, the page follows the selection; on a narrow window it waits to be opened. What an
 * edit or a search only takes out of the list stays open. */
static void
selected_cb (StpLibraryView *self)
{
  const char *product = stp_shelf_list_get_product (self->shelf_list);

  if (product && !adw_navigation_split_view_get_collapsed (self->split_view))
    show_product (self, product);
}

/* What the diary does not hold any more leaves its page empty. */
static void
page_changed_cb (StpLibraryView *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->content_states);
  g_autofree char *title = NULL;

  g_object_get (self->product_page, "title", &title, NULL);
  if (!title && g_strcmp0 (state, "product") == 0)
    {
      gtk_stack_set_visible_child_name (self->content_states, "tonight");
      adw_navigation_split_view_set_show_content (self->split_view, FALSE);
    }
  update_title (self);
}

static void
activated_cb (StpLibraryView *self)
{
  show_product (self, stp_shelf_list_get_product (self->shelf_list));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
tonight_cb (StpLibraryView *self)
{
  show_product (self, NULL);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Whoever goes back to the list has let go; side by side there is no going back. */
static void
show_content_cb (StpLibraryView *self)
{
  if (adw_navigation_split_view_get_collapsed (self->split_view) &&
      !adw_navigation_split_view_get_show_content (self->split_view))
    stp_shelf_list_set_product (self->shelf_list, NULL);
}

static void
update_state (StpLibraryView *self)
{
  const gboolean empty = stp_shelf_get_empty (self->shelf);

  gtk_stack_set_visible_child_name (self->states, empty ? "empty" : "shelf");
}

static void
stp_library_view_dispose (GObject *object)
{
  StpLibraryView *self = STP_LIBRARY_VIEW (object);

  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (stp_library_view_parent_class)->dispose (object);
}

static void
stp_library_view_class_init (StpLibraryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = stp_library_view_dispose;

  g_type_ensure (STP_TYPE_DEVICES_PAGE);
  g_type_ensure (STP_TYPE_PRODUCT_PAGE);
  g_type_ensure (STP_TYPE_SHELF_LIST);
  g_type_ensure (STP_TYPE_TONIGHT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, content_page);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, content_states);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, devices_page);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, empty_devices_page);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, empty_view);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, product_page);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, shelf_list);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, split_view);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, states);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_child (widget_class, StpLibraryView, tonight_page);
  gtk_widget_class_bind_template_callback (widget_class, show_content_cb);
  gtk_widget_class_bind_template_callback (widget_class, tonight_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_title);
}

static void
stp_library_view_init (StpLibraryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_library_view_new:
 * @workspace: whose shelf
 *
 * Returns: (transfer floating): the view, with no product chosen
 */
StpLibraryView *
stp_library_view_new (StpWorkspace *workspace)
{
  StpLibraryView *self = g_object_new (STP_TYPE_LIBRARY_VIEW, NULL);

  self->shelf = stp_shelf_new (workspace);
  stp_devices_page_set_workspace (self->devices_page, workspace);
  stp_devices_page_set_workspace (self->empty_devices_page, workspace);
  stp_product_page_set_workspace (self->product_page, workspace);
  stp_tonight_page_set_workspace (self->tonight_page, workspace);
  stp_shelf_list_set_shelf (self->shelf_list, workspace, self->shelf);
  g_signal_connect_object (self->product_page, "notify::title", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
  g_signal_connect_object (self->shelf, "notify::empty", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  update_state (self);

  return self;
}

/**
 * stp_library_view_open:
 * @id: (nullable): id of a product, or %NULL for the list
 */
void
stp_library_view_open (StpLibraryView *self, const char *id)
{
  g_return_if_fail (STP_IS_LIBRARY_VIEW (self));

  stp_shelf_list_set_product (self->shelf_list, id);
  show_product (self, stp_shelf_list_get_product (self->shelf_list));
  adw_navigation_split_view_set_show_content (self->split_view, id != NULL);
}

void
stp_library_view_open_devices (StpLibraryView *self)
{
  g_return_if_fail (STP_IS_LIBRARY_VIEW (self));

  /* Whoever has no product yet may have a device. */
  if (stp_shelf_get_empty (self->shelf))
    {
      if (!adw_navigation_view_get_visible_page_tag (self->empty_view))
        adw_navigation_view_push_by_tag (self->empty_view, "devices");
      return;
    }
  stp_shelf_list_set_product (self->shelf_list, NULL);
  stp_product_page_set_product (self->product_page, NULL);
  gtk_stack_set_visible_child_name (self->content_states, "devices");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static gboolean
is_picture (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = name ? g_content_type_guess (name, NULL, 0, NULL) : NULL;

  return type && g_content_type_is_mime_type (type, "image/*");
}

/**
 * stp_library_view_take_photo:
 * @file: a file that was dropped
 *
 * Returns: whether it is a picture for the product that is open
 */
gboolean
stp_library_view_take_photo (StpLibraryView *self, GFile *file)
{
  const char *state;

  g_return_val_if_fail (STP_IS_LIBRARY_VIEW (self), FALSE);

  state = gtk_stack_get_visible_child_name (self->content_states);
  if (!is_picture (file) || g_strcmp0 (state, "product") != 0)
    return FALSE;
  stp_product_page_take_photo (self->product_page, file);
  return TRUE;
}

void
stp_library_view_focus_search (StpLibraryView *self)
{
  g_return_if_fail (STP_IS_LIBRARY_VIEW (self));

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  stp_shelf_list_focus_search (self->shelf_list);
}
