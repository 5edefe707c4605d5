// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-done-group.h"

struct _StpDoneGroup
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (StpDoneGroup, stp_done_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_done_group_class_init (StpDoneGroupClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               RESOURCE_PATH "/session/stp-done-group.ui");
}

static void
stp_done_group_init (StpDoneGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
