// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-head-ledger.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-rule.h"
#include "rules/stp-timeline-private.h"

static StpInquiry
inquire (StpTimeline *timeline, StpHead *head, gint64 start)
{
  const StpQuestion question = {
    .start = start, .now = start, .device = head->device, .needle_um = head->needle_um
  };
  StpInquiry inquiry = stp_timeline_inquire (timeline, &question);

  inquiry.head = head; /* also one that has been replaced */
  return inquiry;
}

/* (nullable): the rule that forbids the head itself, whatever stands against its device */
static const StpRule *
find_block (const StpInquiry *inquiry)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (StpHold));

  stp_inquiry_collect_device (inquiry, STP_HOLDS_ALL, holds);
  for (guint i = 0; i < holds->len; i++)
    {
      const StpHold *hold = &g_array_index (holds, StpHold, i);

      if (hold->subject_type == STP_RECORD_HEAD && hold->strength == STP_BLOCK)
        return hold->rule;
    }
  return NULL;
}

static gboolean
takes_head (StpSession *session, StpHead *head)
{
  if (session->state != STP_SESSION_PLANNED || session->hidden ||
      session->place == STP_PLACE_CLINIC || session->start.us == STP_TIME_UNSET)
    return FALSE;
  if (session->device && g_strcmp0 (session->device, head->device) != 0)
    return FALSE;
  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      if (area->needle_um > 0 && area->needle_um != head->needle_um)
        return FALSE;
    }
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* (element-type gint64): the sessions that wait for such a head, the next one first */
static GArray *
list_planned (StpDiary *diary, StpHead *head)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      if (takes_head (session, head))
        g_array_append_val (starts, session->start.us);
    }
  g_array_sort (starts, compare_starts);
  return starts;
}

/* A head may also grow too old before it is worn. */
static guint
count_enough (StpTimeline *timeline, StpHead *head, GArray *starts, guint left)
{
  guint enough = 0;

  while (enough < MIN (starts->len, left))
    {
      const StpInquiry then = inquire (timeline, head, g_array_index (starts, gint64, enough));

      if (find_block (&then))
        break;
      enough++;
    }
  return enough;
}

/**
 * stp_head_ledger_get:
 * @head: a head of a device that is in the diary
 *
 * Returns: its uses against its limits (clinical rules, section 4.4) and against the planned
 *   sessions; of a head that was replaced no session is planned
 */
StpHeadLedger
stp_head_ledger_get (StpTimeline *timeline, StpHead *head)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  StpHeadLedger ledger = { 0 };
  const StpRule *rule;
  StpHeadWear wear;
  StpInquiry now;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), ledger);
  g_return_val_if_fail (STP_IS_HEAD (head), ledger);

  now = inquire (timeline, head, stp_clock_get_now (stp_diary_get_clock (diary)));
  if (!now.device)
    return ledger;
  wear = stp_inquiry_measure_head (&now);
  rule = find_block (&now);
  ledger.uses = wear.uses;
  ledger.why = rule ? stp_rule_get_sentence (rule) : NULL;
  if (!rule && head->retired == STP_DAY_UNSET)
    {
      g_autoptr (GArray) starts = list_planned (diary, head);

      ledger.left = wear.last - wear.uses;
      ledger.planned = starts->len;
      ledger.enough = count_enough (timeline, head, starts, ledger.left);
    }
  return ledger;
}

static char *
describe_plan (const StpHeadLedger *self)
{
  if (self->enough < self->planned)
    /* Translators: a head of needles wears out: "Enough for 6 of 8 planned sessions." */
    return g_strdup_printf (ngettext ("Enough for %1$u of %2$u planned session.",
                                      "Enough for %1$u of %2$u planned sessions.", self->planned),
                            self->enough, self->planned);
  return g_strdup_printf (ngettext ("Enough for the %u planned session.",
                                    "Enough for all %u planned sessions.", self->planned),
                          self->planned);
}

/**
 * stp_head_ledger_dup_text:
 *
 * Returns: (transfer full): what is left of a head, in whole sentences, translated
 */
char *
stp_head_ledger_dup_text (const StpHeadLedger *self)
{
  g_autofree char *left = NULL;
  g_autofree char *plan = NULL;

  if (self->why)
    return g_strdup (self->why);
  left = g_strdup_printf (ngettext ("%u use left.", "%u uses left.", self->left), self->left);
  if (self->planned == 0)
    return g_steal_pointer (&left);
  plan = describe_plan (self);
  return g_strdup_printf ("%s\n%s", left, plan);
}
