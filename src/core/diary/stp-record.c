// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-record-private.h"

#include "diary/stp-application.h"
#include "diary/stp-device.h"
#include "diary/stp-product.h"
#include "diary/stp-profile.h"
#include "diary/stp-reaction.h"
#include "diary/stp-session.h"

typedef struct
{
  char *id;
  gint64 modified;
  gboolean sealed;
} StpRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StpRecord, stp_record, G_TYPE_OBJECT)

#define PRIVATE(record)                                                                            \
  ((StpRecordPrivate *) stp_record_get_instance_private ((StpRecord *) (record)))

#define CLASS(record) (STP_RECORD_GET_CLASS ((StpRecord *) (record)))

static const struct
{
  const char *name, *plural;
  GType (*get_gtype) (void);
} record_types[STP_RECORD_N] = {
  [STP_RECORD_PROFILE] = { "profile", "profile", stp_profile_get_type },
  [STP_RECORD_PRODUCT] = { "product", "products", stp_product_get_type },
  [STP_RECORD_DEVICE] = { "device", "devices", stp_device_get_type },
  [STP_RECORD_HEAD] = { "head", "heads", stp_head_get_type },
  [STP_RECORD_COURSE] = { "course", "courses", stp_course_get_type },
  [STP_RECORD_SESSION] = { "session", "sessions", stp_session_get_type },
  [STP_RECORD_GATE] = { "gate", "gates", stp_gate_get_type },
  [STP_RECORD_STEP] = { "step", "steps", stp_step_get_type },
  [STP_RECORD_APPLICATION] = { "application", "applications", stp_application_get_type },
  [STP_RECORD_DENIAL] = { "denial", "denials", stp_denial_get_type },
  [STP_RECORD_EVENT] = { "event", "events", stp_event_get_type },
  [STP_RECORD_REACTION] = { "reaction", "reactions", stp_reaction_get_type },
  [STP_RECORD_RATING] = { "rating", "ratings", stp_rating_get_type },
  [STP_RECORD_PHOTO] = { "photo", "photos", stp_photo_get_type },
};

static void
stp_record_finalize (GObject *object)
{
  stp_shape_clear (STP_RECORD_GET_CLASS (object)->shape, object);
  g_free (PRIVATE (object)->id);
  G_OBJECT_CLASS (stp_record_parent_class)->finalize (object);
}

static void
stp_record_class_init (StpRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_record_finalize;
}

static void
stp_record_init (StpRecord *self)
{
}

/**
 * stp_record_new:
 * @type: what kind of record
 *
 * Returns: (transfer full): a draft with a fresh id and nothing set
 */
gpointer
stp_record_new (StpRecordType type)
{
  gpointer record = g_object_new (stp_record_type_get_gtype (type), NULL);

  if (type != STP_RECORD_PROFILE)
    PRIVATE (record)->id = g_uuid_string_random ();
  return record;
}

/**
 * stp_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): a draft with the same id and members as @record
 */
gpointer
stp_record_copy (gconstpointer record)
{
  gpointer copy = g_object_new (G_OBJECT_TYPE (record), NULL);

  stp_shape_copy (stp_record_get_shape (record), record, copy);
  PRIVATE (copy)->id = g_strdup (PRIVATE (record)->id);
  PRIVATE (copy)->modified = PRIVATE (record)->modified;
  return copy;
}

/**
 * stp_record_duplicate:
 * @record: a record
 *
 * Returns: (transfer full): a draft of another record with the same members
 */
gpointer
stp_record_duplicate (gconstpointer record)
{
  gpointer copy = stp_record_new (stp_record_get_record_type (record));

  stp_shape_copy (stp_record_get_shape (record), record, copy);
  return copy;
}

/**
 * stp_record_get_record_type:
 *
 * Returns: what kind of record it is
 */
StpRecordType
stp_record_get_record_type (gconstpointer record)
{
  return CLASS (record)->type;
}

/**
 * stp_record_get_shape:
 *
 * Returns: the table of its members
 */
const StpShape *
stp_record_get_shape (gconstpointer record)
{
  return CLASS (record)->shape;
}

/**
 * stp_record_get_id:
 *
 * Returns: (nullable): the id, a UUID; %NULL for the profile, of which there is one
 */
const char *
stp_record_get_id (gconstpointer record)
{
  return PRIVATE (record)->id;
}

/**
 * stp_record_get_modified:
 *
 * Returns: UTC microseconds of the last edit; 0 for a draft that was never in a diary
 */
gint64
stp_record_get_modified (gconstpointer record)
{
  return PRIVATE (record)->modified;
}

/**
 * stp_record_is_sealed:
 *
 * Returns: whether @record lies, or lay, in a diary and so must not be written to
 */
gboolean
stp_record_is_sealed (gconstpointer record)
{
  return PRIVATE (record)->sealed;
}

void
stp_record_set_id (gpointer record, const char *id)
{
  g_assert (!PRIVATE (record)->sealed);
  g_set_str (&PRIVATE (record)->id, id);
}

void
stp_record_set_modified (gpointer record, gint64 modified)
{
  g_assert (!PRIVATE (record)->sealed);
  PRIVATE (record)->modified = modified;
}

void
stp_record_seal (gpointer record)
{
  PRIVATE (record)->sealed = TRUE;
}

/**
 * stp_record_type_get_gtype:
 *
 * Returns: the type of object that records of @type are
 */
GType
stp_record_type_get_gtype (StpRecordType type)
{
  return record_types[type].get_gtype ();
}

/**
 * stp_record_type_get_shape:
 *
 * Returns: the table of members that records of @type have
 */
const StpShape *
stp_record_type_get_shape (StpRecordType type)
{
  g_autoptr (StpRecordClass) klass = g_type_class_ref (stp_record_type_get_gtype (type));

  return klass->shape;
}

/**
 * stp_record_type_get_name:
 *
 * Returns: the word for one record of @type, as in `subject.type` of a verdict
 */
const char *
stp_record_type_get_name (StpRecordType type)
{
  return record_types[type].name;
}

/**
 * stp_record_type_get_plural:
 *
 * Returns: the diary's member that lists the records of @type
 */
const char *
stp_record_type_get_plural (StpRecordType type)
{
  return record_types[type].plural;
}
