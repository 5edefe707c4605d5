// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-step-list-private.h"
#include "rules/stp-head-life.h"
#include "rules/stp-rule.h"

/* What is kept of a session while it goes on, and does not move it. */

static StpDiary *
get_diary (StpProcedure *self)
{
  return stp_timeline_get_diary (stp_procedure_get_timeline (self));
}

/**
 * stp_procedure_note_detail:
 * @detail: what is to be kept with the current step: of an area the directions that are done, as
 *   words with a space between them
 * @error: %STP_PROCEDURE_ERROR_STATE
 *
 * Keeps how far the current step has come, so that a crash does not lose it.
 *
 * Returns: whether the diary took it
 */
gboolean
stp_procedure_note_detail (StpProcedure *self, const char *detail, GError **error)
{
  StpSituation *situation;
  const StpProcedureStep *current;
  g_autoptr (StpStep) step = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);
  g_return_val_if_fail (g_strcmp0 (detail, STP_STEP_SKIPPED) != 0, FALSE);

  situation = stp_procedure_look (self);
  current = stp_procedure_find_current_step (situation, error);
  if (current == NULL)
    return FALSE;
  if (current->at == STP_TIME_UNSET)
    return stp_procedure_refuse (error, _ ("This step was not begun yet."));
  step = stp_procedure_draft_step (situation, current->kind, current->area,
                                   stp_procedure_get_now (self));
  g_set_str (&step->detail, detail);
  return stp_diary_put_guarded (get_diary (self), step, STP_EDIT_PERMANENT, error);
}

/**
 * stp_procedure_get_areas:
 *
 * Returns: the areas of the session in progress, with those that were marked as no-go
 */
guint64
stp_procedure_get_areas (StpProcedure *self)
{
  StpSession *session;
  g_autoptr (StpSession) all = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), 0);

  session = stp_procedure_get_session (self);
  if (session == NULL)
    return 0;
  all = stp_record_copy (session);
  all->no_go = 0;
  return stp_session_get_areas (all);
}

/**
 * stp_procedure_set_no_go:
 * @areas: set of [enum@StpArea] that stay untouched today
 * @error: %STP_PROCEDURE_ERROR_STATE, %STP_PROCEDURE_ERROR_INVALID
 *
 * Marks areas that are left out, before the first stroke (clinical rules, section 2, step 10).
 *
 * Returns: %FALSE if nothing would be left to needle, or the session is not there
 */
gboolean
stp_procedure_set_no_go (StpProcedure *self, guint64 areas, GError **error)
{
  StpSituation *situation;
  g_autoptr (StpSession) draft = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_look (self);
  if (stp_procedure_find_current_step (situation, error) == NULL)
    return FALSE;
  if (stp_session_log_has_stroke (situation->log))
    return stp_procedure_refuse (error, _ ("The skin was needled already."));
  if ((stp_procedure_get_areas (self) & ~areas) == 0)
    {
      g_set_error_literal (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID,
                           _ ("Nothing would be left to needle. Stop the session instead."));
      return FALSE;
    }
  draft = stp_record_copy (situation->session);
  draft->no_go = areas;
  return stp_diary_put_guarded (get_diary (self), draft, STP_EDIT_PERMANENT, error);
}

/**
 * stp_procedure_dup_head_use:
 *
 * Returns: (transfer full) (nullable): which use of its head this session is and how many it may
 *   have; %NULL if the session names no head
 */
char *
stp_procedure_dup_head_use (StpProcedure *self)
{
  StpSession *session;
  guint use, last;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), NULL);

  session = stp_procedure_get_session (self);
  if (session == NULL || session->head == NULL ||
      !stp_head_count_uses (stp_procedure_get_timeline (self), session->head, &use, &last))
    return NULL;
  if (use >= last)
    return g_strdup (_ ("That was its last use. Put it where nobody can prick themselves."));
  /* Translators: uses of a roller head, as in "Use 4 of 10 of this head." */
  return g_strdup_printf (_ ("Use %1$u of %2$u of this head."), use, last);
}

static void
add_confirmed (GArray *list, StpGate *gate)
{
  for (guint i = 0; gate->acknowledged && i < gate->acknowledged->len; i++)
    {
      const StpAcknowledgement *it = gate->acknowledged->pdata[i];
      const StpRule *rule = it->rule ? stp_rule_find (it->rule) : NULL;
      StpConfirmed confirmed = { .subjects = (const char *const *) it->subjects,
                                 .rule = rule,
                                 .at = it->at.us };

      /* A rule of a later version has no words here, but it was accepted all the same. */
      confirmed.text = rule ? stp_rule_get_sentence (rule) : it->rule;
      if (confirmed.text)
        g_array_append_val (list, confirmed);
    }
}

/**
 * stp_procedure_list_confirmed:
 *
 * Returns: (transfer full) (element-type StpConfirmed): what was accepted at the gates of the
 *   session that the phase is about; valid until the diary changes
 */
GArray *
stp_procedure_list_confirmed (StpProcedure *self)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (StpConfirmed));
  StpDiary *diary;
  StpSession *session;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), list);

  diary = get_diary (self);
  session = stp_procedure_get_session (self);
  for (guint i = 0; session && i < stp_diary_get_n_records (diary, STP_RECORD_GATE); i++)
    {
      StpGate *gate = stp_diary_peek_record (diary, STP_RECORD_GATE, i);

      if (g_strcmp0 (gate->session, stp_record_get_id (session)) == 0)
        add_confirmed (list, gate);
    }
  return list;
}
