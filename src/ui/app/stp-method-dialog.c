// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-method-dialog.h"

#include "rules/stp-rule-length.h"
#include "shared/stp-when.h"

struct _StpMethodDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *after;
  AdwPreferencesGroup *before;
};

G_DEFINE_FINAL_TYPE (StpMethodDialog, stp_method_dialog, ADW_TYPE_DIALOG)

static void
stp_method_dialog_class_init (StpMethodDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-method-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpMethodDialog, after);
  gtk_widget_class_bind_template_child (widget_class, StpMethodDialog, before);
}

static void
stp_method_dialog_init (StpMethodDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where the page tells of a rule; %NULL where it does not. */
static AdwPreferencesGroup *
get_group (StpMethodDialog *self, const StpRule *rule)
{
  if (!stp_rule_is_method (rule))
    return NULL;
  if (rule->phase == STP_RULE_BEFORE || rule->phase == STP_RULE_GATE)
    return self->before;
  return rule->phase == STP_RULE_AFTER ? self->after : NULL;
}

static GtkWidget *
make_row (const StpRule *rule, StpProfile *profile, int year)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *length = stp_rule_dup_length_text (rule, profile, year);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stp_rule_get_sentence (rule));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), stp_rule_get_why (rule));
  if (length)
    {
      GtkWidget *label = gtk_label_new (length);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), 10);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_add_css_class (label, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

static void
add_rules (StpMethodDialog *self, StpWorkspace *workspace)
{
  StpProfile *profile = stp_diary_get_profile (stp_workspace_get_diary (workspace));
  const int year = stp_when_get_year (stp_workspace_get_clock (workspace));
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      AdwPreferencesGroup *group = get_group (self, &rules[i]);

      if (group)
        adw_preferences_group_add (group, make_row (&rules[i], profile, year));
    }
}

/**
 * stp_method_dialog_new:
 * @workspace: whose diary's profile the times are for
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
stp_method_dialog_new (StpWorkspace *workspace)
{
  StpMethodDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STP_TYPE_METHOD_DIALOG, NULL);
  add_rules (self, workspace);

  return ADW_DIALOG (self);
}
