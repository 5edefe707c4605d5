// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/**
 * StpResolution:
 *
 * Who lifted an alarm, and when (E14).
 */
typedef struct
{
  JsonObject *extras;
  char *by;
  guint on; /* day */
  char *note;
} StpResolution;

extern const StpShape stp_resolution_shape;
StpResolution *stp_resolution_new (void);
StpResolution *stp_resolution_copy (const StpResolution *self);
void stp_resolution_free (StpResolution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpResolution, stp_resolution_free)

#define STP_TYPE_REACTION (stp_reaction_get_type ())
G_DECLARE_FINAL_TYPE (StpReaction, stp_reaction, STP, REACTION, StpRecord)

/**
 * StpReaction:
 *
 * How the skin was at a check-in.
 */
struct _StpReaction
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *session; /* id */
  StpSlot slot;
  StpInstant at;
  gboolean skipped;
  int redness, pain, itch, flaking, swelling; /* 0 to 4; unset = not answered */
  guint64 signs;                              /* set of StpSign */
  StpResolution *resolved;                    /* (nullable) */
};

gboolean stp_reaction_has_unknown_sign (const StpReaction *self);
gboolean stp_reaction_has_unknown_level (const StpReaction *self);
gboolean stp_reaction_is_marked (const StpReaction *self);
gboolean stp_reaction_is_calm (const StpReaction *self);
gboolean stp_reaction_settles (const StpReaction *self, const StpReaction *earlier);

#define STP_TYPE_RATING (stp_rating_get_type ())
G_DECLARE_FINAL_TYPE (StpRating, stp_rating, STP, RATING, StpRecord)

/**
 * StpRating:
 *
 * How the skin looks for one goal, from -3 to 3.
 */
struct _StpRating
{
  StpRecord parent_instance;
  JsonObject *extras;

  StpGoal goal;
  StpInstant at;
  int value;
  char *session; /* id */
  gboolean immediate;
};

#define STP_TYPE_PHOTO (stp_photo_get_type ())
G_DECLARE_FINAL_TYPE (StpPhoto, stp_photo, STP, PHOTO, StpRecord)

/**
 * StpPhoto:
 *
 * A picture beside the diary, without metadata.
 */
struct _StpPhoto
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *file; /* photos/<sha256>.jpg */
  StpInstant at;
  StpAngle angle;
  StpArea area;
  char *session; /* id */
};

G_END_DECLS
