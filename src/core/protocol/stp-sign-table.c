// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-sign-table-private.h"

#include <glib/gi18n-lib.h>

/*
 * What a check-in asks for and what is said to it: clinical rules, section 6, row by row. When a
 * sign is an alarm, and from when on it takes too long, stands in the rules. A sign needs a row
 * here and a name below.
 */
#define LEVEL(name) G_STRUCT_OFFSET (StpReaction, name)

const StpTopicRow stp_topic_table[] = {
  {
    .title = N_ ("Warmth, or Redness That Spreads"),
    .levels = { LEVEL (redness) },
    .signs = { STP_SIGN_WARMTH, STP_SIGN_SPREADING_REDNESS, STP_SIGN_HOT_PAIN },
    .says = N_ ("Pinkness and warmth are expected at first. Use cool water and a bland cream. "
                "Leave active products off."),
    .red = N_ ("Redness that spreads, or that is hot and painful, should be seen by a doctor "
               "today."),
    .sources = "NUAN RAM CHU21",
  },
  {
    .title = N_ ("Hives, Itchy Bumps or Swollen Lips"),
    .levels = { LEVEL (pain), LEVEL (itch) },
    .signs = { STP_SIGN_ITCHY_BUMPS, STP_SIGN_HIVES, STP_SIGN_LIP_EYE_SWELLING, STP_SIGN_WHEEZE },
    .says = N_ (
      "Slight soreness or itch can happen. Do not scratch. It usually fades within one to "
      "three days."),
    .red = N_ ("Swollen lips or eyes, or trouble breathing, are an emergency: call the emergency "
               "number now. Hives should be seen by a doctor today."),
    .sources = "HYPE",
    .urgent = TRUE,
  },
  {
    .title = N_ ("Swelling on One Side or at the Eye"),
    .levels = { LEVEL (swelling) },
    .signs = { STP_SIGN_SWELLING_ONE_SIDE, STP_SIGN_EYE_CLOSING },
    .says = N_ ("Cool the skin for 10 minutes with a clean cloth."),
    .red = N_ ("Swelling on one side, or an eye that closes, should be seen by a doctor today."),
    .sources = "DSD NUAN",
  },
  {
    .title = N_ ("Bleeding"),
    .signs = { STP_SIGN_BLOOD_DOTS, STP_SIGN_BLEEDING_LONG },
    .says = N_ ("Press clean gauze on it. Next time press less, and check the head: it may be "
                "blunt."),
    .red = N_ ("Keep pressing clean gauze on it. Bleeding for more than 10 minutes should be seen "
               "by a doctor today."),
    .sources = "CHU21",
  },
  {
    .title = N_ ("Open or Oozing Spots"),
    .levels = { LEVEL (flaking) },
    .signs = { STP_SIGN_EROSION },
    .says = N_ ("Let flakes fall by themselves. Moisturise. Do not scrub."),
    .red = N_ ("Keep the spot clean and leave it alone. Have it looked at today."),
    .sources = "SKBYS DMTQ",
  },
  {
    .title = N_ ("Scabs or Bruises"),
    .signs = { STP_SIGN_SCABS, STP_SIGN_BLACK_SCAB },
    .says = N_ ("Leave scabs alone."),
    .red = N_ (
      "A scab that is black or grows should be seen by a doctor today. Do not pick at it."),
    .sources = "DMTQ",
  },
  {
    .title = N_ ("Pimples"),
    .signs = { STP_SIGN_PIMPLES, STP_SIGN_PUSTULES, STP_SIGN_SPREADING_PUSTULES },
    .says = N_ ("Skip needling until your skin is clear."),
    .red = N_ ("Tender spots that spread should be seen by a doctor today. Do not press them."),
    .sources = "HARRIS15 DMTQ",
  },
  {
    .title = N_ ("Usual Products Sting"),
    .signs = { STP_SIGN_STINGING, STP_SIGN_PRODUCT_RASH },
    .says = N_ ("Stop the product that stings. Go back to bland care."),
    .red = N_ ("Stop that product. This could be an allergy: please have it checked."),
    .sources = "FDA-MN",
  },
  {
    .title = N_ ("Pus, Crust, Fever or Tenderness"),
    .signs = { STP_SIGN_TENDER_WORSE, STP_SIGN_PUS, STP_SIGN_YELLOW_CRUST, STP_SIGN_RED_STREAKS,
               STP_SIGN_FEVER, STP_SIGN_CHILLS, STP_SIGN_FACE_EYE_INFECTION, STP_SIGN_CONFUSION,
               STP_SIGN_FAST_PULSE },
    .says = N_ ("Keep the spot clean and look again tomorrow. If it grows, see a doctor."),
    .red = N_ (
      "See a doctor today. If it is near the eye or quickly gets worse, go now. With fever "
      "and confusion, fast breathing or a rapid spread call the emergency number."),
    .sources = "NHS-CELL",
    .urgent = TRUE,
  },
  {
    .title = N_ ("Tingling or Blisters at the Lip"),
    .signs = { STP_SIGN_TINGLING_LIP, STP_SIGN_COLD_SORE, STP_SIGN_COLD_SORE_EYE },
    .says = N_ ("Contact a doctor today: medicine works best early. Do not touch your eyes."),
    .red = N_ (
      "Contact a doctor today: medicine works best early. Do not touch your eyes. Blisters "
      "near an eye need care the same day."),
    .sources = "DP4",
  },
  {
    .title = N_ ("Dark Marks"),
    .signs = { STP_SIGN_DARK_MARKS, STP_SIGN_DARK_MARKS_LASTING },
    .says = N_ ("Pause all needling. Use SPF 50 every day. See a dermatologist before any bleach."),
    .red = N_ ("Pause all needling. Use SPF 50 every day. See a dermatologist before any bleach."),
    .sources = "CHU21 SKBYS",
  },
  {
    .title = N_ ("Straight Dotted Lines"),
    .signs = { STP_SIGN_LINES, STP_SIGN_RAISED_LINES },
    .says = N_ ("These lines could be track marks. Stop needling and have them checked."),
    .red = N_ ("These lines could be track marks. Stop needling and have them checked."),
    .sources = "CHU21 HARRIS15",
  },
  {
    .title = N_ ("Firm Red Bumps"),
    .signs = { STP_SIGN_BUMPS, STP_SIGN_BUMPS_LASTING, STP_SIGN_JOINT_PAIN },
    .says = N_ ("This can be a reaction to a product that got into the skin. Stop everything new. "
                "Take your list of products to a dermatologist."),
    .red = N_ ("This can be a reaction to a product that got into the skin. Stop everything new. "
               "Take your list of products to a dermatologist."),
    .sources = "SA14 MARTIN21 HAZN",
  },
  {
    .title = N_ ("Swollen Nodes in the Neck"),
    .signs = { STP_SIGN_NODES, STP_SIGN_NODES_FEVER },
    .says = N_ ("See a doctor if they are not gone in a week."),
    .red = N_ ("Swollen nodes with fever should be seen by a doctor today."),
    .sources = "CHU21",
  },
  {
    .title = N_ ("Eyes"),
    .signs = { STP_SIGN_EYE_PAIN, STP_SIGN_VISION_CHANGE },
    .red = N_ ("Go to urgent eye care now."),
    .sources = "NEUT",
    .urgent = TRUE,
  },
  {
    .title = N_ ("Burns, Dents or Numb Patches"),
    .signs = { STP_SIGN_BLISTER, STP_SIGN_BURN, STP_SIGN_DENT, STP_SIGN_NUMB_PATCH,
               STP_SIGN_DROOP },
    .asked = STP_ASKED_CURRENT,
    .says = N_ ("Cool it with clean water and tell the clinic today."),
    .red = N_ ("Contact the clinic today or go to urgent care. The device should be reported."),
    .sources = "FDA-RF",
  },
  {
    .title = N_ ("Unwell After Numbing Cream"),
    .signs = { STP_SIGN_DIZZY, STP_SIGN_RINGING_EARS, STP_SIGN_METALLIC_TASTE, STP_SIGN_NUMB_MOUTH,
               STP_SIGN_TWITCHING, STP_SIGN_BLUE_LIPS, STP_SIGN_BREATHING },
    .asked = STP_ASKED_NUMBING,
    .red = N_ ("Wipe the numbing cream off and call the emergency number now."),
    .sources = "FDA-LIDO",
    .urgent = TRUE,
  },
};

const guint stp_topic_table_length = G_N_ELEMENTS (stp_topic_table);

const char *const stp_sign_names[] = {
  /* Translators: what somebody sees or feels on their skin; also within quotes */
  [STP_SIGN_WARMTH] = NC_ ("sign", "Warm, as after the sun"),
  [STP_SIGN_SPREADING_REDNESS] = NC_ ("sign", "Redness that spreads"),
  [STP_SIGN_HOT_PAIN] = NC_ ("sign", "Hot and painful after the second day"),
  [STP_SIGN_ITCHY_BUMPS] = NC_ ("sign", "New itchy bumps"),
  [STP_SIGN_HIVES] = NC_ ("sign", "Hives"),
  [STP_SIGN_WHEEZE] = NC_ ("sign", "Wheezing"),
  [STP_SIGN_LIP_EYE_SWELLING] = NC_ ("sign", "Swollen lips or eyes"),
  [STP_SIGN_SWELLING_ONE_SIDE] = NC_ ("sign", "Swelling on one side"),
  [STP_SIGN_EYE_CLOSING] = NC_ ("sign", "An eye that closes"),
  [STP_SIGN_BLOOD_DOTS] = NC_ ("sign", "Small dots of blood"),
  [STP_SIGN_BLEEDING_LONG] = NC_ ("sign", "Bleeding for more than 10 minutes"),
  [STP_SIGN_EROSION] = NC_ ("sign", "Open or oozing skin"),
  [STP_SIGN_SCABS] = NC_ ("sign", "Tiny scabs or a small bruise"),
  [STP_SIGN_BLACK_SCAB] = NC_ ("sign", "A black or growing scab"),
  [STP_SIGN_PIMPLES] = NC_ ("sign", "A few pimples"),
  [STP_SIGN_PUSTULES] = NC_ ("sign", "Many pimples with heads"),
  [STP_SIGN_SPREADING_PUSTULES] = NC_ ("sign", "Tender spots that spread"),
  [STP_SIGN_STINGING] = NC_ ("sign", "Usual products sting"),
  [STP_SIGN_PRODUCT_RASH] = NC_ ("sign", "Swelling or a rash from a product"),
  [STP_SIGN_NODES] = NC_ ("sign", "Swollen nodes in the neck"),
  [STP_SIGN_NODES_FEVER] = NC_ ("sign", "Swollen nodes with fever"),
  [STP_SIGN_DARK_MARKS] = NC_ ("sign", "New dark marks"),
  [STP_SIGN_DARK_MARKS_LASTING] = NC_ ("sign", "Dark marks for more than four weeks"),
  [STP_SIGN_LINES] = NC_ ("sign", "Faint straight lines of dots"),
  [STP_SIGN_RAISED_LINES] = NC_ ("sign", "Raised or sunken lines for two weeks"),
  [STP_SIGN_BUMPS] = NC_ ("sign", "Firm red bumps"),
  [STP_SIGN_BUMPS_LASTING] = NC_ ("sign", "Firm bumps for more than two weeks"),
  [STP_SIGN_JOINT_PAIN] = NC_ ("sign", "Painful joints, or a rash elsewhere"),
  [STP_SIGN_TINGLING_LIP] = NC_ ("sign", "A tingling lip"),
  [STP_SIGN_COLD_SORE] = NC_ ("sign", "Blisters at the lip"),
  [STP_SIGN_COLD_SORE_EYE] = NC_ ("sign", "Blisters near an eye"),
  [STP_SIGN_TENDER_WORSE] = NC_ ("sign", "A tender spot that gets worse"),
  [STP_SIGN_PUS] = NC_ ("sign", "Pus"),
  [STP_SIGN_YELLOW_CRUST] = NC_ ("sign", "Yellow crust"),
  [STP_SIGN_RED_STREAKS] = NC_ ("sign", "Red streaks"),
  [STP_SIGN_FEVER] = NC_ ("sign", "Fever of 38 °C or more"),
  [STP_SIGN_CHILLS] = NC_ ("sign", "Chills"),
  [STP_SIGN_CONFUSION] = NC_ ("sign", "Confusion"),
  [STP_SIGN_FAST_PULSE] = NC_ ("sign", "A fast pulse"),
  [STP_SIGN_FACE_EYE_INFECTION] = NC_ ("sign", "Sore and swollen face or eye"),
  [STP_SIGN_BLISTER] = NC_ ("sign", "A blister"),
  [STP_SIGN_BURN] = NC_ ("sign", "A burn"),
  [STP_SIGN_DENT] = NC_ ("sign", "A dent in the skin"),
  [STP_SIGN_NUMB_PATCH] = NC_ ("sign", "A numb patch"),
  [STP_SIGN_DROOP] = NC_ ("sign", "A part of the face that droops"),
  [STP_SIGN_DIZZY] = NC_ ("sign", "Dizzy or very sleepy"),
  [STP_SIGN_RINGING_EARS] = NC_ ("sign", "Ringing ears"),
  [STP_SIGN_METALLIC_TASTE] = NC_ ("sign", "A metallic taste"),
  [STP_SIGN_NUMB_MOUTH] = NC_ ("sign", "A numb mouth"),
  [STP_SIGN_TWITCHING] = NC_ ("sign", "Twitching"),
  [STP_SIGN_BLUE_LIPS] = NC_ ("sign", "Blue lips"),
  [STP_SIGN_BREATHING] = NC_ ("sign", "Trouble breathing"),
  [STP_SIGN_EYE_PAIN] = NC_ ("sign", "Eye pain"),
  [STP_SIGN_VISION_CHANGE] = NC_ ("sign", "A change of sight"),
};

const guint stp_sign_names_length = G_N_ELEMENTS (stp_sign_names);
