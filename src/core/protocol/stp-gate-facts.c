// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-form-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-step-list-private.h"
#include "rules/stp-rule.h"

/* What is said at the gate and is a fact of its own: it is kept at once, whether or not a session
 * starts. */

StpInstant
stp_gate_get_instant (StpDiary *diary, gint64 at)
{
  return stp_instant_local (at, stp_clock_get_zone (stp_diary_get_clock (diary)));
}

/*
 * The last logged use is what the user was told; without one, the window of the rule is all
 * that matters.
 */
static gint64
get_denied_since (StpTimeline *timeline, StpGateItem *item, gint64 now)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GTimeZone *zone = stp_clock_get_zone (stp_diary_get_clock (diary));
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (now / STP_SECOND);
  gint64 use = stp_timeline_get_last_use (timeline, stp_gate_item_get_subject (item));
  g_autoptr (GDateTime) today = g_date_time_to_timezone (local, zone);

  if (use != STP_TIME_UNSET)
    return MIN (use, now);
  return now - stp_rule_get_window (stp_gate_item_get_rule (item), STP_BAND_R2,
                                    stp_diary_get_profile (diary), g_date_time_get_year (today));
}

static gboolean
put_denial (StpTimeline *timeline, StpGateItem *item, gint64 now, GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpDenial) denial = stp_record_new (STP_RECORD_DENIAL);

  denial->product = g_strdup (stp_gate_item_get_subject (item));
  denial->since = stp_gate_get_instant (diary, get_denied_since (timeline, item, now));
  denial->at = stp_gate_get_instant (diary, now);
  return stp_diary_put_guarded (diary, denial, STP_EDIT_PERMANENT, error);
}

/* The skin of the patch test is calm: a check-in of that session. */
static gboolean
put_calm (StpTimeline *timeline, StpGateItem *item, gint64 now, GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpReaction) reaction = stp_record_new (STP_RECORD_REACTION);

  reaction->session = g_strdup (stp_gate_item_get_subject (item));
  reaction->at = stp_gate_get_instant (diary, now);
  reaction->redness = reaction->pain = reaction->itch = reaction->flaking = reaction->swelling = 0;
  return stp_diary_put_guarded (diary, reaction, STP_EDIT_PERMANENT, error);
}

/*
 * stp_gate_keep_answer:
 *
 * Keeps an answer that is a fact of its own: "not used" as a denial, a calm patch test as a
 * check-in. A diary that refuses leaves the question open.
 */
void
stp_gate_keep_answer (StpTimeline *timeline, StpGateItem *item, gint64 now)
{
  const StpAnswerRow *row = stp_gate_item_get_answer_row (item);
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  if ((row->means == STP_ANSWER_DENIES && !put_denial (timeline, item, now, &error)) ||
      (row->means == STP_ANSWER_CALMS && !put_calm (timeline, item, now, &error)))
    stp_gate_item_forget (item);
}

/**
 * stp_gate_form_make_patch:
 *
 * Makes the session the patch test that is asked for: a small spot on the jaw (E9).
 *
 * Returns: %FALSE with %STP_GATE_ERROR_STATE or an error of the diary
 */
gboolean
stp_gate_form_make_patch (StpGateForm *self, GError **error)
{
  StpDiary *diary;
  StpSessionArea *jaw;
  g_autoptr (StpSession) draft = NULL;
  int needle_um;
  gboolean done;

  g_return_val_if_fail (STP_IS_GATE_FORM (self), FALSE);

  if (!stp_gate_form_is_startable (self, error))
    return FALSE;
  diary = stp_timeline_get_diary (stp_gate_form_get_timeline (self));
  draft = stp_record_copy (stp_gate_form_get_session (self));
  needle_um = stp_session_get_needle_um (draft);
  jaw = stp_session_area_new ();
  jaw->area = STP_AREA_JAW;
  jaw->needle_um = needle_um > 0 ? needle_um : STP_UNSET;
  draft->purpose = STP_PURPOSE_PATCH;
  g_clear_pointer (&draft->areas, g_ptr_array_unref);
  draft->areas = stp_values_new (&stp_session_area_shape);
  g_ptr_array_add (draft->areas, jaw);

  stp_diary_begin_edit (diary, _ ("Patch Test"));
  done = stp_diary_put_guarded (diary, draft, STP_EDIT_UNDOABLE, error);
  stp_diary_end_edit (diary);
  return done;
}

/**
 * stp_gate_form_confirm_denials:
 *
 * "Nothing since": for all products that are asked about, by one button (E5).
 *
 * Returns: %FALSE with an error of the diary
 */
gboolean
stp_gate_form_confirm_denials (StpGateForm *self, GError **error)
{
  StpDiary *diary;
  g_autoptr (GPtrArray) denials = NULL;
  gint64 now;

  g_return_val_if_fail (STP_IS_GATE_FORM (self), FALSE);

  diary = stp_timeline_get_diary (stp_gate_form_get_timeline (self));
  now = stp_clock_get_now (stp_diary_get_clock (diary));
  denials = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (stp_gate_item_get_kind (item) == STP_GATE_DENIAL)
        g_ptr_array_add (denials, g_steal_pointer (&item));
    }

  stp_diary_begin_edit (diary, _ ("Nothing Since"));
  for (guint i = 0; i < denials->len; i++)
    if (!put_denial (stp_gate_form_get_timeline (self), denials->pdata[i], now, error))
      {
        stp_diary_cancel_edit (diary);
        return FALSE;
      }
  stp_diary_end_edit (diary);
  return TRUE;
}
