// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-plan-dialog.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-entry.h"
#include "calendar/stp-plan-preview.h"
#include "calendar/stp-verdict-view.h"
#include "rules/stp-planner.h"
#include "rules/stp-words.h"
#include "shared/stp-moment-group.h"
#include "shared/stp-session-question.h"

struct _StpPlanDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpSession *session;     /* (owned) (nullable): the one that is moved */
  StpPlanPreview *preview;
  GListStore *devices, *pauses; /* of StpDayEntry */
  gint64 earliest, evening;

  StpMomentGroup *moment_group;
  StpVerdictView *verdict_view;
  AdwComboRow *device_row;
  GtkLabel *problem_label;
  GtkListBox *pauses_list;
  GtkWidget *device_group, *device_button, *patch_label, *offers, *pauses_group;
  GtkWidget *accept_button, *earliest_button, *evening_button;
};

G_DEFINE_FINAL_TYPE (StpPlanDialog, stp_plan_dialog, ADW_TYPE_DIALOG)

static StpTimeline *
get_timeline (StpPlanDialog *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static GTimeZone *
get_zone (StpPlanDialog *self)
{
  return stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
}

/* The chosen one of several; nothing where there is no choice. */
static const char *
get_device (StpPlanDialog *self)
{
  StpDayEntry *entry = adw_combo_row_get_selected_item (self->device_row);

  return entry ? stp_record_get_id (stp_day_entry_get_record (entry)) : NULL;
}

static StpQuestion
make_question (StpPlanDialog *self, gint64 start)
{
  if (self->session)
    return stp_session_question_of (get_timeline (self), self->session, start);

  return stp_session_question_new (get_timeline (self), get_device (self), start);
}

static char *
format_moment (StpPlanDialog *self, gint64 moment)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (self->workspace));

  return stp_words_moment (moment, now, get_zone (self));
}

/* A plan is kept to the minute, and must not begin before what is possible. */
static gint64
round_up (gint64 moment)
{
  const gint64 rest = moment % STP_MINUTE;

  return rest == 0 ? moment : moment - rest + STP_MINUTE;
}

static void
show_offer (StpPlanDialog *self, GtkWidget *button, const char *format, gint64 moment)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (button, moment != STP_TIME_UNSET);
  if (moment == STP_TIME_UNSET)
    return;

  words = format_moment (self, moment);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, words);
#pragma GCC diagnostic pop
  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
show_offers (StpPlanDialog *self, const StpQuestion *question, StpVerdict *verdict)
{
  self->earliest = self->evening = STP_TIME_UNSET;
  if (verdict->earliest != STP_TIME_UNSET)
    {
      self->earliest = round_up (verdict->earliest);
      self->evening = stp_planner_find_evening (get_timeline (self), question, self->earliest);
    }
  if (self->evening == self->earliest)
    self->evening = STP_TIME_UNSET;

  show_offer (self, self->earliest_button,
              /* Translators: %s is a moment, as in "Saturday 21:05" */
              self->session ? _ ("Move to Earliest: %s") : _ ("Plan Earliest: %s"), self->earliest);
  show_offer (self, self->evening_button,
              /* Translators: %s is a moment, as in "Saturday 21:00" */
              self->session ? _ ("Move to Next Evening: %s") : _ ("Plan Next Evening: %s"),
              self->evening);
}

static void
show_pauses (StpPlanDialog *self, gint64 start)
{
  g_autoptr (
    GPtrArray) entries = stp_plan_preview_list_pauses (self->preview, get_device (self), start);

  g_list_store_splice (self->pauses, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pauses)),
                       entries->pdata, entries->len);
  gtk_widget_set_visible (self->pauses_group, entries->len > 0);
}

/* A sentence instead of a verdict: there is no device, or the time is over. */
static void
show_problem (StpPlanDialog *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), problem == NULL);
  gtk_widget_set_visible (self->device_button,
                          g_list_model_get_n_items (G_LIST_MODEL (self->devices)) == 0);
  if (problem)
    {
      gtk_widget_set_sensitive (self->accept_button, FALSE);
      gtk_widget_set_visible (self->offers, FALSE);
      gtk_widget_set_visible (self->pauses_group, FALSE);
    }
}

static char *
find_problem (StpPlanDialog *self, StpQuestion *question)
{
  g_autoptr (GError) error = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->devices)) == 0)
    return g_strdup (_ ("Say which device you use first."));
  if (!stp_timeline_resolve_question (get_timeline (self), question, &error))
    return g_strdup (error->message);
  if (question->start < question->now - STP_MINUTE)
    return g_strdup (_ ("This time is over. Choose a later one."));

  return NULL;
}

static void
refresh (StpPlanDialog *self)
{
  const gint64 start = stp_moment_group_get_moment (self->moment_group);
  StpQuestion question = make_question (self, start);
  g_autofree char *problem = find_problem (self, &question);
  g_autoptr (StpVerdict) verdict = NULL;
  gboolean refused;

  show_problem (self, problem);
  gtk_widget_set_visible (self->patch_label, question.purpose == STP_PURPOSE_PATCH);
  if (problem)
    return;

  verdict = stp_timeline_judge (get_timeline (self), &question);
  refused = verdict->plan >= STP_DOCTOR;
  stp_verdict_view_set_verdict (self->verdict_view, verdict, question.now, get_zone (self));
  gtk_widget_set_sensitive (self->accept_button, !refused);
  gtk_widget_set_visible (self->offers, refused);
  if (refused)
    show_offers (self, &question, verdict);
  show_pauses (self, start);
}

/* While the dialog is made, its rows change before there is anything to plan with. */
static void
refresh_cb (StpPlanDialog *self)
{
  if (!self->preview)
    return;

  refresh (self);
}

static void
set_up_device_cb (StpPlanDialog *self)
{
  stp_workspace_navigate (self->workspace, "session", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
plan_at (StpPlanDialog *self, gint64 start, GError **error)
{
  StpQuestion question;
  g_autoptr (StpSession) planned = NULL;

  if (self->session)
    return stp_planner_move (get_timeline (self), self->session, start, error);

  question = make_question (self, start);
  planned = stp_planner_plan (get_timeline (self), &question, error);

  return planned != NULL;
}

static void
accept (StpPlanDialog *self, gint64 start)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *moment = format_moment (self, start);
  g_autofree char *text = NULL;

  if (!plan_at (self, start, &error))
    {
      show_problem (self, error->message);
      return;
    }

  if (self->session)
    /* Translators: %s is a moment, as in "Saturday 21:00" */
    text = g_strdup_printf (_ ("Session moved to %s"), moment);
  else
    /* Translators: %s is a moment, as in "Saturday 21:00" */
    text = g_strdup_printf (_ ("Session planned for %s"), moment);
  stp_workspace_set_selected_day (self->workspace, stp_day_of (start, get_zone (self)));
  stp_workspace_toast_undo (self->workspace, text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
accept_cb (StpPlanDialog *self)
{
  accept (self, stp_moment_group_get_moment (self->moment_group));
}

static void
accept_earliest_cb (StpPlanDialog *self)
{
  accept (self, self->earliest);
}

static void
accept_evening_cb (StpPlanDialog *self)
{
  accept (self, self->evening);
}

static void
stp_plan_dialog_dispose (GObject *object)
{
  StpPlanDialog *self = STP_PLAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_PLAN_DIALOG);
  g_clear_pointer (&self->preview, stp_plan_preview_free);
  g_clear_object (&self->devices);
  g_clear_object (&self->pauses);
  g_clear_object (&self->session);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_plan_dialog_parent_class)->dispose (object);
}

static void
stp_plan_dialog_class_init (StpPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_plan_dialog_dispose;

  g_type_ensure (STP_TYPE_DAY_ENTRY);
  g_type_ensure (STP_TYPE_MOMENT_GROUP);
  g_type_ensure (STP_TYPE_VERDICT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, device_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, device_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, device_row);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, earliest_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, evening_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, moment_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, offers);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, patch_label);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, pauses_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, pauses_list);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, StpPlanDialog, verdict_view);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_earliest_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_evening_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_device_cb);
}

static void
stp_plan_dialog_init (StpPlanDialog *self)
{
  self->devices = g_list_store_new (STP_TYPE_DAY_ENTRY);
  self->pauses = g_list_store_new (STP_TYPE_DAY_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->pauses_list, G_LIST_MODEL (self->pauses), stp_day_entry_create_row,
                           NULL, NULL);
}

static void
list_devices (StpPlanDialog *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DEVICE); i++)
    {
      StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);
      g_autoptr (StpDayEntry) entry = stp_day_entry_new (device->name, NULL, device);

      if (!device->archived)
        g_list_store_append (self->devices, entry);
    }
  adw_combo_row_set_model (self->device_row, G_LIST_MODEL (self->devices));
  gtk_widget_set_visible (self->device_group,
                          !self->session &&
                            g_list_model_get_n_items (G_LIST_MODEL (self->devices)) > 1);
}

/* The usual evening of the chosen day, or the first one that is still to come. */
static gint64
find_first_start (StpPlanDialog *self)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const int evening = stp_planner_get_evening (stp_workspace_get_diary (self->workspace));
  const gint64 now = stp_clock_get_now (clock);
  guint day = MAX (stp_workspace_get_selected_day (self->workspace), stp_clock_get_today (clock));

  if (self->session && self->session->start.us != STP_TIME_UNSET)
    return self->session->start.us;
  if (stp_day_at (day, evening, get_zone (self)) < now)
    day++;

  return stp_day_at (day, evening, get_zone (self));
}

/**
 * stp_plan_dialog_new:
 * @session: (nullable): the planned session to move; %NULL to plan one
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
stp_plan_dialog_new (StpWorkspace *workspace, StpSession *session)
{
  StpPlanDialog *self = g_object_new (STP_TYPE_PLAN_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  g_set_object (&self->session, session);
  list_devices (self);
  self->preview = stp_plan_preview_new (stp_workspace_get_diary (workspace), session);
  if (session)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _ ("Move Session"));
      gtk_button_set_label (GTK_BUTTON (self->accept_button), _ ("_Move"));
    }
  stp_moment_group_set_zone (self->moment_group, get_zone (self));
  stp_moment_group_set_moment (self->moment_group, find_first_start (self));

  return ADW_DIALOG (self);
}
