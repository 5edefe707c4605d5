// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-tonight-button.h"

#include <glib/gi18n.h>

#include "library/stp-tonight-text.h"

struct _StpTonightButton
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */

  GtkAccessible *button;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (StpTonightButton, stp_tonight_button, ADW_TYPE_BIN)

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (StpTonightButton *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
refresh_cb (StpTonightButton *self)
{
  StpTimeline *timeline = stp_workspace_get_timeline (self->workspace);
  g_autoptr (StpTonight) tonight = stp_tonight_new (timeline, stp_tonight_get_day (timeline));
  g_autofree char *text = stp_tonight_text_summarise (tonight);

  /* As a list, which every language reads in parts. */
  g_autofree char *name = g_strjoin (", ", _ ("Tonight"), text, NULL);

  gtk_label_set_label (self->summary, text);
  gtk_accessible_update_property (self->button, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
stp_tonight_button_dispose (GObject *object)
{
  g_clear_object (&STP_TONIGHT_BUTTON (object)->workspace);

  G_OBJECT_CLASS (stp_tonight_button_parent_class)->dispose (object);
}

static void
stp_tonight_button_class_init (StpTonightButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_tonight_button_dispose;

  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", STP_TYPE_TONIGHT_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-tonight-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StpTonightButton, button);
  gtk_widget_class_bind_template_child (widget_class, StpTonightButton, summary);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
stp_tonight_button_init (StpTonightButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_tonight_button_set_workspace:
 * @workspace: whose shelf; to be called once
 */
void
stp_tonight_button_set_workspace (StpTonightButton *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_TONIGHT_BUTTON (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  refresh_cb (self);
}
