// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-gate-answers.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "shared/stp-wrap.h"

#define MAX_SIDE_BY_SIDE 3

struct _StpGateAnswers
{
  GtkWidget parent_instance;

  StpGateForm *form; /* (owned) */
  StpGateItem *item; /* (owned) */
  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (StpGateAnswers, stp_gate_answers, GTK_TYPE_WIDGET)

static guint
find_chosen (StpGateItem *item)
{
  const StpAnswer answer = stp_gate_item_get_answer (item);

  for (guint i = 0; answer != 0 && i < stp_gate_item_get_n_choices (item); i++)
    if (stp_gate_item_get_choice (item, i, NULL) == answer)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
fits_side_by_side (StpGateItem *item)
{
  const guint n = stp_gate_item_get_n_choices (item);
  glong n_chars = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *label = NULL;

      stp_gate_item_get_choice (item, i, &label);
      n_chars += g_utf8_strlen (label, -1);
    }

  return n <= MAX_SIDE_BY_SIDE && n_chars <= STP_MAX_CHARS_SIDE_BY_SIDE;
}

static void
choose (StpGateAnswers *self, guint index)
{
  if (index >= stp_gate_item_get_n_choices (self->item) || index == find_chosen (self->item))
    return;

  stp_gate_form_answer (self->form, self->item, stp_gate_item_get_choice (self->item, index, NULL));
}

static void
on_toggle_chosen_cb (StpGateAnswers *self)
{
  choose (self, adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->child)));
}

/* The first line of the drop-down is "Choose…": an open question looks open. */
static void
on_line_chosen_cb (StpGateAnswers *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->child));

  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    choose (self, selected - 1);
}

static void
show_answer (StpGateAnswers *self)
{
  const guint chosen = find_chosen (self->item);

  if (ADW_IS_TOGGLE_GROUP (self->child))
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (self->child), chosen);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->child),
                                chosen == GTK_INVALID_LIST_POSITION ? 0 : chosen + 1);
}

static GtkWidget *
create_toggles (StpGateItem *item)
{
  GtkWidget *group = adw_toggle_group_new ();

  for (guint i = 0; i < stp_gate_item_get_n_choices (item); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      const char *label = NULL;

      stp_gate_item_get_choice (item, i, &label);
      adw_toggle_set_label (toggle, label);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }

  return group;
}

static GtkWidget *
create_drop_down (StpGateItem *item)
{
  GtkStringList *lines = gtk_string_list_new (NULL);

  gtk_string_list_append (lines, _ ("Choose…"));
  for (guint i = 0; i < stp_gate_item_get_n_choices (item); i++)
    {
      const char *label = NULL;

      stp_gate_item_get_choice (item, i, &label);
      gtk_string_list_append (lines, label);
    }

  return gtk_drop_down_new (G_LIST_MODEL (lines), NULL);
}

static void
stp_gate_answers_dispose (GObject *object)
{
  StpGateAnswers *self = STP_GATE_ANSWERS (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (stp_gate_answers_parent_class)->dispose (object);
}

static void
stp_gate_answers_class_init (StpGateAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_gate_answers_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
stp_gate_answers_init (StpGateAnswers *self)
{
}

/**
 * stp_gate_answers_new:
 *
 * Returns: (transfer floating): the choices of @item, which answer to @form
 */
GtkWidget *
stp_gate_answers_new (StpGateForm *form, StpGateItem *item)
{
  StpGateAnswers *self = g_object_new (STP_TYPE_GATE_ANSWERS, NULL);
  const gboolean side_by_side = fits_side_by_side (item);

  self->form = g_object_ref (form);
  self->item = g_object_ref (item);
  self->child = side_by_side ? create_toggles (item) : create_drop_down (item);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stp_gate_item_get_title (item), -1);
  show_answer (self);

  g_signal_connect_object (self->child, side_by_side ? "notify::active" : "notify::selected",
                           side_by_side ? G_CALLBACK (on_toggle_chosen_cb)
                                        : G_CALLBACK (on_line_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::answer", G_CALLBACK (show_answer), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
