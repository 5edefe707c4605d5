// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-gate-section.h"

#include "session/stp-gate-row.h"

struct _StpGateSection
{
  AdwPreferencesGroup parent_instance;

  GListModel *items; /* (owned) (nullable) */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StpGateSection, stp_gate_section, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_gate_section_dispose (GObject *object)
{
  StpGateSection *self = STP_GATE_SECTION (object);

  g_clear_object (&self->items);

  G_OBJECT_CLASS (stp_gate_section_parent_class)->dispose (object);
}

static void
stp_gate_section_class_init (StpGateSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_gate_section_dispose;
}

static void
name_list_cb (StpGateSection *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)),
                                  -1);
}

static void
stp_gate_section_init (StpGateSection *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_list_cb), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
is_of_kind (gpointer item, gpointer user_data)
{
  return stp_gate_item_get_kind (item) == (StpGateItemKind) GPOINTER_TO_INT (user_data);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return stp_gate_row_new (STP_GATE_FORM (user_data), STP_GATE_ITEM (item));
}

static void
update_visible (StpGateSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), stp_gate_section_get_n_items (self) > 0);
}

/**
 * stp_gate_section_bind:
 * @kind: which lines of @form to show
 *
 * Shows lines of @form from now on.
 */
void
stp_gate_section_bind (StpGateSection *self, StpGateForm *form, StpGateItemKind kind)
{
  GtkFilter *filter;

  g_return_if_fail (STP_IS_GATE_SECTION (self));
  g_return_if_fail (STP_IS_GATE_FORM (form));

  filter = GTK_FILTER (gtk_custom_filter_new (is_of_kind, GINT_TO_POINTER (kind), NULL));
  g_clear_object (&self->items);
  self->items = G_LIST_MODEL (
    gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (form)), filter));
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (update_visible), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, self->items, create_row, g_object_ref (form),
                           g_object_unref);
  update_visible (self);
}

/**
 * stp_gate_section_get_n_items:
 *
 * Returns: how many lines there are
 */
guint
stp_gate_section_get_n_items (StpGateSection *self)
{
  g_return_val_if_fail (STP_IS_GATE_SECTION (self), 0);

  return self->items ? g_list_model_get_n_items (self->items) : 0;
}

/**
 * stp_gate_section_get_n_open:
 *
 * Returns: how many of them are not met yet
 */
guint
stp_gate_section_get_n_open (StpGateSection *self)
{
  guint n_open = 0;

  for (guint i = 0; i < stp_gate_section_get_n_items (self); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (self->items, i);

      n_open += stp_gate_item_get_met (item) ? 0 : 1;
    }

  return n_open;
}
