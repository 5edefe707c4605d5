// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-entry-list.h"

#include <glib/gi18n.h>

#include "calendar/stp-entry-row.h"

/* One more than these is shown as it is: a row that says "Show All" takes as much room. */
#define FEW 6

/**
 * StpEntryList:
 * @rows: (element-type StpEntryRow): grows, and is never emptied
 * @all_row: last of the list: shows the rest
 */
struct _StpEntryList
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GPtrArray *rows, *entries; /* (owned) */
  GtkWidget *all_row;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (StpEntryList, stp_entry_list, ADW_TYPE_PREFERENCES_GROUP)

static guint
count_shown (StpEntryList *self)
{
  return self->open || self->entries->len <= FEW + 1 ? self->entries->len : FEW;
}

static StpEntryRow *
get_row (StpEntryList *self, guint index)
{
  if (index == self->rows->len)
    {
      GtkWidget *row = stp_entry_row_new ();

      gtk_list_box_insert (self->list, row, (int) index);
      g_ptr_array_add (self->rows, row);
    }

  return self->rows->pdata[index];
}

static void
bind_rows (StpEntryList *self)
{
  const guint n_shown = count_shown (self);

  for (guint i = 0; i < n_shown; i++)
    stp_entry_row_bind (get_row (self, i), self->entries->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], i < n_shown);
  gtk_widget_set_visible (self->all_row, n_shown < self->entries->len);
  gtk_widget_set_visible (GTK_WIDGET (self), self->entries->len > 0);
}

static void
show_all_cb (StpEntryList *self)
{
  self->open = TRUE;
  bind_rows (self);
  gtk_widget_grab_focus (self->rows->pdata[FEW]);
}

static void
stp_entry_list_finalize (GObject *object)
{
  StpEntryList *self = STP_ENTRY_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_entry_list_parent_class)->finalize (object);
}

/* A template gives the title once the group is made. */
static void
name_list_cb (StpEntryList *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)),
                                  -1);
}

static void
stp_entry_list_class_init (StpEntryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_entry_list_finalize;
}

static void
stp_entry_list_init (StpEntryList *self)
{
  self->rows = g_ptr_array_new ();
  self->entries = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect (self, "notify::title", G_CALLBACK (name_list_cb), NULL);

  self->all_row = adw_button_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->all_row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all_row), _ ("Show _All"));
  g_signal_connect_object (self->all_row, "activated", G_CALLBACK (show_all_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->all_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

/**
 * stp_entry_list_set_entries:
 * @entries: (element-type StpDayEntry): all of them
 * @collapse: they are others than before, and begin with the first few again
 */
void
stp_entry_list_set_entries (StpEntryList *self, GPtrArray *entries, gboolean collapse)
{
  g_return_if_fail (STP_IS_ENTRY_LIST (self));

  g_ptr_array_ref (entries);
  g_ptr_array_unref (self->entries);
  self->entries = entries;
  self->open = self->open && !collapse;
  bind_rows (self);
}
