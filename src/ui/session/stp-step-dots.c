// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-dots.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StpStepDots
{
  GtkWidget parent_instance;

  guint n_steps;
};

G_DEFINE_FINAL_TYPE (StpStepDots, stp_step_dots, GTK_TYPE_WIDGET)

static void
remove_dots (StpStepDots *self)
{
  GtkWidget *dot;

  while ((dot = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (dot);
}

static void
stp_step_dots_dispose (GObject *object)
{
  remove_dots (STP_STEP_DOTS (object));

  G_OBJECT_CLASS (stp_step_dots_parent_class)->dispose (object);
}

static void
stp_step_dots_class_init (StpStepDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_step_dots_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stp-dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
stp_step_dots_init (StpStepDots *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
}

static GtkWidget *
create_dot (void)
{
  GtkWidget *dot = adw_bin_new ();

  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);

  return dot;
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * stp_step_dots_show:
 * @n_steps: how many steps there are
 * @n_done: how many of them are done
 * @shown: index of the step that is on screen
 */
void
stp_step_dots_show (StpStepDots *self, guint n_steps, guint n_done, guint shown)
{
  GtkWidget *dot;
  guint i = 0;
  g_autofree char *text = NULL;

  g_return_if_fail (STP_IS_STEP_DOTS (self));

  if (self->n_steps != n_steps)
    {
      remove_dots (self);
      for (guint n = 0; n < n_steps; n++)
        gtk_widget_set_parent (create_dot (), GTK_WIDGET (self));
      self->n_steps = n_steps;
    }

  for (dot = gtk_widget_get_first_child (GTK_WIDGET (self)); dot;
       dot = gtk_widget_get_next_sibling (dot), i++)
    {
      set_class (dot, "done", i < n_done);
      set_class (dot, "shown", i == shown);
    }

  text = g_strdup_printf (_ ("Step %1$u of %2$u"), shown + 1, n_steps);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
    0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) n_steps, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
    (double) shown + 1, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}
