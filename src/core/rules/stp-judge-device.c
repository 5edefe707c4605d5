// SPDX-License-Identifier: GPL-3.0-or-later

/* The device in the hand, its head, and the length that the person may use (E8). */

#include "config.h"

#include "rules/stp-head-life.h"
#include "rules/stp-judge-private.h"
#include "rules/stp-timeline-private.h"

/* Clinical rules, section 4.2: for who is new, for who is steady, and what home is not for. */
#define NEW_UM 300
#define STEADY_UM 500
#define LONGEST_UM 1000
/* Of these parts of the face even a doctor's word allows no more at home. */
#define DELICATE                                                                                   \
  (STP_BIT (STP_AREA_FOREHEAD) | STP_BIT (STP_AREA_NOSE) | STP_BIT (STP_AREA_UPPER_LIP))

/* These take no more than who is new may use; in a session of all the face they are left out. */
#define TENDER                                                                                     \
  (STP_BIT (STP_AREA_EYE_CONTOUR) | STP_BIT (STP_AREA_UPPER_LIP) | STP_BIT (STP_AREA_NECK))

#define HEAD_MONTHS 3

static void
add (const char *id,
     gpointer record,
     gint64 since,
     StpStrength strength,
     StpHoldFilter filter,
     GArray *holds)
{
  const StpRule *rule = stp_rule_find (id);
  gboolean device = stp_record_get_record_type (record) == STP_RECORD_DEVICE;
  StpHold hold = { .rule = rule,
                   .strength = strength,
                   .since = since,
                   .until = STP_TIME_UNSET,
                   .subject_type = device ? STP_RECORD_DEVICE : STP_RECORD_HEAD,
                   .subject = stp_record_get_id (record),
                   .record = record,
                   /* A new head lifts what is about the old one; nothing does so for the device. */
                   .lasting = device && strength >= STP_DOCTOR };

  stp_inquiry_add_hold (&hold, filter, holds);
}

/* Micrometres that experience allows, also to skin that is prone to dark marks. */
static int
find_level (const StpInquiry *self)
{
  gboolean steady = self->start >= self->facts->steady_from &&
                    !stp_profile_applies (self->profile, "q.pih");

  return steady ? STEADY_UM : NEW_UM;
}

/* The length that the specialist set is obeyed, whatever a clearance names (product, section 1). */
static gboolean
is_beyond_consultation (const StpInquiry *self)
{
  const StpConsultation *consultation = self->profile->consultation;

  return consultation && consultation->max_um > 0 && self->needle_um > consultation->max_um;
}

static gboolean
names_length (const StpInquiry *self)
{
  const StpClearance *clearance = stp_inquiry_find_clearance (self, "level.length");

  return clearance && clearance->max_um != STP_UNSET && self->needle_um <= clearance->max_um;
}

/* Whether the skin itself takes no such needle, whoever allows it. */
static gboolean
is_too_long_for_skin (const StpInquiry *self)
{
  gboolean all_the_face = (self->areas & STP_AREAS_FACE) == STP_AREAS_FACE;
  guint64 tender = all_the_face ? TENDER & ~STP_AREAS_FACE : TENDER;

  if (self->needle_um > LONGEST_UM)
    return TRUE;
  if ((self->areas & DELICATE) && self->needle_um > STEADY_UM)
    return TRUE;
  return (self->areas & tender) && self->needle_um > NEW_UM;
}

static void
collect_length (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  gboolean too_long = is_too_long_for_skin (self) || is_beyond_consultation (self);

  if (!too_long && self->needle_um <= find_level (self))
    return;
  if (too_long || !names_length (self))
    add ("level.length", self->device, STP_TIME_UNSET, STP_BLOCK, filter, holds);
  else if (self->needle_um > STEADY_UM)
    add ("level.length", self->device, STP_TIME_UNSET, STP_WARN, filter, holds);
}

/* What may be, and what may no longer be; clinical rules, section 4.4. */
static void
find_limits (StpDevice *device, int needle_um, StpHeadWear *wear)
{
  wear->worn = wear->last = 1;
  if (device->kind == STP_DEVICE_PEN || needle_um > STEADY_UM)
    return;
  wear->worn = needle_um > NEW_UM ? 4 : 8;
  wear->last = needle_um > NEW_UM ? 6 : 10;
}

/**
 * stp_head_find_in_use:
 * @question: with its device and length
 *
 * Returns: (nullable): id of the head that such a session is judged by, and wears: of those of that
 *   device and length that were not replaced the latest
 */
const char *
stp_head_find_in_use (StpTimeline *timeline, const StpQuestion *question)
{
  StpHead *head = stp_timeline_find_head (timeline, question);

  return head ? stp_record_get_id (head) : NULL;
}

/**
 * stp_head_count_uses:
 * @head: id
 * @uses: (out): sessions with a stroke, the one that goes on included, and those before the diary
 * @last: (out): how many it may have (clinical rules, section 4.4)
 *
 * Returns: whether there is such a head
 */
gboolean
stp_head_count_uses (StpTimeline *timeline, const char *head, guint *uses, guint *last)
{
  StpFacts *facts = stp_timeline_get_facts (timeline);
  StpHead *record = stp_diary_lookup (facts->diary, STP_RECORD_HEAD, head);
  StpDevice *device = record && record->device
                        ? stp_diary_lookup (facts->diary, STP_RECORD_DEVICE, record->device)
                        : NULL;
  StpHeadWear wear;

  if (device == NULL)
    return FALSE;
  find_limits (device, record->needle_um, &wear);
  *last = wear.last;
  *uses = GPOINTER_TO_UINT (g_hash_table_lookup (facts->head_uses, head)) +
          (guint) MAX (record->uses_before, 0);
  return TRUE;
}

/*
 * stp_inquiry_measure_head:
 * @self: with a device and a head
 *
 * Returns: how often the head was used, and how often it may be
 */
StpHeadWear
stp_inquiry_measure_head (const StpInquiry *self)
{
  const char *id = stp_record_get_id (self->head);
  guint uses = GPOINTER_TO_UINT (g_hash_table_lookup (self->facts->head_uses, id));
  StpSitting *ignored = self->ignore_session
                          ? stp_facts_find_sitting (self->facts, self->ignore_session)
                          : NULL;
  StpHeadWear wear;

  if (ignored && ignored->needled && g_strcmp0 (ignored->session->head, id) == 0)
    uses--;
  wear.uses = uses + (guint) MAX (self->head->uses_before, 0);
  find_limits (self->device, self->needle_um, &wear);
  return wear;
}

static void
collect_uses (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  const StpHeadWear wear = stp_inquiry_measure_head (self);

  if (wear.uses >= wear.last)
    add ("head.uses", self->head, STP_TIME_UNSET, STP_BLOCK, filter, holds);
  else if (wear.uses >= wear.worn)
    add ("head.uses", self->head, STP_TIME_UNSET, STP_WARN, filter, holds);
}

static gint64
find_old_from (guint since)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, since);
  g_date_add_months (&day, HEAD_MONTHS);
  return stp_facts_day_begin (g_date_get_julian (&day), NULL);
}

static void
collect_age (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  const StpHead *head = self->head;

  if (head->since != STP_DAY_UNSET && self->needle_um <= NEW_UM &&
      self->start >= find_old_from (head->since))
    add ("head.age", self->head, stp_facts_day_begin (head->since, NULL), STP_BLOCK, filter, holds);
  if (head->expires != STP_DAY_UNSET &&
      self->start >= stp_facts_day_begin (head->expires + 1, NULL))
    add ("head.expired", self->head, stp_facts_day_begin (head->expires + 1, NULL), STP_BLOCK,
         filter, holds);
}

void
stp_inquiry_collect_device (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  if (!self->device)
    return;
  if (self->device->kind == STP_DEVICE_RF)
    add ("rf.home", self->device, STP_TIME_UNSET, STP_BLOCK, filter, holds);
  collect_length (self, filter, holds);

  if (!self->head)
    return;
  collect_uses (self, filter, holds);
  collect_age (self, filter, holds);
  if (self->head->dropped == TRUE)
    add ("head.dropped", self->head, STP_TIME_UNSET, STP_BLOCK, filter, holds);
  if (self->head->shared == TRUE)
    add ("head.shared", self->head, STP_TIME_UNSET, STP_BLOCK, filter, holds);
  if (g_hash_table_contains (self->facts->infected_heads, stp_record_get_id (self->head)))
    add ("head.infected", self->head, STP_TIME_UNSET, STP_BLOCK, filter, holds);
}
