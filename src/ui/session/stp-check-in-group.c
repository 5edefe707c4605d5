// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-check-in-group.h"

#include <glib/gi18n.h>

#include "rules/stp-words.h"
#include "shared/stp-check-in-words.h"

struct _StpCheckInGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *row;
  GtkWidget *button;
  GtkWidget *skip_button;
};

G_DEFINE_FINAL_TYPE (StpCheckInGroup, stp_check_in_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_check_in_group_class_init (StpCheckInGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-check-in-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpCheckInGroup, row);
  gtk_widget_class_bind_template_child (widget_class, StpCheckInGroup, button);
  gtk_widget_class_bind_template_child (widget_class, StpCheckInGroup, skip_button);
}

static void
stp_check_in_group_init (StpCheckInGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_due (StpCheckInGroup *self, const StpCheckIn *check_in)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("How Is Your Skin?"));
  adw_action_row_set_subtitle (self->row, stp_check_in_words_get_slot (check_in->slot));
  gtk_widget_add_css_class (self->button, "suggested-action");
}

static void
show_next (StpCheckInGroup *self, StpWorkspace *workspace, gint64 at)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  g_autofree char *when = stp_words_moment (at, stp_clock_get_now (clock),
                                            stp_clock_get_zone (clock));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Next Check-In"));
  adw_action_row_set_subtitle (self->row, when);
  gtk_widget_remove_css_class (self->button, "suggested-action");
}

/**
 * stp_check_in_group_show:
 * @only_due: hide it unless one is due
 *
 * Shows what is due now, else the next one. The skin can be looked at at any time.
 */
void
stp_check_in_group_show (StpCheckInGroup *self, StpWorkspace *workspace, gboolean only_due)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const StpCheckIn check_in = stp_procedure_get_check_in (procedure);
  const gboolean due = stp_procedure_has_check_in (procedure);

  g_return_if_fail (STP_IS_CHECK_IN_GROUP (self));

  gtk_widget_set_visible (GTK_WIDGET (self), due || (!only_due && check_in.at != STP_TIME_UNSET));
  gtk_widget_set_visible (self->skip_button, due && check_in.slot != 0);
  if (due)
    show_due (self, &check_in);
  else if (check_in.at != STP_TIME_UNSET)
    show_next (self, workspace, check_in.at);
}
