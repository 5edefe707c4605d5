// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-day-panel.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-entry.h"
#include "calendar/stp-day-facts.h"
#include "calendar/stp-day-verdict.h"
#include "calendar/stp-entry-list.h"
#include "calendar/stp-planned-row.h"
#include "calendar/stp-verdict-view.h"
#include "protocol/stp-procedure.h"
#include "shared/stp-when.h"

/* Names that a line of what is fine begins with. */
#define FEW_FINE 12

struct _StpDayPanel
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  char *summary;
  guint refresh_source; /* the refresh that is due, after what can be seen of the month is drawn */

  GListStore *sessions; /* of StpDayEntry */
  char *shown;          /* (nullable): what its rows say */
  guint day;            /* the one that is shown */
  gboolean all_fine;

  GtkLabel *title, *fine_label;
  GtkWidget *verdict_view, *start_here, *buttons, *plan_button, *log_button, *reaction_button;
  GtkWidget *sessions_group, *fine_group, *fine_button;
  GtkListBox *sessions_list;
  StpEntryList *paused_list, *waiting_list, *logged_list;
};

G_DEFINE_FINAL_TYPE (StpDayPanel, stp_day_panel, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_SUMMARY,
} StpDayPanelProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

static void
set_summary (StpDayPanel *self, const char *day, const char *word)
{
  g_autofree char *summary = NULL;

  if (word)
    /* Translators: a day, and the verdict for a session then in a word */
    summary = g_strdup_printf (_ ("%s: %s"), day, word);
  if (g_set_str (&self->summary, summary ? summary : day))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
show_fine (StpDayPanel *self, const StpDayView *view, gint64 now)
{
  gboolean more = FALSE;
  g_autofree char *fine = stp_day_facts_format_fine (
    view, stp_workspace_get_timeline (self->workspace), now, self->all_fine ? G_MAXUINT : FEW_FINE,
    &more);

  gtk_label_set_label (self->fine_label, fine ? fine : "");
  gtk_widget_set_visible (self->fine_button, more);
  gtk_widget_set_visible (self->fine_group, fine != NULL);
}

static gboolean
is_overdue (StpDayEntry *entry, gint64 now)
{
  StpSession *session = stp_day_entry_get_record (entry);

  return session->state == STP_SESSION_PLANNED && stp_procedure_is_overdue (session, now);
}

static char *
list_shown (GPtrArray *sessions, gint64 now)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      StpDayEntry *entry = sessions->pdata[i];

      g_string_append_printf (shown, "%s %d %s %s\n",
                              stp_record_get_id (stp_day_entry_get_record (entry)),
                              is_overdue (entry, now), stp_day_entry_get_title (entry),
                              stp_day_entry_get_subtitle (entry));
    }
  return g_string_free_and_steal (shown);
}

/* Rows are made anew only where they say something else: whoever is at one of their buttons stays
 * there. */
static void
show_sessions (StpDayPanel *self, GPtrArray *sessions, gint64 now)
{
  g_autofree char *shown = list_shown (sessions, now);

  if (!g_set_str (&self->shown, shown))
    return;

  g_list_store_splice (self->sessions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sessions)),
                       sessions->pdata, sessions->len);
  gtk_widget_set_visible (self->sessions_group, sessions->len > 0);
}

static void
show_facts (StpDayPanel *self, const StpDayView *view, gint64 now, GTimeZone *zone)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  StpTimeline *timeline = stp_workspace_get_timeline (self->workspace);
  const gboolean other_day = self->day != view->day;
  g_autoptr (GPtrArray) sessions = stp_day_facts_list_sessions (view, zone);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) paused = stp_day_facts_list_paused (view, timeline, now, zone, waiting);
  g_autoptr (GPtrArray) logged = stp_day_facts_list_logged (view, diary, zone);

  self->day = view->day;
  self->all_fine = self->all_fine && !other_day;
  show_sessions (self, sessions, now);
  stp_entry_list_set_entries (self->paused_list, paused, other_day);
  stp_entry_list_set_entries (self->waiting_list, waiting, other_day);
  stp_entry_list_set_entries (self->logged_list, logged, other_day);
  show_fine (self, view, now);
}

static gboolean
is_shelf_empty (StpDayPanel *self)
{
  return stp_diary_get_n_records (stp_workspace_get_diary (self->workspace), STP_RECORD_PRODUCT) ==
         0;
}

static const char *
bind_verdict (StpVerdictView *view, StpVerdict *verdict, gboolean over, gint64 now, GTimeZone *zone)
{
  if (over)
    stp_verdict_view_set_past_verdict (view, verdict);
  else
    stp_verdict_view_set_verdict (view, verdict, now, zone);

  return over ? stp_strength_get_past_title (verdict->strength)
              : stp_strength_get_title (verdict->strength);
}

static void
show_verdict (StpDayPanel *self, const StpDayView *view, gint64 now, GTimeZone *zone)
{
  g_autoptr (StpVerdict) verdict = stp_day_verdict_reckon (self->workspace, view);
  g_autofree char *day = stp_when_begin (stp_when_format_day (view->day));

  gtk_label_set_label (self->title, day);
  gtk_widget_set_visible (self->verdict_view, verdict != NULL);
  if (verdict)
    set_summary (
      self, day,
      bind_verdict (STP_VERDICT_VIEW (self->verdict_view), verdict, view->to <= now, now, zone));
  else
    set_summary (self, day, NULL);
}

static void
refresh (StpDayPanel *self)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  GTimeZone *zone = stp_clock_get_zone (clock);
  const gint64 now = stp_clock_get_now (clock);
  const guint day = stp_workspace_get_selected_day (self->workspace);
  const gboolean empty = is_shelf_empty (self);
  g_autoptr (GPtrArray) days = NULL;

  if (day == STP_DAY_UNSET)
    return;

  days = stp_timeline_list_days (stp_workspace_get_timeline (self->workspace), day, 1, zone);
  show_facts (self, days->pdata[0], now, zone);
  show_verdict (self, days->pdata[0], now, zone);
  gtk_widget_set_visible (self->start_here, empty);
  gtk_widget_set_visible (self->log_button, !empty && day <= stp_clock_get_today (clock));
  gtk_widget_set_visible (self->reaction_button, !empty && day <= stp_clock_get_today (clock));
  gtk_widget_set_visible (self->plan_button, day >= stp_clock_get_today (clock));
}

static gboolean
refresh_cb (gpointer user_data)
{
  StpDayPanel *self = user_data;

  self->refresh_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one turn, and after the frame that shows the month: what the panel
 * has to say is measured text, and a key in the grid need not wait for it. */
static void
queue_refresh (StpDayPanel *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

/* An edit that reaches neither the chosen day nor what is later, which the earliest start that the
 * panel offers depends on, says nothing new. */
static void
timeline_changed_cb (StpDayPanel *self, const StpTouched *touched)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
  const guint day = stp_workspace_get_selected_day (self->workspace);

  if (day != STP_DAY_UNSET && stp_touched_has_span (touched, stp_day_at (day, 0, zone), G_MAXINT64))
    queue_refresh (self);
}

static void
add_product_cb (StpDayPanel *self)
{
  stp_workspace_navigate (self->workspace, "library", NULL);
}

static GtkWidget *
create_session_row (gpointer entry, gpointer user_data)
{
  StpDayPanel *self = STP_DAY_PANEL (user_data);
  StpSession *session = stp_day_entry_get_record (entry);
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (self->workspace));

  if (session->state == STP_SESSION_PLANNED)
    return stp_planned_row_new (entry, is_overdue (entry, now));

  return stp_day_entry_create_row (entry, NULL);
}

static void
show_all_fine_cb (StpDayPanel *self)
{
  self->all_fine = TRUE;
  refresh (self);
}

static void
stp_day_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpDayPanel *self = STP_DAY_PANEL (object);

  switch ((StpDayPanelProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_day_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpDayPanel *self = STP_DAY_PANEL (object);

  switch ((StpDayPanelProperty) id)
    {
    case PROP_WORKSPACE:
      stp_day_panel_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_SUMMARY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_day_panel_dispose (GObject *object)
{
  StpDayPanel *self = STP_DAY_PANEL (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_DAY_PANEL);
  g_clear_object (&self->sessions);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (stp_day_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-day-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, fine_button);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, fine_group);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, fine_label);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, buttons);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, log_button);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, logged_list);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, paused_list);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, plan_button);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, reaction_button);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, sessions_group);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, sessions_list);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, start_here);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, title);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, StpDayPanel, waiting_list);
  gtk_widget_class_bind_template_callback (widget_class, add_product_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_fine_cb);
}

static void
stp_day_panel_class_init (StpDayPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_day_panel_get_property;
  object_class->set_property = stp_day_panel_set_property;
  object_class->dispose = stp_day_panel_dispose;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, STP_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (STP_TYPE_ENTRY_LIST);
  g_type_ensure (STP_TYPE_VERDICT_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
stp_day_panel_init (StpDayPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sessions = g_list_store_new (STP_TYPE_DAY_ENTRY);
  gtk_list_box_bind_model (self->sessions_list, G_LIST_MODEL (self->sessions), create_session_row,
                           self, NULL);
}

/**
 * stp_day_panel_set_workspace:
 *
 * To be called once: follows the chosen day and what the timeline says of it.
 */
void
stp_day_panel_set_workspace (StpDayPanel *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_DAY_PANEL (self));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "notify::selected-day", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (timeline_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (stp_workspace_get_diary (workspace), "read-only", self->buttons,
                          "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * stp_day_panel_get_summary:
 *
 * Returns: (nullable): the day and its verdict in one line
 */
const char *
stp_day_panel_get_summary (StpDayPanel *self)
{
  g_return_val_if_fail (STP_IS_DAY_PANEL (self), NULL);

  return self->summary;
}
