// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-view.h"

#include "session/stp-no-go-box.h"
#include "session/stp-offer-group.h"
#include "session/stp-pass-box.h"
#include "session/stp-session-photo.h"
#include "session/stp-step-screens.h"
#include "session/stp-step-timer.h"
#include "session/stp-step-words.h"
#include "shared/stp-sources-button.h"
#include "shared/stp-wrap.h"

struct _StpStepView
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) */
  guint index;

  GtkLabel *title_label;
  GtkLabel *place_label;
  GtkLabel *text_label;
  AdwBin *sources_bin;
  GtkLabel *alert_label;
  GtkLabel *note_label;
  StpNoGoBox *no_go_box;
  GtkWidget *running_box;
  StpPassBox *pass_box;
  StpStepTimer *timer;
  GtkLabel *until_label;
  GtkWidget *strength_box;
  AdwToggleGroup *strength_group;
  GtkLabel *strength_label;
  GtkButton *begin_button;
  GtkLabel *rating_label;
  AdwToggleGroup *rating_group;
  GtkLabel *head_label;
  StpOfferGroup *offers_group;
  StpPhotoGroup *photo_group;
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

/* What the three answers stand for, in per mille of lidocaine; 0 = not known. The engine judges. */
static const int strengths[] = { 40, 100, 0 };

static StpProcedure *
get_procedure (StpStepView *self)
{
  return stp_workspace_get_procedure (self->workspace);
}

static void
on_begin_clicked_cb (StpStepView *self)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0);
}

static void
on_pass_changed_cb (StpStepView *self)
{
  g_autofree char *detail = stp_pass_box_dup_detail (self->pass_box);
  g_autoptr (GError) error = NULL;

  if (!stp_procedure_note_detail (get_procedure (self), detail, &error))
    stp_workspace_report (self->workspace, error);
}

static void
on_strength_changed_cb (StpStepView *self)
{
  int permille;
  const char *objection;

  if (!self->workspace || !stp_step_view_get_strength (self, &permille))
    return;

  objection = stp_procedure_get_numbing_objection (get_procedure (self), permille);
  gtk_label_set_label (self->strength_label, objection ?: "");
  gtk_widget_set_visible (GTK_WIDGET (self->strength_label), objection != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->begin_button), objection == NULL);
}

static void
stp_step_view_dispose (GObject *object)
{
  StpStepView *self = STP_STEP_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_step_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StpStepView, title_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, place_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, text_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, sources_bin);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, alert_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, note_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, no_go_box);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, running_box);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, pass_box);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, timer);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, until_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, strength_box);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, strength_group);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, strength_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, begin_button);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, rating_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, rating_group);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, head_label);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, offers_group);
  gtk_widget_class_bind_template_child (widget_class, StpStepView, photo_group);
}

static void
stp_step_view_class_init (StpStepViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_step_view_dispose;

  signals[SIGNAL_BEGIN] = g_signal_new ("begin", STP_TYPE_STEP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STP_TYPE_NO_GO_BOX);
  g_type_ensure (STP_TYPE_OFFER_GROUP);
  g_type_ensure (STP_TYPE_PASS_BOX);
  g_type_ensure (STP_TYPE_PHOTO_GROUP);
  g_type_ensure (STP_TYPE_STEP_TIMER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-step-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pass_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_strength_changed_cb);
}

static void
stp_step_view_init (StpStepView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->sources_bin, stp_sources_button_new (NULL));
  stp_wrap_toggles (self->rating_group);
  stp_wrap_toggles (self->strength_group);
  adw_toggle_group_set_active (self->rating_group, GTK_INVALID_LIST_POSITION);
  adw_toggle_group_set_active (self->strength_group, GTK_INVALID_LIST_POSITION);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ?: "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const StpProcedureStep *
find_joined (StpStepView *self, StpStepKind kind)
{
  return stp_step_screens_find_kind (get_procedure (self), self->index, kind);
}

static void
show_text (StpStepView *self, const StpProcedureStep *step)
{
  g_autofree char *text = stp_step_words_dup_text (get_procedure (self), self->index);
  g_autofree char *place = stp_step_words_dup_place (get_procedure (self), self->index);
  g_autofree char *sources = stp_step_words_dup_sources (get_procedure (self), self->index);

  gtk_label_set_label (self->title_label, step->title);
  gtk_label_set_label (self->text_label, text);
  show_label (self->place_label, place);
  stp_sources_button_set (GTK_MENU_BUTTON (adw_bin_get_child (self->sources_bin)), sources);
  /* Said before the first stroke; from then on the line beside Stop keeps saying it. */
  show_label (self->note_label, step->passes > 0 && step->at != STP_TIME_UNSET ? NULL : step->note);
}

/* Needling counts to what the area should take; the rest to what the step asks for. */
static void
show_timer (StpStepView *self, const StpProcedureStep *step, gboolean current)
{
  const gboolean timed = step->minutes > 0 || step->kind == STP_STEP_NEEDLE;
  const gboolean running = timed && current && step->at != STP_TIME_UNSET;
  g_autofree char *until = running ? stp_step_words_dup_until (
                                       step, stp_workspace_get_clock (self->workspace))
                                   : NULL;

  gtk_widget_set_visible (self->running_box, running);
  show_label (self->until_label, until);
  if (running)
    stp_step_timer_start (self->timer, stp_workspace_get_clock (self->workspace), step->at,
                          step->budget > 0 ? step->budget : step->minutes * 60);
}

static void
show_begin (StpStepView *self, const StpProcedureStep *step, gboolean current)
{
  const char *label = current ? stp_step_words_get_begin (get_procedure (self), self->index) : NULL;
  const gboolean asks = label && step->kind == STP_STEP_NUMB;
  int permille;

  gtk_widget_set_visible (self->strength_box, asks);
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), label != NULL);
  if (label)
    gtk_button_set_label (self->begin_button, label);
  if (asks && !stp_step_view_get_strength (self, &permille))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->begin_button), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->strength_label), FALSE);
    }
}

static void
show_rating (StpStepView *self, const StpProcedureStep *step, gboolean current)
{
  const StpProcedureStep *rate = current ? find_joined (self, STP_STEP_RATE) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rating_group), rate != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->photo_group), rate != NULL);
  if (rate)
    stp_session_photo_show (self->photo_group, self->workspace);
  show_label (self->rating_label, rate && rate != step ? rate->title : NULL);
}

static void
show_head (StpStepView *self, const StpProcedureStep *step)
{
  g_autofree char *use = step->kind == STP_STEP_DISINFECT_AFTER
                           ? stp_procedure_dup_head_use (get_procedure (self))
                           : NULL;

  show_label (self->head_label, use);
}

static void
show_passes (StpStepView *self, const StpProcedureStep *step)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pass_box), step->passes > 0);
  if (step->passes > 0)
    stp_pass_box_show (self->pass_box, step->passes, step->strokes, step->detail);
}

static void
show_no_go (StpStepView *self, const StpProcedureStep *step, gboolean current)
{
  gtk_widget_set_visible (GTK_WIDGET (self->no_go_box), FALSE);
  if (current && step->kind == STP_STEP_INSPECT)
    stp_no_go_box_show (self->no_go_box, self->workspace);
}

/**
 * stp_step_view_refresh:
 * @current: whether this is the step to do next; others are only looked back at
 *
 * Shows the step, and what belongs to it, as the procedure has it now.
 */
void
stp_step_view_refresh (StpStepView *self, gboolean current)
{
  const StpProcedureStep *step;

  g_return_if_fail (STP_IS_STEP_VIEW (self));

  step = stp_procedure_get_step (get_procedure (self), self->index);
  if (!step)
    return;

  show_text (self, step);
  show_label (self->alert_label, current ? stp_procedure_get_alert (get_procedure (self)) : NULL);
  show_no_go (self, step, current);
  show_passes (self, step);
  show_timer (self, step, current);
  show_begin (self, step, current);
  show_rating (self, step, current);
  show_head (self, step);
  stp_offer_group_show (self->offers_group, self->workspace,
                        find_joined (self, STP_STEP_CARE) ? STP_STEP_CARE : step->kind);
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
 * stp_step_view_get_strength:
 * @permille: (out): of lidocaine, 0 = not known
 *
 * Returns: whether it was said how strong the numbing cream is
 */
gboolean
stp_step_view_get_strength (StpStepView *self, int *permille)
{
  const guint active = adw_toggle_group_get_active (self->strength_group);

  if (active >= G_N_ELEMENTS (strengths))
    return FALSE;

  *permille = strengths[active];
  return TRUE;
}

/**
 * stp_step_view_dup_care:
 *
 * Returns: (transfer full): ids of the products that were chosen for the first care
 */
char **
stp_step_view_dup_care (StpStepView *self)
{
  return stp_offer_group_dup_chosen (self->offers_group);
}

/**
 * stp_step_view_new:
 * @index: of the first step of the procedure that is shown
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
stp_step_view_new (StpWorkspace *workspace, guint index)
{
  StpStepView *self = g_object_new (STP_TYPE_STEP_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->index = index;
  stp_session_photo_setup (self->photo_group, workspace);

  return GTK_WIDGET (self);
}
