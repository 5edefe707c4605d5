// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The enumerations of the diary. A value's nick is its name in JSON and is final: other
 * tools read it. New values go at the end of their list. Zero always means "not set";
 * %STP_ENUM_OTHER stands for a value that a newer version wrote and this one does not
 * know; the codec keeps its text.
 */

#define STP_ENUM_OTHER (-1)

/**
 * STP_BIT:
 * @value: a value of one of the enumerations below
 *
 * The bit that stands for @value in a set of values; none for %STP_ENUM_OTHER, which is in no set.
 */
#define STP_BIT(value) ((guint64) ((guint) (value) < 64) << ((guint) (value) & 63))
#define STP_CLASS_BIT(value) STP_BIT (value)

/**
 * StpProductKind:
 *
 * What a product is. Scrubs and peels count as their kind whatever their list says.
 */
typedef enum
{
  STP_PRODUCT_CLEANSER = 1,
  STP_PRODUCT_TONER,
  STP_PRODUCT_SERUM,
  STP_PRODUCT_CREAM,
  STP_PRODUCT_SUNSCREEN,
  STP_PRODUCT_PEEL,
  STP_PRODUCT_MASK,
  STP_PRODUCT_SCRUB,
  STP_PRODUCT_NUMBING,
  STP_PRODUCT_MAKEUP,
  STP_PRODUCT_BODY,
  STP_PRODUCT_HAIR,
  STP_PRODUCT_LIP,
  STP_PRODUCT_OTHER,
} StpProductKind;

#define STP_TYPE_PRODUCT_KIND (stp_product_kind_get_type ())
GType stp_product_kind_get_type (void);

/**
 * StpArea:
 *
 * A part of the body. %STP_AREA_FACE stands for the seven areas that follow it.
 */
typedef enum
{
  STP_AREA_FACE = 1,
  STP_AREA_FOREHEAD,
  STP_AREA_CHEEKS,
  STP_AREA_NOSE,
  STP_AREA_UPPER_LIP,
  STP_AREA_CHIN,
  STP_AREA_JAW,
  STP_AREA_EYE_CONTOUR,
  STP_AREA_NECK,
  STP_AREA_CHEST,
  STP_AREA_SCALP,
  STP_AREA_HANDS,
  STP_AREA_ARMS,
  STP_AREA_LEGS,
  STP_AREA_BACK,
  STP_AREA_BELLY,
  STP_AREA_OTHER,
} StpArea;

#define STP_TYPE_AREA (stp_area_get_type ())
GType stp_area_get_type (void);

/**
 * StpIngredientClass:
 *
 * What an ingredient does to needled skin; clinical rules, section 7.
 */
typedef enum
{
  STP_CLASS_RETINOID_RX = 1,
  STP_CLASS_RETINOID_OTC,
  STP_CLASS_ACID_AHA,
  STP_CLASS_ACID_BHA,
  STP_CLASS_ACID_PHA,
  STP_CLASS_ACID_AHA_MILD,
  STP_CLASS_ACID_PEEL,
  STP_CLASS_AZELAIC,
  STP_CLASS_KOJIC,
  STP_CLASS_GENTLE_BRIGHTENER,
  STP_CLASS_NIACINAMIDE,
  STP_CLASS_BPO,
  STP_CLASS_VITC_LAA,
  STP_CLASS_VITC_DERIV,
  STP_CLASS_EXFOLIANT_PHYSICAL,
  STP_CLASS_SPICULE,
  STP_CLASS_ENZYME,
  STP_CLASS_FRAGRANCE,
  STP_CLASS_ESSENTIAL_OIL,
  STP_CLASS_DRYING_ALCOHOL,
  STP_CLASS_AGGRESSIVE_CLEANSER,
  STP_CLASS_SOOTHING,
  STP_CLASS_OCCLUSIVE,
  STP_CLASS_BIOLOGIC,
  STP_CLASS_UV_MINERAL,
  STP_CLASS_UV_ORGANIC,
  STP_CLASS_TINT,
  STP_CLASS_NUMBING,
  STP_CLASS_BRIGHTENER_RX,
  STP_CLASS_BRIGHTENER_RESORCINOL,
  STP_CLASS_SELF_TAN,
  STP_CLASS_MINOXIDIL,
  STP_CLASS_STEROID_ANTIBIOTIC,
  STP_CLASS_PHOTOSENSITISER,
  STP_CLASS_OTHER_IRRITANT,
} StpIngredientClass;

#define STP_TYPE_INGREDIENT_CLASS (stp_ingredient_class_get_type ())
GType stp_ingredient_class_get_type (void);

/**
 * StpTreatAs:
 *
 * How a token is to be read: with rules, named only, or not as this class.
 */
typedef enum
{
  STP_TREAT_AS_ACTIVE = 1,
  STP_TREAT_AS_TRACE,
  STP_TREAT_AS_NONE,
} StpTreatAs;

#define STP_TYPE_TREAT_AS (stp_treat_as_get_type ())
GType stp_treat_as_get_type (void);

/**
 * StpDayPart:
 *
 * When in the day a routine uses a product.
 */
typedef enum
{
  STP_DAY_PART_MORNING = 1,
  STP_DAY_PART_EVENING,
} StpDayPart;

#define STP_TYPE_DAY_PART (stp_day_part_get_type ())
GType stp_day_part_get_type (void);

/**
 * StpDeviceKind:
 *
 * The device in the hand; LED devices puncture nothing.
 */
typedef enum
{
  STP_DEVICE_ROLLER = 1,
  STP_DEVICE_STAMP,
  STP_DEVICE_PEN,
  STP_DEVICE_RF,
  STP_DEVICE_LED_RED,
  STP_DEVICE_LED_BLUE,
} StpDeviceKind;

#define STP_TYPE_DEVICE_KIND (stp_device_kind_get_type ())
GType stp_device_kind_get_type (void);

/**
 * StpCourseState:
 *
 * Where a course stands.
 */
typedef enum
{
  STP_COURSE_ACTIVE = 1,
  STP_COURSE_DONE,
  STP_COURSE_CANCELLED,
} StpCourseState;

#define STP_TYPE_COURSE_STATE (stp_course_state_get_type ())
GType stp_course_state_get_type (void);

/**
 * StpSessionState:
 *
 * Where a session stands.
 */
typedef enum
{
  STP_SESSION_PLANNED = 1,
  STP_SESSION_IN_PROGRESS,
  STP_SESSION_DONE,
  STP_SESSION_CANCELLED,
} StpSessionState;

#define STP_TYPE_SESSION_STATE (stp_session_state_get_type ())
GType stp_session_state_get_type (void);

/**
 * StpPurpose:
 *
 * A full session, or the patch test before it.
 */
typedef enum
{
  STP_PURPOSE_FULL = 1,
  STP_PURPOSE_PATCH,
} StpPurpose;

#define STP_TYPE_PURPOSE (stp_purpose_get_type ())
GType stp_purpose_get_type (void);

/**
 * StpPlace:
 *
 * Where a session happens.
 */
typedef enum
{
  STP_PLACE_HOME = 1,
  STP_PLACE_CLINIC,
} StpPlace;

#define STP_TYPE_PLACE (stp_place_get_type ())
GType stp_place_get_type (void);

/**
 * StpTreatment:
 *
 * What a session does to the skin.
 */
typedef enum
{
  STP_TREATMENT_NEEDLING = 1,
  STP_TREATMENT_RF,
  STP_TREATMENT_LED_RED,
  STP_TREATMENT_LED_BLUE,
  STP_TREATMENT_OTHER,
} StpTreatment;

#define STP_TYPE_TREATMENT (stp_treatment_get_type ())
GType stp_treatment_get_type (void);

/**
 * StpStepKind:
 *
 * A step of a session; product document, section 4.
 */
typedef enum
{
  STP_STEP_DISINFECT = 1,
  STP_STEP_WASH,
  STP_STEP_DRY,
  STP_STEP_INSPECT,
  STP_STEP_NUMB,
  STP_STEP_WASH_OFF,
  STP_STEP_NEEDLE,
  STP_STEP_RINSE,
  STP_STEP_CARE,
  STP_STEP_DISINFECT_AFTER,
  STP_STEP_RATE,
  STP_STEP_PHOTO,
  STP_STEP_STOP,
} StpStepKind;

#define STP_TYPE_STEP_KIND (stp_step_kind_get_type ())
GType stp_step_kind_get_type (void);

/**
 * StpPreset:
 *
 * How much beyond the method the rules ask.
 */
typedef enum
{
  STP_PRESET_ESSENTIAL = 1,
  STP_PRESET_CAREFUL,
  STP_PRESET_STRICT,
} StpPreset;

#define STP_TYPE_PRESET (stp_preset_get_type ())
GType stp_preset_get_type (void);

/**
 * StpGoal:
 *
 * What a course is for.
 */
typedef enum
{
  STP_GOAL_ELASTICITY = 1,
  STP_GOAL_RESILIENCE,
  STP_GOAL_TEXTURE,
  STP_GOAL_SOFTNESS,
  STP_GOAL_SCARS,
  STP_GOAL_WRINKLES,
  STP_GOAL_PIGMENTATION,
  STP_GOAL_PORES,
  STP_GOAL_GLOW,
} StpGoal;

#define STP_TYPE_GOAL (stp_goal_get_type ())
GType stp_goal_get_type (void);

/**
 * StpAnswer:
 *
 * An answer of the questionnaire or the gate.
 */
typedef enum
{
  STP_ANSWER_NO = 1,
  STP_ANSWER_YES,
  STP_ANSWER_NOW,
  STP_ANSWER_HISTORY,
  STP_ANSWER_SELF,
  STP_ANSWER_FAMILY,
  STP_ANSWER_OTHER,
  STP_ANSWER_EASY,
  STP_ANSWER_CHEMO,
  STP_ANSWER_UNCONTROLLED,
  STP_ANSWER_UNWELL,
  STP_ANSWER_BREASTFEEDING,
  STP_ANSWER_TRYING,
  STP_ANSWER_SEVERE,
  STP_ANSWER_VEINS,
  STP_ANSWER_UNDER_18,
  STP_ANSWER_18_21,
  STP_ANSWER_OLDER,
  STP_ANSWER_UNSURE,
} StpAnswer;

#define STP_TYPE_ANSWER (stp_answer_get_type ())
GType stp_answer_get_type (void);

/**
 * StpEventKind:
 *
 * What an event is: anything that rules speak of and that is neither product nor session.
 */
typedef enum
{
  STP_EVENT_WAX = 1,
  STP_EVENT_THREAD,
  STP_EVENT_SHAVE,
  STP_EVENT_DERMAPLANE,
  STP_EVENT_PEEL_SALON,
  STP_EVENT_PEEL_DEEP,
  STP_EVENT_LASER,
  STP_EVENT_LASER_ABLATIVE,
  STP_EVENT_LASER_HAIR,
  STP_EVENT_IPL,
  STP_EVENT_ELECTROLYSIS,
  STP_EVENT_BOTULINUM,
  STP_EVENT_FILLER,
  STP_EVENT_SURGERY,
  STP_EVENT_TATTOO,
  STP_EVENT_HOME_RF,
  STP_EVENT_SUN,
  STP_EVENT_SUNBURN,
  STP_EVENT_TANNING_BED,
  STP_EVENT_SELF_TAN,
  STP_EVENT_SPORT,
  STP_EVENT_SAUNA,
  STP_EVENT_HOT_BATH,
  STP_EVENT_POOL,
  STP_EVENT_MAKEUP,
  STP_EVENT_ALCOHOL,
  STP_EVENT_NSAID,
  STP_EVENT_SUPPLEMENT,
  STP_EVENT_VACCINE,
  STP_EVENT_ILLNESS,
  STP_EVENT_FLARE,
  STP_EVENT_ACNE,
  STP_EVENT_COLD_SORE,
  STP_EVENT_MEDICATION,
  STP_EVENT_PREGNANCY,
  STP_EVENT_OCCASION,
  STP_EVENT_OTHER,
} StpEventKind;

#define STP_TYPE_EVENT_KIND (stp_event_kind_get_type ())
GType stp_event_kind_get_type (void);

/**
 * StpEventDetail:
 *
 * The finer word of an event: of a medication, a flare, acne or a shave.
 */
typedef enum
{
  STP_DETAIL_ISOTRETINOIN = 1,
  STP_DETAIL_ACITRETIN,
  STP_DETAIL_ANTICOAGULANT,
  STP_DETAIL_PHOTOSENSITISER,
  STP_DETAIL_ANTIBIOTIC,
  STP_DETAIL_STEROID,
  STP_DETAIL_IMMUNOSUPPRESSANT,
  STP_DETAIL_ECZEMA,
  STP_DETAIL_PSORIASIS,
  STP_DETAIL_ROSACEA,
  STP_DETAIL_INFECTION,
  STP_DETAIL_WOUND,
  STP_DETAIL_RASH,
  STP_DETAIL_EYE,
  STP_DETAIL_FEW,
  STP_DETAIL_MODERATE,
  STP_DETAIL_CYSTIC,
  STP_DETAIL_NICKED,
  STP_DETAIL_OTHER,
} StpEventDetail;

#define STP_TYPE_EVENT_DETAIL (stp_event_detail_get_type ())
GType stp_event_detail_get_type (void);

/**
 * StpSlot:
 *
 * The check-in a reaction answers.
 */
typedef enum
{
  STP_SLOT_PLUS_2H = 1,
  STP_SLOT_PLUS_24H,
  STP_SLOT_PLUS_48H,
  STP_SLOT_PLUS_72H,
  STP_SLOT_7D,
  STP_SLOT_14D,
  STP_SLOT_28D,
} StpSlot;

#define STP_TYPE_SLOT (stp_slot_get_type ())
GType stp_slot_get_type (void);

/**
 * StpSign:
 *
 * A sign that a check-in asks for; clinical rules, section 6.
 */
typedef enum
{
  STP_SIGN_WARMTH = 1,
  STP_SIGN_SPREADING_REDNESS,
  STP_SIGN_HOT_PAIN,
  STP_SIGN_ITCHY_BUMPS,
  STP_SIGN_HIVES,
  STP_SIGN_WHEEZE,
  STP_SIGN_LIP_EYE_SWELLING,
  STP_SIGN_SWELLING_ONE_SIDE,
  STP_SIGN_EYE_CLOSING,
  STP_SIGN_BLOOD_DOTS,
  STP_SIGN_BLEEDING_LONG,
  STP_SIGN_EROSION,
  STP_SIGN_SCABS,
  STP_SIGN_BLACK_SCAB,
  STP_SIGN_PIMPLES,
  STP_SIGN_PUSTULES,
  STP_SIGN_SPREADING_PUSTULES,
  STP_SIGN_STINGING,
  STP_SIGN_PRODUCT_RASH,
  STP_SIGN_NODES,
  STP_SIGN_NODES_FEVER,
  STP_SIGN_DARK_MARKS,
  STP_SIGN_DARK_MARKS_LASTING,
  STP_SIGN_LINES,
  STP_SIGN_RAISED_LINES,
  STP_SIGN_BUMPS,
  STP_SIGN_BUMPS_LASTING,
  STP_SIGN_JOINT_PAIN,
  STP_SIGN_TINGLING_LIP,
  STP_SIGN_COLD_SORE,
  STP_SIGN_COLD_SORE_EYE,
  STP_SIGN_TENDER_WORSE,
  STP_SIGN_PUS,
  STP_SIGN_YELLOW_CRUST,
  STP_SIGN_RED_STREAKS,
  STP_SIGN_FEVER,
  STP_SIGN_CHILLS,
  STP_SIGN_CONFUSION,
  STP_SIGN_FAST_PULSE,
  STP_SIGN_FACE_EYE_INFECTION,
  STP_SIGN_BLISTER,
  STP_SIGN_BURN,
  STP_SIGN_DENT,
  STP_SIGN_NUMB_PATCH,
  STP_SIGN_DROOP,
  STP_SIGN_DIZZY,
  STP_SIGN_RINGING_EARS,
  STP_SIGN_METALLIC_TASTE,
  STP_SIGN_NUMB_MOUTH,
  STP_SIGN_TWITCHING,
  STP_SIGN_BLUE_LIPS,
  STP_SIGN_BREATHING,
  STP_SIGN_EYE_PAIN,
  STP_SIGN_VISION_CHANGE,
} StpSign;

#define STP_TYPE_SIGN (stp_sign_get_type ())
GType stp_sign_get_type (void);

/**
 * StpAngle:
 *
 * From where a photo was taken.
 */
typedef enum
{
  STP_ANGLE_FRONT = 1,
  STP_ANGLE_LEFT,
  STP_ANGLE_RIGHT,
  STP_ANGLE_DETAIL,
} StpAngle;

#define STP_TYPE_ANGLE (stp_angle_get_type ())
GType stp_angle_get_type (void);

#define STP_CLASS_N (STP_CLASS_OTHER_IRRITANT + 1)

/**
 * STP_DEVICES_LIGHT:
 *
 * The devices that puncture nothing, as a set.
 */
#define STP_DEVICES_LIGHT (STP_BIT (STP_DEVICE_LED_RED) | STP_BIT (STP_DEVICE_LED_BLUE))

/**
 * STP_DEVICES_NEEDLES:
 *
 * The devices that puncture, as a set.
 */
#define STP_DEVICES_NEEDLES                                                                        \
  (STP_BIT (STP_DEVICE_ROLLER) | STP_BIT (STP_DEVICE_STAMP) | STP_BIT (STP_DEVICE_PEN) |           \
   STP_BIT (STP_DEVICE_RF))

/**
 * STP_AREAS_FACE:
 *
 * The seven areas that %STP_AREA_FACE stands for, as a set.
 */
#define STP_AREAS_FACE                                                                             \
  (STP_BIT (STP_AREA_FOREHEAD) | STP_BIT (STP_AREA_CHEEKS) | STP_BIT (STP_AREA_NOSE) |             \
   STP_BIT (STP_AREA_UPPER_LIP) | STP_BIT (STP_AREA_CHIN) | STP_BIT (STP_AREA_JAW) |               \
   STP_BIT (STP_AREA_EYE_CONTOUR))

const char *stp_enum_to_nick (GType type, int value);
int stp_enum_from_nick (GType type, const char *nick);
guint64 stp_areas_expand (guint64 areas);

G_END_DECLS
