// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-words.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-facts-private.h"

/* Nobody waits up for a hold that ends at night: it ends in the morning; product document, 3. */
#define NIGHT_BEGINS 22
#define NIGHT_ENDS 7

/* From here on a span is easier to grasp in days. */
#define HOURS_AS_DAYS 72

/* Half a year is 4380 hours in the clinical rules. */
#define HOURS_OF_MONTH 730

/* 31 December 9999: #GDateTime knows no later day in every zone. */
#define LAST_MOMENT (G_GINT64_CONSTANT (253402214400) * STP_SECOND)

/**
 * EventName:
 * @detail: 0 for what has no other line of its own
 * @name: says the event alone, where the first rule that speaks of it speaks of others too
 */
typedef struct
{
  StpEventKind kind;
  StpEventDetail detail;
  const char *name;
} EventName;

static const EventName event_names[] = {
  { STP_EVENT_PEEL_DEEP, 0, NC_ ("rule", "deep peel") },
  { STP_EVENT_LASER_ABLATIVE, 0, NC_ ("rule", "ablative laser") },
  { STP_EVENT_LASER_HAIR, 0, NC_ ("rule", "laser hair removal") },
  { STP_EVENT_IPL, 0, NC_ ("rule", "light treatment") },
  { STP_EVENT_ELECTROLYSIS, 0, NC_ ("rule", "electrolysis") },
  { STP_EVENT_TANNING_BED, 0, NC_ ("rule", "tanning bed") },
  { STP_EVENT_FLARE, STP_DETAIL_ECZEMA, NC_ ("rule", "eczema") },
  { STP_EVENT_FLARE, STP_DETAIL_PSORIASIS, NC_ ("rule", "psoriasis") },
  { STP_EVENT_FLARE, STP_DETAIL_ROSACEA, NC_ ("rule", "rosacea") },
  { STP_EVENT_FLARE, STP_DETAIL_INFECTION, NC_ ("rule", "skin infection") },
  { STP_EVENT_FLARE, STP_DETAIL_WOUND, NC_ ("rule", "open wound") },
  { STP_EVENT_FLARE, STP_DETAIL_RASH, NC_ ("rule", "rash") },
  { STP_EVENT_FLARE, STP_DETAIL_EYE, NC_ ("rule", "inflamed eye") },
  { STP_EVENT_MEDICATION, STP_DETAIL_ISOTRETINOIN, NC_ ("rule", "isotretinoin") },
  { STP_EVENT_MEDICATION, STP_DETAIL_ACITRETIN, NC_ ("rule", "acitretin") },
  { STP_EVENT_MEDICATION, STP_DETAIL_ANTICOAGULANT, NC_ ("rule", "blood thinner") },
  { STP_EVENT_MEDICATION, STP_DETAIL_PHOTOSENSITISER, NC_ ("rule", "light-sensitising medicine") },
  { STP_EVENT_MEDICATION, STP_DETAIL_ANTIBIOTIC, NC_ ("rule", "antibiotic") },
  { STP_EVENT_MEDICATION, STP_DETAIL_STEROID, NC_ ("rule", "steroid medicine") },
  { STP_EVENT_MEDICATION, STP_DETAIL_IMMUNOSUPPRESSANT, NC_ ("rule", "immunosuppressant") },
  { STP_EVENT_MEDICATION, 0, NC_ ("rule", "medicine") },
  { STP_EVENT_PREGNANCY, 0, NC_ ("rule", "pregnancy") },
  { STP_EVENT_OCCASION, 0, NC_ ("rule", "occasion") },
};

static char *
format (gint64 at, GTimeZone *zone, const char *pattern)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (MIN (at, LAST_MOMENT));
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;

  return local ? g_date_time_format (local, pattern) : g_strdup ("");
}

/* A weekday alone is the next of its name: what is over says its date. */
static gboolean
is_near (int distance)
{
  return distance > 0 && distance < 7;
}

static const char *
day_pattern (int distance)
{
  switch (distance)
    {
    case -1:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("day", "yesterday");
    case 0:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("day", "today");
    case 1:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("day", "tomorrow");
    default:
      if (is_near (distance))
        /* Translators: a g_date_time_format() pattern: "Saturday" */
        return C_ ("day", "%A");
      /* Translators: a g_date_time_format() pattern: "Saturday 12 March" */
      return C_ ("day", "%A %-d %B");
    }
}

static const char *
moment_pattern (int distance)
{
  switch (distance)
    {
    case -1:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("moment", "yesterday %H:%M");
    case 0:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("moment", "today %H:%M");
    case 1:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("moment", "tomorrow %H:%M");
    default:
      if (is_near (distance))
        /* Translators: a g_date_time_format() pattern: "Saturday 21:00" */
        return C_ ("moment", "%A %H:%M");
      /* Translators: a g_date_time_format() pattern: "Saturday 12 March, 21:00" */
      return C_ ("moment", "%A %-d %B, %H:%M");
    }
}

static const char *
morning_pattern (int distance)
{
  switch (distance)
    {
    case -1:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("morning", "yesterday morning");
    case 0:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("morning", "this morning");
    case 1:
      /* Translators: a g_date_time_format() pattern, within a sentence */
      return C_ ("morning", "tomorrow morning");
    default:
      if (is_near (distance))
        /* Translators: a g_date_time_format() pattern: "Saturday morning" */
        return C_ ("morning", "%A morning");
      /* Translators: a g_date_time_format() pattern: "the morning of Saturday 12 March" */
      return C_ ("morning", "the morning of %A %-d %B");
    }
}

static int
distance_of (gint64 at, gint64 now, GTimeZone *zone)
{
  return (int) stp_day_of (at, zone) - (int) stp_day_of (now, zone);
}

/**
 * stp_words_day:
 * @at: UTC microseconds
 * @now: the moment of reading
 * @zone: the reader's
 *
 * Returns: (transfer full): the day of @at: "today", "Saturday", "Saturday 12 March"
 */
char *
stp_words_day (gint64 at, gint64 now, GTimeZone *zone)
{
  return format (at, zone, day_pattern (distance_of (at, now, zone)));
}

/**
 * stp_words_moment:
 * @at: UTC microseconds
 * @now: the moment of reading
 * @zone: the reader's
 *
 * Returns: (transfer full): day and time of @at: "today 21:00", "Saturday 21:00"
 */
char *
stp_words_moment (gint64 at, gint64 now, GTimeZone *zone)
{
  return format (at, zone, moment_pattern (distance_of (at, now, zone)));
}

/**
 * stp_words_dated_moment:
 * @at: UTC microseconds
 * @now: the moment of reading
 * @zone: the reader's
 *
 * Returns: (transfer full): as stp_words_moment(), but never a weekday alone
 */
char *
stp_words_dated_moment (gint64 at, gint64 now, GTimeZone *zone)
{
  int distance = distance_of (at, now, zone);

  return format (at, zone, moment_pattern (ABS (distance) <= 1 ? distance : G_MAXINT));
}

/**
 * stp_words_find_morning:
 * @at: when a hold ends, UTC microseconds
 * @zone: the reader's
 *
 * Returns: a moment of the day in whose morning a hold ends that ends between 22:00 and 07:00, or
 *   %STP_TIME_UNSET for one that ends by day
 */
gint64
stp_words_find_morning (gint64 at, GTimeZone *zone)
{
  g_autofree char *hour_text = format (at, zone, "%H");
  int hour = atoi (hour_text);

  if (hour >= NIGHT_BEGINS)
    return at + 12 * STP_HOUR;

  return hour >= NIGHT_ENDS ? STP_TIME_UNSET : at;
}

/**
 * stp_words_return:
 * @at: when a hold ends, UTC microseconds
 * @now: the moment of reading
 * @zone: the reader's
 *
 * Returns: (transfer full): as stp_words_moment(), but a hold that ends between 22:00 and 07:00
 *   ends in the morning
 */
char *
stp_words_return (gint64 at, gint64 now, GTimeZone *zone)
{
  gint64 morning = stp_words_find_morning (at, zone);

  if (morning == STP_TIME_UNSET)
    return stp_words_moment (at, now, zone);
  return format (morning, zone, morning_pattern (distance_of (morning, now, zone)));
}

/**
 * stp_words_duration:
 * @span: microseconds
 *
 * Returns: (transfer full): "48 hours"; whole days from 72 hours on: "7 days"; whole months from
 *   two on: "6 months"
 */
char *
stp_words_duration (gint64 span)
{
  gint64 hours = MIN (span / STP_HOUR + (span % STP_HOUR > 0), G_MAXINT);

  if (hours > HOURS_OF_MONTH && hours % HOURS_OF_MONTH == 0 && hours % 24 != 0)
    return g_strdup_printf (ngettext ("%d month", "%d months", hours / HOURS_OF_MONTH),
                            (int) (hours / HOURS_OF_MONTH));
  if (hours >= HOURS_AS_DAYS && hours % 24 == 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", hours / 24), (int) (hours / 24));
  return g_strdup_printf (ngettext ("%d hour", "%d hours", hours), (int) hours);
}

/**
 * stp_words_event:
 *
 * Returns: (transfer full) (nullable): what an event is: by its own name, else by its kind, for
 *   which the first rule that speaks of such an event often has the word
 */
char *
stp_words_event (const StpEvent *event)
{
  const StpRule *rule;

  if (event->name && *event->name)
    return g_strdup (event->name);

  for (guint i = 0; i < G_N_ELEMENTS (event_names); i++)
    {
      const EventName *it = &event_names[i];

      if (it->kind == event->kind && (it->detail == 0 || it->detail == event->detail))
        return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "rule", it->name));
    }
  rule = stp_happening_find_rule (event);

  return rule ? g_strdup (stp_rule_get_label (rule)) : NULL;
}
