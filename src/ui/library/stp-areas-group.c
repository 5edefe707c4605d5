// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-areas-group.h"

#include "shared/stp-names.h"

/* Where something that is not for the face alone may go. */
static const StpArea body_areas[] = {
  STP_AREA_FACE, STP_AREA_NECK, STP_AREA_CHEST, STP_AREA_SCALP, STP_AREA_HANDS,
  STP_AREA_ARMS, STP_AREA_LEGS, STP_AREA_BACK,  STP_AREA_BELLY,
};

struct _StpAreasGroup
{
  AdwPreferencesGroup parent_instance;

  AdwWrapBox *box;
  GtkToggleButton *buttons[G_N_ELEMENTS (body_areas)];
};

G_DEFINE_FINAL_TYPE (StpAreasGroup, stp_areas_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (StpAreasGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stp_areas_group_class_init (StpAreasGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", STP_TYPE_AREAS_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-areas-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpAreasGroup, box);
}

static void
stp_areas_group_init (StpAreasGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (body_areas); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (stp_names_get_area (body_areas[i]));

      gtk_widget_add_css_class (button, "stp-chip");
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->box, button);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

/**
 * stp_areas_group_get_areas:
 *
 * Returns: set of [enum@StpArea]; empty until one is chosen
 */
guint64
stp_areas_group_get_areas (StpAreasGroup *self)
{
  guint64 areas = 0;

  g_return_val_if_fail (STP_IS_AREAS_GROUP (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (body_areas); i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      areas |= STP_BIT (body_areas[i]);
  return areas;
}

void
stp_areas_group_set_areas (StpAreasGroup *self, guint64 areas)
{
  g_return_if_fail (STP_IS_AREAS_GROUP (self));

  for (guint i = 0; i < G_N_ELEMENTS (body_areas); i++)
    gtk_toggle_button_set_active (self->buttons[i], (areas & STP_BIT (body_areas[i])) != 0);
}
