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

static void
add_length (StpDiary *diary, const StpQuestion *question, StpDevice *device, GArray *windows)
{
  StpClearance *named = naive_find_clearance (diary, question, "level.length");

  if (is_too_long_for_skin (question))
    add (windows, "level.length", device, STP_BLOCK, TRUE);
  else if (question->needle_um > 300 && (!named || question->needle_um > named->max_um))
    add (windows, "level.length", device, STP_BLOCK, TRUE);
}

void
naive_add_device (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  StpDevice *device = stp_diary_lookup (diary, STP_RECORD_DEVICE, question->device);

  if (device)
    add_length (diary, question, device, windows);
}
