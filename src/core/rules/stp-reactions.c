// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-reactions.h"

#include "rules/stp-reaction-class-private.h"
#include "rules/stp-timeline-private.h"

static StpSitting *
find_sitting (StpTimeline *timeline, const char *session)
{
  return session ? stp_facts_find_sitting (stp_timeline_get_facts (timeline), session) : NULL;
}

/**
 * stp_reaction_grade:
 * @reaction: a check-in, which need not be in the diary yet
 *
 * Returns: what it says, that long after its session and with needles of that length (clinical
 *   rules, section 6)
 */
StpReactionGrade
stp_reaction_grade (StpTimeline *timeline, const StpReaction *reaction)
{
  gint64 rest;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), STP_REACTION_RED);
  g_return_val_if_fail (reaction != NULL, STP_REACTION_RED);

  return stp_sitting_grade (find_sitting (timeline, reaction->session), reaction, &rest);
}

/**
 * stp_reaction_get_band:
 * @session: (nullable): id
 *
 * Returns: how deep that session went, for what is expected after it; the deepest if nobody knows
 */
StpBand
stp_reaction_get_band (StpTimeline *timeline, const char *session)
{
  const StpSitting *sitting;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), STP_BAND_M15);

  sitting = find_sitting (timeline, session);
  return sitting ? stp_sitting_get_band (sitting, G_MAXUINT64) : STP_BAND_M15;
}

/**
 * stp_reaction_find_session:
 * @at: UTC microseconds
 *
 * Returns: (transfer none) (nullable): the session that a look at the skin at @at is about: of
 * those that had ended by then the last
 */
StpSession *
stp_reaction_find_session (StpTimeline *timeline, gint64 at)
{
  const StpSitting *last = NULL;
  StpFacts *facts;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), NULL);

  facts = stp_timeline_get_facts (timeline);
  for (guint i = 0; i < facts->sittings->len; i++)
    {
      const StpSitting *sitting = facts->sittings->pdata[i];

      if (sitting->needled && sitting->end != STP_TIME_UNSET && sitting->end <= at &&
          (!last || sitting->end >= last->end))
        last = sitting;
    }
  return last ? last->session : NULL;
}

static void
standing_free (gpointer data)
{
  StpStandingReaction *self = data;

  g_object_unref (self->reaction);
  g_free (self);
}

static int
compare_standing (gconstpointer a, gconstpointer b)
{
  const StpStandingReaction *one = a, *other = b;

  if (one->grade != other->grade)
    return one->grade > other->grade ? -1 : 1;
  return (one->reaction->at.us < other->reaction->at.us) -
         (one->reaction->at.us > other->reaction->at.us);
}

/**
 * stp_reaction_list_standing:
 *
 * Returns: (transfer full) (element-type StpStandingReaction): the check-ins that stand against a
 *   session now, alarms first and then the latest first
 */
GPtrArray *
stp_reaction_list_standing (StpTimeline *timeline)
{
  GPtrArray *standing = g_ptr_array_new_with_free_func (standing_free);
  StpFacts *facts;
  gint64 now;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), standing);

  facts = stp_timeline_get_facts (timeline);
  now = stp_clock_get_now (stp_diary_get_clock (facts->diary));
  for (guint i = 0; i < facts->alarms->len; i++)
    {
      const StpAlarm *alarm = &g_array_index (facts->alarms, StpAlarm, i);
      StpStandingReaction *it;

      if (alarm->until != STP_TIME_UNSET && alarm->until <= now)
        continue;
      it = g_new (StpStandingReaction, 1);
      it->reaction = g_object_ref (alarm->reaction);
      it->grade = g_str_equal (alarm->rule->id, "reaction.red") ? STP_REACTION_RED
                                                                : STP_REACTION_AMBER;
      it->until = alarm->until;
      g_ptr_array_add (standing, it);
    }
  g_ptr_array_sort_values (standing, compare_standing);
  return standing;
}
