// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-question-table-private.h"

#include <glib/gi18n-lib.h>

/*
 * The full questionnaire; clinical rules, section 5. What an answer means stands in the row of the
 * same id in the rule table. Each title is something that applies or does not, so that one mark
 * says "none of these" for a whole group.
 */

static const StpQuestionRow questions[] = {
  {
    .id = "q.age",
    .group = STP_QUESTION_AGE,
    .title = N_ ("How old are you?"),
    .text = N_ ("Needling is for adults, and what is known about it begins at 22."),
    .answers = {
      /* Translators: an answer to "How old are you?" */
      { STP_ANSWER_OLDER, NC_ ("answer", "22 or older") },
      /* Translators: an answer to "How old are you?" */
      { STP_ANSWER_18_21, NC_ ("answer", "18 to 21") },
      /* Translators: an answer to "How old are you?" */
      { STP_ANSWER_UNDER_18, NC_ ("answer", "Under 18") },
    },
  },
  {
    .id = "q.infection",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("An infection of the skin"),
    .text = N_ ("Warts, a fungus, crusts or anything that oozes, where you would needle."),
    .answers = { { STP_ANSWER_NOW, NC_ ("answer", "Now") } },
  },
  {
    .id = "q.coldsore",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("Cold sores"),
    .text = N_ ("Blisters on or near the lips, now or at any time before."),
    .answers = {
      /* Translators: an answer: cold sores, now */
      { STP_ANSWER_NOW, NC_ ("answer", "Now, or still a scab") },
      /* Translators: an answer: cold sores, at some time */
      { STP_ANSWER_HISTORY, NC_ ("answer", "Only in the past") },
    },
  },
  {
    .id = "q.acne",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("Inflamed spots"),
    .text = N_ ("Red, sore or filled with pus. Blackheads do not count."),
    .answers = {
      /* Translators: an answer: inflamed spots */
      { STP_ANSWER_NOW, NC_ ("answer", "A few") },
      /* Translators: an answer: inflamed spots */
      { STP_ANSWER_SEVERE, NC_ ("answer", "Many, or deep and painful") },
    },
  },
  {
    .id = "q.rosacea",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("Rosacea"),
    .text = N_ ("Redness that flares, with bumps or small visible veins."),
    .answers = {
      /* Translators: an answer: rosacea */
      { STP_ANSWER_NOW, NC_ ("answer", "It flares or has bumps now") },
      /* Translators: an answer: rosacea */
      { STP_ANSWER_VEINS, NC_ ("answer", "Visible veins") },
    },
  },
  {
    .id = "q.eczema_psor",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("Eczema, psoriasis, vitiligo or lichen planus"),
    .text = N_ ("Where you would needle, now or at any time before."),
    .answers = {
      /* Translators: an answer: a disease of the skin */
      { STP_ANSWER_NOW, NC_ ("answer", "Active now") },
      /* Translators: an answer: a disease of the skin */
      { STP_ANSWER_HISTORY, NC_ ("answer", "Only in the past") },
    },
  },
  {
    .id = "q.sun",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("A tan, a sunburn or a trip into the sun soon"),
    .text = N_ ("Within two weeks, before or after."),
    .answers = { { STP_ANSWER_NOW, NC_ ("answer", "Now") } },
  },
  {
    .id = "q.proc",
    .group = STP_QUESTION_SKIN,
    .title = N_ ("A treatment of the skin not long ago"),
    .text = N_ ("A peel, laser, filler, botulinum or surgery that is still healing."),
    .answers = { { STP_ANSWER_NOW, NC_ ("answer", "Now") } },
  },
  {
    .id = "q.skin_cancer",
    .group = STP_QUESTION_MARKS,
    .title = N_ ("A spot that changes, or skin cancer"),
    .text = N_ ("Also rough patches from the sun, where you would needle."),
    .answers = {
      /* Translators: an answer: skin cancer or a spot that changes */
      { STP_ANSWER_NOW, NC_ ("answer", "Now, or not looked at yet") },
      /* Translators: an answer: skin cancer */
      { STP_ANSWER_HISTORY, NC_ ("answer", "In the past, treated") },
    },
  },
  {
    .id = "q.keloid",
    .group = STP_QUESTION_MARKS,
    .title = N_ ("Scars that grow thick"),
    .text = N_ ("Raised scars that grow beyond the wound, called keloids."),
    .answers = {
      /* Translators: an answer to who has thick scars */
      { STP_ANSWER_SELF, NC_ ("answer", "I have them") },
      /* Translators: an answer to who has thick scars */
      { STP_ANSWER_FAMILY, NC_ ("answer", "Close family only") },
    },
  },
  {
    .id = "q.pih",
    .group = STP_QUESTION_MARKS,
    .title = N_ ("Skin that turns dark easily"),
    .text = N_ ("Brown or black skin, melasma, or dark marks that stay after spots."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.radiation",
    .group = STP_QUESTION_MARKS,
    .title = N_ ("Radiotherapy of this skin"),
    .text = N_ ("At any time, where you would needle."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.scleroderma",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("An autoimmune disease that affects the skin"),
    .text = N_ ("Scleroderma, lupus or another one."),
    .answers = {
      /* Translators: an answer: the name of a disease */
      { STP_ANSWER_YES, NC_ ("answer", "Scleroderma") },
      /* Translators: an answer: a disease other than scleroderma */
      { STP_ANSWER_OTHER, NC_ ("answer", "Lupus or another one") },
    },
  },
  {
    .id = "q.bleed",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("Bleeding that is hard to stop"),
    .text = N_ ("Haemophilia, few platelets, or bruises from nothing."),
    .answers = {
      /* Translators: an answer: bleeding */
      { STP_ANSWER_YES, NC_ ("answer", "A bleeding disorder") },
      /* Translators: an answer: bleeding */
      { STP_ANSWER_EASY, NC_ ("answer", "I bruise or bleed easily") },
    },
  },
  {
    .id = "q.immune",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("A weakened immune system"),
    .text = N_ ("By chemotherapy, a transplant, biologics, cortisone tablets or an illness."),
    .answers = {
      /* Translators: an answer: a weakened immune system */
      { STP_ANSWER_CHEMO, NC_ ("answer", "Chemotherapy or radiotherapy now") },
      /* Translators: an answer: a weakened immune system */
      { STP_ANSWER_YES, NC_ ("answer", "Another reason") },
    },
  },
  {
    .id = "q.diabetes",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("Diabetes"),
    .answers = {
      /* Translators: an answer: diabetes */
      { STP_ANSWER_YES, NC_ ("answer", "Well controlled") },
      /* Translators: an answer: diabetes */
      { STP_ANSWER_UNCONTROLLED, NC_ ("answer", "Not controlled, or wounds heal badly") },
    },
  },
  {
    .id = "q.bloodborne",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("Hepatitis B or C, or HIV"),
    .answers = {
      /* Translators: an answer: with an infection of the blood */
      { STP_ANSWER_YES, NC_ ("answer", "I feel well") },
      /* Translators: an answer: with an infection of the blood */
      { STP_ANSWER_UNWELL, NC_ ("answer", "I am unwell") },
    },
  },
  {
    .id = "q.heart_liver",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("Trouble with heart rhythm or liver, or G6PD deficiency"),
    .text = N_ ("Or seizures, or too much methaemoglobin. It matters for numbing cream."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.healing",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("Skin that heals slowly"),
    .text = N_ ("Because of smoking, age from 65 on, very thin skin or long use of cortisone."),
    .answers = {
      /* Translators: an answer: how skin heals */
      { STP_ANSWER_YES, NC_ ("answer", "A little slower") },
      /* Translators: an answer: how skin heals */
      { STP_ANSWER_SEVERE, NC_ ("answer", "Wounds heal badly") },
    },
  },
  {
    .id = "q.eye",
    .group = STP_QUESTION_ILLNESS,
    .title = N_ ("Eyes or skin that do not stand light"),
    .text = N_ ("An eye disease, or migraine or seizures from light. It matters for LED."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.isotret",
    .group = STP_QUESTION_MEDICINE,
    .title = N_ ("Isotretinoin or acitretin as a tablet"),
    .text = N_ ("Now or in the last six months, against acne or psoriasis."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.anticoag",
    .group = STP_QUESTION_MEDICINE,
    .title = N_ ("A blood thinner"),
    .text = N_ ("Also aspirin that was prescribed. Never stop it for this."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.preg",
    .group = STP_QUESTION_MEDICINE,
    .title = N_ ("Pregnancy or breast-feeding"),
    .answers = {
      /* Translators: an answer */
      { STP_ANSWER_YES, NC_ ("answer", "Pregnant") },
      /* Translators: an answer */
      { STP_ANSWER_BREASTFEEDING, NC_ ("answer", "Breast-feeding") },
      /* Translators: an answer: someone who wants to become pregnant */
      { STP_ANSWER_TRYING, NC_ ("answer", "Trying for a child") },
    },
  },
  {
    .id = "q.metal",
    .group = STP_QUESTION_MEDICINE,
    .title = N_ ("Allergy to nickel or steel"),
    .text = N_ ("A rash from earrings, buttons or buckles."),
    .answers = {
      /* Translators: an answer: an allergy to metal */
      { STP_ANSWER_YES, NC_ ("answer", "Mild") },
      /* Translators: an answer: an allergy to metal */
      { STP_ANSWER_SEVERE, NC_ ("answer", "Strong") },
    },
  },
  {
    .id = "q.allergy",
    .group = STP_QUESTION_MEDICINE,
    .title = N_ ("Allergy to numbing cream, skin care, latex or disinfectant"),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.implant",
    .group = STP_QUESTION_MEDICINE,
    .title = N_ ("A pacemaker or another implant"),
    .text = N_ ("Also metal under the skin where you would needle. It matters for motor pens."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.faint",
    .group = STP_QUESTION_HABITS,
    .title = N_ ("Needles make me faint"),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.bdd",
    .group = STP_QUESTION_HABITS,
    .title = N_ ("My looks weigh on me a lot"),
    .text = N_ ("Or you feel driven to do it again and again."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.bio",
    .group = STP_QUESTION_HABITS,
    .title = N_ ("I want to needle something in"),
    .text = N_ ("Exosomes, own blood, botulinum, medicines or ampoules made for needles."),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
  {
    .id = "q.share",
    .group = STP_QUESTION_HABITS,
    .title = N_ ("Someone else uses this tool too"),
    .answers = { { STP_ANSWER_YES, NC_ ("answer", "Yes") } },
  },
};

const StpQuestionRow *
stp_question_rows_person (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (questions);
  return questions;
}
