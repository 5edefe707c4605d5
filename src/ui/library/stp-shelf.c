// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf.h"

#include "rules/stp-timeline.h"

struct _StpShelf
{
  GObject parent_instance;

  StpWorkspace *workspace; /* (owned) */
  char *search;
  GListModel *products;     /* (owned) */
  GListStore *items;        /* (owned) (element-type StpShelfEntry): as the diary has them */
  GtkFilter *filter;        /* (owned) */
  GtkSorter *sections;      /* (owned) */
  GtkSortListModel *sorted; /* (owned): what is shown */
};

G_DEFINE_FINAL_TYPE (StpShelf, stp_shelf, G_TYPE_OBJECT)

typedef enum
{
  PROP_SEARCH = 1,
  PROP_EMPTY,
} StpShelfProperty;

static GParamSpec *properties[PROP_EMPTY + 1];

static void
stp_shelf_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpShelf *self = STP_SHELF (object);

  switch ((StpShelfProperty) id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, stp_shelf_get_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_shelf_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((StpShelfProperty) id)
    {
    case PROP_SEARCH:
      stp_shelf_set_search (STP_SHELF (object), g_value_get_string (value));
      break;
    case PROP_EMPTY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_shelf_dispose (GObject *object)
{
  StpShelf *self = STP_SHELF (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->sections);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->products);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (stp_shelf_parent_class)->dispose (object);
}

static void
stp_shelf_class_init (StpShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_shelf_get_property;
  object_class->set_property = stp_shelf_set_property;
  object_class->dispose = stp_shelf_dispose;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EMPTY] = g_param_spec_boolean (
    "empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_shelf_init (StpShelf *self)
{
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  StpShelf *self = user_data;

  return stp_shelf_entry_matches (item, self->search);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) stp_shelf_entry_get_section ((StpShelfEntry *) a) -
         (int) stp_shelf_entry_get_section ((StpShelfEntry *) b);
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (stp_shelf_entry_get_title ((StpShelfEntry *) a),
                         stp_shelf_entry_get_title ((StpShelfEntry *) b));
}

/* Neither filters nor sorters notice that an item changed: they are told. */
static void
refresh_cb (StpShelf *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (StpShelfEntry) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      stp_shelf_entry_refresh (item);
    }

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sections, GTK_SORTER_CHANGE_DIFFERENT);
}

/* A map model would make entries anew whenever one is asked for: they are kept here instead. */
static void
products_changed_cb (StpShelf *self, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  const gboolean was_empty = stp_shelf_get_empty (self);

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (StpProduct) product = g_list_model_get_item (self->products, i);

      g_ptr_array_add (entries, stp_shelf_entry_new (self->workspace, product));
    }

  g_list_store_splice (self->items, position, removed, entries->pdata, added);
  if (was_empty != stp_shelf_get_empty (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
build_models (StpShelf *self)
{
  GListModel *items = G_LIST_MODEL (g_list_store_new (STP_TYPE_SHELF_ENTRY));
  GtkSorter *titles = GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL));
  GtkFilterListModel *found;

  self->items = G_LIST_STORE (items);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));

  found = gtk_filter_list_model_new (g_object_ref (items), g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (found), titles);
  gtk_sort_list_model_set_section_sorter (self->sorted, self->sections);
}

/**
 * stp_shelf_new:
 * @workspace: whose products
 *
 * Returns: (transfer full): the shelf, which follows the diary and the timeline
 */
StpShelf *
stp_shelf_new (StpWorkspace *workspace)
{
  StpShelf *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STP_TYPE_SHELF, NULL);
  self->workspace = g_object_ref (workspace);
  self->products = g_object_ref (
    stp_diary_get_records (stp_workspace_get_diary (workspace), STP_RECORD_PRODUCT));
  build_models (self);
  products_changed_cb (self, 0, 0, g_list_model_get_n_items (self->products));

  g_signal_connect_object (self->products, "items-changed", G_CALLBACK (products_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * stp_shelf_get_model:
 *
 * Returns: (transfer none) (element-type StpShelfEntry): what is found, in sections
 */
GListModel *
stp_shelf_get_model (StpShelf *self)
{
  g_return_val_if_fail (STP_IS_SHELF (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * stp_shelf_find:
 * @product: (nullable): id of a product
 *
 * Returns: its position in the model, or %GTK_INVALID_LIST_POSITION
 */
guint
stp_shelf_find (StpShelf *self, const char *product)
{
  GListModel *model;

  g_return_val_if_fail (STP_IS_SHELF (self), GTK_INVALID_LIST_POSITION);

  model = G_LIST_MODEL (self->sorted);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (StpShelfEntry) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (stp_record_get_id (stp_shelf_entry_get_product (item)), product) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

const char *
stp_shelf_get_search (StpShelf *self)
{
  g_return_val_if_fail (STP_IS_SHELF (self), NULL);

  return self->search;
}

void
stp_shelf_set_search (StpShelf *self, const char *search)
{
  g_return_if_fail (STP_IS_SHELF (self));

  if (!g_set_str (&self->search, search))
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

gboolean
stp_shelf_get_empty (StpShelf *self)
{
  g_return_val_if_fail (STP_IS_SHELF (self), TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0;
}
