// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "random-diary.h"

#include "diary/stp-diary-private.h"
#include "fact-text.h"

/* 2027-03-01, and some weeks around it; hours, so that edges meet. */
#define EPOCH G_GINT64_CONSTANT (1803859200000000)
#define SPAN_HOURS 1200

#define STAMP "\"modified\":\"2027-01-01T00:00:00.000000Z\""

static const char *const products[] = {
  "kind=serum ingredients=\"Aqua, Retinol\"",
  "kind=cream ingredients=\"Aqua, Tretinoin\"",
  "kind=toner ingredients=\"Aqua, Glycolic Acid, Glycerin\"",
  "kind=peel ingredients=\"Aqua, Glycerin\" areas='[\"chin\",\"neck\"]'",
  "kind=cream ingredients=\"Aqua, Glycerin, Parfum\"",
  "kind=serum",
  "kind=serum card_checked=true",
  "kind=cream ingredients=\"Aqua, Benzoyl Peroxide\" archived=true",
  "kind=cream ingredients=\"Aqua, Clobetasol Propionate, Petrolatum\"",
  "kind=hair ingredients=\"Aqua, Minoxidil\"",
  "kind=serum ingredients=\"Aqua, Ascorbic Acid, Glycerin\"",
};
static const char *const devices[] = { "roller", "pen", "rf", "lamp", "blue" };
static const char *const presets[] = { "essential", "careful", "careful", "strict" };
static const char *const states[] = {
  "planned", "in-progress", "done", "done", "done", "cancelled"
};
static const char *const places[] = {
  "",
  "",
  " device=roller",
  " place=clinic",
  " place=clinic treatment=rf",
  " place=clinic released=2027-03-20 zone=Asia/Seoul",
  " device=lamp",
  " device=rf",
  " treatment=led-blue",
};
static const char *const events[] = {
  "wax",
  "shave",
  "shave detail=nicked",
  "sun",
  "sunburn",
  "flare",
  "flare detail=rash",
  "acne detail=few",
  "acne detail=cystic",
  "cold-sore",
  "peel-salon",
  "alcohol",
  "illness",
  "sauna",
  "self-tan",
  "tattoo",
  "vaccine",
  "pregnancy",
  "medication detail=isotretinoin",
  "medication detail=anticoagulant",
  "medication detail=photosensitiser",
  "medication detail=steroid",
};
static const char *const answers[][2] = {
  { "q.keloid", "family" }, { "q.keloid", "self" }, { "q.faint", "yes" }, { "q.pih", "yes" },
  { "q.rosacea", "now" },   { "q.preg", "trying" }, { "q.eye", "yes" },   { "q.implant", "yes" },
  { "q.bleed", "easy" },    { "q.age", "older" },   { "q.metal", "no" },  { "q.acne", "severe" },
};
static const char *const cleared[] = { "q.keloid",   "q.isotret",
                                       "q.anticoag", "prep.topical_steroid",
                                       "q.eye",      "led.contra",
                                       "q.preg",     "q.immune" };
static const char *const signs[] = { "", "", "", "pus", "dark-marks", "scabs", "pimples" };
static const char *const areas[] = { "face", "chin", "neck", "jaw,neck" };
static const int lengths[] = { 200, 300, 500, 1000, 1500 };

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static gint64
random_moment (void)
{
  gint64 nudge = g_test_rand_int_range (-1, 2);

  return EPOCH + g_test_rand_int_range (0, SPAN_HOURS) * STP_HOUR + nudge;
}

static char *
random_time (void)
{
  return stp_instant_format ((StpInstant) { .us = random_moment () });
}

static const char *
pick (const char *const *list, int n)
{
  return list[g_test_rand_int_range (0, n)];
}

/* Mostly a time, sometimes a day with or without a zone, sometimes neither. */
static char *
random_when (void)
{
  g_autofree char *at = random_time ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("on=%.10s zone=Asia/Seoul", at);
    case 1:
      return g_strdup_printf ("on=%.10s", at);
    case 2:
      return g_strdup ("");
    default:
      return g_strdup_printf ("at=%s", at);
    }
}

static void
append_uses (GString *facts)
{
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *when = random_when ();
      g_autofree char *withdrawn = random_time ();
      int product = g_test_rand_int_range (0, G_N_ELEMENTS (products) + 1);

      g_string_append_printf (facts, "; application u%d product=p%d %s", i, product, when);
      if (one_in (10))
        g_string_append_printf (facts, " withdrawn=%s", withdrawn);
      if (one_in (4))
        g_string_append_printf (facts, "; denial d%d product=p%d since=%s at=%s", i, product,
                                withdrawn, withdrawn);
    }
}

static void
append_sessions (GString *facts)
{
  int n = g_test_rand_int_range (0, 7);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *start = random_time ();
      int um = lengths[g_test_rand_int_range (0, G_N_ELEMENTS (lengths))];

      g_string_append_printf (facts, "; session s%d state=%s start=%s um=%d on-areas=%s%s%s%s%s", i,
                              pick (states, G_N_ELEMENTS (states)), start, um,
                              pick (areas, G_N_ELEMENTS (areas)),
                              pick (places, G_N_ELEMENTS (places)), one_in (3) ? " head=h1" : "",
                              one_in (6) ? " purpose=patch" : "", one_in (6) ? " hidden=true" : "");
      if (one_in (3))
        g_string_append_printf (facts, "; step t%d session=s%d step=%s at=%s", i, i,
                                g_test_rand_int_range (0, 2) ? "wash" : "needle", start);
    }
}

static void
append_events (GString *facts)
{
  int n = g_test_rand_int_range (0, 5);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *when = random_when ();
      g_autofree char *until = random_time ();

      g_string_append_printf (facts, "; event e%d kind=%s %s", i,
                              pick (events, G_N_ELEMENTS (events)), when);
      if (g_test_rand_int_range (0, 2))
        g_string_append_printf (facts, " until=%s", until);
      if (one_in (3))
        g_string_append (facts, " planned=true");
      if (g_test_rand_int_range (0, 2))
        g_string_append_printf (facts, " areas='[\"%s\"]'",
                                g_test_rand_int_range (0, 2) ? "chin" : "neck");
    }
}

static void
append_reactions (GString *facts)
{
  int n = g_test_rand_int_range (0, 4);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *at = random_time ();
      const char *sign = pick (signs, G_N_ELEMENTS (signs));

      g_string_append_printf (facts, "; reaction r%d at=%s itch=%d", i, at,
                              g_test_rand_int_range (0, 2));
      if (!one_in (6))
        g_string_append_printf (facts, " redness=%d", g_test_rand_int_range (0, 3));
      if (g_test_rand_int_range (0, 2))
        g_string_append (facts, " pain=0 flaking=0 swelling=0");
      if (g_test_rand_int_range (0, 4))
        g_string_append_printf (facts, " session=s%d", g_test_rand_int_range (0, 4));
      if (*sign)
        g_string_append_printf (facts, " signs='[\"%s\"]'", sign);
      if (one_in (3))
        g_string_append_printf (facts, " resolved='{\"by\":\"%s\",\"on\":\"2027-03-10\"}'",
                                g_test_rand_int_range (0, 2) ? "mistake" : "clinician");
      if (one_in (6))
        g_string_append (facts, " skipped=true");
    }
}

static void
append_devices (GString *facts)
{
  g_string_append (facts, "; device pen kind=pen name=P; device rf kind=rf name=R; device lamp "
                          "kind=led-red name=L; device blue kind=led-blue name=B");
  for (int i = 0; i < 4; i++)
    g_string_append_printf (facts, "; head h%d device=%s needle_um=%d uses_before=%d%s%s%s%s", i,
                            devices[i % 3], lengths[g_test_rand_int_range (0, 3)],
                            g_test_rand_int_range (0, 11), one_in (2) ? " since=2026-12-20" : "",
                            one_in (4) ? " expires=2027-03-20" : "",
                            one_in (6) ? " dropped=true" : "", one_in (6) ? " shared=true" : "");
}

static void
append_gates (GString *facts)
{
  g_autofree char *at = random_time ();

  if (one_in (3))
    g_string_append_printf (facts,
                            "; gate g session=s0 at=%s acknowledged='[{\"rule\":\"q.faint\","
                            "\"subjects\":[],\"at\":\"%s\"}]'",
                            at, at);
}

static void
append_answers (GString *facts)
{
  guint i = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (answers));
  guint j = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (answers));

  g_string_append_printf (facts, " answers='{\"%s\":{" STAMP ",\"answer\":\"%s\"}", answers[i][0],
                          answers[i][1]);
  if (!g_str_equal (answers[i][0], answers[j][0]))
    g_string_append_printf (facts, ",\"%s\":{" STAMP ",\"answer\":\"%s\"}", answers[j][0],
                            answers[j][1]);
  g_string_append (facts, "}'");
}

/* Mostly a doctor has named a length, so that not every question is about it. */
static void
append_clearances (GString *facts)
{
  g_string_append (facts, " clearances='{");
  for (guint i = 0; i < G_N_ELEMENTS (cleared); i++)
    if (one_in (3))
      g_string_append_printf (facts, "\"%s\":{" STAMP ",\"on\":\"2027-01-01\"%s},", cleared[i],
                              one_in (2) ? ",\"until\":\"2027-03-20\"" : "");
  g_string_append_printf (facts,
                          "\"level.length\":{" STAMP ",\"on\":\"2027-01-01\",\"max_um\":%d}}'",
                          lengths[g_test_rand_int_range (1, 4)]);
}

static void
append_profile (GString *facts)
{
  g_autofree char *asked = random_time ();

  g_string_append_printf (facts, "profile preset=%s%s%s%s", pick (presets, G_N_ELEMENTS (presets)),
                          one_in (4) ? " slow_healer=true" : "",
                          one_in (6) ? " sensitive=true" : "", one_in (5) ? " born=1950" : "");
  if (one_in (3))
    g_string_append_printf (facts, " questionnaire_at=%s", asked);
  if (one_in (3))
    g_string_append_printf (facts,
                            " consultation='{" STAMP ",\"on\":\"2027-01-01\",\"max_um\":%d,"
                            "\"avoid\":[\"vitc-laa\",\"fragrance\"]}'",
                            lengths[g_test_rand_int_range (0, 3)]);
  if (one_in (4))
    g_string_append (facts, " rules='{\"prep.retinoid.otc\":{" STAMP ",\"hours\":72},"
                            "\"interval.hard\":{" STAMP ",\"hours\":100}}'");
  if (one_in (3))
    append_answers (facts);
  if (g_test_rand_int_range (0, 4))
    append_clearances (facts);
}

StpTimeline *
random_diary_new (gint64 now)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  append_profile (facts);
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    g_string_append_printf (facts, "; product p%u %s", i, products[i]);
  append_devices (facts);
  append_uses (facts);
  append_sessions (facts);
  append_events (facts);
  append_reactions (facts);
  append_gates (facts);
  g_test_message ("%s", facts->str);
  return fact_text_load (facts->str, now);
}

/* Mostly about the roller. */
StpQuestion
random_diary_ask (void)
{
  g_autofree char *id = fact_text_id (one_in (3) ? pick (devices, G_N_ELEMENTS (devices))
                                                 : "roller");
  StpQuestion question = { .start = random_moment (), .device = g_intern_string (id) };

  question.now = g_test_rand_int_range (0, 2) ? question.start : random_moment ();
  question.needle_um = lengths[g_test_rand_int_range (0, 3)];
  question.areas = STP_BIT (g_test_rand_int_range (0, 2) ? STP_AREA_FACE : STP_AREA_NECK);
  if (one_in (4))
    question.areas = STP_BIT (STP_AREA_CHIN) | STP_BIT (STP_AREA_EYE_CONTOUR);
  return question;
}

static gpointer
random_record (StpDiary *diary, StpRecordType type)
{
  guint n = stp_diary_get_n_records (diary, type);

  return n ? stp_diary_peek_record (diary, type, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
}

static void
edit_use (StpDiary *diary)
{
  StpApplication *use = random_record (diary, STP_RECORD_APPLICATION);
  g_autoptr (StpApplication) draft = NULL;

  if (!use || one_in (3))
    {
      draft = stp_record_new (STP_RECORD_APPLICATION);
      draft->product = g_strdup (stp_record_get_id (random_record (diary, STP_RECORD_PRODUCT)));
      draft->at.us = random_moment ();
      stp_diary_put (diary, draft, NULL);
    }
  else if (g_test_rand_int_range (0, 2))
    stp_diary_delete (diary, use, NULL);
  else
    {
      draft = stp_record_copy (use);
      draft->at.us = g_test_rand_int_range (0, 4) ? random_moment () : STP_TIME_UNSET;
      stp_diary_put (diary, draft, NULL);
    }
}

static void
edit_session (StpDiary *diary)
{
  StpSession *session = random_record (diary, STP_RECORD_SESSION);
  g_autoptr (StpSession) draft = NULL;

  if (!session)
    return;
  draft = stp_record_copy (session);
  draft->state = g_test_rand_int_range (STP_SESSION_PLANNED, STP_SESSION_CANCELLED + 1);
  draft->start.us = random_moment ();
  stp_diary_put_guarded (diary, draft, STP_EDIT_UNDOABLE, NULL);
}

static void
edit_product (StpDiary *diary)
{
  g_autoptr (StpProduct) draft = stp_record_copy (random_record (diary, STP_RECORD_PRODUCT));

  draft->areas = g_test_rand_int_range (0, 2) ? STP_BIT (STP_AREA_NECK) : 0;
  g_free (draft->ingredients);
  draft->ingredients = g_strdup (g_test_rand_int_range (0, 2) ? "Aqua, Retinol" : "Aqua, Glycerin");
  stp_diary_put (diary, draft, NULL);
}

static void
edit_event (StpDiary *diary)
{
  StpEvent *event = random_record (diary, STP_RECORD_EVENT);
  g_autoptr (StpEvent) draft = NULL;

  if (!event)
    return;
  draft = stp_record_copy (event);
  if (one_in (2))
    draft->at.us = random_moment ();
  draft->until.us = g_test_rand_int_range (0, 2) ? random_moment () : STP_TIME_UNSET;
  draft->areas = g_test_rand_int_range (0, 2) ? STP_BIT (STP_AREA_JAW) : 0;
  stp_diary_put (diary, draft, NULL);
}

static void
edit_step (StpDiary *diary)
{
  StpSession *session = random_record (diary, STP_RECORD_SESSION);
  g_autoptr (StpStep) draft = NULL;

  if (!session)
    return;
  draft = stp_record_new (STP_RECORD_STEP);
  draft->session = g_strdup (stp_record_get_id (session));
  draft->step = STP_STEP_NEEDLE;
  draft->at.us = session->start.us;
  stp_diary_put_guarded (diary, draft, STP_EDIT_PERMANENT, NULL);
}

static void
edit_reaction (StpDiary *diary)
{
  StpReaction *reaction = random_record (diary, STP_RECORD_REACTION);
  g_autoptr (StpReaction) draft = NULL;

  if (!reaction)
    return;
  draft = stp_record_copy (reaction);
  draft->at.us = random_moment ();
  draft->redness = g_test_rand_int_range (0, 3);
  stp_diary_put_guarded (diary, draft, STP_EDIT_PERMANENT, NULL);
}

static void
edit_head (StpDiary *diary)
{
  g_autoptr (StpHead) draft = stp_record_copy (random_record (diary, STP_RECORD_HEAD));

  draft->uses_before = g_test_rand_int_range (0, 11);
  draft->needle_um = lengths[g_test_rand_int_range (0, 3)];
  stp_diary_put (diary, draft, NULL);
}

static void
edit_profile (StpDiary *diary)
{
  g_autoptr (StpProfile) draft = stp_record_copy (stp_diary_get_profile (diary));

  draft->preset = g_test_rand_int_range (STP_PRESET_ESSENTIAL, STP_PRESET_STRICT + 1);
  draft->slow_healer = !draft->slow_healer;
  if (one_in (3))
    g_clear_pointer (&draft->clearances, g_hash_table_unref);
  stp_diary_put (diary, draft, NULL);
}

void
random_diary_edit (StpDiary *diary)
{
  void (*const edits[]) (StpDiary *) = { edit_use,      edit_use,   edit_session,
                                         edit_product,  edit_event, edit_step,
                                         edit_reaction, edit_head,  edit_profile };

  if (one_in (6))
    stp_diary_undo (diary, NULL);
  else
    edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))](diary);
}
