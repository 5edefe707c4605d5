// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-record-list-private.h"

/* The records of one type, in the order of their ids: a flat array, announced as a list model. */
struct _StpRecordList
{
  GObject parent_instance;

  GPtrArray *records; /* (owned) (element-type StpRecord) */
  gboolean shared;    /* a snapshot has the same array: a change makes a copy first */
};

static GType
stp_record_list_get_item_type (GListModel *model)
{
  return STP_TYPE_RECORD;
}

static guint
stp_record_list_get_n_items (GListModel *model)
{
  return STP_RECORD_LIST (model)->records->len;
}

static gpointer
stp_record_list_get_item (GListModel *model, guint position)
{
  StpRecordList *self = STP_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = stp_record_list_get_item_type;
  iface->get_n_items = stp_record_list_get_n_items;
  iface->get_item = stp_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StpRecordList,
                               stp_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stp_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (STP_RECORD_LIST (object)->records);
  G_OBJECT_CLASS (stp_record_list_parent_class)->finalize (object);
}

static void
stp_record_list_class_init (StpRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_record_list_finalize;
}

static void
stp_record_list_init (StpRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

StpRecordList *
stp_record_list_new (void)
{
  return g_object_new (STP_TYPE_RECORD_LIST, NULL);
}

guint
stp_record_list_get_length (StpRecordList *self)
{
  return self->records->len;
}

gpointer
stp_record_list_peek (StpRecordList *self, guint position)
{
  return self->records->pdata[position];
}

/* Finds where @id stands, or where it would. */
static gboolean
find (StpRecordList *self, const char *id, guint *position)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (stp_record_get_id (self->records->pdata[middle]), id);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return FALSE;
}

gpointer
stp_record_list_lookup (StpRecordList *self, const char *id)
{
  guint position;

  return find (self, id, &position) ? self->records->pdata[position] : NULL;
}

static gpointer
ref_record (gconstpointer record, gpointer user_data)
{
  return g_object_ref ((gpointer) record);
}

static void
make_own (StpRecordList *self)
{
  g_autoptr (GPtrArray) shared = NULL;

  if (!self->shared)
    return;
  shared = g_steal_pointer (&self->records);
  self->records = g_ptr_array_copy (shared, ref_record, NULL);
  self->shared = FALSE;
}

/**
 * stp_record_list_swap:
 * @id: which record
 * @after: (transfer none) (nullable): what it becomes; %NULL takes it away
 *
 * Adds, replaces or removes one record and announces exactly that position.
 */
void
stp_record_list_swap (StpRecordList *self, const char *id, gpointer after)
{
  guint position;
  gboolean found = find (self, id, &position);

  if (!found && after == NULL)
    return;
  make_own (self);
  if (found && after)
    {
      g_object_unref (self->records->pdata[position]);
      self->records->pdata[position] = g_object_ref (after);
    }
  else if (after)
    g_ptr_array_insert (self->records, position, g_object_ref (after));
  else
    g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, found, after != NULL);
}

/**
 * stp_record_list_fill:
 * @sorted: (transfer none): records in the order of their ids
 *
 * Fills an empty list at once.
 */
void
stp_record_list_fill (StpRecordList *self, GPtrArray *sorted)
{
  g_assert (self->records->len == 0);

  g_ptr_array_extend (self->records, sorted, ref_record, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, sorted->len);
}

/**
 * stp_record_list_dup_array:
 *
 * Cheap however many there are: the array is shared until the list changes.
 *
 * Returns: (transfer full): the records as they are now, not to be changed
 */
GPtrArray *
stp_record_list_dup_array (StpRecordList *self)
{
  self->shared = TRUE;
  return g_ptr_array_ref (self->records);
}
