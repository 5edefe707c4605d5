// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-barred-page.h"

#include "rules/stp-person.h"
#include "rules/stp-sources.h"
#include "session/stp-alarm-group.h"
#include "session/stp-done-group.h"
#include "shared/stp-sources-button.h"

struct _StpBarredPage
{
  StpSessionPage parent_instance;

  StpAlarmGroup *alarm_group;
  AdwPreferencesGroup *reasons;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (StpBarredPage, stp_barred_page, STP_TYPE_SESSION_PAGE)

static void
add_reason (StpBarredPage *self, const StpRule *rule)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sources = stp_sources_explain (rule);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stp_rule_get_sentence (rule));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), stp_rule_get_why (rule));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), stp_sources_button_new (sources));
  adw_preferences_group_add (self->reasons, row);
  g_ptr_array_add (self->rows, row);
}

static void
stp_barred_page_refresh (StpSessionPage *page)
{
  StpBarredPage *self = STP_BARRED_PAGE (page);
  StpWorkspace *workspace = stp_session_page_get_workspace (page);
  StpDiary *diary = stp_workspace_get_diary (workspace);
  g_autoptr (GPtrArray) rules = stp_person_list_absolute (stp_diary_get_profile (diary));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->reasons, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rules->len; i++)
    add_reason (self, rules->pdata[i]);
  /* An alarm is about skin that needs care now, whoever may needle it. */
  stp_alarm_group_show (self->alarm_group, workspace);
}

static void
stp_barred_page_finalize (GObject *object)
{
  g_clear_pointer (&STP_BARRED_PAGE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_barred_page_parent_class)->finalize (object);
}

static void
stp_barred_page_class_init (StpBarredPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_barred_page_finalize;
  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_barred_page_refresh;

  g_type_ensure (STP_TYPE_ALARM_GROUP);
  g_type_ensure (STP_TYPE_DONE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-barred-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpBarredPage, alarm_group);
  gtk_widget_class_bind_template_child (widget_class, StpBarredPage, reasons);
}

static void
stp_barred_page_init (StpBarredPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
