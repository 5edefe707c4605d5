// SPDX-License-Identifier: GPL-3.0-or-later

/* What is done elsewhere than at the gate: by a clinic, or with light, for which no device need be
 * known. */

#include "config.h"

#include "rules/stp-timeline-private.h"

static StpDeviceKind
get_lamp (const StpSession *session)
{
  if (session->treatment == STP_TREATMENT_LED_RED)
    return STP_DEVICE_LED_RED;
  return session->treatment == STP_TREATMENT_LED_BLUE ? STP_DEVICE_LED_BLUE : 0;
}

/**
 * stp_timeline_judge_elsewhere:
 * @session: of a clinic or with light; it need not be in the diary
 *
 * What would stand against it at home. Nothing of it refuses the session: a clinic is told, and
 * what happened is recorded (E2, E4). A clinic's own device is not judged.
 *
 * Returns: (transfer full): the reasons
 */
StpVerdict *
stp_timeline_judge_elsewhere (StpTimeline *self, const StpSession *session)
{
  StpDiary *diary = stp_timeline_get_diary (self);
  StpQuestion question = { .start = session->start.us,
                           .now = stp_clock_get_now (stp_diary_get_clock (diary)),
                           .purpose = STP_PURPOSE_FULL,
                           .ignore_session = stp_record_get_id ((gpointer) session) };
  const StpDeviceKind lamp = get_lamp (session);
  g_autoptr (StpDevice) device = lamp ? stp_record_new (STP_RECORD_DEVICE) : NULL;
  StpInquiry inquiry;

  g_return_val_if_fail (STP_IS_TIMELINE (self), NULL);

  stp_question_read_areas (&question, session);
  inquiry = stp_timeline_inquire (self, &question);
  inquiry.device = device;
  inquiry.head = NULL;
  if (device)
    device->kind = lamp;
  inquiry.needles = lamp == 0;
  if (session->treatment == STP_TREATMENT_RF)
    inquiry.band = STP_BAND_RF;
  return stp_timeline_judge_inquiry (self, &inquiry);
}
