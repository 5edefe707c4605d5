// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-ready-group.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"

struct _StpReadyGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace; /* (owned) */
  GPtrArray *checks;       /* (element-type GtkCheckButton): by index of the thing */
  gboolean showing;        /* what is ticked now comes from the diary */
};

G_DEFINE_FINAL_TYPE (StpReadyGroup, stp_ready_group, ADW_TYPE_PREFERENCES_GROUP)

static StpProcedure *
get_procedure (StpReadyGroup *self)
{
  return stp_workspace_get_procedure (self->workspace);
}

static void
toggled_cb (StpReadyGroup *self, GtkCheckButton *check)
{
  g_autoptr (GError) error = NULL;
  guint index;

  if (self->showing || !g_ptr_array_find (self->checks, check, &index))
    return;
  if (!stp_procedure_set_ready (get_procedure (self),
                                stp_procedure_get_thing (get_procedure (self), index).step,
                                gtk_check_button_get_active (check), &error))
    stp_workspace_report (self->workspace, error);
}

static void
add_row (StpReadyGroup *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
stp_ready_group_dispose (GObject *object)
{
  g_clear_object (&STP_READY_GROUP (object)->workspace);

  G_OBJECT_CLASS (stp_ready_group_parent_class)->dispose (object);
}

static void
stp_ready_group_finalize (GObject *object)
{
  g_clear_pointer (&STP_READY_GROUP (object)->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_ready_group_parent_class)->finalize (object);
}

static void
stp_ready_group_class_init (StpReadyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_ready_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = stp_ready_group_finalize;
}

static void
stp_ready_group_init (StpReadyGroup *self)
{
  self->checks = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Have Ready"));
}

/**
 * stp_ready_group_show:
 *
 * Shows what lies ready for the planned session.
 */
void
stp_ready_group_show (StpReadyGroup *self, StpWorkspace *workspace)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);

  g_return_if_fail (STP_IS_READY_GROUP (self));

  g_set_object (&self->workspace, workspace);
  self->showing = TRUE;
  for (guint i = 0; i < stp_procedure_get_n_things (procedure); i++)
    {
      const StpThing thing = stp_procedure_get_thing (procedure, i);

      if (i == self->checks->len)
        add_row (self, thing.title);
      gtk_check_button_set_active (self->checks->pdata[i], thing.ready);
    }
  self->showing = FALSE;
}
