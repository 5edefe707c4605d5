// SPDX-License-Identifier: GPL-3.0-or-later

/* Every move in every state of a session, by one table: what it leads to, or that it is refused. */

#include "config.h"

#include "fact-text.h"
#include "protocol/stp-procedure.h"

#define N_COLUMNS 16
#define FIRST_MOVE 4
#define START "2027-03-10T20:00:00Z"
#define SESSION                                                                                    \
  "session s purpose=full place=home device=roller head=head um=250 on-areas=cheeks,chin "         \
  "start=" START " state="

typedef gboolean (*Move) (StpProcedure *procedure, GError **error);

static gboolean
move_numb (StpProcedure *procedure, GError **error)
{
  return stp_procedure_begin_numbing (procedure, 40, error);
}

static gboolean
move_complete (StpProcedure *procedure, GError **error)
{
  return stp_procedure_complete_step (procedure, NULL, error);
}

static gboolean
move_stop (StpProcedure *procedure, GError **error)
{
  return stp_procedure_stop (procedure, "pain", error);
}

static gboolean
move_finish (StpProcedure *procedure, GError **error)
{
  return stp_procedure_finish_interrupted (procedure, stp_procedure_get_last_stroke (procedure),
                                           error);
}

static gboolean
move_detail (StpProcedure *procedure, GError **error)
{
  return stp_procedure_note_detail (procedure, "vertical", error);
}

static gboolean
move_no_go (StpProcedure *procedure, GError **error)
{
  return stp_procedure_set_no_go (procedure, STP_BIT (STP_AREA_CHIN), error);
}

static gboolean
move_ready (StpProcedure *procedure, GError **error)
{
  return stp_procedure_set_ready (procedure, STP_STEP_WASH, TRUE, error);
}

static gboolean
move_explain (StpProcedure *procedure, GError **error)
{
  g_autofree char *session = fact_text_id ("s");

  return stp_procedure_explain_stop (procedure, session, "pain", error);
}

/* In the order of the table's columns. */
static const Move moves[N_COLUMNS - FIRST_MOVE] = {
  stp_procedure_begin_step,
  move_numb,
  move_complete,
  stp_procedure_skip_step,
  move_stop,
  move_finish,
  stp_procedure_abandon,
  stp_procedure_record_done,
  move_detail,
  move_no_go,
  move_ready,
  move_explain,
};

/* "wash dry+": washed and dried, two minutes each, the last one only begun. */
static gint64
append_steps (GString *facts, const char *text, gint64 at)
{
  g_auto (GStrv) steps = g_strsplit (text, " ", -1);

  for (guint i = 0; steps[i] && *steps[i]; i++)
    {
      g_auto (GStrv) area = g_strsplit (steps[i], ":", 2);
      gboolean begun = g_str_has_suffix (steps[i], "+");
      g_autofree char *kind = g_strdelimit (g_strdup (area[0]), "+", '\0');
      g_autofree char *name = area[1] ? g_strdelimit (g_strdup (area[1]), "+", '\0') : NULL;
      g_autofree char *from = stp_instant_format ((StpInstant) { at, 0 });
      g_autofree char *to = stp_instant_format ((StpInstant) { at + 2 * STP_MINUTE, 0 });

      g_string_append_printf (facts, "; step n%u session=s step=%s at=%s", i, kind, from);
      if (name)
        g_string_append_printf (facts, " area=%s", name);
      if (!begun)
        g_string_append_printf (facts, " done_at=%s", to);
      at += begun ? 0 : 2 * STP_MINUTE;
    }
  return at;
}

static StpTimeline *
load (char *const *row)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  gint64 at = fact_text_time (START);

  if (*row[1])
    g_string_append_printf (facts, "%s%s; gate g session=s at=%s", SESSION, row[1], START);
  at = append_steps (facts, row[2], at);
  return fact_text_load (facts->str, at + g_ascii_strtoll (row[3], NULL, 10) * STP_MINUTE);
}

static char *
describe (StpProcedure *procedure)
{
  const char *phase = stp_enum_to_nick (STP_TYPE_PHASE, stp_procedure_get_phase (procedure));
  const StpProcedureStep *step = stp_procedure_get_step (procedure,
                                                         stp_procedure_get_current (procedure));

  if (stp_procedure_get_phase (procedure) != STP_PHASE_STEPS || !step)
    return g_strdup (phase);
  return g_strdup_printf ("%s%s%s%s", stp_enum_to_nick (STP_TYPE_STEP_KIND, step->kind),
                          step->area ? ":" : "",
                          step->area ? stp_enum_to_nick (STP_TYPE_AREA, step->area) : "",
                          step->at != STP_TIME_UNSET ? "+" : "");
}

static void
test_state (gconstpointer data)
{
  char *const *row = (char *const *) data;
  g_autofree char *head = NULL;
  g_autoptr (StpTimeline) start = load (row);
  g_autoptr (StpProcedure) procedure = stp_procedure_new (start);

  head = describe (procedure);
  g_assert_true (g_str_has_prefix (row[0], head));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (StpTimeline) timeline = load (row);
      g_autoptr (StpProcedure) moved = stp_procedure_new (timeline);
      g_autoptr (GError) error = NULL;
      gboolean done = moves[i](moved, &error);
      g_autofree char *found = done ? describe (moved) : g_strdup ("-");

      g_test_message ("column %u", i + FIRST_MOVE + 1);
      g_assert_true (done == (error == NULL));
      g_assert_cmpstr (found, ==, row[FIRST_MOVE + i]);
      /* What is refused leaves everything as it was. */
      if (!done)
        {
          g_autofree char *same = describe (moved);

          g_assert_cmpstr (same, ==, head);
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) table = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  table = fact_text_read_table ("procedure-moves.txt", N_COLUMNS);
  g_ptr_array_set_free_func (table, NULL);
  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];
      g_autofree char *path = g_strdup_printf ("/procedure/moves/%s", row[0]);

      g_test_add_data_func_full (path, row, test_state, (GDestroyNotify) g_strfreev);
    }

  return g_test_run ();
}
