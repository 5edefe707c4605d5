// SPDX-License-Identifier: GPL-3.0-or-later

/* What each area takes with each device and length, by one table. */

#include "config.h"

#include "fact-text.h"
#include "protocol/stp-procedure.h"

#include <string.h>

#define N_COLUMNS 6
#define START "2027-03-10T20:00:00Z"

static const StpProcedureStep *
find_area (StpProcedure *procedure, const char *area)
{
  for (guint i = 0; i < stp_procedure_get_n_steps (procedure); i++)
    {
      const StpProcedureStep *step = stp_procedure_get_step (procedure, i);

      if (step->area != 0 && g_str_equal (stp_enum_to_nick (STP_TYPE_AREA, step->area), area))
        return step;
    }
  g_error ("no step for %s", area);
}

static void
test_row (gconstpointer data)
{
  char *const *row = (char *const *) data;
  g_autofree char *facts = g_strdup_printf (
    "device tool kind=%s name=Tool; session s state=in-progress place=home device=tool start=" START
    " %s; gate g session=s at=" START,
    row[1], row[2]);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  const StpProcedureStep *step = find_area (procedure, row[3]);
  g_autofree char *found = g_strdup_printf ("%d %u %u %u", step->needle_um, step->strokes,
                                            step->passes, step->budget);

  g_assert_cmpstr (found, ==, row[4]);
  g_assert_nonnull (strstr (step->text, row[5]));
  /* Where there are directions, the words say how many strokes fall in each. */
  if (step->strokes > 0)
    {
      g_autofree char *words = g_strdup_printf ("at most %u strokes each", step->strokes);

      g_assert_nonnull (strstr (step->text, words));
    }
}

static const StpProcedureStep *
find_kind (StpProcedure *procedure, StpStepKind kind)
{
  for (guint i = 0; i < stp_procedure_get_n_steps (procedure); i++)
    if (stp_procedure_get_step (procedure, i)->kind == kind)
      return stp_procedure_get_step (procedure, i);
  g_assert_not_reached ();
}

/* Clinical rules, sections 2 and 4.4: a pen takes a new cartridge, which is neither soaked nor
 * kept. */
static void
test_cartridge (void)
{
  static const struct
  {
    const char *device, *before, *after;
    guint minutes;
  } cases[] = {
    { "roller", "Disinfect the Head", "Disinfect the Head Again", 10 },
    { "stamp", "Disinfect the Head", "Disinfect the Head Again", 10 },
    { "pen", "Put On a New Cartridge", "Throw the Cartridge Away", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *facts = g_strdup_printf (
        "device tool kind=%s name=Tool; session s state=in-progress place=home device=tool um=250 "
        "start=" START "; gate g session=s at=" START,
        cases[i].device);
      g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
      g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
      const StpProcedureStep *before = find_kind (procedure, STP_STEP_DISINFECT);
      const StpProcedureStep *after = find_kind (procedure, STP_STEP_DISINFECT_AFTER);

      g_assert_cmpstr (before->title, ==, cases[i].before);
      g_assert_cmpstr (after->title, ==, cases[i].after);
      g_assert_cmpuint (before->minutes, ==, cases[i].minutes);
      g_assert_cmpuint (after->minutes, ==, cases[i].minutes);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) table = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  table = fact_text_read_table ("procedure-parameters.txt", N_COLUMNS);
  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];
      g_autofree char *path = g_strdup_printf ("/procedure/parameters/%s", row[0]);

      g_test_add_data_func (path, row, test_row);
    }

  g_test_add_func ("/procedure/cartridge", test_cartridge);

  return g_test_run ();
}
