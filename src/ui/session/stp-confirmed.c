// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-confirmed.h"

#include "protocol/stp-procedure.h"
#include "rules/stp-sources.h"
#include "rules/stp-words.h"

/* Of what a caution was about only products have names that say something. */
static char *
dup_names (StpDiary *diary, const char *const *subjects)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; subjects && subjects[i]; i++)
    {
      StpProduct *product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, subjects[i]);

      if (product && product->name)
        g_strv_builder_add (builder, product->name);
    }
  names = g_strv_builder_end (builder);

  /* Dots between names of things read as a list in every language. */
  return *names ? g_strjoinv (" · ", names) : NULL;
}

/**
 * stp_confirmed_show:
 * @group: where
 *
 * Shows the cautions that were accepted at the gate of the session that the phase is about.
 */
void
stp_confirmed_show (StpLineGroup *group, StpWorkspace *workspace)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  StpClock *clock = stp_workspace_get_clock (workspace);
  g_autoptr (GArray) list = stp_procedure_list_confirmed (procedure);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->len; i++)
    {
      const StpConfirmed *confirmed = &g_array_index (list, StpConfirmed, i);
      g_autofree char *names = dup_names (stp_workspace_get_diary (workspace), confirmed->subjects);
      g_autofree char *when = stp_words_moment (confirmed->at, stp_clock_get_now (clock),
                                                stp_clock_get_zone (clock));
      g_autofree char *sources = confirmed->rule ? stp_sources_explain (confirmed->rule) : NULL;

      g_ptr_array_add (lines, stp_line_new ("dialog-warning-symbolic", confirmed->text,
                                            names ? names : when, sources));
    }
  stp_line_group_show (group, lines);
}
