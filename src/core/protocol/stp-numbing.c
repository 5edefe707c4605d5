// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-numbing-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-procedure-private.h"
#include "rules/stp-person.h"

/* How long the cream should stay on, how long at most, and what rules the session out; clinical
 * rules, section 2.1. The clock alone tells: it went on while the computer slept. */
static const StpContact usual_contact = { 30, 60 };
static const StpContact atopic_contact = { 15, 30 };
#define TOO_LONG (90 * STP_MINUTE)

/* The strongest lidocaine without a doctor, in per mille; the same section. */
#define LIMIT 40

/*
 * stp_numbing_get_contact:
 *
 * Returns: how long this person may leave it on: skin with eczema takes more of it up
 */
StpContact
stp_numbing_get_contact (StpTimeline *timeline)
{
  StpProfile *profile = stp_diary_get_profile (stp_timeline_get_diary (timeline));

  return stp_profile_applies (profile, "q.eczema_psor") ? atopic_contact : usual_contact;
}

static StpStep *
find_application (StpSessionLog *log)
{
  StpStep *step = stp_session_log_find (log, STP_STEP_NUMB, 0, 0);

  return step != NULL && !stp_step_is_skipped (step) ? step : NULL;
}

/* Whether cream was put on since the latest gate. */
gboolean
stp_numbing_was_applied (StpSessionLog *log)
{
  return find_application (log) != NULL;
}

/* Whether nobody said yet that it was wiped off. */
gboolean
stp_numbing_is_on (StpSessionLog *log)
{
  StpStep *step = find_application (log);

  return step != NULL && step->done_at.us == STP_TIME_UNSET;
}

static gint64
get_contact (StpStep *step, gint64 now)
{
  if (step->at.us == STP_TIME_UNSET)
    return 0;
  return (step->done_at.us != STP_TIME_UNSET ? step->done_at.us : now) - step->at.us;
}

/* Whether it was on for so long that nothing is needled any more today. */
gboolean
stp_numbing_is_too_long (StpSessionLog *log, gint64 now)
{
  StpStep *step = find_application (log);

  return step != NULL && get_contact (step, now) > TOO_LONG;
}

/* When there is something new to say of cream that is on, or %STP_TIME_UNSET. */
gint64
stp_numbing_get_next_alert (StpTimeline *timeline, StpSessionLog *log, gint64 now)
{
  const StpContact limits = stp_numbing_get_contact (timeline);
  const gint64 alerts[] = { limits.usual * STP_MINUTE, limits.longest * STP_MINUTE, TOO_LONG + 1 };
  StpStep *step = find_application (log);

  if (step == NULL || !stp_numbing_is_on (log) || step->at.us == STP_TIME_UNSET)
    return STP_TIME_UNSET;
  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++)
    if (step->at.us + alerts[i] > now)
      return step->at.us + alerts[i];
  return STP_TIME_UNSET;
}

static const char *
get_time_is_over (const StpContact *limits)
{
  return limits->longest == usual_contact.longest
           ? _ ("60 minutes are over. Wipe the cream off now.")
           : _ ("30 minutes are over. Wipe the cream off now.");
}

/**
 * stp_procedure_get_alert:
 *
 * Returns: (transfer none) (nullable): what cannot wait while numbing cream is on, or that it was
 *   on for too long (clinical rules, section 2.1); a sentence or two
 */
const char *
stp_procedure_get_alert (StpProcedure *self)
{
  StpSituation *situation;
  StpContact limits;
  StpStep *step;
  gint64 contact;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), NULL);

  situation = stp_procedure_get_situation (self);
  step = situation->phase == STP_PHASE_STEPS ? find_application (situation->log) : NULL;
  if (step == NULL)
    return NULL;

  limits = stp_numbing_get_contact (stp_procedure_get_timeline (self));
  contact = get_contact (step, stp_procedure_get_now (self).us);
  if (contact > TOO_LONG)
    return _ ("The cream was on for over 90 minutes. Wash it off. No needling today.");
  if (!stp_numbing_is_on (situation->log) || contact < limits.usual * STP_MINUTE)
    return NULL;
  return contact < limits.longest * STP_MINUTE ? _ ("Time to wipe the cream off.")
                                               : get_time_is_over (&limits);
}

/* What of a person rules the cream out; clinical rules, sections 2.1 and 5. */
static const struct
{
  const char *question, *text;
} bars[] = {
  { "q.heart_liver", N_ ("Because of an illness that you named, use it only if a doctor agrees.") },
  { "q.allergy", N_ ("Because of your allergy, no numbing cream.") },
};

/* One application a day, whichever product and whether or not there was a session with it. */
static gboolean
was_used_lately (StpTimeline *timeline, gint64 now)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);
      const char *id = stp_record_get_id (product);
      const gint64 last = stp_timeline_get_last_use (timeline, id);

      if (last != STP_TIME_UNSET && stp_moments_within (last, now, STP_NUMBING_REST) &&
          (product->kind == STP_PRODUCT_NUMBING ||
           stp_classification_is_active (stp_timeline_get_classification (timeline, id),
                                         STP_CLASS_NUMBING)))
        return TRUE;
    }
  return FALSE;
}

/*
 * stp_numbing_get_bar:
 *
 * A doctor's word on needling says nothing of the cream, so that it lifts none of these.
 *
 * Returns: (nullable): why this person uses no numbing cream at all, translated
 */
const char *
stp_numbing_get_bar (StpTimeline *timeline, gint64 now)
{
  StpProfile *profile = stp_diary_get_profile (stp_timeline_get_diary (timeline));

  if (profile->consultation && profile->consultation->avoid & STP_CLASS_BIT (STP_CLASS_NUMBING))
    return _ ("At your consultation you were told to avoid numbing cream.");
  if (stp_person_is_pregnant (timeline, now))
    return _ ("While pregnant, breast-feeding or trying for a child, no numbing cream without a "
              "doctor.");
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    if (stp_profile_applies (profile, bars[i].question))
      return _ (bars[i].text);
  if (was_used_lately (timeline, now))
    return _ ("Numbing cream was used in the last 24 hours. Once a day is the most.");
  return NULL;
}

/* Parts of the names of lidocaine in the languages of the dictionary, and of what may stand beside
 * it as one word or is not in there; clinical rules, section 7.14. */
static const char *const lidocaine[] = {
  "lidoca", "lidoka", "lignoca", "лидока", "리도카", "リドカ", "利多卡",
};
static const char *const others[] = {
  "priloca", "tetraca", "benzoca", "proca", "artica", "pivaca", "epinephrin", "adrenalin",
};

static gboolean
names_one (const char *token, const char *const *parts, guint n_parts)
{
  g_autofree char *folded = g_utf8_casefold (token, -1);

  for (guint i = 0; i < n_parts; i++)
    if (strstr (folded, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/*
 * stp_numbing_dup_refusal:
 *
 * Clinical rules, section 2.1: lidocaine only, never two that numb, and nothing without a label.
 *
 * Returns: (transfer full) (nullable): why a product of that content numbs nobody at home
 */
char *
stp_numbing_dup_refusal (StpClassification *classification)
{
  gboolean named = FALSE;

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    {
      const StpToken *token = stp_classification_get_token (classification, i);
      const gboolean own = names_one (token->text, lidocaine, G_N_ELEMENTS (lidocaine));

      if (names_one (token->text, others, G_N_ELEMENTS (others)) ||
          (!own && (token->classes & STP_CLASS_BIT (STP_CLASS_NUMBING))))
        /* Translators: %s is an ingredient of a numbing cream */
        return g_strdup_printf (_ ("It contains %s. At home only lidocaine alone is safe."),
                                token->text);
      named = named || own;
    }
  return named ? NULL : g_strdup (_ ("Its ingredients are not known."));
}

/* Per mille of lidocaine as the record or the list says, 0 = not known. */
int
stp_numbing_get_strength (StpProduct *product, StpClassification *classification)
{
  const StpFinding *finding = stp_classification_find (classification, STP_CLASS_NUMBING);

  if (product->strength_permille != STP_UNSET)
    return product->strength_permille;
  return finding ? (int) finding->permille : 0;
}

/**
 * stp_procedure_get_numbing_objection:
 * @permille: of lidocaine; 0 = not known
 *
 * Returns: (transfer none) (nullable): why such cream may not be used
 */
const char *
stp_procedure_get_numbing_objection (StpProcedure *self, int permille)
{
  if (permille <= 0)
    /* xgettext:no-c-format */
    return _ ("Its strength is not known. At most 4 % lidocaine is safe at home.");
  if (permille > LIMIT)
    /* xgettext:no-c-format */
    return _ ("It is too strong. At most 4 % lidocaine is safe at home.");
  return stp_numbing_get_bar (stp_procedure_get_timeline (self), stp_procedure_get_now (self).us);
}

static StpStep *
draft_application (StpSituation *situation, int permille, StpInstant now)
{
  StpStep *step = stp_procedure_draft_step (situation, STP_STEP_NUMB, 0, now);

  step->detail = g_strdup_printf ("permille=%d", permille);
  return step;
}

/**
 * stp_procedure_begin_numbing:
 * @permille: of lidocaine; 0 = not known
 * @error: %STP_PROCEDURE_ERROR_STATE, %STP_PROCEDURE_ERROR_INVALID
 *
 * Records that numbing cream was put on, if it is not too strong (clinical rules, section 2.1).
 *
 * Returns: whether it may be on the skin
 */
gboolean
stp_procedure_begin_numbing (StpProcedure *self, int permille, GError **error)
{
  const StpProcedureStep *current;
  const char *objection;
  g_autoptr (StpStep) step = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  current = stp_procedure_find_current_step (stp_procedure_look (self), error);
  if (current == NULL)
    return FALSE;
  if (current->kind != STP_STEP_NUMB || current->at != STP_TIME_UNSET)
    return stp_procedure_refuse (error, _ ("Numbing cream has no place in this step."));
  objection = stp_procedure_get_numbing_objection (self, permille);
  if (objection != NULL)
    {
      g_set_error_literal (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID, objection);
      return FALSE;
    }
  step = draft_application (stp_procedure_get_situation (self), permille,
                            stp_procedure_get_now (self));
  return stp_diary_put_guarded (stp_timeline_get_diary (stp_procedure_get_timeline (self)), step,
                                STP_EDIT_PERMANENT, error);
}
