// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-step-table-private.h"

#include <glib/gi18n-lib.h>

/*
 * The order of a session: product document, section 4; times and strokes: clinical rules,
 * sections 2 to 2.2. Needling is one row here and one step for each area of the session. What
 * belongs to one movement of the hand is shown together, so that a calm evening takes few presses.
 */
const StpStepRow stp_step_table[] = {
  {
    .kind = STP_STEP_DISINFECT,
    .title = N_ ("Disinfect the Head"),
    .text = { /* xgettext:no-c-format */
              N_ ("Use only a head that nobody else has used. Throw it away if a needle is bent or "
                  "snags on tissue. Clean it with mild detergent and rinse it. Leave it in 70 % "
                  "isopropyl alcohol for 10 minutes. Let it dry in the air.") },
    .pen_title = N_ ("Put On a New Cartridge"),
    /* xgettext:no-c-format */
    .pen_text = N_ ("Every time a new, sterile one. Throw it away if its pack is open, damaged or "
                    "out of date. Wipe the pen with 70 % isopropyl alcohol."),
    .minutes = 10,
    .sources = "IOWA RUT",
  },
  {
    .kind = STP_STEP_WASH,
    .title = N_ ("Wash Your Face"),
    .text = { N_ ("Use lukewarm water and a gentle cleanser: no acid, no scrub, no brush. Wash "
                  "twice if you wear make-up or sunscreen.") },
    .sources = "method DRPEN",
  },
  {
    .kind = STP_STEP_DRY,
    .title = N_ ("Pat Dry"),
    .text = { N_ ("Pat with a clean towel. Do not rub. Wait until the skin is quite dry.") },
    .joined = TRUE,
    .sources = "method",
  },
  {
    .kind = STP_STEP_INSPECT,
    .title = N_ ("Look at Your Skin"),
    .text = { N_ ("Leave out moles, raised or active spots, tattoos and irritated patches. Stay "
                  "off eyelids, lips, nostrils and ears, and go very lightly at the front of the "
                  "neck. If the skin is red, sore or broken today, stop here.") },
    .sources = "SKP-D",
  },
  {
    .kind = STP_STEP_NUMB,
    .title = N_ ("Numbing Cream"),
    .text = { /* xgettext:no-c-format */
              N_ ("Needles this short rarely need it. If you use it: one cream with at most 4 % "
                  "lidocaine and nothing else that numbs. Thinly on whole skin of the face, away "
                  "from eyes and mouth, not covered. Wipe it off after 20 to 30 minutes, with "
                  "eczema after 15 to 30."),
              /* xgettext:no-c-format */
              N_ ("Only if you like: one cream with at most 4 % lidocaine and nothing else that "
                  "numbs. Thinly on whole skin of the face, away from eyes and mouth, not "
                  "covered. Wipe it off after 20 to 30 minutes, with eczema after 15 to 30.") },
    .note = N_ ("If you feel dizzy, your ears ring or your mouth goes numb: wash it off and call "
                "the emergency number."),
    .optional = TRUE,
    .joined = TRUE,
    .sources = "FDA-LIDO DRPEN EMLA-L EMLA-M",
  },
  {
    .kind = STP_STEP_WASH_OFF,
    .title = N_ ("Wash the Cream Off"),
    .text = { N_ ("Wipe the cream off. Then wash with the gentle cleanser until nothing is left. "
                  "Numb skin warns you less: press even more lightly.") },
    .after_numbing = TRUE,
    .sources = "method DRPEN",
  },
  {
    .kind = STP_STEP_DRY,
    .title = N_ ("Pat Dry"),
    .text = { N_ ("Pat with a clean towel. Do not rub. Wait until the skin is quite dry.") },
    .joined = TRUE,
    .after_numbing = TRUE,
    .sources = "method",
  },
  {
    .kind = STP_STEP_INSPECT,
    .title = N_ ("Look at Your Skin Again"),
    .text = { N_ ("Has the cream left redness, swelling or a rash? Then stop here.") },
    .after_numbing = TRUE,
    .sources = "EMLA-L",
  },
  {
    .kind = STP_STEP_NEEDLE,
    .text = { N_ ("Up and down, across, and along both diagonals: at most 5 strokes each. Only the "
                  "weight of the tool, less over bone. Lift off after every stroke. Faintly pink "
                  "is enough."),
              N_ ("Up and down, across, and along both diagonals: at most 4 strokes each. Only the "
                  "weight of the tool, less over bone. Lift off after every stroke. Evenly pink is "
                  "enough."),
              N_ ("Up and down, across, and along both diagonals: at most 3 strokes each. Only the "
                  "weight of the tool, less over bone. Lift off after every stroke. Evenly pink is "
                  "enough.") },
    .pen_text = N_ ("Overlapping lines or circles, at most 3 passes. Hold the tip straight up and "
                    "begin at the lowest speed. Do not press or drag: lift off, then set down "
                    "again. On the skin only a plain, sterile gel, if the manual asks for one."),
    .pen_patch_text = N_ ("Only one spot of 2 × 2 cm, at most 3 passes. Hold the tip straight up "
                          "and begin at the lowest speed. Do not press or drag: lift off, then set "
                          "down again."),
    .patch_text = { N_ ("Only one spot of 2 × 2 cm. Up and down, across, and along both diagonals: "
                        "at most 5 strokes each. Only the weight of the tool. Lift off after "
                        "every stroke. Faintly pink is enough."),
                    N_ ("Only one spot of 2 × 2 cm. Up and down, across, and along both diagonals: "
                        "at most 4 strokes each. Only the weight of the tool. Lift off after "
                        "every stroke. Evenly pink is enough."),
                    N_ ("Only one spot of 2 × 2 cm. Up and down, across, and along both diagonals: "
                        "at most 3 strokes each. Only the weight of the tool. Lift off after "
                        "every stroke. Evenly pink is enough.") },
    .note = N_ ("Mild pain is expected and passes. If it reaches 6 out of 10 or turns sharp, "
                "stop."),
    .sources = "method HAN12 FFIRMA CHU21 HARRIS15 DRPEN",
  },
  {
    .kind = STP_STEP_RINSE,
    .title = N_ ("Rinse"),
    .text = { N_ ("Rinse with cool water and pat dry. No hot water.") },
    .sources = "none",
  },
  {
    .kind = STP_STEP_CARE,
    .title = N_ ("First Care"),
    .text = { N_ ("A thin layer of one plain, perfume-free cream that your skin knows already. "
                  "Usual creams work more strongly now, so less is enough."),
              NULL,
              N_ ("Cool water or a plain, sterile hyaluronic gel. Nothing else for the next 24 "
                  "hours.") },
    .joined = TRUE,
    .sources = "method JDD24 DMTQ FRIED24",
  },
  {
    .kind = STP_STEP_DISINFECT_AFTER,
    .title = N_ ("Disinfect the Head Again"),
    .text = { N_ ("Clean it, leave it in the alcohol for 10 minutes and let it dry before you put "
                  "it away.") },
    .pen_title = N_ ("Throw the Cartridge Away"),
    /* xgettext:no-c-format */
    .pen_text = N_ ("Put it into a box that nothing pricks through. Wipe the pen with 70 % "
                    "isopropyl alcohol."),
    .minutes = 10,
    .sources = "IOWA RUT FDA-MN DRPENUK",
  },
  {
    .kind = STP_STEP_RATE,
    .title = N_ ("How Does It Look Now?"),
    .text = { N_ ("What you see right now is partly swelling and moisture. It is kept apart from "
                  "what lasts.") },
    .optional = TRUE,
    .joined = TRUE,
    .sources = "none",
  },
};

const guint stp_step_table_length = G_N_ELEMENTS (stp_step_table);

/* Clinical rules, section 2.3. */
const StpStopReason stp_stop_table[] = {
  { "blood", N_ ("Bleeding"), N_ ("Press a clean gauze on it. Let the skin rest."), "CHU21" },
  { "pain", N_ ("Strong or sharp pain"), N_ ("Rinse with cool water. Let the skin rest."), "none" },
  { "scratch", N_ ("Scratch lines"), N_ ("Rinse with cool water. Have lines that stay looked at."),
    "CHU21 HARRIS15" },
  { "head", N_ ("Bent needle or dropped head"), N_ ("Do not use this head again."),
    "ALLURE FDA-MN" },
  { "hives", N_ ("Hives or spreading weals"), N_ ("Rinse everything off. Ask a doctor today."),
    "none" },
  { "swelling", N_ ("Swollen lips or eyes, hard to breathe"), N_ ("Call the emergency number now."),
    "none" },
  { "faint", N_ ("Feeling faint"), N_ ("Lie down and put your feet up."), "none" },
  { "numbing", N_ ("Dizzy, ringing ears, numb mouth"),
    N_ ("Wash the numbing cream off and call the emergency number."), "FDA-LIDO" },
  { "eye", N_ ("Needle near the eye"), N_ ("Rinse with clean water. See an eye doctor today."),
    "SKP-D" },
  { "burn", N_ ("Blisters or a burning feeling"),
    N_ ("Rinse with cool water. Ask a doctor today if blisters come."), "none" },
  { "mix-up", N_ ("Head of someone else"),
    N_ ("Stop using it. Ask a doctor soon about infections by blood."), "ALLURE CFR" },
  { "other", N_ ("Something else"), N_ ("Rinse with cool water. Let the skin rest."), "none" },
};

const guint stp_stop_table_length = G_N_ELEMENTS (stp_stop_table);
