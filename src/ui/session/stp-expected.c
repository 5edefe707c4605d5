// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-expected.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "protocol/stp-signs.h"
#include "rules/stp-sources.h"

static void
add_line (GPtrArray *lines, const char *text, const char *sources)
{
  g_autofree char *from = stp_sources_explain_keys (sources);

  g_ptr_array_add (lines, stp_line_new (NULL, text, NULL, from));
}

/* What to do about alarm signs stands above, with what lifts them; nothing of it is expected. */
static gboolean
add_advice (GPtrArray *lines, const StpReaction *reaction)
{
  g_autoptr (GArray) advice = stp_signs_list_advice (reaction);

  for (guint i = 0; i < advice->len; i++)
    {
      const StpAdvice *it = &g_array_index (advice, StpAdvice, i);

      if (!it->red)
        add_line (lines, it->text, it->sources);
    }
  return advice->len > 0;
}

/**
 * stp_expected_show:
 * @group: where
 *
 * Shows what the skin may do now and what to do about it: after the last check-in what was marked
 * there, else what anybody may expect.
 */
void
stp_expected_show (StpLineGroup *group, StpWorkspace *workspace)
{
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));
  const StpReaction *last = stp_check_in_find_last (stp_workspace_get_timeline (workspace),
                                                    session);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (!last || !add_advice (lines, last))
    {
      add_line (lines,
                _ ("Mild redness, warmth and itching are expected. They fade within one to three "
                   "days."),
                "method NUAN RAM CHU21 HYPE");
      add_line (lines, _ ("If it gets worse instead of better, oozes or spreads, ask a doctor."),
                "NHS-CELL");
    }
  stp_line_group_show (group, lines);
}
