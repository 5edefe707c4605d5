// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-prepare-page.h"

#include <glib/gi18n.h>

#include "rules/stp-sources.h"
#include "rules/stp-tonight.h"
#include "rules/stp-words.h"
#include "session/stp-check-in-group.h"
#include "session/stp-first-things.h"
#include "session/stp-line-group.h"
#include "session/stp-ready-group.h"
#include "session/stp-session-text.h"
#include "session/stp-standing-group.h"
#include "shared/stp-when.h"

struct _StpPreparePage
{
  StpSessionPage parent_instance;

  GtkLabel *day_label;
  GtkLabel *countdown_label;
  GtkLabel *place_label;
  StpCheckInGroup *check_in_group;
  StpLineGroup *coming_group;
  StpLineGroup *paused_group;
  StpLineGroup *evening_group;
  StpReadyGroup *ready_group;
  StpLineGroup *sunscreen_group;
  StpStandingGroup *standing;
  StpFirstThings *first_things;
};

G_DEFINE_FINAL_TYPE (StpPreparePage, stp_prepare_page, STP_TYPE_SESSION_PAGE)

static void
show_session (StpPreparePage *self, StpSession *session)
{
  StpClock *clock = stp_workspace_get_clock (
    stp_session_page_get_workspace (STP_SESSION_PAGE (self)));
  GTimeZone *zone = stp_clock_get_zone (clock);
  g_autofree char *day = stp_when_format_day (stp_day_of (session->start.us, zone));
  g_autofree char *time = stp_when_format_time (session->start.us, zone);
  /* Translators: the day and the time of a session, as in "Saturday 14 March, 21:00" */
  g_autofree char *title = g_strdup_printf (_ ("%1$s, %2$s"), day, time);
  g_autofree char *countdown = stp_session_text_format_countdown (stp_clock_get_now (clock),
                                                                  session->start.us);
  g_autofree char *place = stp_session_text_format_place (session);

  gtk_label_set_label (self->day_label, title);
  gtk_label_set_label (self->countdown_label, countdown);
  gtk_label_set_label (self->place_label, place);
}

static gboolean
prepares (const StpPause *pause, StpSession *session)
{
  return pause->before && g_strcmp0 (pause->session, stp_record_get_id (session)) == 0;
}

/* Of one product under several rules, the pause that begins first says when it stops. */
static gboolean
is_first_of_product (GPtrArray *pauses, guint index, StpSession *session)
{
  const StpPause *pause = pauses->pdata[index];

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *other = pauses->pdata[i];

      if (!prepares (other, session) || !g_str_equal (other->product, pause->product))
        continue;
      if (other->from < pause->from || (other->from == pause->from && i < index))
        return FALSE;
    }

  return TRUE;
}

static StpLine *
create_line (StpWorkspace *workspace, const StpPause *pause)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  const gint64 now = stp_clock_get_now (clock);
  const gboolean coming = pause->from > now;
  g_autofree char *name = stp_session_text_dup_product (stp_workspace_get_diary (workspace),
                                                        pause->product);
  g_autofree char *from = stp_words_moment (pause->from, now, stp_clock_get_zone (clock));
  /* Translators: the last moment at which a product may be used, as in "Last use: Thu 21:00" */
  g_autofree char *until = g_strdup_printf (_ ("Last use: %s"), from);
  /* Translators: since when a product has to stay off, as in "Since Thu 21:00" */
  g_autofree char *since = g_strdup_printf (_ ("Since %s"), from);
  g_autofree char *sources = stp_sources_explain (pause->rule);

  return stp_line_new (coming ? "alarm-symbolic" : "media-playback-pause-symbolic", name,
                       coming ? until : since, sources);
}

static void
show_pauses (StpPreparePage *self, StpWorkspace *workspace, StpSession *session)
{
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (workspace));
  g_autoptr (
    GPtrArray) pauses = stp_timeline_list_pauses (stp_workspace_get_timeline (workspace), now,
                                                session->start.us);
  g_autoptr (GPtrArray) coming = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) paused = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *pause = pauses->pdata[i];

      if (prepares (pause, session) && is_first_of_product (pauses, i, session))
        g_ptr_array_add (pause->from > now ? coming : paused, create_line (workspace, pause));
    }
  stp_line_group_show (self->coming_group, coming);
  stp_line_group_show (self->paused_group, paused);
}

static char *
join_names (GPtrArray *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < items->len; i++)
    g_strv_builder_add (builder, ((const StpTonightItem *) items->pdata[i])->product->name);
  names = g_strv_builder_end (builder);

  /* Dots between names of things read as a list in every language. */
  return g_strjoinv (" · ", names);
}

static void
add_evening_line (GPtrArray *lines, const char *icon_name, const char *title, GPtrArray *items)
{
  g_autofree char *names = join_names (items);

  if (items->len > 0)
    g_ptr_array_add (lines, stp_line_new (icon_name, title, names, NULL));
}

/* What hangs on the bathroom mirror the evening before. */
static void
show_evening (StpPreparePage *self, StpWorkspace *workspace, StpSession *session)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  const guint day = stp_day_of (session->start.us, stp_clock_get_zone (clock)) - 1;
  g_autoptr (StpTonight) tonight = stp_tonight_new (stp_workspace_get_timeline (workspace), day);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sources = stp_sources_explain (stp_rule_find ("prep.alcohol"));

  if (stp_clock_get_today (clock) <= day)
    {
      add_evening_line (lines, "media-playback-pause-symbolic", _ ("Leave out"), tonight->leave);
      add_evening_line (lines, "object-select-symbolic", _ ("Use as usual"), tonight->use);
      g_ptr_array_add (lines,
                       stp_line_new ("weather-clear-night-symbolic",
                                     _ ("No alcohol, no sunbathing, no sauna"), NULL, sources));
    }
  stp_line_group_show (self->evening_group, lines);
}

static void
show_sunscreen (StpPreparePage *self, StpProcedure *procedure)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sources = stp_sources_explain (stp_rule_find ("after.spf.start"));

  if (stp_procedure_lacks_sunscreen (procedure))
    g_ptr_array_add (lines, stp_line_new ("weather-clear-symbolic", _ ("Get a mineral sunscreen"),
                                          _ ("Without perfume or tint, SPF 30 or more. From the "
                                             "morning after it belongs on the skin."),
                                          sources));
  stp_line_group_show (self->sunscreen_group, lines);
}

static void
stp_prepare_page_refresh (StpSessionPage *page)
{
  StpPreparePage *self = STP_PREPARE_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));

  if (!session)
    return;

  show_session (self, session);
  stp_check_in_group_show (self->check_in_group, workspace, TRUE);
  show_pauses (self, workspace, session);
  show_evening (self, workspace, session);
  stp_ready_group_show (self->ready_group, workspace);
  show_sunscreen (self, stp_workspace_get_procedure (workspace));
  stp_standing_group_show (self->standing, stp_workspace_get_timeline (workspace),
                           stp_clock_get_now (stp_workspace_get_clock (workspace)));
  stp_first_things_show (self->first_things, stp_workspace_get_diary (workspace));
}

static void
stp_prepare_page_class_init (StpPreparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_prepare_page_refresh;

  g_type_ensure (STP_TYPE_CHECK_IN_GROUP);
  g_type_ensure (STP_TYPE_FIRST_THINGS);
  g_type_ensure (STP_TYPE_STANDING_GROUP);
  g_type_ensure (STP_TYPE_LINE_GROUP);
  g_type_ensure (STP_TYPE_READY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-prepare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, day_label);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, countdown_label);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, place_label);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, check_in_group);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, coming_group);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, paused_group);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, evening_group);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, ready_group);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, sunscreen_group);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, standing);
  gtk_widget_class_bind_template_child (widget_class, StpPreparePage, first_things);
}

static void
stp_prepare_page_init (StpPreparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
