// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-session-photo.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"

static const char *
get_session_id (StpWorkspace *workspace)
{
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));

  return session ? stp_record_get_id (session) : NULL;
}

static StpPhoto *
find_photo (StpWorkspace *workspace)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  const char *session = get_session_id (workspace);

  for (guint i = 0; session && i < stp_diary_get_n_records (diary, STP_RECORD_PHOTO); i++)
    {
      StpPhoto *photo = stp_diary_peek_record (diary, STP_RECORD_PHOTO, i);

      if (g_strcmp0 (photo->session, session) == 0)
        return photo;
    }

  return NULL;
}

/* Another one takes the place of the first: which is the better is seen at once. */
static StpPhoto *
draft_photo (StpWorkspace *workspace)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  StpPhoto *before = find_photo (workspace);
  StpPhoto *draft = before ? stp_record_copy (before) : stp_record_new (STP_RECORD_PHOTO);

  draft->at = stp_instant_local (stp_clock_get_now (clock), stp_clock_get_zone (clock));
  draft->angle = STP_ANGLE_FRONT;
  g_set_str (&draft->session, get_session_id (workspace));

  return draft;
}

static void
on_taken_cb (StpWorkspace *workspace, const char *reference)
{
  g_autoptr (StpPhoto) draft = draft_photo (workspace);
  g_autoptr (GError) error = NULL;

  g_set_str (&draft->file, reference);
  if (!stp_diary_put (stp_workspace_get_diary (workspace), draft, &error))
    stp_workspace_report (workspace, error);
}

static void
on_removed_cb (StpWorkspace *workspace)
{
  StpPhoto *photo = find_photo (workspace);
  g_autoptr (GError) error = NULL;

  if (!photo)
    return;
  if (stp_diary_delete (stp_workspace_get_diary (workspace), photo, &error))
    stp_workspace_toast_undo (workspace, _ ("Photo removed"));
  else
    stp_workspace_report (workspace, error);
}

/**
 * stp_session_photo_setup:
 * @group: what chooses, takes and shows
 *
 * Keeps what @group takes with the session in progress.
 */
void
stp_session_photo_setup (StpPhotoGroup *group, StpWorkspace *workspace)
{
  stp_photo_group_set_workspace (group, workspace);
  g_signal_connect_object (group, "taken", G_CALLBACK (on_taken_cb), workspace, G_CONNECT_SWAPPED);
  g_signal_connect_object (group, "removed", G_CALLBACK (on_removed_cb), workspace,
                           G_CONNECT_SWAPPED);
}

/**
 * stp_session_photo_show:
 *
 * Shows the photo of the session in progress, if there is one.
 */
void
stp_session_photo_show (StpPhotoGroup *group, StpWorkspace *workspace)
{
  StpPhoto *photo = find_photo (workspace);

  stp_photo_group_show (group, get_session_id (workspace), photo ? photo->file : NULL);
}
