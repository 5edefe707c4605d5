// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-nothing-page.h"

#include <glib/gi18n.h>

#include "rules/stp-kit.h"
#include "session/stp-done-group.h"
#include "session/stp-earliest.h"
#include "session/stp-first-things.h"
#include "session/stp-standing-group.h"
#include "shared/stp-when.h"

struct _StpNothingPage
{
  StpSessionPage parent_instance;

  AdwStatusPage *status_page;
  GtkWidget *plan_button;
  StpStandingGroup *standing;
  StpFirstThings *first_things;
};

G_DEFINE_FINAL_TYPE (StpNothingPage, stp_nothing_page, STP_TYPE_SESSION_PAGE)

static char *
describe_earliest (StpWorkspace *workspace)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  StpEarliest earliest;
  g_autoptr (GError) error = NULL;
  g_autofree char *when = NULL;

  if (!stp_earliest_find (stp_workspace_get_timeline (workspace), NULL, &earliest, &error))
    return g_strdup (error->message);
  if (earliest.evening == STP_TIME_UNSET)
    return g_strdup (_ ("Your diary names something that has to be settled first."));

  when = stp_when_format_day (stp_day_of (earliest.evening, stp_clock_get_zone (clock)));
  /* Translators: the first day on which a session is safe, as in "Saturday 14 March" */
  return g_strdup_printf (_ ("Earliest safe day: %s"), when);
}

static void
stp_nothing_page_refresh (StpSessionPage *page)
{
  StpNothingPage *self = STP_NOTHING_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  StpDiary *diary = stp_workspace_get_diary (workspace);
  const gboolean has_device = stp_kit_find_device (diary) != NULL;
  g_autofree char *text = has_device
                            ? describe_earliest (workspace)
                            : g_strdup (_ ("Add your device, and Stipple finds the first day."));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->status_page, markup);
  gtk_widget_set_sensitive (self->plan_button, has_device);
  stp_standing_group_show (self->standing, stp_workspace_get_timeline (workspace),
                           stp_clock_get_now (stp_workspace_get_clock (workspace)));
  stp_first_things_show (self->first_things, diary);
}

static void
stp_nothing_page_class_init (StpNothingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_nothing_page_refresh;

  g_type_ensure (STP_TYPE_DONE_GROUP);
  g_type_ensure (STP_TYPE_FIRST_THINGS);
  g_type_ensure (STP_TYPE_STANDING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-nothing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpNothingPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, StpNothingPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, StpNothingPage, standing);
  gtk_widget_class_bind_template_child (widget_class, StpNothingPage, first_things);
}

static void
stp_nothing_page_init (StpNothingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
