// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-steps-page.h"

#include <glib/gi18n.h>

#include "session/stp-step-dots.h"
#include "session/stp-step-next.h"
#include "session/stp-step-screens.h"
#include "session/stp-step-view.h"
#include "session/stp-stop-dialog.h"

struct _StpStepsPage
{
  StpSessionPage parent_instance;

  guint shown;       /* index of the first step on screen */
  gboolean entered;  /* whether `shown` says anything yet */
  gboolean saving;   /* what was done is on its way to the disk */
  gboolean key_down; /* a held key does a thing once */
  const char *alert; /* (nullable): what was said last of what cannot wait */

  StpStepDots *dots;
  GtkStack *stack;
  GtkButton *stop_button;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (StpStepsPage, stp_steps_page, STP_TYPE_SESSION_PAGE)

static StpWorkspace *
get_workspace (StpStepsPage *self)
{
  return stp_session_page_get_workspace (STP_SESSION_PAGE (self));
}

static StpProcedure *
get_procedure (StpStepsPage *self)
{
  return stp_workspace_get_procedure (get_workspace (self));
}

static StpStepView *
get_view (StpStepsPage *self)
{
  return STP_STEP_VIEW (gtk_stack_get_visible_child (self->stack));
}

static const StpProcedureStep *
get_shown_step (StpStepsPage *self)
{
  return stp_procedure_get_step (get_procedure (self), self->shown);
}

/* The screen of the step to do next. */
static guint
get_current (StpStepsPage *self)
{
  StpProcedure *procedure = get_procedure (self);

  return stp_step_screens_find (procedure, stp_procedure_get_current (procedure));
}

static gboolean
is_current (StpStepsPage *self)
{
  return self->shown == get_current (self);
}

static const char *
get_next_label (StpStepsPage *self)
{
  return is_current (self) ? stp_step_next_get_label (get_workspace (self), get_view (self))
                           : _ ("_Next");
}

static void
update_bar (StpStepsPage *self)
{
  StpProcedure *procedure = get_procedure (self);
  GtkWidget *widget = GTK_WIDGET (self);

  stp_step_dots_show (
    self->dots, stp_step_screens_count_before (procedure, stp_procedure_get_n_steps (procedure)),
    stp_step_screens_count_before (procedure, get_current (self)),
    stp_step_screens_count_before (procedure, self->shown));
  gtk_button_set_label (self->next_button, get_next_label (self));
  gtk_button_set_label (self->stop_button,
                        stp_procedure_is_needling (procedure) ? _ ("_Stop") : _ ("_Stop…"));
  gtk_widget_action_set_enabled (widget, "steps.next", !self->saving);
  gtk_widget_action_set_enabled (widget, "steps.back", self->shown > 0 && !self->saving);
}

static GtkStackTransitionType
get_transition (StpStepsPage *self, gboolean forward)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return forward == mirrored ? GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT
                             : GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT;
}

static void do_and_save (StpStepsPage *self, gboolean (*act) (StpStepsPage *, GError **));

static gboolean
act_begin (StpStepsPage *self, GError **error)
{
  return stp_step_next_begin (get_workspace (self), get_view (self), error);
}

static void
begin_step (StpStepsPage *self)
{
  if (is_current (self))
    do_and_save (self, act_begin);
}

/* Which steps follow can change (numbing or not): a view belongs to what stands at its place. */
static char *
name_of_view (guint index, const StpProcedureStep *step)
{
  return g_strdup_printf ("%u-%d-%d", index, step->kind, step->area);
}

/* The focus stays on Next, so the new step has to be said. */
static void
announce (StpStepsPage *self, const StpProcedureStep *step)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), step->title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), step->text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_step (StpStepsPage *self, guint index)
{
  const StpProcedureStep *step = stp_procedure_get_step (get_procedure (self), index);
  const gboolean first = !self->entered;
  const gboolean forward = index > self->shown;
  const gboolean moved = index != self->shown;
  g_autofree char *name = NULL;

  if (!step)
    return;

  name = name_of_view (index, step);
  if (!gtk_stack_get_child_by_name (self->stack, name))
    {
      GtkWidget *view = stp_step_view_new (get_workspace (self), index);

      g_signal_connect_object (view, "begin", G_CALLBACK (begin_step), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, view, name);
    }

  self->shown = index;
  self->entered = TRUE;
  gtk_stack_set_visible_child_full (
    self->stack, name, first ? GTK_STACK_TRANSITION_TYPE_NONE : get_transition (self, forward));
  stp_step_view_refresh (get_view (self), is_current (self));
  update_bar (self);
  if (moved && !first)
    announce (self, step);
}

static void
go_on (StpStepsPage *self)
{
  show_step (
    self, MIN (stp_step_screens_get_next (get_procedure (self), self->shown), get_current (self)));
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* A step that was only begun stays on screen; after the last one the pane goes on. */
static void
show_saved (StpStepsPage *self)
{
  if (stp_procedure_get_n_steps (get_procedure (self)) == 0)
    return;
  if (is_current (self))
    show_step (self, self->shown);
  else
    go_on (self);
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpStepsPage) self = STP_STEPS_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  /* It stays in memory and on screen; Next tries the disk again. */
  if (!stp_store_flush_finish (STP_STORE (source), result, &error))
    stp_workspace_report (get_workspace (self), error);
  else
    show_saved (self);
}

static void
save (StpStepsPage *self)
{
  StpStore *store = stp_workspace_get_store (get_workspace (self));

  if (store)
    {
      stp_store_flush_async (store, NULL, on_flushed_cb, g_object_ref (self));
      return;
    }

  self->saving = FALSE;
  show_saved (self);
}

static void
do_and_save (StpStepsPage *self, gboolean (*act) (StpStepsPage *, GError **))
{
  /* The last step ends the phase, and the pane puts this page away. */
  g_autoptr (StpStepsPage) held =
    g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (self->saving)
    return;

  self->saving = TRUE;
  if (act && !act (self, &error))
    {
      self->saving = FALSE;
      stp_workspace_report (get_workspace (self), error);
      return;
    }
  save (self);
}

static gboolean
act_next (StpStepsPage *self, GError **error)
{
  return stp_step_next_do (get_workspace (self), get_view (self), error);
}

static void
next_step (GtkWidget *widget, const char *name, GVariant *target)
{
  StpStepsPage *self = STP_STEPS_PAGE (widget);

  if (get_shown_step (self))
    do_and_save (self, is_current (self) ? act_next : NULL);
}

static void
look_back (GtkWidget *widget, const char *name, GVariant *target)
{
  StpStepsPage *self = STP_STEPS_PAGE (widget);

  if (self->shown == 0 || self->saving)
    return;

  show_step (self, stp_step_screens_find (get_procedure (self), self->shown - 1));
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
stop_session (GtkWidget *widget, const char *name, GVariant *target)
{
  stp_stop_dialog_stop (get_workspace (STP_STEPS_PAGE (widget)), widget);
}

static gboolean
means_next (guint keyval)
{
  return keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_Return ||
         keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

/* GTK would press the button again for every repeat of a held key. */
static gboolean
on_key_pressed_cb (StpStepsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (!means_next (keyval) || !gtk_widget_is_focus (GTK_WIDGET (self->next_button)))
    return GDK_EVENT_PROPAGATE;

  if (!self->key_down)
    gtk_widget_activate_action (GTK_WIDGET (self), "steps.next", NULL);
  self->key_down = TRUE;

  return GDK_EVENT_STOP;
}

static void
on_key_released_cb (StpStepsPage *self)
{
  self->key_down = FALSE;
}

/* Whoever looked back, or does not look at all, has to hear it too. */
static void
follow_alert (StpStepsPage *self)
{
  const char *alert = stp_procedure_get_alert (get_procedure (self));

  if (alert == self->alert)
    return;

  self->alert = alert;
  if (!alert)
    return;

  self->shown = get_current (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), alert, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
stp_steps_page_refresh (StpSessionPage *page)
{
  StpStepsPage *self = STP_STEPS_PAGE (page);

  if (self->saving || stp_procedure_get_n_steps (get_procedure (self)) == 0)
    return;

  follow_alert (self);
  show_step (self, self->entered ? self->shown : get_current (self));
}

/* What was said before the session is of no use in it. */
static void
dismiss_toasts (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay)
    adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (overlay));
}

static void
stp_steps_page_map (GtkWidget *widget)
{
  StpStepsPage *self = STP_STEPS_PAGE (widget);

  GTK_WIDGET_CLASS (stp_steps_page_parent_class)->map (widget);

  dismiss_toasts (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "steps.next", NULL, next_step);
  gtk_widget_class_install_action (widget_class, "steps.back", NULL, look_back);
  gtk_widget_class_install_action (widget_class, "steps.stop", NULL, stop_session);
}

static void
stp_steps_page_class_init (StpStepsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_steps_page_refresh;
  widget_class->map = stp_steps_page_map;

  g_type_ensure (STP_TYPE_STEP_DOTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-steps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpStepsPage, dots);
  gtk_widget_class_bind_template_child (widget_class, StpStepsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StpStepsPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, StpStepsPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_released_cb);
  install_actions (widget_class);
}

static void
stp_steps_page_init (StpStepsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_steps_page_get_shown:
 *
 * Returns: the index of the first step on screen
 */
guint
stp_steps_page_get_shown (StpStepsPage *self)
{
  g_return_val_if_fail (STP_IS_STEPS_PAGE (self), 0);

  return self->shown;
}
