// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-gate-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rules/stp-sources.h"
#include "session/stp-gate-answers.h"
#include "shared/stp-sources-button.h"

struct _StpGateRow
{
  GtkListBoxRow parent_instance;

  StpGateForm *form; /* (owned) */
  StpGateItem *item; /* (owned) */

  GtkImage *mark;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *acknowledge_button;
  GtkButton *form_button;
  GtkWidget *review_button;
  AdwBin *answers_bin;
  AdwBin *sources_bin;
};

G_DEFINE_FINAL_TYPE (StpGateRow, stp_gate_row, GTK_TYPE_LIST_BOX_ROW)

/* What is lifted by filling in a form that this pane has. */
static const struct
{
  const char *id;
  const char *label;
  const char *action;
} forms[] = {
  { "gate.consultation", N_ ("Add _Consultation…"), "session.edit-consultation" },
  { "gate.questionnaire", N_ ("Answer _Questions…"), "session.edit-answers" },
  { "gate.patch", N_ ("Make It a _Patch Test"), "gate.make-patch" },
  { "device", N_ ("Add _Device…"), "session.edit-device" },
};

static void
on_acknowledge_clicked_cb (StpGateRow *self)
{
  stp_gate_form_acknowledge (self->form, self->item);
}

static const char *
get_mark (StpGateItem *item)
{
  if (stp_gate_item_get_met (item))
    return "object-select-symbolic";

  switch (stp_gate_item_get_kind (item))
    {
    case STP_GATE_BLOCK:
      return "action-unavailable-symbolic";
    case STP_GATE_ACKNOWLEDGE:
      return "dialog-warning-symbolic";
    case STP_GATE_ADVICE:
      return "dialog-information-symbolic";
    case STP_GATE_DENIAL:
    case STP_GATE_QUESTION:
    default:
      return "stp-question-symbolic";
    }
}

/* Colour comes second to the shape, and only for what speaks. */
static void
update_mark (StpGateRow *self)
{
  const StpGateItemKind kind = stp_gate_item_get_kind (self->item);
  const gboolean met = stp_gate_item_get_met (self->item);
  const char *classes[] = { "dimmed", NULL };

  if (met)
    classes[0] = "success";
  else if (kind == STP_GATE_BLOCK)
    classes[0] = "error";
  else if (kind == STP_GATE_ACKNOWLEDGE)
    classes[0] = "warning";

  gtk_image_set_from_icon_name (self->mark, get_mark (self->item));
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), classes);
}

static void
offer (StpGateRow *self, const char *label, const char *action, const char *target)
{
  gtk_button_set_label (self->form_button, label);
  if (target)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->form_button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->form_button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->form_button), TRUE);
}

/* A patch test that was not done yet can be done now; one that was is asked about. */
static gboolean
has_form (StpGateItem *item, const char *id)
{
  return g_strcmp0 (stp_gate_item_get_id (item), id) == 0 &&
         (g_strcmp0 (id, "gate.patch") != 0 || !stp_gate_item_get_subject (item));
}

static void
show_form (StpGateRow *self)
{
  const char *clearance = stp_gate_item_get_clearance (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->form_button), FALSE);
  if (stp_gate_item_get_met (self->item))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (has_form (self->item, forms[i].id))
      offer (self, _ (forms[i].label), forms[i].action, NULL);
  if (clearance)
    offer (self, _ ("_Doctor’s Word…"), "session.edit-clearance", clearance);
}

/* What was answered can be answered otherwise: now, or because it is over. */
static gboolean
can_review (StpGateItem *item)
{
  if (stp_gate_item_get_kind (item) == STP_GATE_BLOCK)
    return stp_gate_item_is_answer (item);
  return g_strcmp0 (stp_gate_item_get_id (item), "gate.short") == 0 &&
         stp_gate_item_get_answer (item) == STP_ANSWER_YES;
}

static void
update (StpGateRow *self)
{
  const char *title = stp_gate_item_get_title (self->item);
  const char *detail = stp_gate_item_get_detail (self->item);

  update_mark (self);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->detail_label, detail ?: "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail && *detail);
  gtk_widget_set_visible (self->acknowledge_button,
                          stp_gate_item_get_kind (self->item) == STP_GATE_ACKNOWLEDGE &&
                            !stp_gate_item_get_met (self->item));
  show_form (self);
  gtk_widget_set_visible (self->review_button, can_review (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
stp_gate_row_dispose (GObject *object)
{
  StpGateRow *self = STP_GATE_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (stp_gate_row_parent_class)->dispose (object);
}

static void
stp_gate_row_class_init (StpGateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_gate_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-gate-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, mark);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, acknowledge_button);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, form_button);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, review_button);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, answers_bin);
  gtk_widget_class_bind_template_child (widget_class, StpGateRow, sources_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_acknowledge_clicked_cb);
}

static void
stp_gate_row_init (StpGateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_sources (StpGateRow *self)
{
  const StpRule *rule = stp_gate_item_get_rule (self->item);
  g_autofree char *text = rule ? stp_sources_explain (rule) : NULL;

  if (text)
    adw_bin_set_child (self->sources_bin, stp_sources_button_new (text));
}

/**
 * stp_gate_row_new:
 *
 * Returns: (transfer floating): a row that shows @item and answers to @form
 */
GtkWidget *
stp_gate_row_new (StpGateForm *form, StpGateItem *item)
{
  StpGateRow *self = g_object_new (STP_TYPE_GATE_ROW, NULL);

  self->form = g_object_ref (form);
  self->item = g_object_ref (item);
  if (stp_gate_item_get_n_choices (item) > 0)
    adw_bin_set_child (self->answers_bin, stp_gate_answers_new (form, item));
  else
    gtk_widget_set_visible (GTK_WIDGET (self->answers_bin), FALSE);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_sources (self);
  update (self);

  return GTK_WIDGET (self);
}
