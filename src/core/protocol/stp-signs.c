// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-signs.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-session-log-private.h"
#include "protocol/stp-sign-table-private.h"
#include "rules/stp-reactions.h"

/**
 * stp_signs_get_n_topics:
 *
 * Returns: the number of topics
 */
guint
stp_signs_get_n_topics (void)
{
  return stp_topic_table_length;
}

/**
 * stp_signs_get_topic:
 * @topic: below stp_signs_get_n_topics()
 *
 * Returns: what is asked together
 */
StpSignTopic
stp_signs_get_topic (guint topic)
{
  StpSignTopic found = { 0 };

  g_return_val_if_fail (topic < stp_topic_table_length, found);

  found.title = _ (stp_topic_table[topic].title);
  found.signs = stp_topic_table[topic].signs;
  return found;
}

/* What a clinic did before the needles nobody wrote down here. */
static gboolean
was_numbed (StpTimeline *timeline, StpSession *session)
{
  g_autoptr (StpSessionLog) log = NULL;
  StpStep *step;

  if (session->place == STP_PLACE_CLINIC)
    return TRUE;
  log = stp_session_log_new (stp_timeline_get_diary (timeline), stp_record_get_id (session));
  step = stp_session_log_find (log, STP_STEP_NUMB, 0, 0);
  return step && !stp_step_is_skipped (step);
}

/**
 * stp_signs_concern:
 * @session: (nullable): what the check-in is about
 *
 * Returns: whether the topic is to be asked about; without a session everything is
 */
gboolean
stp_signs_concern (StpTimeline *timeline, guint topic, StpSession *session)
{
  g_return_val_if_fail (STP_IS_TIMELINE (timeline), TRUE);
  g_return_val_if_fail (topic < stp_topic_table_length, FALSE);

  if (!session)
    return TRUE;
  switch (stp_topic_table[topic].asked)
    {
    case STP_ASKED_CURRENT:
      return stp_reaction_get_band (timeline, stp_record_get_id (session)) == STP_BAND_RF;
    case STP_ASKED_NUMBING:
      return was_numbed (timeline, session);
    case STP_ASKED_ALWAYS:
    default:
      return TRUE;
    }
}

/**
 * stp_signs_get_name:
 *
 * Returns: what somebody would say of it, translated
 */
const char *
stp_signs_get_name (StpSign sign)
{
  if ((guint) sign >= stp_sign_names_length || !stp_sign_names[sign])
    return _ ("A sign that this version does not know");
  return g_dpgettext2 (GETTEXT_PACKAGE, "sign", stp_sign_names[sign]);
}

/* Whether a topic was marked, and with an alarm sign. */
static gboolean
is_marked (const StpTopicRow *topic, const StpReaction *reaction, gboolean *red)
{
  gboolean marked = FALSE;

  *red = FALSE;
  for (guint i = 0; topic->levels[i] != 0; i++)
    marked |= G_STRUCT_MEMBER (int, reaction, topic->levels[i]) > 0;
  for (guint i = 0; topic->signs[i] != 0; i++)
    if (reaction->signs & STP_BIT (topic->signs[i]))
      {
        marked = TRUE;
        *red |= stp_sign_is_red (topic->signs[i]);
      }
  return marked;
}

static void
add_advice (GArray *advice, const StpReaction *reaction, gboolean red, gboolean urgent)
{
  for (guint i = 0; i < stp_topic_table_length; i++)
    {
      const StpTopicRow *topic = &stp_topic_table[i];
      const char *text;
      StpAdvice it = { .sources = topic->sources };

      if (!is_marked (topic, reaction, &it.red) || it.red != red || topic->urgent != urgent)
        continue;
      text = red ? topic->red : topic->says;
      if (!text)
        continue;
      it.text = _ (text);
      g_array_append_val (advice, it);
    }
}

/**
 * stp_signs_list_advice:
 *
 * Returns: (transfer full) (element-type StpAdvice): what to do about what was marked, the most
 *   urgent first; empty for calm skin
 */
GArray *
stp_signs_list_advice (const StpReaction *reaction)
{
  GArray *advice = g_array_new (FALSE, FALSE, sizeof (StpAdvice));

  g_return_val_if_fail (reaction != NULL, advice);

  add_advice (advice, reaction, TRUE, TRUE);
  add_advice (advice, reaction, TRUE, FALSE);
  add_advice (advice, reaction, FALSE, TRUE);
  add_advice (advice, reaction, FALSE, FALSE);
  return advice;
}
