// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-photo-group.h"

#include <glib/gi18n.h>

#include "shared/stp-photo-source.h"
#include "shared/stp-photo-texture.h"

/* Fits the narrowest window, and leaves room for what the page is about. */
#define WIDTH 300
#define HEIGHT 220

/* Pixels for that, where the screen is fine as well. */
#define LONGEST_SIDE 600

struct _StpPhotoGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  char *owner;             /* (nullable): id of the record that names the photo */
  char *reference;         /* (nullable): of the photo that is shown */
  GCancellable *loading;   /* (owned) (nullable) */
  GCancellable *taking;    /* (owned) (nullable) */

  AdwActionRow *row;
  GtkPicture *picture;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (StpPhotoGroup, stp_photo_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_TAKEN,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (GCancellable **cancellable)
{
  if (*cancellable)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static const char *
get_folder (StpPhotoGroup *self)
{
  StpStore *store = self->workspace ? stp_workspace_get_store (self->workspace) : NULL;

  return store ? g_file_peek_path (stp_store_get_folder (store)) : NULL;
}

/* A page that scrolls gives a picture no more than it asks for. */
static void
ask_for_room (GtkWidget *picture, GdkTexture *texture)
{
  const double width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  const double scale = MIN (WIDTH / width, HEIGHT / height);

  gtk_widget_set_size_request (picture, (int) MAX (1, width * scale),
                               (int) MAX (1, height * scale));
}

static void
show_texture (StpPhotoGroup *self, GdkTexture *texture)
{
  if (texture)
    ask_for_room (GTK_WIDGET (self->picture), texture);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpPhotoGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = stp_photo_texture_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_texture (self, texture);
  if (!texture)
    adw_action_row_set_subtitle (self->row, _ ("The photo is not on this computer."));
}

/* Only one is taken at a time: the last that was asked for. */
static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpPhotoGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reference = stp_photo_take_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->workspace)
    return;
  if (reference)
    g_signal_emit (self, signals[SIGNAL_TAKEN], 0, reference);
  else
    stp_workspace_report (self->workspace, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpPhotoGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GLoadableIcon) picture = stp_photo_source_finish (result, &error);

  if (picture)
    stp_photo_group_take (self, picture);
  else if (self->workspace)
    stp_workspace_report (self->workspace, error);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_photo_source_choose_async (widget, chosen_cb, g_object_ref (widget));
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stp_photo_group_paste (STP_PHOTO_GROUP (widget));
}

static void
remove_photo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static gboolean
drop_cb (StpPhotoGroup *self, const GValue *value)
{
  g_autoptr (GLoadableIcon) picture = stp_photo_source_new_for_value (value);

  if (picture)
    stp_photo_group_take (self, picture);
  return picture != NULL;
}

static void
accept_pictures (StpPhotoGroup *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
stp_photo_group_dispose (GObject *object)
{
  StpPhotoGroup *self = STP_PHOTO_GROUP (object);

  stop (&self->loading);
  stop (&self->taking);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->reference, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_photo_group_parent_class)->dispose (object);
}

static void
stp_photo_group_class_init (StpPhotoGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_photo_group_dispose;

  signals[SIGNAL_TAKEN] = g_signal_new ("taken", STP_TYPE_PHOTO_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", STP_TYPE_PHOTO_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/shared/stp-photo-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpPhotoGroup, picture);
  gtk_widget_class_bind_template_child (widget_class, StpPhotoGroup, remove_button);
  gtk_widget_class_bind_template_child (widget_class, StpPhotoGroup, row);
  gtk_widget_class_install_action (widget_class, "photo.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "photo.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "photo.remove", NULL, remove_photo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "photo.paste",
                                       NULL);
}

static void
stp_photo_group_init (StpPhotoGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_pictures (self);
  stp_photo_group_show (self, NULL, NULL);
}

/**
 * stp_photo_group_set_workspace:
 * @workspace: whose photos
 */
void
stp_photo_group_set_workspace (StpPhotoGroup *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_PHOTO_GROUP (self));

  g_set_object (&self->workspace, workspace);
}

/**
 * stp_photo_group_show:
 * @owner: (nullable): id of the record the photo belongs to; what is being taken for another one is
 *   not taken
 * @reference: (nullable): what the record names
 */
void
stp_photo_group_show (StpPhotoGroup *self, const char *owner, const char *reference)
{
  g_return_if_fail (STP_IS_PHOTO_GROUP (self));

  if (g_set_str (&self->owner, owner))
    stop (&self->taking);
  gtk_widget_set_visible (self->remove_button, reference != NULL);
  if (reference && g_strcmp0 (self->reference, reference) == 0)
    return;

  g_set_str (&self->reference, reference);
  adw_action_row_set_subtitle (self->row,
                               reference ? "" : _ ("Choose a file, or drop or paste a picture."));
  stop (&self->loading);
  show_texture (self, NULL);
  if (!reference || !get_folder (self))
    return;
  self->loading = g_cancellable_new ();
  stp_photo_load_async (get_folder (self), reference, LONGEST_SIDE, self->loading, loaded_cb,
                        g_object_ref (self));
}

/**
 * stp_photo_group_take:
 * @source: a picture: a `GFileIcon` for a file, or a `GdkTexture`
 *
 * Copies the picture beside the diary and says that it is taken; or says why that cannot be done,
 * and changes nothing.
 */
void
stp_photo_group_take (StpPhotoGroup *self, GLoadableIcon *source)
{
  const char *refused;

  g_return_if_fail (STP_IS_PHOTO_GROUP (self));

  if (!get_folder (self))
    return;
  refused = stp_store_get_read_only_text (stp_workspace_get_store (self->workspace));
  if (refused)
    {
      stp_workspace_toast (self->workspace, refused);
      return;
    }
  stop (&self->taking);
  self->taking = g_cancellable_new ();
  stp_photo_take_async (get_folder (self), source, self->taking, taken_cb, g_object_ref (self));
}

/**
 * stp_photo_group_paste:
 *
 * Takes what is on the clipboard, or says that it is no picture.
 */
void
stp_photo_group_paste (StpPhotoGroup *self)
{
  g_return_if_fail (STP_IS_PHOTO_GROUP (self));

  stp_photo_source_paste_async (GTK_WIDGET (self), chosen_cb, g_object_ref (self));
}
