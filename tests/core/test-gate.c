// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-private.h"
#include "fact-text.h"
#include "protocol/stp-gate-form.h"

#define START "2027-03-10T20:00:00Z"
#define SESSION "session s state=planned purpose=full place=home device=roller um=250 start=" START
/* The skin knows needles of that length; the person is known, too. */
#define TRIED                                                                                      \
  "session before state=done place=home device=roller um=250 start=2027-01-01T20:00:00Z;"
#define KNOWN TRIED "profile answered=2027-01-01;"
#define STRICT TRIED "profile preset=strict answered=2027-01-01;"
#define SERUM "product serum kind=serum ingredients=\"Aqua, Retinol\";"
#define PERFUMED(id) "product " id " kind=cream ingredients=\"Aqua, Glycerin, Parfum\";"

typedef struct
{
  StpTimeline *timeline;
  StpDiary *diary;
  StpClock *clock;
  StpGateForm *form;
} Gate;

static Gate
open_asking (const char *facts, const char *now)
{
  g_autofree char *id = fact_text_id ("s");
  Gate gate = { .timeline = fact_text_load (facts, fact_text_time (now)) };

  gate.diary = stp_timeline_get_diary (gate.timeline);
  gate.clock = stp_diary_get_clock (gate.diary);
  gate.form = stp_gate_form_new (gate.timeline,
                                 stp_diary_lookup (gate.diary, STP_RECORD_SESSION, id));
  return gate;
}

static void
close_gate (Gate *gate)
{
  g_assert_finalize_object (gate->form);
  g_assert_finalize_object (gate->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gate, close_gate)

static void
set_time (Gate *gate, const char *time)
{
  stp_clock_set_fixed (gate->clock, fact_text_time (time));
}

/* (transfer none): the nth line of that kind, or %NULL; the form holds it */
static StpGateItem *
find_item (Gate *gate, StpGateItemKind kind, guint nth)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gate->form)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (gate->form), i);

      if (stp_gate_item_get_kind (item) == kind && nth-- == 0)
        return item;
    }
  return NULL;
}

/* (transfer none) (nullable): the line of that rule */
static StpGateItem *
find_rule (Gate *gate, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (gate->form)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (gate->form), i);

      if (g_str_equal (stp_gate_item_get_id (item), id))
        return item;
    }
  return NULL;
}

/* Has nothing to say to what is asked at every gate. */
static void
say_nothing_changed (Gate *gate)
{
  StpGateItem *item = find_rule (gate, "gate.short");

  if (item != NULL)
    stp_gate_form_answer (gate->form, item, STP_ANSWER_NO);
}

static guint
count_items (Gate *gate, StpGateItemKind kind)
{
  guint n = 0;

  while (find_item (gate, kind, n) != NULL)
    n++;
  return n;
}

/* As most tests want it: what is asked at every gate is answered. */
static Gate
open_gate (const char *facts, const char *now)
{
  Gate gate = open_asking (facts, now);

  say_nothing_changed (&gate);
  return gate;
}

static StpSession *
get_session (Gate *gate)
{
  return stp_gate_form_get_session (gate->form);
}

static void
assert_refused (Gate *gate, StpGateError code)
{
  g_autoptr (GError) error = NULL;
  guint n_gates = stp_diary_get_n_records (gate->diary, STP_RECORD_GATE);
  StpSessionState state = get_session (gate)->state;

  g_assert_false (stp_gate_form_start (gate->form, &error));
  g_assert_error (error, STP_GATE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_cmpint (get_session (gate)->state, ==, state);
  g_assert_cmpuint (stp_diary_get_n_records (gate->diary, STP_RECORD_GATE), ==, n_gates);
}

static StpGate *
assert_started (Gate *gate)
{
  g_autoptr (GError) error = NULL;
  guint n = stp_diary_get_n_records (gate->diary, STP_RECORD_GATE);

  say_nothing_changed (gate);
  g_assert_true (stp_gate_form_get_can_start (gate->form));
  g_assert_true (stp_gate_form_start (gate->form, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (gate)->state, ==, STP_SESSION_IN_PROGRESS);
  g_assert_cmpint (get_session (gate)->start.us, ==, stp_clock_get_now (gate->clock));
  g_assert_cmpuint (stp_diary_get_n_records (gate->diary, STP_RECORD_GATE), ==, n + 1);
  return stp_diary_peek_record (gate->diary, STP_RECORD_GATE, 0);
}

static void
confirm (Gate *gate)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_gate_form_confirm_denials (gate->form, &error));
  g_assert_no_error (error);
}

static void
log_use (Gate *gate, const char *product, const char *at)
{
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);
  g_autoptr (GError) error = NULL;

  use->product = fact_text_id (product);
  if (at != NULL)
    use->at.us = fact_text_time (at);
  stp_diary_put (gate->diary, use, &error);
  g_assert_no_error (error);
}

/* E1: nothing that is said at the gate lifts a block; 48 h less a microsecond is one. */
static void
test_block (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SERUM SESSION
                         "; application u product=serum at=2027-03-08T20:00:00Z",
                         "2027-03-10T19:59:59.999999Z");
  StpGateItem *block = find_item (&gate, STP_GATE_BLOCK, 0);

  confirm (&gate);
  g_assert_false (stp_gate_item_get_met (block));
  g_assert_cmpint (stp_gate_item_get_until (block), ==, fact_text_time (START));
  g_assert_false (stp_gate_form_get_can_start (gate.form));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
}

/* E1, E10: at 48 h exactly it is gone, and the form says so without being asked. */
static void
test_block_ends (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SERUM SESSION
                         "; application u product=serum at=2027-03-08T20:00:00Z",
                         "2027-03-10T19:30:00Z");

  confirm (&gate);
  g_assert_false (stp_gate_form_get_can_start (gate.form));
  set_time (&gate, START);
  g_assert_cmpuint (count_items (&gate, STP_GATE_BLOCK), ==, 0);
  assert_started (&gate);
}

/* E1: one line a rule, naming all its products; accepted, it is kept in the gate record. */
static void
test_warning (void)
{
  g_auto (Gate) gate = open_gate (STRICT PERFUMED ("rose") PERFUMED ("lily") SESSION
                         "; application u product=rose at=2027-03-10T09:00:00Z"
                         "; application v product=lily at=2027-03-10T10:00:00Z",
                         START);
  StpGateItem *warning = find_item (&gate, STP_GATE_ACKNOWLEDGE, 0);
  StpGate *record;
  StpAcknowledgement *kept;

  g_assert_cmpuint (count_items (&gate, STP_GATE_ACKNOWLEDGE), ==, 1);
  g_assert_cmpstr (stp_gate_item_get_id (warning), ==, "prep.fragrance_eo");
  g_assert_nonnull (strstr (stp_gate_item_get_detail (warning), "rose"));
  g_assert_nonnull (strstr (stp_gate_item_get_detail (warning), "lily"));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);

  stp_gate_form_acknowledge (gate.form, warning);
  g_assert_true (stp_gate_item_get_met (warning));
  record = assert_started (&gate);
  g_assert_cmpuint (record->acknowledged->len, ==, 1);
  kept = record->acknowledged->pdata[0];
  g_assert_cmpstr (kept->rule, ==, "prep.fragrance_eo");
  g_assert_cmpuint (g_strv_length (kept->subjects), ==, 2);
  g_assert_cmpint (kept->at.us, ==, fact_text_time (START));
}

/* E1: what was accepted was about what stood there. */
static void
test_warning_grows (void)
{
  g_auto (Gate) gate = open_gate (STRICT PERFUMED ("rose") PERFUMED ("lily") SESSION
                         "; application u product=rose at=2027-03-10T09:00:00Z",
                         START);
  StpGateItem *warning = find_item (&gate, STP_GATE_ACKNOWLEDGE, 0);

  stp_gate_form_acknowledge (gate.form, warning);
  g_assert_true (stp_gate_form_get_can_start (gate.form));
  log_use (&gate, "lily", "2027-03-10T10:00:00Z");
  g_assert_false (stp_gate_item_get_met (warning));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
}

/*
 * E1: a typical shelf of fourteen asks for few words: nine were used today, half of them perfumed,
 * one with a vitamin C derivative, one an alcohol toner.
 */
static void
test_few_words (void)
{
  static const char *const lists[] = {
    "Aqua, Glycerin, Parfum",
    "Aqua, Squalane, Parfum, Limonene",
    "Aqua, Panthenol, Parfum",
    "Aqua, Glycerin, Lavandula Angustifolia Oil",
    "Aqua, Ascorbyl Glucoside, Glycerin",
    "Aqua, Alcohol Denat., Glycerin",
    "Aqua, Niacinamide, Glycerin",
    "Aqua, Glycerin, Hyaluronic Acid",
    "Aqua, Squalane, Ceramide NP",
    "Aqua, Retinol",
    "Aqua, Glycolic Acid, Glycerin",
    "Aqua, Glycerin, Parfum",
    "Aqua, Zinc Oxide",
    "Aqua, Panthenol",
  };
  g_autoptr (GString) facts = g_string_new (KNOWN);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_string_append_printf (facts, "product p%u kind=serum ingredients=\"%s\";", i, lists[i]);
      if (i < 9)
        g_string_append_printf (facts, "application u%u product=p%u at=2027-03-10T09:00:00Z;", i,
                                i);
    }
  g_string_append (facts, SESSION);
  {
    g_auto (Gate) gate = open_gate (facts->str, START);

    g_assert_cmpuint (count_items (&gate, STP_GATE_BLOCK), ==, 0);
    g_assert_cmpuint (count_items (&gate, STP_GATE_ACKNOWLEDGE), >=, 1);
    g_assert_cmpuint (count_items (&gate, STP_GATE_ACKNOWLEDGE), <=, 3);
  }
}

/* Advice is shown and asks for nothing. */
static void
test_advice (void)
{
  g_auto (Gate) gate = open_gate (
    KNOWN PERFUMED ("rose") SESSION "; application u product=rose at=2027-03-10T09:00:00Z", START);

  g_assert_cmpuint (count_items (&gate, STP_GATE_ADVICE), ==, 1);
  g_assert_cmpuint (count_items (&gate, STP_GATE_ACKNOWLEDGE), ==, 0);
  g_assert_null (assert_started (&gate)->acknowledged);
}

/* E6: an acid that was corrected away is mentioned at each gate, once a product, and asks nothing.
 */
static void
test_correction (void)
{
  g_auto (Gate) gate = open_gate (
    KNOWN
    "product toner kind=toner ingredients=\"Aqua, Glycolic Acid, Parfum\" "
    "corrections='[{\"class\":\"acid-aha\",\"token\":\"Glycolic Acid\",\"as\":\"none\"},"
    "{\"class\":\"acid-peel\",\"token\":\"Glycolic Acid\",\"as\":\"none\"},"
    "{\"class\":\"fragrance\",\"token\":\"Parfum\",\"as\":\"none\"}]';"
    "product old kind=toner archived=true ingredients=\"Aqua, Lactic Acid\" "
    "corrections='[{\"class\":\"acid-aha\",\"token\":\"Lactic Acid\",\"as\":\"none\"}]';" SESSION
    "; application u product=toner at=2027-03-10T09:00:00Z",
    START);
  StpGateItem *line = find_rule (&gate, "correction");

  g_assert_nonnull (line);
  g_assert_cmpuint (count_items (&gate, STP_GATE_ADVICE), ==, 1);
  g_assert_cmpint (stp_gate_item_get_kind (line), ==, STP_GATE_ADVICE);
  g_assert_cmpstr (stp_gate_item_get_title (line), ==,
                   "You said that Glycolic Acid in toner is no exfoliating acid.");
  g_assert_null (assert_started (&gate)->acknowledged);
}

/* E9: the first home session needs a consultation, which no answer at the gate replaces. */
static void
test_consultation (void)
{
  g_auto (Gate) gate = open_gate (TRIED SESSION, START);
  StpGateItem *question = find_item (&gate, STP_GATE_QUESTION, 0);
  g_autoptr (StpProfile) profile = NULL;

  g_assert_cmpstr (stp_gate_item_get_id (question), ==, "gate.consultation");
  g_assert_cmpuint (stp_gate_item_get_n_choices (question), ==, 0);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);

  profile = stp_record_copy (stp_diary_get_profile (gate.diary));
  profile->consultation = stp_consultation_new ();
  g_assert_true (stp_day_parse ("2027-02-01", &profile->consultation->on));
  g_assert_true (stp_diary_put (gate.diary, profile, NULL));
  g_assert_null (find_rule (&gate, "gate.consultation"));
}

/* E9: the questionnaire, with every question of it; no answer at the gate replaces it. */
static void
test_questionnaire (gconstpointer answers)
{
  g_autofree char *facts = g_strdup_printf (
    TRIED "profile questionnaire_at=2027-01-01T12:00:00Z %s;" SESSION, (const char *) answers);
  g_auto (Gate) gate = open_gate (facts, START);
  StpGateItem *question = find_rule (&gate, "gate.questionnaire");

  g_assert_cmpuint (stp_gate_item_get_n_choices (question), ==, 0);
  g_assert_false (stp_gate_item_get_met (question));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
}

/* E9: the short form each time: "no" is kept in the gate's record, "yes" leads to the answers. */
static void
test_short (void)
{
  g_auto (Gate) gate = open_asking (KNOWN SESSION, START);
  StpGateItem *question = find_rule (&gate, "gate.short");

  g_assert_nonnull (strstr (stp_gate_item_get_title (question), "1 January"));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  stp_gate_form_answer (gate.form, question, STP_ANSWER_YES);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  stp_gate_form_answer (gate.form, question, STP_ANSWER_NO);
  g_assert_cmpint (
    GPOINTER_TO_INT (g_hash_table_lookup (assert_started (&gate)->answers, "gate.short")), ==,
    STP_ANSWER_NO);
}

#define TESTED                                                                                     \
  "profile answered=2027-01-01; session p state=done purpose=patch place=home "                    \
  "device=roller um=250 on-areas=jaw start=2027-03-08T18:00:00Z end=2027-03-08T19:00:00Z;"

/* E9: the patch test's calm answer is a check-in of it, after 48 h, and the gate keeps that it was
 * asked. */
static void
test_patch_calm (void)
{
  g_auto (Gate) gate = open_gate (TESTED SESSION, "2027-03-10T19:00:00Z");
  g_autofree char *patch = fact_text_id ("p");
  StpGateItem *question = find_rule (&gate, "gate.patch");
  StpReaction *reaction;

  g_assert_cmpstr (stp_gate_item_get_subject (question), ==, patch);
  stp_gate_form_answer (gate.form, question, STP_ANSWER_NO);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  stp_gate_form_answer (gate.form, question, STP_ANSWER_YES);
  g_assert_null (find_rule (&gate, "gate.patch"));
  reaction = stp_diary_peek_record (gate.diary, STP_RECORD_REACTION, 0);
  g_assert_cmpstr (reaction->session, ==, patch);
  g_assert_cmpint (
    GPOINTER_TO_INT (g_hash_table_lookup (assert_started (&gate)->answers, "gate.patch")), ==,
    STP_ANSWER_YES);
}

/* E9: before 48 h there is nothing to choose, and the gate says when; then time opens it. */
static void
test_patch_early (void)
{
  g_auto (Gate) gate = open_gate (TESTED SESSION, "2027-03-10T18:59:59.999999Z");
  StpGateItem *question = find_rule (&gate, "gate.patch");

  g_assert_cmpuint (stp_gate_item_get_n_choices (question), ==, 0);
  g_assert_cmpint (stp_gate_item_get_until (question), ==, fact_text_time ("2027-03-10T19:00:00Z"));
  set_time (&gate, "2027-03-10T19:00:00Z");
  g_assert_cmpuint (stp_gate_item_get_n_choices (find_rule (&gate, "gate.patch")), ==, 2);
}

/* E9: where none was done, the session is made one. */
static void
test_make_patch (void)
{
  g_auto (Gate) gate = open_gate ("profile answered=2027-01-01;" SESSION, START);
  g_autoptr (GError) error = NULL;
  StpGate *record;

  g_assert_cmpuint (stp_gate_item_get_n_choices (find_rule (&gate, "gate.patch")), ==, 0);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  g_assert_true (stp_gate_form_make_patch (gate.form, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (&gate)->purpose, ==, STP_PURPOSE_PATCH);
  g_assert_cmpuint (get_session (&gate)->areas->len, ==, 1);
  record = assert_started (&gate);
  g_assert_cmpstr (record->session, ==, stp_record_get_id (get_session (&gate)));
}

/* E1: standing cautions are accepted once a questionnaire, not at every gate. */
static void
test_caution_once (void)
{
  g_auto (Gate) gate = open_gate (TRIED "profile answered=2027-01-01;" SESSION, START);
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (gate.diary));
  StpGate *record;

  stp_profile_get_answer (profile, "q.faint")->answer = STP_ANSWER_YES;
  g_assert_true (stp_diary_put (gate.diary, profile, NULL));
  g_assert_cmpuint (count_items (&gate, STP_GATE_ACKNOWLEDGE), ==, 1);
  stp_gate_form_acknowledge (gate.form, find_item (&gate, STP_GATE_ACKNOWLEDGE, 0));
  record = assert_started (&gate);
  g_assert_cmpuint (record->acknowledged->len, ==, 1);
  set_time (&gate, "2027-03-10T23:00:00Z");
  g_assert_cmpuint (count_items (&gate, STP_GATE_ACKNOWLEDGE), ==, 0);
}

/* E5: a routine or a use is asked about; one button answers all, as denials in the diary. */
static void
test_silence (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SERUM
                         "product tonic kind=toner ingredients=\"Aqua, Glycolic Acid\" "
                         "'routine={\"when\":[\"evening\"]}';"
                         "product never kind=serum ingredients=\"Aqua, Retinol\";" SESSION
                         "; application u product=serum at=2027-03-01T20:00:00Z",
                         START);
  g_autofree char *serum = fact_text_id ("serum");

  g_assert_cmpuint (count_items (&gate, STP_GATE_DENIAL), ==, 2);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  confirm (&gate);
  g_assert_cmpuint (count_items (&gate, STP_GATE_DENIAL), ==, 0);
  g_assert_cmpuint (stp_diary_get_n_records (gate.diary, STP_RECORD_DENIAL), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      StpDenial *denial = stp_diary_peek_record (gate.diary, STP_RECORD_DENIAL, i);
      gboolean used = g_str_equal (denial->product, serum);

      g_assert_cmpint (denial->at.us, ==, fact_text_time (START));
      g_assert_cmpint (denial->since.us, ==,
                       fact_text_time (used ? "2027-03-01T20:00:00Z" : "2027-03-03T20:00:00Z"));
    }
  g_assert_false (stp_diary_undo (gate.diary, NULL));
  assert_started (&gate);
}

/* E5, E13: "nothing since" grows old with its gate. */
static void
test_silence_grows_old (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SERUM SESSION
                         "; application u product=serum at=2027-03-01T20:00:00Z",
                         "2027-03-10T19:00:00Z");

  confirm (&gate);
  set_time (&gate, "2027-03-10T21:00:00Z");
  g_assert_true (stp_gate_form_get_can_start (gate.form));
  set_time (&gate, "2027-03-10T21:00:00.000001Z");
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  confirm (&gate);
  assert_started (&gate);
}

/* E13: and so does an acknowledgement. */
static void
test_warning_grows_old (void)
{
  g_auto (Gate) gate = open_gate (STRICT PERFUMED ("rose") SESSION
                         "; application u product=rose at=2027-03-10T09:00:00Z",
                         "2027-03-10T19:00:00Z");

  stp_gate_form_acknowledge (gate.form, find_item (&gate, STP_GATE_ACKNOWLEDGE, 0));
  set_time (&gate, "2027-03-10T21:00:00Z");
  g_assert_true (stp_gate_form_get_can_start (gate.form));
  set_time (&gate, "2027-03-10T21:00:00.000001Z");
  g_assert_false (stp_gate_form_get_can_start (gate.form));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
}

/* E5: a use at an unknown time blocks until it is answered. */
static void
test_unknown_time (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SERUM SESSION "; application u product=serum", START);

  g_assert_cmpuint (count_items (&gate, STP_GATE_BLOCK), ==, 1);
  g_assert_cmpint (stp_gate_item_get_until (find_item (&gate, STP_GATE_BLOCK, 0)), ==,
                   STP_TIME_UNSET);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  confirm (&gate);
  assert_started (&gate);
}

static StpGateItem *
open_unknown (Gate *gate)
{
  StpGateItem *question;

  *gate = open_gate (KNOWN "product mist kind=toner;" SESSION, START);
  say_nothing_changed (gate);
  question = find_rule (gate, "product.unknown");
  g_assert_cmpuint (stp_gate_item_get_n_choices (question), ==, 3);
  assert_refused (gate, STP_GATE_ERROR_UNMET);
  return question;
}

/* E5: a list that nobody can read is asked about; "no" is kept, as for any product. */
static void
test_unknown_list_no (void)
{
  g_auto (Gate) gate = { 0 };
  StpGateItem *question = open_unknown (&gate);

  stp_gate_form_answer (gate.form, question, STP_ANSWER_NO);
  g_assert_cmpuint (stp_diary_get_n_records (gate.diary, STP_RECORD_DENIAL), ==, 1);
  assert_started (&gate);
}

/* E5: "yes" holds like an acid, and not to know is not "no". */
static void
test_unknown_list_yes (gconstpointer answer)
{
  g_auto (Gate) gate = { 0 };
  StpGateItem *question = open_unknown (&gate);

  stp_gate_form_answer (gate.form, question, GPOINTER_TO_INT (answer));
  g_assert_cmpint (stp_gate_item_get_answer (question), ==, GPOINTER_TO_INT (answer));
  g_assert_false (stp_gate_item_get_met (question));
  g_assert_cmpstr (stp_gate_item_get_detail (question), !=, "");
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  stp_gate_form_answer (gate.form, question, STP_ANSWER_NO);
  assert_started (&gate);
}

/* E1: starting looks again: a use that was logged meanwhile, also in another window. */
static void
test_facts_change (void)
{
  g_auto (Gate) gate = open_gate (
    KNOWN SERUM SESSION "; application u product=serum at=2027-03-01T20:00:00Z", START);

  confirm (&gate);
  g_assert_true (stp_gate_form_get_can_start (gate.form));
  log_use (&gate, "serum", "2027-03-10T08:00:00Z");
  g_assert_false (stp_gate_form_get_can_start (gate.form));
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
}

/* E10: a use stamped later than now stands against the start. */
static void
test_future_use (void)
{
  g_auto (Gate) gate = open_gate (
    KNOWN SERUM SESSION "; application u product=serum at=2027-03-20T20:00:00Z", START);

  confirm (&gate);
  g_assert_cmpuint (count_items (&gate, STP_GATE_BLOCK), ==, 1);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
}

/* E4: a use that was taken back while it held the session asks for its product by name. */
static void
test_withdrawn (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SERUM SESSION
                         "; application u product=serum at=2027-03-10T08:00:00Z "
                         "withdrawn=2027-03-10T18:00:00Z",
                         START);

  g_assert_cmpuint (count_items (&gate, STP_GATE_BLOCK), ==, 0);
  g_assert_cmpuint (count_items (&gate, STP_GATE_DENIAL), ==, 1);
  assert_refused (&gate, STP_GATE_ERROR_UNMET);
  confirm (&gate);
  assert_started (&gate);
}

static void
test_starts_once (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SESSION, START);

  assert_started (&gate);
  assert_refused (&gate, STP_GATE_ERROR_STATE);
  g_assert_false (stp_diary_undo (gate.diary, NULL));
  g_assert_cmpint (get_session (&gate)->state, ==, STP_SESSION_IN_PROGRESS);
}

/* E8: a head that was replaced since the plan is not worn any further; the new one is. */
static void
test_replaced_head (void)
{
  g_auto (Gate) gate = open_gate (
    KNOWN "head old device=roller needle_um=250 since=2027-01-01 retired=2027-03-09;" SESSION
          " head=old",
    START);
  g_autofree char *head = fact_text_id ("head");

  assert_started (&gate);
  g_assert_cmpstr (get_session (&gate)->head, ==, head);
}

static void
test_wrong_session (gconstpointer members)
{
  g_autofree char *facts = g_strdup_printf (KNOWN "session s start=" START " um=250 %s",
                                            (const char *) members);
  g_auto (Gate) gate = open_gate (facts, "2027-03-10T20:10:00Z");

  g_assert_false (stp_gate_form_get_can_start (gate.form));
  assert_refused (&gate, STP_GATE_ERROR_STATE);
}

/* A diary that may only be looked at starts nothing, in whole or in part. */
static void
test_read_only (void)
{
  g_auto (Gate) gate = open_gate (KNOWN SESSION, START);
  g_autoptr (GError) error = NULL;

  stp_diary_set_read_only (gate.diary, TRUE);
  g_assert_false (stp_gate_form_start (gate.form, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY);
  g_assert_cmpint (get_session (&gate)->state, ==, STP_SESSION_PLANNED);
  g_assert_cmpuint (stp_diary_get_n_records (gate.diary, STP_RECORD_GATE), ==, 0);
}

/* Lines that stay keep their object, so that a screen reader stays where it was. */
static void
test_lines_stay (void)
{
  g_auto (Gate) gate = open_gate (
    KNOWN SERUM SESSION "; application u product=serum at=2027-03-09T20:00:00Z", START);
  g_autoptr (StpGateItem) block = g_object_ref (find_item (&gate, STP_GATE_BLOCK, 0));

  log_use (&gate, "serum", "2027-03-10T08:00:00Z");
  g_assert_true (find_item (&gate, STP_GATE_BLOCK, 0) == block);
  g_assert_cmpint (stp_gate_item_get_until (block), ==, fact_text_time ("2027-03-12T08:00:00Z"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/gate/E1/block", test_block);
  g_test_add_func ("/gate/E1/block-ends", test_block_ends);
  g_test_add_func ("/gate/E1/warning", test_warning);
  g_test_add_func ("/gate/E1/warning-grows", test_warning_grows);
  g_test_add_func ("/gate/E1/advice", test_advice);
  g_test_add_func ("/gate/E1/facts-change", test_facts_change);
  g_test_add_func ("/gate/E1/starts-once", test_starts_once);
  g_test_add_func ("/gate/E8/replaced-head", test_replaced_head);
  g_test_add_data_func ("/gate/E1/over", "state=done place=home device=roller", test_wrong_session);
  g_test_add_data_func ("/gate/E1/cancelled", "state=cancelled place=home device=roller",
                        test_wrong_session);
  g_test_add_data_func ("/gate/E1/hidden", "state=planned hidden=true place=home device=roller",
                        test_wrong_session);
  g_test_add_data_func ("/gate/E1/clinic", "state=planned place=clinic treatment=needling",
                        test_wrong_session);
  g_test_add_data_func ("/gate/E13/needled",
                        "state=in-progress place=home device=roller; "
                        "step n session=s step=needle area=jaw at=2027-03-10T20:05:00Z",
                        test_wrong_session);
  g_test_add_func ("/gate/E1/read-only", test_read_only);
  g_test_add_func ("/gate/E4/withdrawn", test_withdrawn);
  g_test_add_func ("/gate/E5/silence", test_silence);
  g_test_add_func ("/gate/E5/unknown-time", test_unknown_time);
  g_test_add_func ("/gate/E5/unknown-list-no", test_unknown_list_no);
  g_test_add_data_func ("/gate/E5/unknown-list-yes", GINT_TO_POINTER (STP_ANSWER_YES),
                        test_unknown_list_yes);
  g_test_add_data_func ("/gate/E5/unknown-list-unsure", GINT_TO_POINTER (STP_ANSWER_UNSURE),
                        test_unknown_list_yes);
  g_test_add_func ("/gate/E6/correction", test_correction);
  g_test_add_func ("/gate/E9/consultation", test_consultation);
  g_test_add_data_func ("/gate/E9/questionnaire/empty", "", test_questionnaire);
  g_test_add_data_func ("/gate/E9/questionnaire/gap",
                        "answers='{\"q.age\":{\"modified\":\"2027-01-01T00:00:00.000000Z\","
                        "\"answer\":\"older\",\"on\":\"2027-01-01\"}}'",
                        test_questionnaire);
  g_test_add_func ("/gate/E9/short", test_short);
  g_test_add_func ("/gate/E9/patch-calm", test_patch_calm);
  g_test_add_func ("/gate/E9/patch-early", test_patch_early);
  g_test_add_func ("/gate/E9/make-patch", test_make_patch);
  g_test_add_func ("/gate/E1/caution-once", test_caution_once);
  g_test_add_func ("/gate/E10/future-use", test_future_use);
  g_test_add_func ("/gate/E13/silence-grows-old", test_silence_grows_old);
  g_test_add_func ("/gate/E13/warning-grows-old", test_warning_grows_old);
  g_test_add_func ("/gate/E1/few-words", test_few_words);
  g_test_add_func ("/gate/lines-stay", test_lines_stay);

  return g_test_run ();
}
