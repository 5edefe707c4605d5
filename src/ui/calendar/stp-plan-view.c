// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-plan-view.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-entry.h"
#include "calendar/stp-offer.h"
#include "calendar/stp-plan-preview.h"
#include "calendar/stp-verdict-view.h"
#include "rules/stp-words.h"
#include "shared/stp-wrap.h"

enum
{
  ACCEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _StpPlanView
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpPlanPreview *preview; /* (owned) (nullable) */
  GListStore *pauses;      /* of StpDayEntry */
  gboolean moves;
  gint64 earliest, evening;
  char *said; /* (nullable): of the time that was judged last */

  StpVerdictView *verdict_view;
  GtkLabel *patch_label, *problem_label, *about_label, *days_label;
  GtkListBox *pauses_list;
  AdwPreferencesGroup *pauses_group;
  GtkWidget *sessions_box, *offers, *earliest_button, *evening_button;
};

G_DEFINE_FINAL_TYPE (StpPlanView, stp_plan_view, ADW_TYPE_BIN)

static StpTimeline *
get_timeline (StpPlanView *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static gint64
get_now (StpPlanView *self)
{
  return stp_clock_get_now (stp_workspace_get_clock (self->workspace));
}

static GTimeZone *
get_zone (StpPlanView *self)
{
  return stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
}

static void
show_offers (StpPlanView *self, StpPlan *plan)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);

  stp_planner_find_offers (get_timeline (self), plan, &self->earliest, &self->evening);
  if (self->evening == self->earliest)
    self->evening = STP_TIME_UNSET;

  stp_offer_show (self->earliest_button,
                  /* Translators: %s is a moment, as in "Saturday 21:05" */
                  self->moves ? _ ("Move to Earliest: %s") : _ ("Plan Earliest: %s"),
                  self->earliest, clock);
  stp_offer_show (self->evening_button,
                  /* Translators: %s is a moment, as in "Saturday 21:00" */
                  self->moves ? _ ("Move to Next Evening: %s") : _ ("Plan Next Evening: %s"),
                  self->evening, clock);
}

/* Of several sessions, which one the verdict is about; a clinic decides for itself (E2). */
static void
show_about (StpPlanView *self, StpPlan *plan, StpVerdict *verdict)
{
  const StpSession *session = plan->sessions->pdata[plan->refused];
  g_autofree char *moment = stp_words_moment (session->start.us, get_now (self), get_zone (self));
  g_autofree char *text = NULL;

  if (session->place == STP_PLACE_CLINIC && verdict->strength >= STP_WARN)
    text = g_strdup (_ ("The clinic decides. Tell them:"));
  else if (plan->refused > 0)
    /* Translators: before a verdict; %s is a moment, as in "Sunday 28 March, 21:00" */
    text = g_strdup_printf (_ ("About the session %s:"), moment);
  stp_offer_set_line (self->about_label, text);
}

/* The focus stays in the row that asks for the time: what a screen reader says of each new one. */
static void
announce (StpPlanView *self, StpPlan *plan, StpVerdict *verdict)
{
  const char *words = stp_plan_is_refused (plan) && verdict->reasons->len > 0
                        ? stp_reason_get_text (verdict->reasons->pdata[0])
                        : stp_strength_get_title (verdict->strength);

  if (g_set_str (&self->said, words))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_verdict (StpPlanView *self, StpPlan *plan)
{
  const gboolean refused = stp_plan_is_refused (plan);
  g_autoptr (StpVerdict) verdict = stp_planner_judge_plan (get_timeline (self), plan);

  if (refused)
    {
      show_offers (self, plan);
      /* Of the whole plan, as the button below says. */
      verdict->earliest = self->earliest;
    }
  show_about (self, plan, verdict);
  stp_verdict_view_set_verdict (self->verdict_view, verdict, get_now (self), get_zone (self));
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), TRUE);
  gtk_widget_set_visible (self->offers, refused);
  announce (self, plan, verdict);
}

static void
show_pauses (StpPlanView *self, StpPlan *plan)
{
  g_autofree char *summary = NULL;
  g_autoptr (GPtrArray) entries = stp_plan_preview_list_pauses (self->preview, plan, &summary);
  g_autofree char *markup = summary ? g_markup_escape_text (summary, -1) : NULL;

  g_list_store_splice (self->pauses, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pauses)),
                       entries->pdata, entries->len);
  adw_preferences_group_set_description (self->pauses_group, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->pauses_group), entries->len > 0);
}

static void
show_sessions (StpPlanView *self, StpPlan *plan)
{
  g_autofree char *days = stp_plan_preview_dup_days (self->preview, plan);

  gtk_label_set_label (self->days_label, days);
  gtk_widget_set_visible (self->sessions_box, plan->sessions->len > 1);
}

static void
show_patch (StpPlanView *self, StpPlan *plan)
{
  const StpSession *first = plan->sessions->pdata[0];
  const char *text = NULL;

  if (first->purpose == STP_PURPOSE_PATCH && plan->sessions->len > 1)
    text = _ ("The first one is a patch test on the jaw: a small spot, and the face once it has "
              "stayed calm.");
  else if (first->purpose == STP_PURPOSE_PATCH)
    text = _ ("This will be a patch test on the jaw: a small spot first, and the face once it has "
              "stayed calm for two days.");
  stp_offer_set_line (self->patch_label, text);
}

static void
accept_earliest_cb (StpPlanView *self)
{
  g_signal_emit (self, signals[ACCEPT], 0, self->earliest);
}

static void
accept_evening_cb (StpPlanView *self)
{
  g_signal_emit (self, signals[ACCEPT], 0, self->evening);
}

static void
stp_plan_view_dispose (GObject *object)
{
  StpPlanView *self = STP_PLAN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_PLAN_VIEW);
  g_clear_pointer (&self->preview, stp_plan_preview_free);
  g_clear_object (&self->pauses);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (stp_plan_view_parent_class)->dispose (object);
}

static void
stp_plan_view_class_init (StpPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_plan_view_dispose;

  signals[ACCEPT] = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (STP_TYPE_VERDICT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, about_label);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, days_label);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, earliest_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, evening_button);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, offers);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, patch_label);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, pauses_group);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, pauses_list);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, sessions_box);
  gtk_widget_class_bind_template_child (widget_class, StpPlanView, verdict_view);
  gtk_widget_class_bind_template_callback (widget_class, accept_earliest_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_evening_cb);
}

static void
stp_plan_view_init (StpPlanView *self)
{
  self->pauses = g_list_store_new (STP_TYPE_DAY_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->pauses_list, G_LIST_MODEL (self->pauses), stp_day_entry_create_row,
                           NULL, NULL);
}

/* It is made of a copy, which an edit leaves behind. */
static void
forget_preview (StpPlanView *self)
{
  g_clear_pointer (&self->preview, stp_plan_preview_free);
}

/**
 * stp_plan_view_set_up:
 * @workspace: whose diary the plans are of
 * @moves: what they do is to move what is planned already
 */
void
stp_plan_view_set_up (StpPlanView *self, StpWorkspace *workspace, gboolean moves)
{
  g_return_if_fail (STP_IS_PLAN_VIEW (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->moves = moves;
  g_signal_connect_object (get_timeline (self), "changed", G_CALLBACK (forget_preview), self,
                           G_CONNECT_SWAPPED);
}

/**
 * stp_plan_view_set_plan:
 * @plan: a plan of the workspace's diary; not kept
 */
void
stp_plan_view_set_plan (StpPlanView *self, StpPlan *plan)
{
  g_return_if_fail (STP_IS_PLAN_VIEW (self));
  g_return_if_fail (plan != NULL);

  if (!self->preview)
    self->preview = stp_plan_preview_new (stp_workspace_get_diary (self->workspace));
  stp_offer_set_line (self->problem_label, NULL);
  show_patch (self, plan);
  show_verdict (self, plan);
  show_sessions (self, plan);
  show_pauses (self, plan);
}

/**
 * stp_plan_view_set_problem:
 * @problem: a sentence instead of a verdict: there is nothing to judge
 */
void
stp_plan_view_set_problem (StpPlanView *self, const char *problem)
{
  g_return_if_fail (STP_IS_PLAN_VIEW (self));

  stp_offer_set_line (self->problem_label, problem);
  stp_offer_set_line (self->about_label, NULL);
  stp_offer_set_line (self->patch_label, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_view), FALSE);
  gtk_widget_set_visible (self->offers, FALSE);
  gtk_widget_set_visible (self->sessions_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->pauses_group), FALSE);
}
