// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-expected-group.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "protocol/stp-signs.h"
#include "rules/stp-sources.h"
#include "shared/stp-sources-button.h"

/* How long a check-in says what to do: until the next one could. */
#define SAYS_FOR (3 * STP_DAY_LENGTH)

struct _StpExpectedGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (StpExpectedGroup, stp_expected_group, ADW_TYPE_PREFERENCES_GROUP)

static void
stp_expected_group_finalize (GObject *object)
{
  g_clear_pointer (&STP_EXPECTED_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_expected_group_parent_class)->finalize (object);
}

static void
stp_expected_group_class_init (StpExpectedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_expected_group_finalize;
}

static void
stp_expected_group_init (StpExpectedGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_text (StpExpectedGroup *self, const char *text, const char *sources)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *from = stp_sources_explain_keys (sources);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), stp_sources_button_new (from));
  gtk_widget_add_css_class (row, "stp-text-row");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static StpReaction *
find_last (StpDiary *diary, const char *session, gint64 from)
{
  StpReaction *last = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      if (!reaction->skipped && !reaction->resolved && reaction->at.us >= from &&
          g_strcmp0 (reaction->session, session) == 0 && (!last || reaction->at.us > last->at.us))
        last = reaction;
    }
  return last;
}

/* What to do about alarm signs stands above, with what lifts them; nothing of it is expected. */
static gboolean
add_advice (StpExpectedGroup *self, const StpReaction *reaction)
{
  g_autoptr (GArray) advice = stp_signs_list_advice (reaction);
  gboolean expected = FALSE;

  for (guint i = 0; i < advice->len; i++)
    {
      const StpAdvice *it = &g_array_index (advice, StpAdvice, i);

      expected |= !it->red;
      if (!it->red)
        add_text (self, it->text, it->sources);
    }
  if (advice->len > 0 && !expected)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), "");
  return advice->len > 0;
}

/**
 * stp_expected_group_show:
 *
 * Shows what the last check-in after the session of the page calls for.
 */
void
stp_expected_group_show (StpExpectedGroup *self, StpWorkspace *workspace)
{
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (workspace));
  const StpReaction *last = find_last (stp_workspace_get_diary (workspace),
                                       session ? stp_record_get_id (session) : NULL,
                                       now - SAYS_FOR);

  g_return_if_fail (STP_IS_EXPECTED_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What Your Skin May Do Now"));
  if (last && add_advice (self, last))
    return;
  add_text (self,
            _ ("Mild redness, warmth and itching are expected. They fade within one to three "
               "days."),
            "method NUAN RAM CHU21 HYPE");
  add_text (self, _ ("If it gets worse instead of better, oozes or spreads, ask a doctor."),
            "NHS-CELL");
}
