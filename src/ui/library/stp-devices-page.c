// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-devices-page.h"

#include <glib/gi18n.h>

#include "library/stp-head-row.h"
#include "rules/stp-timeline.h"
#include "shared/stp-device-dialog.h"

struct _StpDevicesPage
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  GPtrArray *groups;       /* (element-type AdwPreferencesGroup): one a device */
  GHashTable *rows;        /* head id to its StpHeadRow */
  char *shown;             /* (nullable): which devices and heads there are rows for */

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (StpDevicesPage, stp_devices_page, ADW_TYPE_BIN)

static StpDiary *
get_diary (StpDevicesPage *self)
{
  return stp_workspace_get_diary (self->workspace);
}

static int
compare_heads (gconstpointer a, gconstpointer b)
{
  const StpHead *first = a, *second = b;
  const gboolean first_gone = first->retired != STP_DAY_UNSET;
  const gboolean second_gone = second->retired != STP_DAY_UNSET;

  if (first_gone != second_gone)
    return first_gone - second_gone;
  return (first->since < second->since) - (first->since > second->since);
}

/* (element-type StpHead): those in use first, the latest before older ones */
static GPtrArray *
list_heads (StpDiary *diary, StpDevice *device)
{
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_HEAD); i++)
    {
      StpHead *head = stp_diary_peek_record (diary, STP_RECORD_HEAD, i);

      if (g_strcmp0 (head->device, stp_record_get_id (device)) == 0)
        g_ptr_array_add (heads, g_object_ref (head));
    }
  g_ptr_array_sort_values (heads, compare_heads);
  return heads;
}

static void
archive_cb (GtkButton *button, StpDevicesPage *self)
{
  StpDevice *device = stp_diary_lookup (get_diary (self), STP_RECORD_DEVICE,
                                        g_object_get_data (G_OBJECT (button), "device"));
  g_autoptr (StpDevice) draft = device ? stp_record_copy (device) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!draft)
    return;
  draft->archived = !draft->archived;
  if (!stp_diary_put (get_diary (self), draft, &error))
    {
      stp_workspace_report (self->workspace, error);
      return;
    }
  text = g_strdup_printf (draft->archived ? _ ("%s archived") : _ ("%s is back on the shelf"),
                          draft->name);
  stp_workspace_toast_undo (self->workspace, text);
}

static void
edit_cb (GtkButton *button, StpDevicesPage *self)
{
  StpDevice *device = stp_diary_lookup (get_diary (self), STP_RECORD_DEVICE,
                                        g_object_get_data (G_OBJECT (button), "device"));

  if (device)
    adw_dialog_present (stp_device_dialog_new (self->workspace, device), GTK_WIDGET (self));
}

static void
add_device_cb (StpDevicesPage *self)
{
  adw_dialog_present (stp_device_dialog_new (self->workspace, NULL), GTK_WIDGET (self));
}

/* Of several buttons with one name each says which device it is for. */
static void
set_up_button (StpDevicesPage *self, GtkWidget *button, StpDevice *device, GCallback clicked)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  device->name, -1);
  g_object_set_data_full (G_OBJECT (button), "device", g_strdup (stp_record_get_id (device)),
                          g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
}

static GtkWidget *
make_buttons (StpDevicesPage *self, StpDevice *device)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  GtkWidget *archive = gtk_button_new_with_mnemonic (device->archived ? _ ("Put _Back on the Shelf")
                                                                      : _ ("_Archive"));

  gtk_widget_set_tooltip_text (edit, _ ("Edit Device"));
  set_up_button (self, edit, device, G_CALLBACK (edit_cb));
  set_up_button (self, archive, device, G_CALLBACK (archive_cb));
  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (GTK_BOX (box), archive);
  return box;
}

static void
add_device (StpDevicesPage *self, StpDevice *device)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = g_markup_escape_text (device->name, -1);
  g_autoptr (GPtrArray) heads = list_heads (get_diary (self), device);

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_header_suffix (group, make_buttons (self, device));
  for (guint i = 0; i < heads->len; i++)
    {
      GtkWidget *row = stp_head_row_new (self->workspace);

      adw_preferences_group_add (group, row);
      g_hash_table_insert (self->rows, g_strdup (stp_record_get_id (heads->pdata[i])), row);
    }
  adw_preferences_page_add (self->page, group);
  g_ptr_array_add (self->groups, group);
}

/* Rows are made anew only where there are others, so that the one in use keeps the focus. */
static char *
list_shown (StpDiary *diary)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DEVICE); i++)
    {
      StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);
      g_autoptr (GPtrArray) heads = list_heads (diary, device);

      g_string_append_printf (shown, "%s %d %s\n", stp_record_get_id (device), device->archived,
                              device->name);
      for (guint h = 0; h < heads->len; h++)
        g_string_append_printf (shown, " %s\n", stp_record_get_id (heads->pdata[h]));
    }
  return g_string_free_and_steal (shown);
}

static void
rebuild (StpDevicesPage *self)
{
  StpDiary *diary = get_diary (self);
  const guint n = stp_diary_get_n_records (diary, STP_RECORD_DEVICE);

  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  for (int archived = FALSE; archived <= TRUE; archived++)
    for (guint i = 0; i < n; i++)
      {
        StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);

        if (device->archived == archived)
          add_device (self, device);
      }
}

static void
show (StpDevicesPage *self)
{
  StpDiary *diary = get_diary (self);
  g_autofree char *shown = list_shown (diary);

  if (g_set_str (&self->shown, shown))
    rebuild (self);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_HEAD); i++)
    {
      StpHead *head = stp_diary_peek_record (diary, STP_RECORD_HEAD, i);
      StpHeadRow *row = g_hash_table_lookup (self->rows, stp_record_get_id (head));

      if (row)
        stp_head_row_show (row, head);
    }
}

/* The planned sessions are asked about for each head: not while nobody looks. */
static void
changed_cb (StpDevicesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
stp_devices_page_map (GtkWidget *widget)
{
  show (STP_DEVICES_PAGE (widget));
  GTK_WIDGET_CLASS (stp_devices_page_parent_class)->map (widget);
}

static void
stp_devices_page_dispose (GObject *object)
{
  StpDevicesPage *self = STP_DEVICES_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_devices_page_parent_class)->dispose (object);
}

static void
stp_devices_page_class_init (StpDevicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_devices_page_dispose;
  widget_class->map = stp_devices_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-devices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpDevicesPage, page);
  gtk_widget_class_bind_template_callback (widget_class, add_device_cb);
}

static void
stp_devices_page_init (StpDevicesPage *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_devices_page_set_workspace:
 * @workspace: whose devices; to be called once
 */
void
stp_devices_page_set_workspace (StpDevicesPage *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_DEVICES_PAGE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
