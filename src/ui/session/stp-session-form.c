// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-session-form.h"

/**
 * stp_session_form_dup_text:
 *
 * Returns: (transfer full) (nullable): what was written, without space around it; %NULL if nothing
 */
char *
stp_session_form_dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text ? g_steal_pointer (&text) : NULL;
}

/**
 * stp_session_form_save_profile:
 * @form: what @profile was filled in with; its title is what undo names
 *
 * Writes @profile and closes @form, or says why not.
 */
void
stp_session_form_save_profile (AdwDialog *form, StpWorkspace *workspace, StpProfile *profile)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  stp_diary_begin_edit (diary, adw_dialog_get_title (form));
  saved = stp_diary_put (diary, profile, &error);
  stp_diary_end_edit (diary);
  if (saved)
    adw_dialog_close (form);
  else
    stp_workspace_report (workspace, error);
}
