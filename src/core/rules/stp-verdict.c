// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-verdict.h"

#include "rules/stp-judge-private.h"

/* clang-format off */

G_DEFINE_ENUM_TYPE (StpStrength, stp_strength,
                    G_DEFINE_ENUM_VALUE (STP_ALLOWED, "allowed"),
                    G_DEFINE_ENUM_VALUE (STP_ADVISE, "advise"),
                    G_DEFINE_ENUM_VALUE (STP_WARN, "warn"),
                    G_DEFINE_ENUM_VALUE (STP_DOCTOR, "doctor"),
                    G_DEFINE_ENUM_VALUE (STP_BLOCK, "block"))

/* clang-format on */

/**
 * stp_reason_get_text:
 *
 * Returns: what it says, in whole sentences of the user's language (E11)
 */
const char *
stp_reason_get_text (StpReason *self)
{
  if (!self->text)
    self->text = stp_texts_dup_reason (self);
  return self->text;
}

/**
 * stp_reason_get_clearance:
 *
 * Returns: (nullable): the rule id under which a doctor's word that would lift it is recorded;
 * %NULL where no doctor lifts it
 */
const char *
stp_reason_get_clearance (StpReason *self)
{
  if (self->strength < STP_DOCTOR)
    return NULL;
  if (self->rule->clearance)
    return self->rule->clearance;
  if (self->strength == STP_DOCTOR || g_str_equal (self->rule->id, "level.length"))
    return self->rule->id;
  return NULL;
}

/**
 * stp_ask_get_text:
 *
 * Returns: the question, in the user's language
 */
const char *
stp_ask_get_text (StpAsk *self)
{
  if (!self->text)
    self->text = stp_texts_dup_ask (self);
  return self->text;
}

void
stp_reason_free (StpReason *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->subject);
  g_free (self->text);
  g_free (self);
}

void
stp_ask_free (StpAsk *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->subject);
  g_free (self->text);
  g_free (self);
}

/**
 * stp_pause_new:
 *
 * Returns: (transfer full): a pause to be filled before it is shared
 */
StpPause *
stp_pause_new (void)
{
  return g_atomic_rc_box_new0 (StpPause);
}

StpPause *
stp_pause_ref (StpPause *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
stp_pause_clear (StpPause *self)
{
  g_clear_pointer (&self->product, g_ref_string_release);
  g_clear_pointer (&self->session, g_ref_string_release);
  g_free (self->text);
}

void
stp_pause_unref (StpPause *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) stp_pause_clear);
}

/**
 * stp_pause_stops:
 *
 * Returns: whether the user is told to leave the product out: mere advice stops nothing, and what
 *   is prescribed goes on while the session waits for it (E3)
 */
gboolean
stp_pause_stops (const StpPause *self)
{
  return self->strength >= STP_WARN && !self->prescribed;
}

/**
 * stp_verdict_new:
 *
 * Returns: (transfer full): a verdict that has nothing to say yet; to be filled before it is shared
 */
StpVerdict *
stp_verdict_new (void)
{
  StpVerdict *self = g_new0 (StpVerdict, 1);

  g_atomic_ref_count_init (&self->refs);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_reason_free);
  self->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_ask_free);
  self->earliest = STP_TIME_UNSET;
  self->earliest_without_warning = STP_TIME_UNSET;
  return self;
}

StpVerdict *
stp_verdict_ref (StpVerdict *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
stp_verdict_unref (StpVerdict *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->asks);
  g_free (self);
}
