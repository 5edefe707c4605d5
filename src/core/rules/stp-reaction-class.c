// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-reaction-class-private.h"

/*
 * How a check-in reads: clinical rules, section 6, as amended by E14. What is felt is given from 0
 * to 4, by the hours since the session; a sign is red, or amber after some time.
 */

#define SIGN(name) STP_BIT (STP_SIGN_##name)

static const guint64 red_signs =
  SIGN (SPREADING_REDNESS) | SIGN (HOT_PAIN) | SIGN (HIVES) | SIGN (WHEEZE) |
  SIGN (LIP_EYE_SWELLING) | SIGN (SWELLING_ONE_SIDE) | SIGN (EYE_CLOSING) | SIGN (BLEEDING_LONG) |
  SIGN (EROSION) | SIGN (BLACK_SCAB) | SIGN (SPREADING_PUSTULES) | SIGN (PRODUCT_RASH) |
  SIGN (NODES_FEVER) | SIGN (DARK_MARKS_LASTING) | SIGN (RAISED_LINES) | SIGN (BUMPS_LASTING) |
  SIGN (JOINT_PAIN) | SIGN (COLD_SORE) | SIGN (COLD_SORE_EYE) | SIGN (PUS) | SIGN (YELLOW_CRUST) |
  SIGN (RED_STREAKS) | SIGN (FEVER) | SIGN (CHILLS) | SIGN (CONFUSION) | SIGN (FAST_PULSE) |
  SIGN (FACE_EYE_INFECTION) | SIGN (BURN) | SIGN (DENT) | SIGN (NUMB_PATCH) | SIGN (DROOP) |
  SIGN (DIZZY) | SIGN (RINGING_EARS) | SIGN (METALLIC_TASTE) | SIGN (NUMB_MOUTH) |
  SIGN (TWITCHING) | SIGN (BLUE_LIPS) | SIGN (BREATHING) | SIGN (EYE_PAIN) | SIGN (VISION_CHANGE);

/* Those of an infection, also by the virus of cold sores. */
static const guint64 infection_signs = SIGN (PUS) | SIGN (YELLOW_CRUST) | SIGN (RED_STREAKS) |
                                       SIGN (SPREADING_PUSTULES) | SIGN (FACE_EYE_INFECTION) |
                                       SIGN (COLD_SORE) | SIGN (COLD_SORE_EYE);

/* How long the skin rests after it has settled: a week or two by what E14 names, else four weeks.
 */
typedef enum
{
  REST_SHORT = 1,
  REST_LONG,
} Rest;

/* Hours for which it is still expected, 0 = it never is; { R2, R5, M10, M15, RF }. */
static const struct
{
  guint64 signs;
  Rest rest;
  int hours[STP_BAND_N];
} amber_signs[] = {
  { SIGN (ITCHY_BUMPS) | SIGN (DARK_MARKS) | SIGN (LINES) | SIGN (BUMPS) | SIGN (TINGLING_LIP) |
      SIGN (TENDER_WORSE) | SIGN (BLISTER),
    REST_LONG,
    { 0, 0, 0, 0, 0 } },
  { SIGN (PUSTULES), REST_SHORT, { 0, 0, 0, 0, 0 } },
  { SIGN (WARMTH), REST_SHORT, { 24, 48, 72, 72, 72 } },
  { SIGN (BLOOD_DOTS), REST_SHORT, { 0, 24, 24, 24, 24 } },
  { SIGN (SCABS), REST_LONG, { 0, 240, 240, 240, 240 } },
  { SIGN (PIMPLES), REST_SHORT, { 336, 336, 336, 336, 336 } },
  { SIGN (STINGING), REST_LONG, { 120, 120, 120, 120, 120 } },
  { SIGN (NODES), REST_LONG, { 168, 168, 168, 168, 168 } },
};

/* From that level on it is amber after so many hours. Pain stands in one row with itch, and strong
 * pain is never expected: "not very strong and passes quickly", the method says. */
static const struct
{
  gsize offset;
  int level;
  Rest rest;
  int hours[STP_BAND_N];
} amber_levels[] = {
  { G_STRUCT_OFFSET (StpReaction, redness), 1, REST_SHORT, { 72, 72, 72, 72, 72 } },
  { G_STRUCT_OFFSET (StpReaction, redness), 2, REST_SHORT, { 24, 48, 72, 72, 72 } },
  { G_STRUCT_OFFSET (StpReaction, pain), 1, REST_SHORT, { 72, 72, 72, 72, 72 } },
  { G_STRUCT_OFFSET (StpReaction, pain), 3, REST_SHORT, { 0, 0, 0, 0, 0 } },
  { G_STRUCT_OFFSET (StpReaction, itch), 1, REST_SHORT, { 96, 96, 96, 96, 96 } },
  { G_STRUCT_OFFSET (StpReaction, flaking), 1, REST_SHORT, { 168, 168, 240, 240, 240 } },
  { G_STRUCT_OFFSET (StpReaction, swelling), 1, REST_LONG, { 48, 48, 48, 48, 48 } },
};

/* What is never expected is too much also before the session has ended as it is reckoned. */
static gboolean
is_too_late (int hours, gint64 age)
{
  return hours == 0 || age > hours * STP_HOUR;
}

/* The longest rest that anything in it asks for; 0 = nothing is amber. */
static Rest
find_rest (const StpReaction *self, gint64 age, StpBand band)
{
  Rest rest = stp_reaction_has_unknown_level (self) ? REST_LONG : 0;

  for (guint i = 0; i < G_N_ELEMENTS (amber_signs); i++)
    if ((self->signs & amber_signs[i].signs) && is_too_late (amber_signs[i].hours[band], age))
      rest = MAX (rest, amber_signs[i].rest);
  for (guint i = 0; i < G_N_ELEMENTS (amber_levels); i++)
    if (G_STRUCT_MEMBER (int, self, amber_levels[i].offset) >= amber_levels[i].level &&
        is_too_late (amber_levels[i].hours[band], age))
      rest = MAX (rest, amber_levels[i].rest);
  return rest;
}

/*
 * stp_reaction_classify:
 * @age: since the end of the session, microseconds; %G_MAXINT64 if no session is known
 * @band: how deep it went; the deepest if that is not known
 *
 * Returns: what the check-in says
 */
StpReactionGrade
stp_reaction_classify (const StpReaction *reaction, gint64 age, StpBand band)
{
  if ((reaction->signs & red_signs) || stp_reaction_has_unknown_sign (reaction))
    return STP_REACTION_RED;
  if (stp_reaction_is_calm (reaction))
    return STP_REACTION_CALM;
  /* Without a mark it is at most normal: it may have left something open. */
  return find_rest (reaction, age, band) ? STP_REACTION_AMBER : STP_REACTION_NORMAL;
}

/*
 * stp_reaction_get_rest:
 * @age: as for stp_reaction_classify()
 *
 * Returns: how long the skin rests after an amber reaction has settled: E14, and for what it does
 *   not name clinical rules, section 4.1; microseconds
 */
gint64
stp_reaction_get_rest (const StpReaction *reaction, gint64 age, StpBand band)
{
  if (find_rest (reaction, age, band) == REST_LONG)
    return 28 * STP_DAY_LENGTH;
  return (band == STP_BAND_R2 ? 7 : 14) * STP_DAY_LENGTH;
}

/**
 * stp_sign_is_red:
 *
 * Returns: whether that sign is an alarm, whenever it is seen
 */
gboolean
stp_sign_is_red (StpSign sign)
{
  return (red_signs & STP_BIT (sign)) != 0;
}

/*
 * stp_reaction_is_infected:
 *
 * Returns: whether it tells of an infection, and nobody said that this was a mistake
 */
gboolean
stp_reaction_is_infected (const StpReaction *reaction)
{
  return (reaction->signs & infection_signs) &&
         !(reaction->resolved && g_strcmp0 (reaction->resolved->by, STP_RESOLVED_BY_MISTAKE) == 0);
}

/*
 * stp_sitting_grade:
 * @sitting: (nullable): what the check-in is about
 * @rest: (out): how long the skin rests once an amber one has settled, microseconds
 *
 * Returns: what the check-in says
 */
StpReactionGrade
stp_sitting_grade (const StpSitting *sitting, const StpReaction *reaction, gint64 *rest)
{
  StpBand band = STP_BAND_M15;
  gint64 age = G_MAXINT64;

  if (sitting)
    {
      band = stp_sitting_get_band (sitting, G_MAXUINT64);
      if (sitting->end != STP_TIME_UNSET && reaction->at.us != STP_TIME_UNSET)
        age = reaction->at.us - sitting->end;
    }
  *rest = stp_reaction_get_rest (reaction, age, band);
  return stp_reaction_classify (reaction, age, band);
}
