// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-timeline.h"

#include "rules/stp-judge-private.h"
#include "rules/stp-timeline-private.h"
#include "rules/stp-touched-private.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _StpTimeline
{
  GObject parent_instance;

  StpDiary *diary;
  StpFacts *facts;
};

G_DEFINE_FINAL_TYPE (StpTimeline, stp_timeline, G_TYPE_OBJECT)

static void
diary_changed_cb (StpTimeline *self, GPtrArray *changes)
{
  g_autoptr (StpTouched) touched = stp_touched_new ();

  for (guint i = 0; i < changes->len; i++)
    stp_touched_add_change (touched, self->facts, g_ptr_array_index (changes, i));
  stp_facts_apply (self->facts, changes);
  for (guint i = 0; i < changes->len; i++)
    stp_touched_add_change (touched, self->facts, g_ptr_array_index (changes, i));
  g_signal_emit (self, signals[CHANGED], 0, touched);
}

static void
clock_changed_cb (StpTimeline *self)
{
  g_autoptr (StpTouched) touched = stp_touched_new ();

  stp_touched_add_everything (touched);
  g_signal_emit (self, signals[CHANGED], 0, touched);
}

static void
stp_timeline_finalize (GObject *object)
{
  StpTimeline *self = STP_TIMELINE (object);

  g_clear_pointer (&self->facts, stp_facts_free);
  g_clear_object (&self->diary);
  G_OBJECT_CLASS (stp_timeline_parent_class)->finalize (object);
}

static void
stp_timeline_class_init (StpTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_timeline_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
stp_timeline_init (StpTimeline *self)
{
}

/**
 * stp_timeline_new:
 * @diary: what it derives from, and follows
 *
 * Returns: (transfer full): a timeline
 */
StpTimeline *
stp_timeline_new (StpDiary *diary)
{
  StpTimeline *self = g_object_new (STP_TYPE_TIMELINE, NULL);

  self->diary = g_object_ref (diary);
  self->facts = stp_facts_new (diary);
  g_signal_connect_object (diary, "changed", G_CALLBACK (diary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_diary_get_clock (diary), "changed", G_CALLBACK (clock_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * stp_timeline_get_diary:
 *
 * Returns: (transfer none): what it derives from
 */
StpDiary *
stp_timeline_get_diary (StpTimeline *self)
{
  return self->diary;
}

StpFacts *
stp_timeline_get_facts (StpTimeline *self)
{
  return self->facts;
}

static GTimeZone *
get_zone (StpTimeline *self)
{
  return stp_clock_get_zone (stp_diary_get_clock (self->diary));
}

/* What the diary holds, with the question's gaps left at their safe side. */
StpInquiry
stp_timeline_inquire (StpTimeline *self, const StpQuestion *question)
{
  StpDevice *device = question->device
                        ? stp_diary_lookup (self->diary, STP_RECORD_DEVICE, question->device)
                        : NULL;
  guint64 areas = question->areas ? question->areas : STP_BIT (STP_AREA_FACE);
  StpInquiry inquiry = { .facts = self->facts,
                         .profile = stp_diary_get_profile (self->diary),
                         .start = question->start,
                         .now = question->now,
                         .areas = stp_areas_expand (areas),
                         .device = device,
                         .head = stp_timeline_find_head (self, question),
                         .needle_um = question->needle_um,
                         .band = stp_band_from_length (question->needle_um),
                         .needles = TRUE,
                         .holds_skin = question->purpose != STP_PURPOSE_PATCH,
                         .ignore_session = question->ignore_session };

  if (device && device->kind == STP_DEVICE_RF)
    inquiry.band = STP_BAND_RF;
  if (device && (STP_BIT (device->kind) & STP_DEVICES_LIGHT))
    inquiry.needles = FALSE;
  return inquiry;
}

/* Strictest first, then the one that lasts longest; what time does not lift lasts longest. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const StpReason *one = *(StpReason *const *) a;
  const StpReason *other = *(StpReason *const *) b;
  int order;

  if (one->strength != other->strength)
    return one->strength > other->strength ? -1 : 1;
  if (one->until != other->until)
    {
      if (one->until == STP_TIME_UNSET || other->until == STP_TIME_UNSET)
        return one->until == STP_TIME_UNSET ? -1 : 1;
      return one->until > other->until ? -1 : 1;
    }
  order = g_strcmp0 (stp_rule_get_id (one->rule), stp_rule_get_id (other->rule));
  return order ? order : g_strcmp0 (one->subject, other->subject);
}

static StpReason *
reason_from_hold (StpTimeline *self, const StpHold *hold, gint64 now)
{
  StpReason *reason = g_new0 (StpReason, 1);

  reason->rule = hold->rule;
  reason->strength = hold->strength;
  reason->subject_type = hold->subject_type;
  reason->subject = g_strdup (hold->subject);
  reason->record = hold->record ? g_object_ref (hold->record) : NULL;
  reason->readable = hold->readable;
  reason->begin = hold->begin;
  reason->window = hold->window;
  reason->since = hold->since;
  reason->until = hold->until;
  reason->longer = hold->longer;
  reason->forecast = hold->forecast;
  reason->now = now;
  reason->zone = g_time_zone_ref (get_zone (self));
  return reason;
}

/* The verdict on an inquiry that has everything resolved. */
StpVerdict *
stp_timeline_judge_inquiry (StpTimeline *self, const StpInquiry *inquiry)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (StpHold));
  StpVerdict *verdict = stp_verdict_new ();

  stp_inquiry_collect (inquiry, STP_HOLDS_ALL, holds);
  for (guint i = 0; i < holds->len; i++)
    {
      const StpHold *hold = &g_array_index (holds, StpHold, i);

      verdict->strength = MAX (verdict->strength, hold->strength);
      g_ptr_array_add (verdict->reasons, reason_from_hold (self, hold, inquiry->now));
    }
  g_ptr_array_sort (verdict->reasons, compare_reasons);

  stp_asks_collect (inquiry, verdict->asks);
  verdict->plan = stp_inquiry_weigh (inquiry, STP_HOLDS_PLAN);
  verdict->earliest = stp_inquiry_find_earliest (inquiry, STP_DOCTOR);
  verdict->earliest_without_warning = stp_inquiry_find_earliest (inquiry, STP_WARN);
  return verdict;
}

/**
 * stp_timeline_judge:
 * @question: which start, as of when, with what and where; what it leaves open is resolved as by
 *   stp_timeline_resolve_question(), and an unknown length counts as the deepest
 *
 * May a home session start then, by recorded facts?
 *
 * Returns: (transfer full): the answer with its reasons
 */
StpVerdict *
stp_timeline_judge (StpTimeline *self, const StpQuestion *question)
{
  StpQuestion resolved = *question;
  StpInquiry inquiry;

  stp_timeline_resolve_question (self, &resolved, NULL);
  inquiry = stp_timeline_inquire (self, &resolved);
  return stp_timeline_judge_inquiry (self, &inquiry);
}

/**
 * stp_timeline_list_pauses:
 * @from: UTC microseconds
 * @to: first moment no longer asked about
 *
 * Returns: (transfer full) (element-type StpPause): every pause that overlaps the span, as it is
 *   (not cut to the span), ordered by from, product, rule
 */
GPtrArray *
stp_timeline_list_pauses (StpTimeline *self, gint64 from, gint64 to)
{
  return stp_pauses_collect (self->facts, NULL, from, to, get_zone (self));
}

/**
 * stp_timeline_list_product_pauses:
 * @product: id
 *
 * Returns: (transfer full) (element-type StpPause): as stp_timeline_list_pauses(), of one product
 */
GPtrArray *
stp_timeline_list_product_pauses (StpTimeline *self, const char *product, gint64 from, gint64 to)
{
  return stp_pauses_collect (self->facts, product, from, to, get_zone (self));
}

/**
 * stp_timeline_get_classification:
 * @product: id
 *
 * Returns: (transfer none) (nullable): what is in it, %NULL if there is no such product
 */
StpClassification *
stp_timeline_get_classification (StpTimeline *self, const char *product)
{
  StpShelfItem *item = stp_facts_get_item (self->facts, product);

  return item ? item->classification : NULL;
}

/**
 * stp_timeline_get_last_use:
 * @product: id
 *
 * Returns: UTC microseconds of the last use whose time is known, or %STP_TIME_UNSET
 */
gint64
stp_timeline_get_last_use (StpTimeline *self, const char *product)
{
  StpShelfItem *item = stp_facts_get_item (self->facts, product);

  return item ? stp_shelf_item_get_last_use (item) : STP_TIME_UNSET;
}

/* Strictest first; of equals the one that lasts longest. */
static gboolean
is_stronger (const StpPause *pause, const StpPause *than)
{
  if (!than || pause->strength != than->strength)
    return !than || pause->strength > than->strength;
  return pause->to > than->to;
}

/**
 * stp_timeline_dup_pause_at:
 * @product: id
 * @at: UTC microseconds
 *
 * Returns: (transfer full) (nullable): the pause that @product has at that moment; of several the
 *   strictest, then the one that lasts longest
 */
StpPause *
stp_timeline_dup_pause_at (StpTimeline *self, const char *product, gint64 at)
{
  g_autoptr (GPtrArray) pauses = stp_timeline_list_product_pauses (self, product, at, at + 1);
  StpPause *found = NULL;

  for (guint i = 0; i < pauses->len; i++)
    if (is_stronger (g_ptr_array_index (pauses, i), found))
      found = g_ptr_array_index (pauses, i);
  return found ? stp_pause_ref (found) : NULL;
}
