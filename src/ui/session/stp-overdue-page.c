// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-overdue-page.h"

#include <glib/gi18n.h>

#include "rules/stp-words.h"
#include "session/stp-session-text.h"

struct _StpOverduePage
{
  StpSessionPage parent_instance;

  AdwStatusPage *status_page;
};

G_DEFINE_FINAL_TYPE (StpOverduePage, stp_overdue_page, STP_TYPE_SESSION_PAGE)

static void
on_done_clicked_cb (StpOverduePage *self)
{
  StpWorkspace *workspace = stp_session_page_get_workspace (STP_SESSION_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (stp_procedure_record_done (stp_workspace_get_procedure (workspace), &error))
    stp_workspace_toast_undo (workspace, _ ("Session logged as done"));
  else
    stp_workspace_report (workspace, error);
}

static void
stp_overdue_page_refresh (StpSessionPage *page)
{
  StpOverduePage *self = STP_OVERDUE_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  StpClock *clock = stp_workspace_get_clock (workspace);
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));
  g_autofree char *when = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (!session)
    return;

  when = stp_words_moment (session->start.us, stp_clock_get_now (clock),
                           stp_clock_get_zone (clock));
  place = stp_session_text_format_place (session);
  if (session->state == STP_SESSION_IN_PROGRESS)
    /* Translators: when a session was begun that nobody came back to, and what it was */
    text = g_strdup_printf (_ ("Begun %1$s and left before the first stroke: %2$s"), when, place);
  else
    /* Translators: when a session was planned and what it was, as in "Sat 21:00: Jaw · 0.25 mm" */
    text = g_strdup_printf (_ ("Planned for %1$s: %2$s"), when, place);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (self->status_page, markup);
}

static void
stp_overdue_page_class_init (StpOverduePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_overdue_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-overdue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpOverduePage, status_page);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked_cb);
}

static void
stp_overdue_page_init (StpOverduePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
