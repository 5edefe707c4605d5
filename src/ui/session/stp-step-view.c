// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-view.h"

#include <glib/gi18n.h>

#include "session/stp-line-group.h"
#include "session/stp-session-text.h"
#include "session/stp-step-timer.h"
#include "shared/stp-when.h"

struct _StpStepView
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) */
  guint index;

  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *note_label;
  GtkWidget *strokes_box;
  StpStepTimer *timer;
  GtkLabel *until_label;
  GtkButton *begin_button;
  AdwToggleGroup *rating_group;
  StpLineGroup *offers_group;
};

G_DEFINE_FINAL_TYPE (StpStepView, stp_step_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_BEGIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The middle of the three toggles is "the same". */
#define RATING_SAME 1

static void
on_begin_clicked_cb (StpStepView *self)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0);
}

static void
stp_step_view_dispose (GObject *object)
{
  StpStepView *self = STP_STEP_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_step_view_parent_class)->dispose (object);
}

static void
stp_step_view_class_init (StpStepViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_step_view_dispose;

  signals[SIGNAL_BEGIN] = g_signal_new ("begin", STP_TYPE_STEP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STP_TYPE_LINE_GROUP);
  g_type_ensure (STP_TYPE_STEP_TIMER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-step-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StpStepView, title_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, text_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, note_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, strokes_box);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, timer);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, until_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, begin_button);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, rating_group);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, offers_group);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
}

static void
stp_step_view_init (StpStepView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active (self->rating_group, GTK_INVALID_LIST_POSITION);
}

static StpLine *
create_offer_line (StpStepView *self, const StpOffer *offer)
{
  g_autofree char *name = stp_session_text_dup_product (stp_workspace_get_diary (self->workspace),
                                                        offer->product);

  return stp_line_new (offer->allowed ? "object-select-symbolic" : "action-unavailable-symbolic",
                       name, offer->allowed ? _ ("May be used for this step") : offer->text);
}

static void
show_offers (StpStepView *self, StpStepKind kind)
{
  StpProcedure *procedure = stp_workspace_get_procedure (self->workspace);
  g_autoptr (GPtrArray) offers = stp_procedure_list_products (procedure, kind);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < offers->len; i++)
    g_ptr_array_add (lines, create_offer_line (self, offers->pdata[i]));
  stp_line_group_show (self->offers_group, lines);
}

static char *
describe_until (StpStepView *self, const StpProcedureStep *step)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
  g_autofree char *at = stp_when_format_time (step->at + step->minutes * STP_MINUTE, zone);
  g_autofree char *latest = stp_when_format_time (step->at + step->max_minutes * STP_MINUTE, zone);

  if (step->max_minutes > 0)
    /* Translators: two times of day: when a timed step should end, and when it must */
    return g_strdup_printf (_ ("Until %1$s, at the latest %2$s"), at, latest);

  /* Translators: the time of day at which a timed step ends */
  return g_strdup_printf (_ ("Until %s"), at);
}

/* Needling counts its time; the rest counts to what the step asks for. */
static void
show_timer (StpStepView *self, const StpProcedureStep *step, gboolean current)
{
  const gboolean timed = step->minutes > 0 || step->kind == STP_STEP_NEEDLE;
  const gboolean running = timed && current && step->at != STP_TIME_UNSET;
  const gboolean offers_begin = step->minutes > 0 && current && !running;

  gtk_widget_set_visible (GTK_WIDGET (self->timer), running);
  gtk_widget_set_visible (GTK_WIDGET (self->until_label), running && step->minutes > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), offers_begin);
  gtk_button_set_label (self->begin_button, step->kind == STP_STEP_NUMB ? _ ("_Use Numbing Cream")
                                                                        : _ ("Start _Timer"));
  if (running)
    {
      g_autofree char *until = describe_until (self, step);

      stp_step_timer_start (self->timer, stp_workspace_get_clock (self->workspace), step->at,
                            step->minutes);
      gtk_label_set_label (self->until_label, until);
    }
}

/**
 * stp_step_view_refresh:
 * @current: whether this is the step to do next; others are only looked back at
 *
 * Shows the step as the procedure has it now.
 */
void
stp_step_view_refresh (StpStepView *self, gboolean current)
{
  const StpProcedureStep *step;

  g_return_if_fail (STP_IS_STEP_VIEW (self));

  step = stp_procedure_get_step (stp_workspace_get_procedure (self->workspace), self->index);
  if (!step)
    return;

  gtk_label_set_label (self->title_label, step->title);
  gtk_label_set_label (self->text_label, step->text);
  gtk_label_set_label (self->note_label, step->note ?: "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), step->note != NULL);
  gtk_widget_set_visible (self->strokes_box,
                          step->kind == STP_STEP_NEEDLE && current && step->at != STP_TIME_UNSET);
  gtk_widget_set_visible (GTK_WIDGET (self->rating_group), step->kind == STP_STEP_RATE && current);
  show_timer (self, step, current);
  show_offers (self, step->kind);
}

/**
 * stp_step_view_get_rating:
 * @value: (out): -1, 0 or 1
 *
 * Returns: whether one was chosen
 */
gboolean
stp_step_view_get_rating (StpStepView *self, int *value)
{
  const guint active = adw_toggle_group_get_active (self->rating_group);

  if (active == GTK_INVALID_LIST_POSITION)
    return FALSE;

  *value = (int) active - RATING_SAME;
  return TRUE;
}

/**
 * stp_step_view_new:
 * @index: which step of the procedure
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
stp_step_view_new (StpWorkspace *workspace, guint index)
{
  StpStepView *self = g_object_new (STP_TYPE_STEP_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->index = index;

  return GTK_WIDGET (self);
}
