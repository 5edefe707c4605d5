// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-shelf.h"

#include "rules/stp-stretch.h"

/* How far ahead a pause is worth a word: further off, plans change. */
#define HORIZON (60 * STP_DAY_LENGTH)

/* Entries whose words are made in one go: well below what a frame has time for. */
#define SLICE 8

struct _StpShelf
{
  GObject parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpShelfQuery query;
  guint n_hidden, n_counted; /* hidden by the filters; the latter while they are being counted */
  guint prepare_source, n_prepared; /* makes words while nothing else is to do */
  GListModel *products;             /* (owned) */
  GListStore *items;        /* (owned) (element-type StpShelfEntry): as the diary has them */
  GtkFilter *filter;        /* (owned) */
  GtkSorter *sections;      /* (owned) */
  GtkSortListModel *sorted; /* (owned): what is shown */
};

G_DEFINE_FINAL_TYPE (StpShelf, stp_shelf, G_TYPE_OBJECT)

typedef enum
{
  PROP_SEARCH = 1,
  PROP_FILTERS,
  PROP_N_HIDDEN,
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
      g_value_set_string (value, self->query.search);
      break;
    case PROP_FILTERS:
      g_value_set_uint (value, self->query.filters);
      break;
    case PROP_N_HIDDEN:
      g_value_set_uint (value, self->n_hidden);
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
    case PROP_FILTERS:
      stp_shelf_set_filters (STP_SHELF (object), g_value_get_uint (value));
      break;
    case PROP_N_HIDDEN:
    case PROP_EMPTY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_shelf_dispose (GObject *object)
{
  StpShelf *self = STP_SHELF (object);

  g_clear_handle_id (&self->prepare_source, g_source_remove);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sections);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->products);
  g_clear_object (&self->workspace);
  stp_shelf_query_clear (&self->query);

  G_OBJECT_CLASS (stp_shelf_parent_class)->dispose (object);
}

static void
stp_shelf_class_init (StpShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_shelf_get_property;
  object_class->set_property = stp_shelf_set_property;
  object_class->dispose = stp_shelf_dispose;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | flags);
  properties[PROP_FILTERS] = g_param_spec_uint ("filters", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READWRITE | flags);
  properties[PROP_N_HIDDEN] = g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | flags);
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

  if (!stp_shelf_query_finds (&self->query, item))
    return FALSE;
  if (stp_shelf_query_lets_through (&self->query, item))
    return TRUE;
  self->n_counted++;
  return FALSE;
}

/* Filtering everything counts what the filters hide, in the same go. */
static void
filter_again (StpShelf *self)
{
  self->n_counted = 0;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  if (self->n_hidden == self->n_counted)
    return;
  self->n_hidden = self->n_counted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HIDDEN]);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) stp_shelf_entry_get_section ((StpShelfEntry *) a) -
         (int) stp_shelf_entry_get_section ((StpShelfEntry *) b);
}

/* In one go: to ask the timeline product by product costs several times as much. */
static GHashTable *
list_stretches (StpShelf *self)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (self->workspace));

  return stp_stretch_list_all (stp_workspace_get_timeline (self->workspace), now, now + HORIZON);
}

static void
refresh_entry (StpShelfEntry *entry, GHashTable *stretches)
{
  const char *id = stp_record_get_id (stp_shelf_entry_get_product (entry));

  stp_shelf_entry_refresh (entry, g_hash_table_lookup (stretches, id));
}

static gboolean
prepare_cb (gpointer user_data)
{
  StpShelf *self = user_data;
  GListModel *items = G_LIST_MODEL (self->items);
  const guint end = MIN (self->n_prepared + SLICE, g_list_model_get_n_items (items));

  for (; self->n_prepared < end; self->n_prepared++)
    {
      g_autoptr (StpShelfEntry) entry = g_list_model_get_item (items, self->n_prepared);

      stp_shelf_entry_prepare (entry);
    }
  if (end < g_list_model_get_n_items (items))
    return G_SOURCE_CONTINUE;
  self->prepare_source = 0;
  return G_SOURCE_REMOVE;
}

/* The words of the whole shelf would keep the first frame waiting, and without them the first
 * letter of a search would wait. */
static void
prepare_later (StpShelf *self)
{
  self->n_prepared = 0;
  if (!self->prepare_source)
    self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/* Neither filters nor sorters notice that an item changed: they are told. */
static void
refresh_cb (StpShelf *self, const StpTouched *touched)
{
  g_autoptr (GHashTable) stretches = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (StpShelfEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      StpProduct *product = stp_shelf_entry_get_product (entry);

      if (!stp_touched_has_product (touched, stp_record_get_id (product)))
        continue;
      if (!stretches)
        stretches = list_stretches (self);
      refresh_entry (entry, stretches);
    }
  if (!stretches)
    return;

  prepare_later (self);
  filter_again (self);
  gtk_sorter_changed (self->sections, GTK_SORTER_CHANGE_DIFFERENT);
}

/* What is put at the end of a section gets a header of its own in GTK 4.18, until it is told. */
static void
join_sections (StpShelf *self)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  if (n_items > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self->sorted), 0, n_items);
}

/* A map model would make entries anew whenever one is asked for: they are kept here instead. */
static void
products_changed_cb (StpShelf *self, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) stretches = list_stretches (self);
  const gboolean was_empty = stp_shelf_get_empty (self);

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (StpProduct) product = g_list_model_get_item (self->products, i);
      GPtrArray *own = g_hash_table_lookup (stretches, stp_record_get_id (product));

      g_ptr_array_add (entries, stp_shelf_entry_new (self->workspace, product, own));
    }

  g_list_store_splice (self->items, position, removed, entries->pdata, added);
  join_sections (self);
  prepare_later (self);
  if (self->query.filters)
    filter_again (self);
  if (was_empty != stp_shelf_get_empty (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
build_models (StpShelf *self)
{
  GListModel *items = G_LIST_MODEL (g_list_store_new (STP_TYPE_SHELF_ENTRY));
  /* This sorter keeps the keys of collation, which a function of our own would ask anew. */
  GtkSorter *titles = GTK_SORTER (
    gtk_string_sorter_new (gtk_property_expression_new (STP_TYPE_SHELF_ENTRY, NULL, "title")));
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

  return self->query.search;
}

/**
 * stp_shelf_set_search:
 * @search: (nullable): what the user typed; neither case nor accents count, and an ingredient
 *   finds what has its class
 */
void
stp_shelf_set_search (StpShelf *self, const char *search)
{
  g_return_if_fail (STP_IS_SHELF (self));

  if (!stp_shelf_query_set_search (&self->query, search))
    return;

  filter_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

StpShelfFilters
stp_shelf_get_filters (StpShelf *self)
{
  g_return_val_if_fail (STP_IS_SHELF (self), 0);

  return self->query.filters;
}

void
stp_shelf_set_filters (StpShelf *self, StpShelfFilters filters)
{
  g_return_if_fail (STP_IS_SHELF (self));

  if (self->query.filters == filters)
    return;

  self->query.filters = filters;
  filter_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTERS]);
}

/**
 * stp_shelf_get_n_hidden:
 *
 * Returns: how many products would be found if no filter were on
 */
guint
stp_shelf_get_n_hidden (StpShelf *self)
{
  g_return_val_if_fail (STP_IS_SHELF (self), 0);

  return self->n_hidden;
}

gboolean
stp_shelf_get_empty (StpShelf *self)
{
  g_return_val_if_fail (STP_IS_SHELF (self), TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0;
}
