// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-notices.h"

struct _StpNotices
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */

  AdwBanner *read_only;
};

G_DEFINE_FINAL_TYPE (StpNotices, stp_notices, ADW_TYPE_BIN)

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
  gtk_widget_class_bind_template_child (widget_class, StpNotices, read_only);
}

static void
stp_notices_init (StpNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_notices_set_workspace:
 * @workspace: whose diary and store to speak of; to be called once
 */
void
stp_notices_set_workspace (StpNotices *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_NOTICES (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_object_bind_property (stp_workspace_get_diary (workspace), "read-only", self->read_only,
                          "revealed", G_BINDING_SYNC_CREATE);
}
