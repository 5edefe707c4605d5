// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-check-in-words.h"

#include <glib/gi18n.h>

#include "protocol/stp-signs.h"
#include "rules/stp-sources.h"
#include "shared/stp-sources-button.h"

/**
 * stp_check_in_words_get_slot:
 *
 * Returns: (transfer none): when a check-in of the schedule is, after the session
 */
const char *
stp_check_in_words_get_slot (StpSlot slot)
{
  static const char *const names[] = {
    [STP_SLOT_PLUS_2H] = N_ ("Two hours after the session"),
    [STP_SLOT_PLUS_24H] = N_ ("One day after the session"),
    [STP_SLOT_PLUS_48H] = N_ ("Two days after the session"),
    [STP_SLOT_PLUS_72H] = N_ ("Three days after the session"),
    [STP_SLOT_7D] = N_ ("One week after the session"),
    [STP_SLOT_14D] = N_ ("Two weeks after the session"),
    [STP_SLOT_28D] = N_ ("Four weeks after the session"),
  };

  if (slot < STP_SLOT_PLUS_2H || slot > STP_SLOT_28D)
    return _ ("Is your skin calm again?");
  return _ (names[slot]);
}

/**
 * stp_check_in_words_list_red:
 *
 * Returns: (transfer full): the alarm signs that were marked, each in quotes
 */
char *
stp_check_in_words_list_red (const StpReaction *reaction)
{
  GString *text = g_string_new (NULL);

  for (int sign = 1; stp_enum_to_nick (STP_TYPE_SIGN, sign); sign++)
    if ((reaction->signs & STP_BIT (sign)) && stp_sign_is_red (sign))
      {
        if (text->len > 0)
          /* Translators: between the signs of a list, with the space after it */
          g_string_append (text, C_ ("list", ", "));
        /* Translators: %s is a sign on the skin; only the quotes */
        g_string_append_printf (text, _ ("“%s”"), stp_signs_get_name (sign));
      }
  return g_string_free_and_steal (text);
}

/**
 * stp_check_in_words_ask:
 *
 * Returns: (transfer floating): asks once whether the alarm signs were meant (E14); the response
 *   "yes" says so
 */
AdwDialog *
stp_check_in_words_ask (const StpReaction *reaction)
{
  g_autofree char *signs = stp_check_in_words_list_red (reaction);
  /* Translators: %s is one sign or several, each in quotes, as in: You marked “Pus”. */
  g_autofree char *text = g_strdup_printf (_ ("You marked %s. Is that right?"), signs);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Please Look Once More"), text);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "no", _ ("_Change It"), "yes",
                                  _ ("_Yes, Save"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "yes");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "no");
  return dialog;
}

static const char *
get_heading (StpReactionGrade grade)
{
  switch (grade)
    {
    case STP_REACTION_RED:
      return _ ("Please Have This Looked At");
    case STP_REACTION_AMBER:
      return _ ("Your Skin Needs More Time");
    case STP_REACTION_CALM:
    case STP_REACTION_NORMAL:
    default:
      return _ ("This Is Expected Now");
    }
}

static const char *
get_end (StpReactionGrade grade)
{
  switch (grade)
    {
    case STP_REACTION_RED:
      return _ ("Needling waits until a doctor says that it is over.");
    case STP_REACTION_AMBER:
      return _ ("Needling waits until a check-in says that your skin is calm, and some days more.");
    case STP_REACTION_CALM:
    case STP_REACTION_NORMAL:
    default:
      return _ ("If it gets worse instead of better, ask a doctor.");
    }
}

/**
 * stp_check_in_words_answer:
 * @grade: what @reaction says
 *
 * Returns: (transfer floating): says what to do now
 */
AdwDialog *
stp_check_in_words_answer (StpReactionGrade grade, const StpReaction *reaction)
{
  g_autoptr (GArray) advice = stp_signs_list_advice (reaction);
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *text = NULL, *sources = NULL;
  AdwDialog *dialog;

  for (guint i = 0; i < advice->len; i++)
    {
      g_ptr_array_add (paragraphs, (gpointer) g_array_index (advice, StpAdvice, i).text);
      g_string_append_printf (keys, "%s ", g_array_index (advice, StpAdvice, i).sources);
    }
  g_ptr_array_add (paragraphs, (gpointer) get_end (grade));
  g_ptr_array_add (paragraphs, NULL);
  text = g_strjoinv ("\n\n", (char **) paragraphs->pdata);
  sources = stp_sources_explain_keys (keys->str);
  dialog = adw_alert_dialog_new (get_heading (grade), text);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), stp_sources_button_new (sources));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  return dialog;
}
