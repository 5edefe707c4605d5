// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "procedure-walk.h"

char *
procedure_walk_describe_step (const StpProcedureStep *step)
{
  const char *kind = stp_enum_to_nick (STP_TYPE_STEP_KIND, step->kind);

  if (step->area == 0)
    return g_strdup (kind);
  return g_strdup_printf ("%s:%s", kind, stp_enum_to_nick (STP_TYPE_AREA, step->area));
}

char *
procedure_walk_describe (StpProcedure *procedure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stp_procedure_get_n_steps (procedure); i++)
    {
      g_autofree char *step = procedure_walk_describe_step (stp_procedure_get_step (procedure, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", step);
    }
  return g_string_free_and_steal (text);
}

static StpStepKind
get_current_kind (StpProcedure *procedure)
{
  return stp_procedure_get_step (procedure, stp_procedure_get_current (procedure))->kind;
}

/* As the wizard does it: cream is put on with its strength, everything else just begins. */
void
procedure_walk_begin (StpProcedure *procedure)
{
  g_autoptr (GError) error = NULL;

  if (get_current_kind (procedure) == STP_STEP_NUMB)
    stp_procedure_begin_numbing (procedure, 40, &error);
  else
    stp_procedure_begin_step (procedure, &error);
  g_assert_no_error (error);
}

static gboolean
is_begun (StpProcedure *procedure)
{
  return stp_procedure_get_step (procedure, stp_procedure_get_current (procedure))->at !=
         STP_TIME_UNSET;
}

void
procedure_walk_complete (StpProcedure *procedure, const char *detail)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (detail, "skipped") != 0 && !is_begun (procedure))
    procedure_walk_begin (procedure);
  if (g_strcmp0 (detail, "skipped") == 0)
    stp_procedure_skip_step (procedure, &error);
  else
    stp_procedure_complete_step (procedure, detail, &error);
  g_assert_no_error (error);
}
