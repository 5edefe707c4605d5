// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-questionnaire-dialog.h"

#include <glib/gi18n.h>

#include "protocol/stp-questionnaire.h"
#include "session/stp-question-group.h"

struct _StpQuestionnaireDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpQuestionnaire *questionnaire;

  AdwPreferencesPage *page;
  GtkLabel *open_label;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (StpQuestionnaireDialog, stp_questionnaire_dialog, ADW_TYPE_DIALOG)

/* Names the part to look at next: whoever forgot one does not have to search. */
static char *
describe_open (StpQuestionnaireDialog *self)
{
  const guint n = stp_questionnaire_get_n_open (self->questionnaire);
  const char *title;

  if (n == 0)
    return g_strdup (_ ("Everything is answered."));

  title = stp_questionnaire_get_group_title (
    self->questionnaire, stp_questionnaire_find_open_group (self->questionnaire));
  /* Translators: %u is a number of groups of questions, %s the heading of the first of them */
  return g_strdup_printf (
    ngettext ("%u group is still open: %s", "%u groups are still open: %s …", n), n, title);
}

static void
update (StpQuestionnaireDialog *self)
{
  g_autofree char *text = describe_open (self);

  gtk_label_set_label (self->open_label, text);
  gtk_widget_set_sensitive (self->save_button,
                            stp_questionnaire_get_n_open (self->questionnaire) == 0);
}

static void
on_save_clicked_cb (StpQuestionnaireDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (stp_questionnaire_save (self->questionnaire, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    stp_workspace_report (self->workspace, error);
}

static void
stp_questionnaire_dialog_finalize (GObject *object)
{
  StpQuestionnaireDialog *self = STP_QUESTIONNAIRE_DIALOG (object);

  g_clear_pointer (&self->questionnaire, stp_questionnaire_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_questionnaire_dialog_parent_class)->finalize (object);
}

static void
stp_questionnaire_dialog_class_init (StpQuestionnaireDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_questionnaire_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH
                                               "/session/stp-questionnaire-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpQuestionnaireDialog, page);
  gtk_widget_class_bind_template_child (widget_class, StpQuestionnaireDialog, open_label);
  gtk_widget_class_bind_template_child (widget_class, StpQuestionnaireDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
stp_questionnaire_dialog_init (StpQuestionnaireDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_questionnaire_dialog_new:
 * @workspace: what the panes of the window share
 *
 * Returns: (transfer floating): the questions, with what was answered before
 */
AdwDialog *
stp_questionnaire_dialog_new (StpWorkspace *workspace)
{
  StpQuestionnaireDialog *self = g_object_new (STP_TYPE_QUESTIONNAIRE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->questionnaire = stp_questionnaire_new (stp_workspace_get_diary (workspace));
  for (guint i = 0; i < stp_questionnaire_get_n_groups (self->questionnaire); i++)
    {
      GtkWidget *group = stp_question_group_new (self->questionnaire, i);

      g_signal_connect_object (group, "answered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }
  update (self);

  return ADW_DIALOG (self);
}
