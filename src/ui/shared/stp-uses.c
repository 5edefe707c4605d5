// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-uses.h"

#include <glib/gi18n.h>

#include "rules/stp-words.h"
#include "shared/stp-session-question.h"

/* The verdict on the next planned session, at the time it is planned for. */
static StpVerdict *
judge_next_session (StpWorkspace *workspace, StpSession **session)
{
  StpTimeline *timeline = stp_workspace_get_timeline (workspace);
  StpQuestion question;

  *session = stp_timeline_get_next_session (timeline);
  if (!*session || (*session)->start.us == STP_TIME_UNSET)
    return NULL;

  question = stp_session_question_of (timeline, *session, (*session)->start.us);

  return stp_timeline_judge (timeline, &question);
}

/* Recording is never refused; what it does to a plan is said (E4). */
static void
tell_logged (StpWorkspace *workspace, guint n_uses)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  StpSession *session = NULL;
  g_autoptr (StpVerdict) verdict = judge_next_session (workspace, &session);
  g_autofree char *text = NULL;

  if (verdict && verdict->plan >= STP_DOCTOR)
    {
      g_autofree char *moment = stp_words_moment (session->start.us, stp_clock_get_now (clock),
                                                  stp_clock_get_zone (clock));

      /* Translators: %s is when the session is planned, as in "Saturday 21:00" */
      text = g_strdup_printf (_ ("Logged. The session %s has to be moved"), moment);
    }
  else
    {
      text = g_strdup_printf (ngettext ("%u use logged", "%u uses logged", n_uses), n_uses);
    }
  stp_workspace_toast_undo (workspace, text);
}

static StpApplication *
make_use (StpWorkspace *workspace, StpProduct *product, gint64 at)
{
  StpApplication *use = stp_record_new (STP_RECORD_APPLICATION);

  use->product = g_strdup (stp_record_get_id (product));
  use->at = stp_instant_local (at, stp_clock_get_zone (stp_workspace_get_clock (workspace)));

  return use;
}

/**
 * stp_uses_log:
 * @products: (element-type StpProduct): what was used
 * @at: when, UTC microseconds
 *
 * Logs the uses as one edit. A failure is reported to the user.
 *
 * Returns: whether they were logged
 */
gboolean
stp_uses_log (StpWorkspace *workspace, GPtrArray *products, gint64 at)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  g_autoptr (GError) error = NULL;

  stp_diary_begin_edit (diary, _ ("Log a Use"));
  for (guint i = 0; i < products->len; i++)
    {
      g_autoptr (StpApplication) use = make_use (workspace, products->pdata[i], at);

      if (!stp_diary_put (diary, use, &error))
        {
          stp_diary_cancel_edit (diary);
          stp_workspace_report (workspace, error);
          return FALSE;
        }
    }
  stp_diary_end_edit (diary);
  tell_logged (workspace, products->len);

  return TRUE;
}

static gboolean
holds_session_back (StpWorkspace *workspace, StpApplication *use)
{
  StpSession *session = NULL;
  g_autoptr (StpVerdict) verdict = judge_next_session (workspace, &session);

  for (guint i = 0; verdict && i < verdict->reasons->len; i++)
    {
      const StpReason *reason = verdict->reasons->pdata[i];

      if (reason->strength >= STP_DOCTOR && reason->subject_type == STP_RECORD_PRODUCT &&
          g_strcmp0 (reason->subject, use->product) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
withdraw (StpWorkspace *workspace, StpApplication *use)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  g_autoptr (StpApplication) draft = stp_record_copy (use);
  g_autoptr (GError) error = NULL;

  draft->withdrawn = stp_instant_local (stp_clock_get_now (clock), stp_clock_get_zone (clock));
  if (stp_diary_put (stp_workspace_get_diary (workspace), draft, &error))
    stp_workspace_toast_undo (workspace, _ ("Use removed"));
  else
    stp_workspace_report (workspace, error);
}

/**
 * Removal:
 *
 * What "Did it happen?" is about.
 */
typedef struct
{
  StpWorkspace *workspace;
  StpApplication *use;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *self = data;

  g_clear_object (&self->workspace);
  g_clear_object (&self->use);
  g_free (self);
}

static void
answer_cb (AdwAlertDialog *dialog, const char *response, Removal *removal)
{
  if (g_str_equal (response, "withdraw"))
    withdraw (removal->workspace, removal->use);
}

/* Whoever wishes a session away from its hold is asked once (E4). */
static void
ask (StpWorkspace *workspace, StpApplication *use, GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _ ("Did It Happen?"), _ ("This use holds a session back. Remove it only if it did not happen. "
                             "You will be asked about this product again before the session."));
  Removal *removal = g_new0 (Removal, 1);

  removal->workspace = g_object_ref (workspace);
  removal->use = g_object_ref (use);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("It _Happened"), "withdraw",
                                  _ ("It Did _Not Happen"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answer_cb), removal, removal_free, 0);
  adw_dialog_present (dialog, parent);
}

/**
 * stp_uses_remove:
 * @id: id of the use
 * @parent: the widget that a question may be asked over
 *
 * Removes a use that was logged.
 */
void
stp_uses_remove (StpWorkspace *workspace, const char *id, GtkWidget *parent)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  StpApplication *use = stp_diary_lookup (diary, STP_RECORD_APPLICATION, id);
  g_autoptr (GError) error = NULL;

  if (!use)
    return;
  if (holds_session_back (workspace, use))
    {
      ask (workspace, use, parent);
      return;
    }

  if (stp_diary_delete (diary, use, &error))
    stp_workspace_toast_undo (workspace, _ ("Use removed"));
  else
    stp_workspace_report (workspace, error);
}
