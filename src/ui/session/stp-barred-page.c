// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-barred-page.h"

#include "rules/stp-person.h"
#include "rules/stp-sources.h"
#include "session/stp-alarm-group.h"
#include "session/stp-done-group.h"
#include "session/stp-line-group.h"

struct _StpBarredPage
{
  StpSessionPage parent_instance;

  StpAlarmGroup *alarm_group;
  StpLineGroup *reasons;
};

G_DEFINE_FINAL_TYPE (StpBarredPage, stp_barred_page, STP_TYPE_SESSION_PAGE)

static void
stp_barred_page_refresh (StpSessionPage *page)
{
  StpBarredPage *self = STP_BARRED_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  StpDiary *diary = stp_workspace_get_diary (workspace);
  g_autoptr (GPtrArray) rules = stp_person_list_absolute (stp_diary_get_profile (diary));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rules->len; i++)
    {
      const StpRule *rule = rules->pdata[i];
      g_autofree char *sources = stp_sources_explain (rule);

      g_ptr_array_add (
        lines, stp_line_new (NULL, stp_rule_get_sentence (rule), stp_rule_get_why (rule), sources));
    }
  stp_line_group_show (self->reasons, lines);

  /* An alarm is about skin that needs care now, whoever may needle it. */
  stp_alarm_group_show (self->alarm_group, workspace);
}

static void
stp_barred_page_class_init (StpBarredPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_barred_page_refresh;

  g_type_ensure (STP_TYPE_ALARM_GROUP);
  g_type_ensure (STP_TYPE_DONE_GROUP);
  g_type_ensure (STP_TYPE_LINE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-barred-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpBarredPage, alarm_group);
  gtk_widget_class_bind_template_child (widget_class, StpBarredPage, reasons);
}

static void
stp_barred_page_init (StpBarredPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
