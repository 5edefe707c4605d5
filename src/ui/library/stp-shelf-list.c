// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf-list.h"

#include <glib/gi18n.h>

#include "library/stp-tonight-button.h"

struct _StpShelfList
{
  AdwBin parent_instance;

  StpShelf *shelf; /* (owned) (nullable) */
  char *product;   /* (nullable): id of what is selected */

  AdwWrapBox *filters_box;
  GtkLabel *hidden_label;
  GtkListView *list_view;
  GtkSearchEntry *search_entry;
  GtkSingleSelection *selection;
  GtkStack *states;
  GtkWidget *hidden_box;
  StpTonightButton *tonight;
};

G_DEFINE_FINAL_TYPE (StpShelfList, stp_shelf_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_PRODUCT = 1,
  PROP_SINGLE_CLICK,
} StpShelfListProperty;

static GParamSpec *properties[PROP_SINGLE_CLICK + 1];

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_TONIGHT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  StpShelfFilters filter;
  const char *label;
} filters[] = {
  /* Translators: what the list of products can be narrowed to */
  { STP_SHELF_ONLY_PAUSED, NC_ ("filter", "Paused") },
  { STP_SHELF_ONLY_RETINOID, NC_ ("filter", "Retinoid") },
  { STP_SHELF_ONLY_ACID, NC_ ("filter", "Acid") },
  { STP_SHELF_ONLY_EXPIRING, NC_ ("filter", "Expiring") },
};

static void
search_changed_cb (StpShelfList *self)
{
  stp_shelf_set_search (self->shelf, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_activated_cb (StpShelfList *self)
{
  if (g_list_model_get_n_items (stp_shelf_get_model (self->shelf)) == 0)
    return;

  gtk_single_selection_set_selected (self->selection, 0);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
filter_cb (GtkToggleButton *button, StpShelfList *self)
{
  const guint filter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "filter"));
  const StpShelfFilters others = stp_shelf_get_filters (self->shelf) & ~filter;

  stp_shelf_set_filters (self->shelf,
                         others | (gtk_toggle_button_get_active (button) ? filter : 0));
}

static void
add_filters (StpShelfList *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *label = g_dpgettext2 (NULL, "filter", filters[i].label);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_add_css_class (button, "stp-chip");
      g_object_set_data (G_OBJECT (button), "filter", GUINT_TO_POINTER (filters[i].filter));
      g_signal_connect_object (button, "toggled", G_CALLBACK (filter_cb), self, 0);
      adw_wrap_box_append (self->filters_box, button);
    }
}

static void
show_all_cb (StpShelfList *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->filters_box)); button;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
update_hidden (StpShelfList *self)
{
  const guint n_hidden = stp_shelf_get_n_hidden (self->shelf);
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u product hidden by filters", "%u products hidden by filters", n_hidden), n_hidden);

  gtk_label_set_label (self->hidden_label, text);
  gtk_widget_set_visible (self->hidden_box, n_hidden > 0);
}

static void
unselect (StpShelfList *self)
{
  g_clear_pointer (&self->product, g_free);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRODUCT]);
}

static void
tonight_cb (StpShelfList *self)
{
  unselect (self);
  g_signal_emit (self, signals[SIGNAL_TONIGHT], 0);
}

/* An edit puts another record in the place of the one that is selected: it stays selected, or
 * whoever edits a page would be taken away from it. */
static void
selected_cb (StpShelfList *self)
{
  const char *product = stp_shelf_list_get_product (self);
  const guint position = !product && self->product ? stp_shelf_find (self->shelf, self->product)
                                                   : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
  else if (g_set_str (&self->product, product))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRODUCT]);
}

static void
activated_cb (StpShelfList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
scroll_to_top_cb (gpointer user_data)
{
  g_autoptr (GtkAdjustment) vadjustment = user_data;

  gtk_adjustment_set_value (vadjustment, 0);
}

static void
laid_out_cb (StpShelfList *self, GtkAdjustment *vadjustment)
{
  if (gtk_adjustment_get_page_size (vadjustment) == 0)
    return;

  g_signal_handlers_disconnect_by_func (vadjustment, laid_out_cb, self);
  if (!stp_shelf_list_get_product (self))
    g_idle_add_once (scroll_to_top_cb, g_object_ref (vadjustment));
}

/* A list view begins with its first item, above which the first header is out of sight. It has to
 * be laid out before it can be scrolled. */
static void
begin_at_top (StpShelfList *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  static const char *const moves[] = { "changed", "value-changed" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (place, moves[i], G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
}

/* A list view that fills while it has its model takes the first row for the one that had the focus,
 * keeps it for good and makes one row more as soon as that is far away: it gets a full one. */
static void
update_state (StpShelfList *self)
{
  const gboolean any = g_list_model_get_n_items (stp_shelf_get_model (self->shelf)) > 0;

  if (any && !gtk_list_view_get_model (self->list_view))
    begin_at_top (self);
  gtk_list_view_set_model (self->list_view, any ? GTK_SELECTION_MODEL (self->selection) : NULL);
  gtk_stack_set_visible_child_name (self->states, any ? "list" : "nothing");
}

static void
stp_shelf_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpShelfList *self = STP_SHELF_LIST (object);

  switch ((StpShelfListProperty) id)
    {
    case PROP_PRODUCT:
      g_value_set_string (value, stp_shelf_list_get_product (self));
      break;
    case PROP_SINGLE_CLICK:
      g_value_set_boolean (value, gtk_list_view_get_single_click_activate (self->list_view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_shelf_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpShelfList *self = STP_SHELF_LIST (object);

  switch ((StpShelfListProperty) id)
    {
    case PROP_PRODUCT:
      stp_shelf_list_set_product (self, g_value_get_string (value));
      break;
    case PROP_SINGLE_CLICK:
      gtk_list_view_set_single_click_activate (self->list_view, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, properties[PROP_SINGLE_CLICK]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_shelf_list_dispose (GObject *object)
{
  StpShelfList *self = STP_SHELF_LIST (object);

  g_clear_object (&self->shelf);
  g_clear_pointer (&self->product, g_free);

  G_OBJECT_CLASS (stp_shelf_list_parent_class)->dispose (object);
}

static void
stp_shelf_list_class_init (StpShelfListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_shelf_list_get_property;
  object_class->set_property = stp_shelf_list_set_property;
  object_class->dispose = stp_shelf_list_dispose;

  properties[PROP_PRODUCT] = g_param_spec_string ("product", NULL, NULL, NULL, flags);
  properties[PROP_SINGLE_CLICK] = g_param_spec_boolean ("single-click", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", STP_TYPE_SHELF_LIST, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TONIGHT] = g_signal_new ("tonight", STP_TYPE_SHELF_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STP_TYPE_SHELF_ENTRY);
  g_type_ensure (STP_TYPE_TONIGHT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-shelf-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, filters_box);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, hidden_box);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, hidden_label);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, list_view);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, selection);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, states);
  gtk_widget_class_bind_template_child (widget_class, StpShelfList, tonight);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, tonight_cb);
}

static void
stp_shelf_list_init (StpShelfList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_filters (self);
}

/**
 * stp_shelf_list_set_shelf:
 * @workspace: whose shelf
 * @shelf: what to list; to be called once
 */
void
stp_shelf_list_set_shelf (StpShelfList *self, StpWorkspace *workspace, StpShelf *shelf)
{
  g_return_if_fail (STP_IS_SHELF_LIST (self));
  g_return_if_fail (self->shelf == NULL);

  self->shelf = g_object_ref (shelf);
  gtk_single_selection_set_model (self->selection, stp_shelf_get_model (shelf));
  g_signal_connect_object (stp_shelf_get_model (shelf), "items-changed", G_CALLBACK (update_state),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "notify::n-hidden", G_CALLBACK (update_hidden), self,
                           G_CONNECT_SWAPPED);
  stp_tonight_button_set_workspace (self->tonight, workspace);
  update_state (self);
}

/**
 * stp_shelf_list_get_product:
 *
 * Returns: (nullable): id of the selected product
 */
const char *
stp_shelf_list_get_product (StpShelfList *self)
{
  StpShelfEntry *item;

  g_return_val_if_fail (STP_IS_SHELF_LIST (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item ? stp_record_get_id (stp_shelf_entry_get_product (item)) : NULL;
}

/**
 * stp_shelf_list_set_product:
 * @product: (nullable): id of the product to select; one that is hidden is shown again
 */
void
stp_shelf_list_set_product (StpShelfList *self, const char *product)
{
  guint position;

  g_return_if_fail (STP_IS_SHELF_LIST (self));

  if (!product)
    {
      unselect (self);
      return;
    }

  position = stp_shelf_find (self->shelf, product);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      stp_shelf_set_search (self->shelf, "");
      show_all_cb (self);
      position = stp_shelf_find (self->shelf, product);
    }

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

void
stp_shelf_list_focus_search (StpShelfList *self)
{
  g_return_if_fail (STP_IS_SHELF_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
