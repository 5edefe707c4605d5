// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-enums.h"

/* clang-format off */
G_DEFINE_ENUM_TYPE (StpProductKind, stp_product_kind,
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_CLEANSER, "cleanser"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_TONER, "toner"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_SERUM, "serum"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_CREAM, "cream"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_SUNSCREEN, "sunscreen"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_PEEL, "peel"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_MASK, "mask"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_SCRUB, "scrub"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_NUMBING, "numbing"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_MAKEUP, "makeup"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_BODY, "body"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_HAIR, "hair"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_LIP, "lip"),
                    G_DEFINE_ENUM_VALUE (STP_PRODUCT_OTHER, "other"))

G_DEFINE_ENUM_TYPE (StpArea, stp_area,
                    G_DEFINE_ENUM_VALUE (STP_AREA_FACE, "face"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_FOREHEAD, "forehead"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_CHEEKS, "cheeks"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_NOSE, "nose"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_UPPER_LIP, "upper-lip"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_CHIN, "chin"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_JAW, "jaw"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_EYE_CONTOUR, "eye-contour"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_NECK, "neck"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_CHEST, "chest"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_SCALP, "scalp"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_HANDS, "hands"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_ARMS, "arms"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_LEGS, "legs"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_BACK, "back"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_BELLY, "belly"),
                    G_DEFINE_ENUM_VALUE (STP_AREA_OTHER, "other"))

G_DEFINE_ENUM_TYPE (StpIngredientClass, stp_ingredient_class,
                    G_DEFINE_ENUM_VALUE (STP_CLASS_RETINOID_RX, "retinoid-rx"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_RETINOID_OTC, "retinoid-otc"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ACID_AHA, "acid-aha"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ACID_BHA, "acid-bha"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ACID_PHA, "acid-pha"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ACID_AHA_MILD, "acid-aha-mild"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ACID_PEEL, "acid-peel"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_AZELAIC, "azelaic"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_KOJIC, "kojic"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_GENTLE_BRIGHTENER, "gentle-brightener"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_NIACINAMIDE, "niacinamide"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_BPO, "bpo"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_VITC_LAA, "vitc-laa"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_VITC_DERIV, "vitc-deriv"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_EXFOLIANT_PHYSICAL, "exfoliant-physical"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_SPICULE, "spicule"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ENZYME, "enzyme"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_FRAGRANCE, "fragrance"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_ESSENTIAL_OIL, "essential-oil"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_DRYING_ALCOHOL, "drying-alcohol"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_AGGRESSIVE_CLEANSER, "aggressive-cleanser"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_SOOTHING, "soothing"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_OCCLUSIVE, "occlusive"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_BIOLOGIC, "biologic"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_UV_MINERAL, "uv-mineral"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_UV_ORGANIC, "uv-organic"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_TINT, "tint"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_NUMBING, "numbing"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_BRIGHTENER_RX, "brightener-rx"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_BRIGHTENER_RESORCINOL, "brightener-resorcinol"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_SELF_TAN, "self-tan"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_MINOXIDIL, "minoxidil"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_STEROID_ANTIBIOTIC, "steroid-antibiotic"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_PHOTOSENSITISER, "photosensitiser"),
                    G_DEFINE_ENUM_VALUE (STP_CLASS_OTHER_IRRITANT, "other-irritant"))

G_DEFINE_ENUM_TYPE (StpTreatAs, stp_treat_as,
                    G_DEFINE_ENUM_VALUE (STP_TREAT_AS_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (STP_TREAT_AS_TRACE, "trace"),
                    G_DEFINE_ENUM_VALUE (STP_TREAT_AS_NONE, "none"))

G_DEFINE_ENUM_TYPE (StpDayPart, stp_day_part,
                    G_DEFINE_ENUM_VALUE (STP_DAY_PART_MORNING, "morning"),
                    G_DEFINE_ENUM_VALUE (STP_DAY_PART_EVENING, "evening"))

G_DEFINE_ENUM_TYPE (StpDeviceKind, stp_device_kind,
                    G_DEFINE_ENUM_VALUE (STP_DEVICE_ROLLER, "roller"),
                    G_DEFINE_ENUM_VALUE (STP_DEVICE_STAMP, "stamp"),
                    G_DEFINE_ENUM_VALUE (STP_DEVICE_PEN, "pen"),
                    G_DEFINE_ENUM_VALUE (STP_DEVICE_RF, "rf"),
                    G_DEFINE_ENUM_VALUE (STP_DEVICE_LED_RED, "led-red"),
                    G_DEFINE_ENUM_VALUE (STP_DEVICE_LED_BLUE, "led-blue"))

G_DEFINE_ENUM_TYPE (StpCourseState, stp_course_state,
                    G_DEFINE_ENUM_VALUE (STP_COURSE_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (STP_COURSE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (STP_COURSE_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (StpSessionState, stp_session_state,
                    G_DEFINE_ENUM_VALUE (STP_SESSION_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (STP_SESSION_IN_PROGRESS, "in-progress"),
                    G_DEFINE_ENUM_VALUE (STP_SESSION_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (STP_SESSION_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (StpPurpose, stp_purpose,
                    G_DEFINE_ENUM_VALUE (STP_PURPOSE_FULL, "full"),
                    G_DEFINE_ENUM_VALUE (STP_PURPOSE_PATCH, "patch"))

G_DEFINE_ENUM_TYPE (StpPlace, stp_place,
                    G_DEFINE_ENUM_VALUE (STP_PLACE_HOME, "home"),
                    G_DEFINE_ENUM_VALUE (STP_PLACE_CLINIC, "clinic"))

G_DEFINE_ENUM_TYPE (StpTreatment, stp_treatment,
                    G_DEFINE_ENUM_VALUE (STP_TREATMENT_NEEDLING, "needling"),
                    G_DEFINE_ENUM_VALUE (STP_TREATMENT_RF, "rf"),
                    G_DEFINE_ENUM_VALUE (STP_TREATMENT_LED_RED, "led-red"),
                    G_DEFINE_ENUM_VALUE (STP_TREATMENT_LED_BLUE, "led-blue"),
                    G_DEFINE_ENUM_VALUE (STP_TREATMENT_OTHER, "other"))

G_DEFINE_ENUM_TYPE (StpStepKind, stp_step_kind,
                    G_DEFINE_ENUM_VALUE (STP_STEP_DISINFECT, "disinfect"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_WASH, "wash"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_DRY, "dry"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_INSPECT, "inspect"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_NUMB, "numb"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_WASH_OFF, "wash-off"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_NEEDLE, "needle"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_RINSE, "rinse"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_CARE, "care"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_DISINFECT_AFTER, "disinfect-after"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_RATE, "rate"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_PHOTO, "photo"),
                    G_DEFINE_ENUM_VALUE (STP_STEP_STOP, "stop"))

G_DEFINE_ENUM_TYPE (StpPreset, stp_preset,
                    G_DEFINE_ENUM_VALUE (STP_PRESET_ESSENTIAL, "essential"),
                    G_DEFINE_ENUM_VALUE (STP_PRESET_CAREFUL, "careful"),
                    G_DEFINE_ENUM_VALUE (STP_PRESET_STRICT, "strict"))

G_DEFINE_ENUM_TYPE (StpGoal, stp_goal,
                    G_DEFINE_ENUM_VALUE (STP_GOAL_ELASTICITY, "elasticity"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_RESILIENCE, "resilience"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_TEXTURE, "texture"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_SOFTNESS, "softness"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_SCARS, "scars"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_WRINKLES, "wrinkles"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_PIGMENTATION, "pigmentation"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_PORES, "pores"),
                    G_DEFINE_ENUM_VALUE (STP_GOAL_GLOW, "glow"))

G_DEFINE_ENUM_TYPE (StpAnswer, stp_answer,
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_NO, "no"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_YES, "yes"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_NOW, "now"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_HISTORY, "history"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_SELF, "self"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_FAMILY, "family"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_EASY, "easy"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_CHEMO, "chemo"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_UNCONTROLLED, "uncontrolled"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_UNWELL, "unwell"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_BREASTFEEDING, "breastfeeding"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_TRYING, "trying"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_SEVERE, "severe"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_VEINS, "veins"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_UNDER_18, "under-18"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_18_21, "18-21"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_OLDER, "older"),
                    G_DEFINE_ENUM_VALUE (STP_ANSWER_UNSURE, "unsure"))

G_DEFINE_ENUM_TYPE (StpEventKind, stp_event_kind,
                    G_DEFINE_ENUM_VALUE (STP_EVENT_WAX, "wax"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_THREAD, "thread"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SHAVE, "shave"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_DERMAPLANE, "dermaplane"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_PEEL_SALON, "peel-salon"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_PEEL_DEEP, "peel-deep"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_LASER, "laser"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_LASER_ABLATIVE, "laser-ablative"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_LASER_HAIR, "laser-hair"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_IPL, "ipl"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_ELECTROLYSIS, "electrolysis"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_BOTULINUM, "botulinum"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_FILLER, "filler"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SURGERY, "surgery"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_TATTOO, "tattoo"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_HOME_RF, "home-rf"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SUN, "sun"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SUNBURN, "sunburn"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_TANNING_BED, "tanning-bed"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SELF_TAN, "self-tan"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SPORT, "sport"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SAUNA, "sauna"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_HOT_BATH, "hot-bath"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_POOL, "pool"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_MAKEUP, "makeup"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_ALCOHOL, "alcohol"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_NSAID, "nsaid"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_SUPPLEMENT, "supplement"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_VACCINE, "vaccine"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_ILLNESS, "illness"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_FLARE, "flare"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_ACNE, "acne"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_COLD_SORE, "cold-sore"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_MEDICATION, "medication"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_PREGNANCY, "pregnancy"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_OCCASION, "occasion"),
                    G_DEFINE_ENUM_VALUE (STP_EVENT_OTHER, "other"))

G_DEFINE_ENUM_TYPE (StpEventDetail, stp_event_detail,
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_ISOTRETINOIN, "isotretinoin"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_ACITRETIN, "acitretin"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_ANTICOAGULANT, "anticoagulant"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_PHOTOSENSITISER, "photosensitiser"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_ANTIBIOTIC, "antibiotic"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_STEROID, "steroid"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_IMMUNOSUPPRESSANT, "immunosuppressant"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_ECZEMA, "eczema"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_PSORIASIS, "psoriasis"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_ROSACEA, "rosacea"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_INFECTION, "infection"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_WOUND, "wound"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_RASH, "rash"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_EYE, "eye"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_FEW, "few"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_MODERATE, "moderate"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_CYSTIC, "cystic"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_NICKED, "nicked"),
                    G_DEFINE_ENUM_VALUE (STP_DETAIL_OTHER, "other"))

G_DEFINE_ENUM_TYPE (StpSlot, stp_slot,
                    G_DEFINE_ENUM_VALUE (STP_SLOT_PLUS_2H, "+2h"),
                    G_DEFINE_ENUM_VALUE (STP_SLOT_PLUS_24H, "+24h"),
                    G_DEFINE_ENUM_VALUE (STP_SLOT_PLUS_48H, "+48h"),
                    G_DEFINE_ENUM_VALUE (STP_SLOT_PLUS_72H, "+72h"),
                    G_DEFINE_ENUM_VALUE (STP_SLOT_7D, "7d"),
                    G_DEFINE_ENUM_VALUE (STP_SLOT_14D, "14d"),
                    G_DEFINE_ENUM_VALUE (STP_SLOT_28D, "28d"))

G_DEFINE_ENUM_TYPE (StpSign, stp_sign,
                    G_DEFINE_ENUM_VALUE (STP_SIGN_WARMTH, "warmth"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_SPREADING_REDNESS, "spreading-redness"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_HOT_PAIN, "hot-pain"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_ITCHY_BUMPS, "itchy-bumps"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_HIVES, "hives"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_WHEEZE, "wheeze"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_LIP_EYE_SWELLING, "lip-eye-swelling"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_SWELLING_ONE_SIDE, "swelling-one-side"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_EYE_CLOSING, "eye-closing"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BLOOD_DOTS, "blood-dots"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BLEEDING_LONG, "bleeding-long"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_EROSION, "erosion"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_SCABS, "scabs"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BLACK_SCAB, "black-scab"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_PIMPLES, "pimples"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_PUSTULES, "pustules"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_SPREADING_PUSTULES, "spreading-pustules"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_STINGING, "stinging"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_PRODUCT_RASH, "product-rash"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_NODES, "nodes"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_NODES_FEVER, "nodes-fever"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_DARK_MARKS, "dark-marks"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_DARK_MARKS_LASTING, "dark-marks-lasting"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_LINES, "lines"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_RAISED_LINES, "raised-lines"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BUMPS, "bumps"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BUMPS_LASTING, "bumps-lasting"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_JOINT_PAIN, "joint-pain"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_TINGLING_LIP, "tingling-lip"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_COLD_SORE, "cold-sore"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_COLD_SORE_EYE, "cold-sore-eye"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_TENDER_WORSE, "tender-worse"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_PUS, "pus"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_YELLOW_CRUST, "yellow-crust"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_RED_STREAKS, "red-streaks"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_FEVER, "fever"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_CHILLS, "chills"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_CONFUSION, "confusion"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_FAST_PULSE, "fast-pulse"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_FACE_EYE_INFECTION, "face-eye-infection"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BLISTER, "blister"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BURN, "burn"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_DENT, "dent"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_NUMB_PATCH, "numb-patch"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_DROOP, "droop"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_DIZZY, "dizzy"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_RINGING_EARS, "ringing-ears"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_METALLIC_TASTE, "metallic-taste"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_NUMB_MOUTH, "numb-mouth"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_TWITCHING, "twitching"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BLUE_LIPS, "blue-lips"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_BREATHING, "breathing"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_EYE_PAIN, "eye-pain"),
                    G_DEFINE_ENUM_VALUE (STP_SIGN_VISION_CHANGE, "vision-change"))

G_DEFINE_ENUM_TYPE (StpAngle, stp_angle,
                    G_DEFINE_ENUM_VALUE (STP_ANGLE_FRONT, "front"),
                    G_DEFINE_ENUM_VALUE (STP_ANGLE_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (STP_ANGLE_RIGHT, "right"),
                    G_DEFINE_ENUM_VALUE (STP_ANGLE_DETAIL, "detail"))

/* clang-format on */

/**
 * stp_enum_to_nick:
 * @type: an enumeration of this header
 * @value: one of its values
 *
 * Returns: (nullable): the name of @value in JSON, %NULL for "not set" and unknown values
 */
const char *
stp_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (enum_class, value);

  return found ? found->value_nick : NULL;
}

/**
 * stp_enum_from_nick:
 * @type: an enumeration of this header
 * @nick: a name as in JSON
 *
 * Returns: the value, or %STP_ENUM_OTHER if this version does not know @nick
 */
int
stp_enum_from_nick (GType type, const char *nick)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (enum_class, nick);

  return found ? found->value : STP_ENUM_OTHER;
}

/**
 * stp_areas_expand:
 * @areas: a set of [enum@StpArea]
 *
 * Returns: @areas with the face replaced by the seven areas it stands for, so that two
 *   sets can be intersected
 */
guint64
stp_areas_expand (guint64 areas)
{
  if (areas & STP_BIT (STP_AREA_FACE))
    areas = (areas & ~STP_BIT (STP_AREA_FACE)) | STP_AREAS_FACE;
  return areas;
}
