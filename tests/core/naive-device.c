// SPDX-License-Identifier: GPL-3.0-or-later

/* The device in the hand (E8), and what a doctor said to it. */

#include "config.h"

#include "naive-window.h"

StpClearance *
naive_find_clearance (StpDiary *diary, const StpQuestion *question, const char *id)
{
  StpProfile *profile = stp_diary_get_profile (diary);
  StpClearance *clearance = id ? stp_profile_get_clearance (profile, id) : NULL;
  const StpInstant unknown = { .us = STP_TIME_UNSET };
  guint until;

  if (!clearance)
    return NULL;
  until = clearance->until != STP_DAY_UNSET ? clearance->until : clearance->on + 365;
  if (question->start < naive_moment (unknown, clearance->on, NULL, FALSE) ||
      question->start >= naive_moment (unknown, until + 1, NULL, FALSE))
    return NULL;
  if (clearance->device && question->device && g_strcmp0 (clearance->device, question->device) != 0)
    return NULL;
  return clearance;
}

gboolean
naive_is_cleared (StpDiary *diary, const StpQuestion *question, const StpRule *rule)
{
  if (rule->strength != STP_DOCTOR && !rule->clearance)
    return FALSE;
  return naive_find_clearance (diary, question, rule->id) ||
         naive_find_clearance (diary, question, rule->clearance);
}

static void
add (GArray *windows, const char *rule, gpointer record, StpStrength strength, gboolean lasting)
{
  NaiveWindow window = { stp_rule_find (rule), stp_record_get_id (record), STP_TIME_UNSET,
                         STP_TIME_UNSET };

  window.strength = strength;
  window.lasting = lasting;
  g_array_append_val (windows, window);
}

/* 0.5 mm on forehead, nose and lip; 0.3 mm there, at the eyes and on the neck if asked for alone.
 */
static gboolean
is_too_long_for_skin (const StpQuestion *question)
{
  guint64 areas = stp_areas_expand (question->areas);

  if (question->needle_um > 1000)
    return TRUE;
  if (areas & STP_BIT (STP_AREA_NECK) && question->needle_um > 300)
    return TRUE;
  if ((areas & STP_AREAS_FACE) == STP_AREAS_FACE)
    return question->needle_um > 500;
  if (areas & (STP_BIT (STP_AREA_EYE_CONTOUR) | STP_BIT (STP_AREA_UPPER_LIP)))
    return question->needle_um > 300;
  return areas & (STP_BIT (STP_AREA_FOREHEAD) | STP_BIT (STP_AREA_NOSE)) &&
         question->needle_um > 500;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const StpSession *one = *(StpSession *const *) a, *other = *(StpSession *const *) b;

  return (one->start.us > other->start.us) - (one->start.us < other->start.us);
}

/* At least four calm sessions at home, spread over four weeks or more, before the start. */
static gboolean
is_steady (StpDiary *diary, const StpQuestion *question)
{
  g_autoptr (GPtrArray) calm = g_ptr_array_new ();

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);
      gboolean stroke;

      naive_end_of (diary, session, &stroke);
      if (naive_standing_of (session, stroke, question->now) == NAIVE_NEEDLED &&
          !naive_is_light (diary, session) && session->purpose != STP_PURPOSE_PATCH &&
          session->place != STP_PLACE_CLINIC && !naive_is_troubled (diary, session))
        g_ptr_array_add (calm, session);
    }
  g_ptr_array_sort (calm, compare_starts);
  for (guint i = 3; i < calm->len; i++)
    {
      StpSession *first = g_ptr_array_index (calm, 0), *last = g_ptr_array_index (calm, i);
      gboolean stroke;

      if (last->start.us - first->start.us >= 28 * STP_DAY_LENGTH)
        return question->start >= naive_end_of (diary, last, &stroke);
    }
  return FALSE;
}

static void
add_length (StpDiary *diary, const StpQuestion *question, StpDevice *device, GArray *windows)
{
  StpProfile *profile = stp_diary_get_profile (diary);
  StpStandingAnswer *marks = stp_profile_get_answer (profile, "q.pih");
  gboolean prone = marks && marks->answer != STP_ANSWER_NO;
  StpClearance *named = naive_find_clearance (diary, question, "level.length");
  int level = is_steady (diary, question) && !prone ? 500 : 300;
  int told = profile->consultation ? profile->consultation->max_um : 0;

  if (is_too_long_for_skin (question) || (told > 0 && question->needle_um > told))
    add (windows, "level.length", device, STP_BLOCK, TRUE);
  else if (question->needle_um > level && (!named || question->needle_um > named->max_um))
    add (windows, "level.length", device, STP_BLOCK, TRUE);
  else if (question->needle_um > level && question->needle_um > 500)
    add (windows, "level.length", device, STP_WARN, FALSE);
}

/* The head of that device and length which came last and is not retired. */
static StpHead *
find_head (StpDiary *diary, const StpQuestion *question)
{
  StpHead *found = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_HEAD); i++)
    {
      StpHead *head = stp_diary_peek_record (diary, STP_RECORD_HEAD, i);

      if (head->retired == STP_DAY_UNSET && head->needle_um == question->needle_um &&
          g_strcmp0 (head->device, question->device) == 0 && (!found || head->since > found->since))
        found = head;
    }
  return found;
}

static guint
count_uses (StpDiary *diary, const StpQuestion *question, StpHead *head)
{
  guint n = (guint) MAX (head->uses_before, 0);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);
      gboolean stroke;

      naive_end_of (diary, session, &stroke);
      if (g_strcmp0 (session->head, stp_record_get_id (head)) == 0 &&
          !naive_is_light (diary, session) &&
          naive_standing_of (session, stroke, question->now) == NAIVE_NEEDLED)
        n++;
    }
  return n;
}

/* Once for cartridges and beyond 0.5 mm, six times up to there, ten up to 0.3 mm. */
static void
add_uses (StpDiary *diary, const StpQuestion *question, StpHead *head, GArray *windows)
{
  gboolean once = naive_kind_of (diary, question->device) == STP_DEVICE_PEN ||
                  question->needle_um > 500;
  guint uses = count_uses (diary, question, head);
  guint last = once ? 1 : (question->needle_um > 300 ? 6 : 10);
  guint worn = once ? 1 : (question->needle_um > 300 ? 4 : 8);

  if (uses >= worn)
    add (windows, "head.uses", head, uses >= last ? STP_BLOCK : STP_WARN, FALSE);
}

static void
add_head (StpDiary *diary, const StpQuestion *question, StpHead *head, GArray *windows)
{
  const StpInstant unknown = { .us = STP_TIME_UNSET };
  GDate old;

  if (head->since != STP_DAY_UNSET && question->needle_um <= 300)
    {
      g_date_clear (&old, 1);
      g_date_set_julian (&old, head->since);
      g_date_add_months (&old, 3);
      if (question->start >= naive_moment (unknown, g_date_get_julian (&old), NULL, FALSE))
        add (windows, "head.age", head, STP_BLOCK, FALSE);
    }
  if (head->expires != STP_DAY_UNSET &&
      question->start >= naive_moment (unknown, head->expires + 1, NULL, FALSE))
    add (windows, "head.expired", head, STP_BLOCK, FALSE);
  if (head->dropped)
    add (windows, "head.dropped", head, STP_BLOCK, FALSE);
  if (head->shared)
    add (windows, "head.shared", head, STP_BLOCK, FALSE);
  if (naive_is_infected (diary, head))
    add (windows, "head.infected", head, STP_BLOCK, FALSE);
}

void
naive_add_device (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  StpDevice *device = stp_diary_lookup (diary, STP_RECORD_DEVICE, question->device);
  StpHead *head = find_head (diary, question);

  if (device->kind == STP_DEVICE_RF)
    add (windows, "rf.home", device, STP_BLOCK, TRUE);
  add_length (diary, question, device, windows);
  if (!head)
    return;
  add_uses (diary, question, head, windows);
  add_head (diary, question, head, windows);
}
