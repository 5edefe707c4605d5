// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-judge-private.h"
#include "rules/stp-words.h"

/*
 * Every reason and pause in whole sentences (E11). Each case is a sentence of its own: languages
 * agree and order differently, so nothing is put together from halves.
 */

/* The same fact, said as strongly as the rule speaks. */
typedef struct
{
  const char *block, *warn, *advise;
} Wording;

static const Wording used = {
  /* Translators: %1$s and %4$s are moments ("Saturday 21:00"), %2$s a product, %3$s what is in it
   * ("retinol"), %5$s a span ("48 hours") */
  N_ ("Not before %1$s. %2$s (%3$s) was used %4$s; %5$s must pass."),
  /* Translators: as above, but a warning */
  N_ ("Better not before %1$s. %2$s (%3$s) was used %4$s; %5$s should pass."),
  /* Translators: as above, but only advice */
  N_ ("Ideally not before %1$s. %2$s (%3$s) was used %4$s; it is good to wait %5$s."),
};

static const Wording happened = {
  /* Translators: %1$s and %2$s are moments ("Saturday 21:00"), %3$s what it was ("sauna"), %4$s a
   * span ("48 hours") */
  N_ ("Not before %1$s. Logged for %2$s: %3$s; %4$s must pass."),
  /* Translators: as above, but a warning */
  N_ ("Better not before %1$s. Logged for %2$s: %3$s; %4$s should pass."),
  /* Translators: as above, but only advice */
  N_ ("Ideally not before %1$s. Logged for %2$s: %3$s; it is good to wait %4$s."),
};

static const char *
pick (const Wording *wording, StpStrength strength)
{
  if (strength >= STP_DOCTOR)
    return _ (wording->block);
  return strength == STP_WARN ? _ (wording->warn) : _ (wording->advise);
}

static const char *
get_name (const StpReason *self)
{
  return ((StpProduct *) self->record)->name;
}

/* The patterns are translated texts of this file, so the compiler cannot see them. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
dup_used_text (const StpReason *self, const char *since, const char *until, const char *span)
{
  return g_strdup_printf (pick (&used, self->strength), until, get_name (self),
                          stp_rule_get_label (self->rule), since, span);
}

static char *
dup_happened_text (const StpReason *self,
                   gint64 at,
                   const StpRule *named,
                   const char *until,
                   const char *span)
{
  g_autofree char *moment = stp_words_moment (at, self->now, self->zone);

  return g_strdup_printf (pick (&happened, self->strength), until, moment,
                          stp_rule_get_label (named), span);
}
#pragma GCC diagnostic pop
G_GNUC_END_IGNORE_DEPRECATIONS

/* @text: (transfer full): why something waits */
static char *
explain_longer (char *text)
{
  g_autofree char *sentence = text;

  /* Translators: %s is a whole sentence: why something waits until when */
  return g_strdup_printf (
    _ ("%s Longer than usual, because a check-in found the skin still red or sore."), sentence);
}

static char *
dup_untimed_text (const StpReason *self, const char *span)
{
  if (self->subject_type == STP_RECORD_SESSION)
    /* Translators: %s is a span such as "14 days" */
    return g_strdup_printf (
      _ ("A session on the same skin was logged without a time. Say when it was: %s must pass."),
      span);
  if (!self->record)
    return g_strdup (_ ("A product that is no longer in the diary was used at an unknown time. Say "
                        "when it was."));
  /* Translators: %1$s is a product, %2$s what is in it, %3$s a span such as "48 hours" */
  return g_strdup_printf (
    _ ("%1$s (%2$s) was used at an unknown time. Say when it was: %3$s must pass."),
    get_name (self), stp_rule_get_label (self->rule), span);
}

static char *
dup_sitting_text (const StpReason *self, const char *until, const char *span)
{
  g_autofree char *start = stp_words_moment (self->begin, self->now, self->zone);

  if (g_str_equal (stp_rule_get_id (self->rule), "course.rest"))
    /* Translators: %1$s is a moment ("Saturday 21:00"), %2$s a whole sentence */
    return g_strdup_printf (_ ("Better not before %1$s. %2$s"), until,
                            stp_rule_get_sentence (self->rule));
  /* Light should only wait; its rule is named for the lamp, and what was done is needling. */
  if (self->strength < STP_DOCTOR)
    return dup_happened_text (self, self->begin, stp_rule_find ("interval.hard"), until, span);
  if (self->forecast)
    /* Translators: %1$s and %2$s are moments ("Saturday 21:00"), %3$s a span ("14 days") */
    return g_strdup_printf (_ ("Not before %1$s. A session on the same skin is planned for %2$s; "
                               "%3$s must lie between two."),
                            until, start, span);
  /* Translators: %1$s and %2$s are moments ("Saturday 21:00"), %3$s a span ("14 days") */
  return g_strdup_printf (_ ("Not before %1$s. The same skin was needled %2$s; %3$s must pass."),
                          until, start, span);
}

static char *
dup_product_text (const StpReason *self, const char *until, const char *span)
{
  g_autofree char *since = stp_words_moment (self->since, self->now, self->zone);

  if (self->record && self->readable)
    return dup_used_text (self, since, until, span);
  if (self->record)
    /* Translators: %1$s and %3$s are moments ("Saturday 21:00"), %2$s a product, %4$s a span */
    return g_strdup_printf (_ ("Not before %1$s. %2$s was used %3$s and nobody knows what is in "
                               "it; %4$s must pass."),
                            until, get_name (self), since, span);
  /* Translators: %1$s and %2$s are moments ("Saturday 21:00"), %3$s a span ("7 days") */
  return g_strdup_printf (_ ("Not before %1$s. A product that is no longer in the diary was used "
                             "%2$s; %3$s must pass."),
                          until, since, span);
}

/* An event: over, going on, or still to come. */
static char *
dup_event_text (const StpReason *self, const char *until, const char *span)
{
  if (self->until == STP_TIME_UNSET)
    return g_strdup (stp_rule_get_sentence (self->rule));
  if (self->begin != STP_TIME_UNSET)
    {
      g_autofree char *moment = stp_words_moment (self->begin, self->now, self->zone);

      /* Translators: %1$s is a moment ("Saturday 21:00"), %2$s what is planned ("sauna"), %3$s a
       * span ("48 hours") */
      return g_strdup_printf (_ ("For %1$s is planned: %2$s. After a session %3$s should pass."),
                              moment, stp_rule_get_label (self->rule), span);
    }
  return dup_happened_text (self, self->since, self->rule, until, span);
}

/* About the person, the device or a check-in: the rule says it. */
static char *
dup_standing_text (const StpReason *self, const char *until)
{
  if (!until)
    return g_strdup (stp_rule_get_sentence (self->rule));
  /* Translators: %1$s is a moment ("Saturday 21:00"), %2$s a whole sentence */
  return g_strdup_printf (_ ("Not before %1$s. %2$s"), until, stp_rule_get_sentence (self->rule));
}

/* Why a start is held back. */
char *
stp_texts_dup_reason (const StpReason *self)
{
  g_autofree char *span = stp_words_duration (self->window);
  g_autofree char *until = NULL;

  if (self->until != STP_TIME_UNSET)
    until = stp_words_moment (self->until, self->now, self->zone);
  if (self->subject_type == STP_RECORD_EVENT)
    return dup_event_text (self, until, span);
  if (self->subject_type != STP_RECORD_SESSION && self->subject_type != STP_RECORD_PRODUCT)
    return dup_standing_text (self, until);

  if (!until)
    return dup_untimed_text (self, span);
  if (self->subject_type == STP_RECORD_SESSION)
    {
      char *text = dup_sitting_text (self, until, span);

      return self->longer ? explain_longer (text) : text;
    }
  return dup_product_text (self, until, span);
}

/* The skin has to have had the time to show how it took the patch test. */
static char *
dup_patch_ask (const StpAsk *self)
{
  gint64 from = stp_facts_add (self->since, self->window);
  g_autofree char *moment = stp_words_moment (from, self->now, self->zone);

  if (self->now < from)
    /* Translators: %s is a moment such as "Saturday 21:00" */
    return g_strdup_printf (_ ("Your patch test needs two days: look at the spot %s."), moment);
  return g_strdup (_ ("Is the spot of your patch test calm: no redness, itch, bumps or marks?"));
}

/* What was answered today needs no day: then only the day itself is asked about. */
static char *
dup_short_ask (const StpAsk *self)
{
  g_autofree char *date = NULL;

  if (self->since == STP_TIME_UNSET ||
      stp_day_of (self->since, self->zone) >= stp_day_of (self->now, self->zone))
    return g_strdup (_ ("Is anything unusual today: illness or fever, a cold sore, a sore spot?"));
  date = stp_words_day (self->since, self->now, self->zone);
  /* Translators: %s is a day such as "yesterday", "Saturday" or "Saturday 12 March" */
  return g_strdup_printf (
    _ ("Has anything changed since %s: illness or fever, a cold sore, a sore spot?"), date);
}

static char *
dup_person_ask (const StpAsk *self)
{
  if (self->subject_type == STP_RECORD_SESSION)
    return dup_patch_ask (self);
  if (g_str_equal (stp_rule_get_id (self->rule), "gate.short"))
    return dup_short_ask (self);
  return g_strdup (stp_rule_get_sentence (self->rule));
}

/* What the gate asks; of a product when it was used last. */
char *
stp_texts_dup_ask (const StpAsk *self)
{
  StpProduct *product = self->record;
  g_autofree char *span = stp_words_duration (self->window);
  g_autofree char *moment = NULL;

  if (self->subject_type != STP_RECORD_PRODUCT)
    return dup_person_ask (self);
  if (!self->readable)
    /* Translators: %1$s is a product whose ingredients are not known, %2$s a span such as "7 days"
     */
    return g_strdup_printf (_ ("Was %1$s used in the last %2$s?"), product->name, span);
  if (self->since == STP_TIME_UNSET)
    /* Translators: %1$s is a product, %2$s what is in it, %3$s a span such as "48 hours" */
    return g_strdup_printf (_ ("%1$s (%2$s): not used in the last %3$s?"), product->name,
                            stp_rule_get_label (self->rule), span);

  moment = stp_words_moment (self->since, self->now, self->zone);
  /* Translators: %1$s is a product, %2$s what is in it, %3$s when, such as "Thursday 21:00" */
  return g_strdup_printf (_ ("%1$s (%2$s): last used %3$s. Nothing since?"), product->name,
                          stp_rule_get_label (self->rule), moment);
}

static char *
dup_prescribed_text (const StpPause *pause, StpProduct *product, const char *from, const char *to)
{
  if (pause->before)
    /* Translators: %1$s and %3$s are moments, %2$s is a product that a doctor prescribed */
    return g_strdup_printf (_ ("Needling %1$s has to wait if %2$s is used from %3$s on. Ask "
                               "whoever prescribed it whether you may pause."),
                            to, product->name, from);
  /* Translators: %1$s is a product that a doctor prescribed, %2$s a moment */
  return g_strdup_printf (_ ("%1$s irritates needled skin until %2$s. Ask whoever prescribed it "
                             "whether you may pause."),
                          product->name, to);
}

static char *
dup_before_text (const StpPause *pause, const char *name, const char *from, const char *to)
{
  const char *label = stp_rule_get_label (pause->rule);

  if (pause->strength >= STP_DOCTOR)
    /* Translators: %1$s is a product, %2$s what is in it, %3$s and %4$s are moments */
    return g_strdup_printf (_ ("%1$s (%2$s) is off from %3$s until the session %4$s."), name, label,
                            from, to);
  /* Translators: as above, but a warning or advice */
  return g_strdup_printf (_ ("%1$s (%2$s) is better left off from %3$s until the session %4$s."),
                          name, label, from, to);
}

static char *
dup_after_text (const StpPause *pause, const char *name, const char *from, const char *to)
{
  const char *label = stp_rule_get_label (pause->rule);

  if (pause->strength >= STP_DOCTOR)
    /* Translators: %1$s is a product, %2$s what is in it, %3$s and %4$s are moments */
    return g_strdup_printf (_ ("%1$s (%2$s) is off until %3$s, counted from the session %4$s."),
                            name, label, to, from);
  /* Translators: as above, but a warning or advice */
  return g_strdup_printf (
    _ ("%1$s (%2$s) is better left off until %3$s, counted from the session %4$s."), name, label,
    to, from);
}

/* Within a sentence about a week, "Tuesday" alone could be either end. */
static char *
dup_begin (const StpPause *pause, gint64 now, GTimeZone *zone)
{
  if (pause->to - pause->from >= 6 * STP_DAY_LENGTH)
    return stp_words_dated_moment (pause->from, now, zone);
  return stp_words_moment (pause->from, now, zone);
}

static char *
dup_pause_text (const StpPause *pause, StpProduct *product, gint64 now, GTimeZone *zone)
{
  g_autofree char *from = dup_begin (pause, now, zone);
  g_autofree char *to = pause->before ? stp_words_moment (pause->to, now, zone)
                                      : stp_words_return (pause->to, now, zone);

  if (product->prescribed)
    return dup_prescribed_text (pause, product, from, to);
  if (pause->before)
    return dup_before_text (pause, product->name, from, to);
  return dup_after_text (pause, product->name, from, to);
}

/* Why a product is off and until when; @zone is the reader's. */
char *
stp_pause_dup_text (const StpPause *pause, StpProduct *product, gint64 now, GTimeZone *zone)
{
  char *text = dup_pause_text (pause, product, now, zone);

  return pause->longer ? explain_longer (text) : text;
}
