// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-interrupted-page.h"

#include "rules/stp-sources.h"
#include "shared/stp-moment-group.h"
#include "shared/stp-sources-button.h"

struct _StpInterruptedPage
{
  StpSessionPage parent_instance;

  gboolean asked;

  AdwBin *sources_bin;
  StpMomentGroup *stroke_group;
};

G_DEFINE_FINAL_TYPE (StpInterruptedPage, stp_interrupted_page, STP_TYPE_SESSION_PAGE)

static void
on_finish_clicked_cb (StpInterruptedPage *self)
{
  StpWorkspace *workspace = stp_session_page_get_workspace (STP_SESSION_PAGE (self));
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const gint64 recorded = stp_procedure_get_last_stroke (procedure);
  gint64 stroke = stp_moment_group_get_moment (self->stroke_group);
  g_autoptr (GError) error = NULL;

  /* The rows have no seconds, what was recorded has. */
  if (stroke < recorded && stroke + STP_MINUTE > recorded)
    stroke = recorded;
  if (!stp_procedure_finish_interrupted (procedure, stroke, &error))
    stp_workspace_report (workspace, error);
}

static void
stp_interrupted_page_refresh (StpSessionPage *page)
{
  StpInterruptedPage *self = STP_INTERRUPTED_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  StpClock *clock = stp_workspace_get_clock (workspace);
  const gint64 stroke = stp_procedure_get_last_stroke (stp_workspace_get_procedure (workspace));

  /* What the user has set stays, whatever else changes. */
  if (self->asked || stroke == STP_TIME_UNSET)
    return;

  stp_moment_group_set_zone (self->stroke_group, stp_clock_get_zone (clock));
  stp_moment_group_set_moment (self->stroke_group, stroke);
  self->asked = TRUE;
}

/* To what is asked, not to where the half hour is from. */
static void
stp_interrupted_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stp_interrupted_page_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (STP_INTERRUPTED_PAGE (widget)->stroke_group),
                          GTK_DIR_TAB_FORWARD);
}

static void
stp_interrupted_page_class_init (StpInterruptedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_interrupted_page_refresh;
  widget_class->map = stp_interrupted_page_map;

  g_type_ensure (STP_TYPE_MOMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-interrupted-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpInterruptedPage, sources_bin);
  gtk_widget_class_bind_template_child (widget_class, StpInterruptedPage, stroke_group);
  gtk_widget_class_bind_template_callback (widget_class, on_finish_clicked_cb);
}

static void
stp_interrupted_page_init (StpInterruptedPage *self)
{
  /* The half hour is ours: no source says how long is too long (E13). */
  g_autofree char *sources = stp_sources_explain_keys ("none");

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->sources_bin, stp_sources_button_new (sources));
}
