// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-device-dialog.h"

#include <glib/gi18n.h>

#include "rules/stp-kit.h"
#include "shared/stp-day-row.h"
#include "shared/stp-dialog-focus.h"
#include "shared/stp-length-row.h"
#include "shared/stp-names.h"

/* What most people begin with: the shortest length that the method speaks of. */
#define FIRST_LENGTH_UM 250
#define OLDEST_HEAD_DAYS 3650

struct _StpDeviceDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpDevice *device;       /* (owned) (nullable): the one that is edited */

  AdwEntryRow *name_row;
  AdwComboRow *kind_row;
  GtkWidget *head_group;
  AdwComboRow *length_row;
  AdwSpinRow *since_row;
};

G_DEFINE_FINAL_TYPE (StpDeviceDialog, stp_device_dialog, ADW_TYPE_DIALOG)

/* Needles with radio frequency are not offered: they are never used at home (E8). */
static const StpDeviceKind kinds[] = {
  STP_DEVICE_ROLLER, STP_DEVICE_STAMP, STP_DEVICE_PEN, STP_DEVICE_LED_RED, STP_DEVICE_LED_BLUE,
};

static gboolean
is_offered (StpDeviceKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

static StpDeviceKind
get_kind (StpDeviceDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->device && !is_offered (self->device->kind))
    return self->device->kind;
  return kinds[MIN (selected, G_N_ELEMENTS (kinds) - 1)];
}

static gboolean
has_needles (StpDeviceDialog *self)
{
  return !(STP_BIT (get_kind (self)) & STP_DEVICES_LIGHT);
}

static void
on_kind_changed_cb (StpDeviceDialog *self)
{
  gtk_widget_set_visible (self->head_group, has_needles (self));
}

static StpDevice *
read_device (StpDeviceDialog *self)
{
  StpDevice *draft = self->device ? stp_record_copy (self->device)
                                  : stp_record_new (STP_RECORD_DEVICE);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  draft->kind = get_kind (self);
  g_strstrip (name);
  g_set_str (&draft->name, *name ? name : stp_names_get_device_kind (draft->kind));

  return draft;
}

static StpHead *
read_head (StpDeviceDialog *self, StpDevice *device)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  StpHead *old = stp_kit_find_head (diary, stp_record_get_id (device));
  StpHead *draft = old ? stp_record_copy (old) : stp_record_new (STP_RECORD_HEAD);

  g_set_str (&draft->device, stp_record_get_id (device));
  draft->needle_um = stp_length_row_get (self->length_row);
  draft->since = stp_day_row_get (self->since_row);

  return draft;
}

static gboolean
save (StpDeviceDialog *self, GError **error)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  g_autoptr (StpDevice) device = read_device (self);
  g_autoptr (StpHead) head = has_needles (self) ? read_head (self, device) : NULL;

  stp_diary_begin_edit (diary, _ ("Device"));
  if (!stp_diary_put (diary, device, error) || (head && !stp_diary_put (diary, head, error)))
    {
      stp_diary_cancel_edit (diary);
      return FALSE;
    }
  stp_diary_end_edit (diary);

  return TRUE;
}

static void
on_save_clicked_cb (StpDeviceDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (save (self, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    stp_workspace_report (self->workspace, error);
}

static void
show_device (StpDeviceDialog *self, StpDevice *device)
{
  StpHead *head = stp_kit_find_head (stp_workspace_get_diary (self->workspace),
                                     stp_record_get_id (device));

  self->device = g_object_ref (device);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), device->name ?: "");
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), is_offered (device->kind));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == device->kind)
      adw_combo_row_set_selected (self->kind_row, i);
  if (!head)
    return;

  stp_length_row_set (self->length_row, head->needle_um);
  if (head->since != STP_DAY_UNSET)
    stp_day_row_set (self->since_row, head->since);
}

static void
stp_device_dialog_dispose (GObject *object)
{
  StpDeviceDialog *self = STP_DEVICE_DIALOG (object);

  g_clear_object (&self->device);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_device_dialog_parent_class)->dispose (object);
}

static void
stp_device_dialog_class_init (StpDeviceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_device_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/shared/stp-device-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpDeviceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, StpDeviceDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StpDeviceDialog, head_group);
  gtk_widget_class_bind_template_child (widget_class, StpDeviceDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, StpDeviceDialog, since_row);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
stp_device_dialog_init (StpDeviceDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  stp_dialog_focus_when_open (ADW_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, stp_names_get_device_kind (kinds[i]));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  stp_length_row_setup (self->length_row, NULL);
  stp_length_row_set (self->length_row, FIRST_LENGTH_UM);
}

/**
 * stp_device_dialog_new:
 * @workspace: what the panes of the window share
 * @device: (nullable): the device to edit, or %NULL for a new one
 *
 * Returns: (transfer floating): a form for it
 */
AdwDialog *
stp_device_dialog_new (StpWorkspace *workspace, StpDevice *device)
{
  StpDeviceDialog *self = g_object_new (STP_TYPE_DEVICE_DIALOG, NULL);
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));

  self->workspace = g_object_ref (workspace);
  stp_day_row_setup (self->since_row, today - OLDEST_HEAD_DAYS, today);
  if (device)
    show_device (self, device);

  return ADW_DIALOG (self);
}
