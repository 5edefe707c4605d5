// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-reaction.h"

#include "diary/stp-record-private.h"

/* clang-format off */
static const StpMember stp_resolution_members[] = {
  { "by", STP_MEMBER_TEXT, STP_AT (StpResolution, by) },
  { "on", STP_MEMBER_DAY, STP_AT (StpResolution, on) },
  { "note", STP_MEMBER_TEXT, STP_AT (StpResolution, note) },
};

STP_DEFINE_VALUE (StpResolution, stp_resolution, "resolution", 0)

static const StpMember stp_reaction_members[] = {
  { "session", STP_MEMBER_ID, STP_AT (StpReaction, session), .target = STP_RECORD_SESSION },
  { "slot", STP_MEMBER_ENUM, STP_AT (StpReaction, slot), .enum_type = stp_slot_get_type },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpReaction, at) },
  { "skipped", STP_MEMBER_BOOL, STP_AT (StpReaction, skipped) },
  { "redness", STP_MEMBER_INT, STP_AT (StpReaction, redness), .min = 0, .max = 4 },
  { "pain", STP_MEMBER_INT, STP_AT (StpReaction, pain), .min = 0, .max = 4 },
  { "itch", STP_MEMBER_INT, STP_AT (StpReaction, itch), .min = 0, .max = 4 },
  { "flaking", STP_MEMBER_INT, STP_AT (StpReaction, flaking), .min = 0, .max = 4 },
  { "swelling", STP_MEMBER_INT, STP_AT (StpReaction, swelling), .min = 0, .max = 4 },
  { "signs", STP_MEMBER_SET, STP_AT (StpReaction, signs), .enum_type = stp_sign_get_type },
  { "resolved", STP_MEMBER_VALUE, STP_AT (StpReaction, resolved), .nested = &stp_resolution_shape },
};

STP_DEFINE_RECORD (StpReaction, stp_reaction, STP_RECORD_REACTION, "reaction")

/**
 * stp_reaction_has_unknown_sign:
 *
 * A sign that only a newer version knows may be any; the codec keeps its name aside.
 *
 * Returns: whether there is one
 */
gboolean
stp_reaction_has_unknown_sign (const StpReaction *self)
{
  return self->extras && json_object_has_member (self->extras, "signs");
}

/* What is felt or seen, each from 0 to 4; unset = it was not answered. */
static const struct
{
  const char *name;
  gsize offset;
} levels[] = {
  { "redness", G_STRUCT_OFFSET (StpReaction, redness) },
  { "pain", G_STRUCT_OFFSET (StpReaction, pain) },
  { "itch", G_STRUCT_OFFSET (StpReaction, itch) },
  { "flaking", G_STRUCT_OFFSET (StpReaction, flaking) },
  { "swelling", G_STRUCT_OFFSET (StpReaction, swelling) },
};

static int
get_level (const StpReaction *self, guint index)
{
  return G_STRUCT_MEMBER (int, self, levels[index].offset);
}

/**
 * stp_reaction_has_unknown_level:
 *
 * The same of how strong something is: all that is known is that it was answered.
 *
 * Returns: whether there is such an answer
 */
gboolean
stp_reaction_has_unknown_level (const StpReaction *self)
{
  for (guint i = 0; self->extras && i < G_N_ELEMENTS (levels); i++)
    if (json_object_has_member (self->extras, levels[i].name))
      return TRUE;
  return FALSE;
}

static gboolean
has_sign (const StpReaction *self)
{
  return self->signs != 0 || stp_reaction_has_unknown_sign (self);
}

/**
 * stp_reaction_is_marked:
 *
 * Returns: whether something was felt or seen
 */
gboolean
stp_reaction_is_marked (const StpReaction *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (get_level (self, i) > 0)
      return TRUE;
  return has_sign (self) || stp_reaction_has_unknown_level (self);
}

/**
 * stp_reaction_is_calm:
 *
 * Silence is not "no" (E5): what was left open may be anything.
 *
 * Returns: whether everything was answered, and nothing was felt or seen
 */
gboolean
stp_reaction_is_calm (const StpReaction *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (get_level (self, i) != 0)
      return FALSE;
  return !stp_reaction_is_marked (self);
}

/**
 * stp_reaction_settles:
 * @earlier: another check-in
 *
 * A level is settled by its own answer. A sign has none: only skin that is calm all over shows that
 * it has gone.
 *
 * Returns: whether this one says that what @earlier marked is over
 */
gboolean
stp_reaction_settles (const StpReaction *self, const StpReaction *earlier)
{
  if (has_sign (earlier) || stp_reaction_has_unknown_level (earlier))
    return stp_reaction_is_calm (self);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (get_level (earlier, i) > 0 && get_level (self, i) != 0)
      return FALSE;
  return !stp_reaction_is_marked (self);
}

static const StpMember stp_rating_members[] = {
  { "goal", STP_MEMBER_ENUM, STP_AT (StpRating, goal), .required = TRUE, .enum_type = stp_goal_get_type },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpRating, at) },
  { "value", STP_MEMBER_INT, STP_AT (StpRating, value), .min = -3, .max = 3 },
  { "session", STP_MEMBER_ID, STP_AT (StpRating, session), .target = STP_RECORD_SESSION },
  { "immediate", STP_MEMBER_BOOL, STP_AT (StpRating, immediate) },
};

STP_DEFINE_RECORD (StpRating, stp_rating, STP_RECORD_RATING, "rating")

static const StpMember stp_photo_members[] = {
  { "file", STP_MEMBER_TEXT, STP_AT (StpPhoto, file), .required = TRUE },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpPhoto, at) },
  { "angle", STP_MEMBER_ENUM, STP_AT (StpPhoto, angle), .enum_type = stp_angle_get_type },
  { "area", STP_MEMBER_ENUM, STP_AT (StpPhoto, area), .enum_type = stp_area_get_type },
  { "session", STP_MEMBER_ID, STP_AT (StpPhoto, session), .target = STP_RECORD_SESSION },
};

STP_DEFINE_RECORD (StpPhoto, stp_photo, STP_RECORD_PHOTO, "photo")
