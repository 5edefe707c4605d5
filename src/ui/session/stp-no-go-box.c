// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-no-go-box.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "shared/stp-names.h"

struct _StpNoGoBox
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) */
  AdwWrapBox *wrap_box;
  GtkWidget *buttons[STP_AREA_OTHER + 1];
  guint64 areas;
  gboolean showing; /* what is ticked now comes from the diary */
};

G_DEFINE_FINAL_TYPE (StpNoGoBox, stp_no_go_box, ADW_TYPE_BIN)

static StpProcedure *
get_procedure (StpNoGoBox *self)
{
  return stp_workspace_get_procedure (self->workspace);
}

static void
show_ticks (StpNoGoBox *self)
{
  StpSession *session = stp_procedure_get_session (get_procedure (self));
  const guint64 no_go = session ? stp_areas_expand (session->no_go) : 0;

  self->showing = TRUE;
  for (guint area = 0; area <= STP_AREA_OTHER; area++)
    if (self->buttons[area])
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[area]),
                                    (no_go & STP_BIT (area)) != 0);
  self->showing = FALSE;
}

static void
toggled_cb (StpNoGoBox *self)
{
  g_autoptr (GError) error = NULL;
  guint64 no_go = 0;

  if (self->showing)
    return;
  for (guint area = 0; area <= STP_AREA_OTHER; area++)
    if (self->buttons[area] &&
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[area])))
      no_go |= STP_BIT (area);
  if (!stp_procedure_set_no_go (get_procedure (self), no_go, &error))
    {
      stp_workspace_report (self->workspace, error);
      show_ticks (self);
    }
}

static void
add_button (StpNoGoBox *self, StpArea area)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (stp_names_get_area (area));

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "stp-no-go");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->wrap_box, button);
  self->buttons[area] = button;
}

static void
make_buttons (StpNoGoBox *self, guint64 areas)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->wrap_box))))
    adw_wrap_box_remove (self->wrap_box, child);
  memset (self->buttons, 0, sizeof self->buttons);
  self->areas = areas;
  for (guint area = 0; area <= STP_AREA_OTHER; area++)
    if (areas & STP_BIT (area))
      add_button (self, area);
}

static void
stp_no_go_box_dispose (GObject *object)
{
  g_clear_object (&STP_NO_GO_BOX (object)->workspace);

  G_OBJECT_CLASS (stp_no_go_box_parent_class)->dispose (object);
}

static void
stp_no_go_box_class_init (StpNoGoBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_no_go_box_dispose;
}

static void
stp_no_go_box_init (StpNoGoBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Leave Out Today"));
  GtkWidget *wrap_box = g_object_new (ADW_TYPE_WRAP_BOX, "align", 0.5f, "child-spacing", 6,
                                      "line-spacing", 6, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->wrap_box = ADW_WRAP_BOX (wrap_box);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (wrap_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Leave Out Today"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), wrap_box);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * stp_no_go_box_show:
 *
 * Shows the areas of the session in progress. One area alone cannot be left out, nor can the one
 * spot of a patch test.
 */
void
stp_no_go_box_show (StpNoGoBox *self, StpWorkspace *workspace)
{
  guint64 areas;

  g_return_if_fail (STP_IS_NO_GO_BOX (self));

  g_set_object (&self->workspace, workspace);
  areas = stp_procedure_get_areas (get_procedure (self));
  gtk_widget_set_visible (GTK_WIDGET (self), (areas & (areas - 1)) != 0);
  if (areas != self->areas)
    make_buttons (self, areas);
  show_ticks (self);
}
