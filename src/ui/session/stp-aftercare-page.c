// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-aftercare-page.h"

#include <glib/gi18n.h>

#include "rules/stp-sources.h"
#include "rules/stp-words.h"
#include "session/stp-alarm-group.h"
#include "session/stp-check-in-group.h"
#include "session/stp-confirmed.h"
#include "session/stp-done-group.h"
#include "session/stp-earliest.h"
#include "session/stp-expected.h"
#include "session/stp-line-group.h"
#include "session/stp-session-text.h"
#include "shared/stp-when.h"

struct _StpAftercarePage
{
  StpSessionPage parent_instance;

  GtkLabel *title_label;
  GtkLabel *session_label;
  StpAlarmGroup *alarm_group;
  StpCheckInGroup *check_in_group;
  StpLineGroup *confirmed_group;
  StpLineGroup *later_group;
  StpLineGroup *allowed_group;
  StpLineGroup *unsure_group;
  StpLineGroup *expected_group;
  GtkWidget *next_group;
  AdwActionRow *next_row;
};

G_DEFINE_FINAL_TYPE (StpAftercarePage, stp_aftercare_page, STP_TYPE_SESSION_PAGE)

/* Where a product stands: what nobody can tell, or only a doctor, is neither fine nor coming back.
 */
static StpLineGroup *
get_group (StpAftercarePage *self, const StpReturn *back, gint64 now)
{
  if (back->at > now)
    return self->later_group;
  return back->strength == STP_ALLOWED ? self->allowed_group : self->unsure_group;
}

static StpLine *
create_line (StpAftercarePage *self, StpWorkspace *workspace, const StpReturn *back)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (workspace));
  StpLineGroup *group = get_group (self, back, now);
  g_autofree char *name = stp_session_text_dup_product (stp_workspace_get_diary (workspace),
                                                        back->product);
  g_autofree char *sources = back->rule ? stp_sources_explain (back->rule)
                                        : stp_sources_explain_keys ("method");

  return stp_line_new (group == self->allowed_group ? "object-select-symbolic"
                       : group == self->later_group ? "media-playback-pause-symbolic"
                                                    : "stp-question-symbolic",
                       name, back->text, sources);
}

static void
show_group (StpAftercarePage *self,
            StpWorkspace *workspace,
            GPtrArray *returns,
            StpLineGroup *group)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (workspace));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < returns->len; i++)
    if (get_group (self, returns->pdata[i], now) == group)
      g_ptr_array_add (lines, create_line (self, workspace, returns->pdata[i]));
  stp_line_group_show (group, lines);
}

static void
show_returns (StpAftercarePage *self, StpWorkspace *workspace)
{
  g_autoptr (
    GPtrArray) returns = stp_procedure_list_returns (stp_workspace_get_procedure (workspace));

  show_group (self, workspace, returns, self->allowed_group);
  show_group (self, workspace, returns, self->later_group);
  show_group (self, workspace, returns, self->unsure_group);
}

static void
show_session (StpAftercarePage *self, StpWorkspace *workspace)
{
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));
  StpTimeline *timeline = stp_workspace_get_timeline (workspace);
  StpClock *clock = stp_workspace_get_clock (workspace);
  g_autofree char *when = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  /* An alarm may have been recorded without any session. */
  gtk_widget_set_visible (GTK_WIDGET (self->session_label), session != NULL);
  if (!session)
    return;

  when = stp_words_moment (stp_timeline_get_session_end (timeline, session),
                           stp_clock_get_now (clock), stp_clock_get_zone (clock));
  place = stp_session_text_format_place (session);
  /* Translators: what was done and when it ended, as in "Jaw · 0.25 mm, today 21:40" */
  text = g_strdup_printf (_ ("%1$s, %2$s"), place, when);
  gtk_label_set_label (self->session_label, text);
}

static void
show_next (StpAftercarePage *self, StpWorkspace *workspace)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  StpEarliest earliest;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  const gboolean found = stp_earliest_find (stp_workspace_get_timeline (workspace), NULL, &earliest,
                                            NULL) &&
                         earliest.evening != STP_TIME_UNSET;

  gtk_widget_set_visible (self->next_group, found);
  if (!found)
    return;

  when = stp_when_format_day (stp_day_of (earliest.evening, stp_clock_get_zone (clock)));
  /* Translators: the first day on which a session is safe, as in "Saturday 14 March" */
  text = g_strdup_printf (_ ("Earliest safe day: %s"), when);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next_row), text);
}

static void
stp_aftercare_page_refresh (StpSessionPage *page)
{
  StpAftercarePage *self = STP_AFTERCARE_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  const gboolean red = stp_alarm_group_show (self->alarm_group, workspace);

  gtk_label_set_label (self->title_label,
                       red ? _ ("Please Have This Looked At") : _ ("Let Your Skin Rest"));
  show_session (self, workspace);
  stp_check_in_group_show (self->check_in_group, workspace, FALSE);
  show_returns (self, workspace);
  stp_expected_show (self->expected_group, workspace);
  stp_confirmed_show (self->confirmed_group, workspace);
  show_next (self, workspace);
}

static void
stp_aftercare_page_class_init (StpAftercarePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_aftercare_page_refresh;

  g_type_ensure (STP_TYPE_ALARM_GROUP);
  g_type_ensure (STP_TYPE_CHECK_IN_GROUP);
  g_type_ensure (STP_TYPE_DONE_GROUP);
  g_type_ensure (STP_TYPE_LINE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-aftercare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, confirmed_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, session_label);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, alarm_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, check_in_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, later_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, allowed_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, unsure_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, expected_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, next_group);
  gtk_widget_class_bind_template_child (widget_class, StpAftercarePage, next_row);
}

static void
stp_aftercare_page_init (StpAftercarePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
