// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-photo-source.h"

#include <glib/gi18n.h>

/**
 * stp_photo_source_new_for_value:
 * @value: a #GdkFileList or a #GdkTexture, as it is dropped or pasted
 *
 * Returns: (transfer full) (nullable): the picture; of several files the first
 */
GLoadableIcon *
stp_photo_source_new_for_value (const GValue *value)
{
  const GSList *files;

  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    return g_value_dup_object (value);
  g_return_val_if_fail (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST), NULL);

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  return files ? G_LOADABLE_ICON (g_file_icon_new (files->data)) : NULL;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file)
    g_task_return_pointer (task, g_file_icon_new (file), g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  g_list_store_append (filters, pictures);
  return G_LIST_MODEL (filters);
}

/**
 * stp_photo_source_choose_async:
 * @parent: where to show the choice
 *
 * Lets the user choose a file. Not to choose is %G_IO_ERROR_CANCELLED.
 */
void
stp_photo_source_choose_async (GtkWidget *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  g_task_set_source_tag (task, stp_photo_source_choose_async);
  gtk_file_dialog_set_title (dialog, _ ("Choose a Photo"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb, task);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  GLoadableIcon *picture = value ? stp_photo_source_new_for_value (value) : NULL;

  if (value)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static GType
choose_type (GdkClipboard *clipboard)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    return GDK_TYPE_FILE_LIST;
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    return GDK_TYPE_TEXTURE;
  return G_TYPE_INVALID;
}

/**
 * stp_photo_source_paste_async:
 * @widget: where it is pasted
 *
 * Takes a picture, or a file of one, off the clipboard.
 */
void
stp_photo_source_paste_async (GtkWidget *widget, GAsyncReadyCallback callback, gpointer user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  const GType type = choose_type (clipboard);

  g_task_set_source_tag (task, stp_photo_source_paste_async);
  if (type != G_TYPE_INVALID)
    {
      gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, pasted_cb, task);
      return;
    }
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                   _ ("There is no picture on the clipboard."));
  g_object_unref (task);
}

/**
 * stp_photo_source_finish:
 *
 * Returns: (transfer full) (nullable): the picture
 */
GLoadableIcon *
stp_photo_source_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
