// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-notices.h"

#include <glib/gi18n.h>

#include "exchange/stp-demo.h"

struct _StpNotices
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */

  AdwBanner *sample;
  AdwBanner *read_only;
  AdwBanner *save_error;
  AdwBanner *slow;
  AdwBanner *set_aside;
};

G_DEFINE_FINAL_TYPE (StpNotices, stp_notices, ADW_TYPE_BIN)

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpWorkspace) workspace = user_data;
  g_autoptr (GError) error = NULL;

  /* A failure shows in the banner: the store's error-text follows it. */
  if (stp_store_flush_finish (STP_STORE (source), result, &error))
    stp_workspace_toast (workspace, _ ("Changes saved"));
}

static void
try_again_cb (StpNotices *self)
{
  stp_store_flush_async (stp_workspace_get_store (self->workspace), NULL, flushed_cb,
                         g_object_ref (self->workspace));
}

static void
show_file (StpNotices *self)
{
  StpStore *store = stp_workspace_get_store (self->workspace);
  g_autoptr (
    GFile) file = g_file_get_child (stp_store_get_folder (store), stp_store_get_set_aside (store));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (root), NULL, NULL, NULL);
}

/* Earlier states where there are any; else the file, for whoever can mend it. */
static void
mend_cb (StpNotices *self)
{
  if (stp_store_get_restorable (stp_workspace_get_store (self->workspace)))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.restore", NULL);
  else
    show_file (self);
}

static gboolean
text_to_shown (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_string (from) != NULL);

  return TRUE;
}

static gboolean
text_to_title (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *text = g_value_get_string (from);

  /* The last text stays while the banner slides away. */
  if (!text)
    return FALSE;

  /* Translators: %s is a sentence that says why saving failed */
  g_value_take_string (to, g_strdup_printf (_ ("Changes are not saved yet. %s"), text));

  return TRUE;
}

static char *
describe_loss (StpStore *store)
{
  const char *name = stp_store_get_set_aside (store);
  const guint n_rescued = stp_store_get_n_rescued (store);

  if (!name && stp_store_get_gone (store))
    return g_strdup (_ ("The diary is no longer where it was. An empty one was begun."));
  if (!name)
    return NULL;
  if (n_rescued > 0)
    /* Translators: %u is a number of records, %s the name of a file */
    return g_strdup_printf (
      ngettext ("The diary was damaged. %u record could be read. The file was kept as “%s”.",
                "The diary was damaged. %u records could be read. The file was kept as “%s”.",
                n_rescued),
      n_rescued, name);
  /* Translators: %s is the name of a file */
  return g_strdup_printf (_ ("The diary could not be read. It was kept as “%s”, and an empty one "
                             "was begun."),
                          name);
}

static void
show_loss (StpNotices *self, StpStore *store)
{
  g_autofree char *title = describe_loss (store);

  if (!title)
    return;

  adw_banner_set_title (self->set_aside, title);
  adw_banner_set_button_label (
    self->set_aside, stp_store_get_restorable (store) ? _ ("_Restore…") : _ ("_Show File"));
  adw_banner_set_revealed (self->set_aside, TRUE);
}

static void
stp_notices_dispose (GObject *object)
{
  StpNotices *self = STP_NOTICES (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_notices_parent_class)->dispose (object);
}

static void
stp_notices_class_init (StpNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_notices_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/app/stp-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, StpNotices, sample);
  gtk_widget_class_bind_template_child (widget_class, StpNotices, read_only);
  gtk_widget_class_bind_template_child (widget_class, StpNotices, save_error);
  gtk_widget_class_bind_template_child (widget_class, StpNotices, set_aside);
  gtk_widget_class_bind_template_child (widget_class, StpNotices, slow);
  gtk_widget_class_bind_template_callback (widget_class, mend_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
stp_notices_init (StpNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_notices_get_slow_text:
 *
 * Returns: what is said while saving takes long
 */
const char *
stp_notices_get_slow_text (void)
{
  return _ ("Saving takes long. Your last changes are not on the disk yet: keep Stipple open.");
}

/**
 * stp_notices_set_workspace:
 * @workspace: whose diary and store to speak of; to be called once
 */
void
stp_notices_set_workspace (StpNotices *self, StpWorkspace *workspace)
{
  StpStore *store;

  g_return_if_fail (STP_IS_NOTICES (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_object_bind_property (stp_workspace_get_diary (workspace), "read-only", self->read_only,
                          "revealed", G_BINDING_SYNC_CREATE);

  adw_banner_set_revealed (self->sample,
                           stp_demo_is_id (stp_diary_get_id (stp_workspace_get_diary (workspace))));
  store = stp_workspace_get_store (workspace);
  if (!store)
    return;

  g_object_bind_property_full (store, "error-text", self->save_error, "title",
                               G_BINDING_SYNC_CREATE, text_to_title, NULL, NULL, NULL);
  g_object_bind_property_full (store, "error-text", self->save_error, "revealed",
                               G_BINDING_SYNC_CREATE, text_to_shown, NULL, NULL, NULL);
  adw_banner_set_title (self->slow, stp_notices_get_slow_text ());
  g_object_bind_property (store, "slow", self->slow, "revealed", G_BINDING_SYNC_CREATE);
  show_loss (self, store);
  if (stp_store_get_read_only_text (store))
    adw_banner_set_title (self->read_only, stp_store_get_read_only_text (store));
}
