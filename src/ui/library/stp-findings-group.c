// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-findings-group.h"

#include <glib/gi18n.h>

#include "library/stp-reading-text.h"
#include "rules/stp-rule.h"
#include "rules/stp-words.h"
#include "shared/stp-names.h"

struct _StpFindingsGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace;           /* (owned) (nullable) */
  StpClassification *classification; /* (owned) (nullable) */
  GPtrArray *rows;                   /* (element-type GtkWidget) (unowned): they are children */
  char *shown;                       /* (nullable): what the rows say */
};

G_DEFINE_FINAL_TYPE (StpFindingsGroup, stp_findings_group, ADW_TYPE_PREFERENCES_GROUP)

static gint64
get_window (StpFindingsGroup *self, const StpRule *rule)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  StpProfile *profile = stp_diary_get_profile (stp_workspace_get_diary (self->workspace));
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, stp_clock_get_today (clock));

  /* Before a session the length of the needles does not matter. */
  return stp_rule_get_window (rule, STP_BAND_R5, profile, g_date_get_year (&today));
}

static void
append_rule (StpFindingsGroup *self, GString *text, const StpRule *rule)
{
  const gint64 window = get_window (self, rule);
  g_autofree char *span = window > 0 ? stp_words_duration (window) : NULL;

  g_string_append_c (text, '\n');
  if (span)
    /* Translators: how long a rule holds ("48 hours"), what it asks, and why */
    g_string_append_printf (text, _ ("%s: %s %s"), span, stp_rule_get_sentence (rule),
                            stp_rule_get_why (rule));
  else
    g_string_append (text, stp_rule_get_sentence (rule));
}

/* Core's own sentences about the class; a widget knows no rule. */
static void
append_rules (StpFindingsGroup *self, GString *text, StpIngredientClass ingredient_class)
{
  guint n_rules;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].phase == STP_RULE_BEFORE &&
        (rules[i].match.classes & STP_CLASS_BIT (ingredient_class)))
      append_rule (self, text, &rules[i]);
}

static char *
describe (StpFindingsGroup *self, const StpFinding *finding)
{
  GString *text = g_string_new (NULL);

  if (finding->token && *finding->token)
    /* Translators: an ingredient as the pack names it, and why it counts or not */
    g_string_append_printf (text, _ ("%s: %s"), finding->token, finding->why);
  else
    g_string_append (text, finding->why);

  if (finding->as == STP_FINDING_ACTIVE)
    append_rules (self, text, finding->ingredient_class);

  return g_string_free (text, FALSE);
}

static const char *
get_icon (const StpFinding *finding)
{
  return finding->as == STP_FINDING_ACTIVE ? "stp-active-symbolic" : "stp-trace-symbolic";
}

static GtkWidget *
make_row (StpFindingsGroup *self, const StpFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon;
  g_autofree char *description = describe (self, finding);
  g_autofree char *title = NULL;

  if (finding->as == STP_FINDING_TRACE)
    /* Translators: a class of ingredients of which there is too little to count */
    title = g_strdup_printf (_ ("%s (trace)"), stp_names_get_class (finding->ingredient_class));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 title ? title : stp_names_get_class (finding->ingredient_class));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  /* The words of the row say the same. */
  icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", get_icon (finding), "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
clear_rows (StpFindingsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rows (StpFindingsGroup *self, StpFindingAs as, guint64 among)
{
  for (guint i = 0; i < stp_classification_get_n_findings (self->classification); i++)
    {
      const StpFinding *finding = stp_classification_get_finding (self->classification, i);
      GtkWidget *row;

      if (finding->as != as || !(among & STP_CLASS_BIT (finding->ingredient_class)))
        continue;

      row = make_row (self, finding);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

/* Rows are made anew only where they say something else: whoever is in one of them stays there. */
static char *
list_shown (StpFindingsGroup *self)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < stp_classification_get_n_findings (self->classification); i++)
    {
      const StpFinding *finding = stp_classification_get_finding (self->classification, i);
      g_autofree char *text = describe (self, finding);

      g_string_append_printf (shown, "%d %d %s\n", (int) finding->ingredient_class,
                              (int) finding->as, text);
    }
  return g_string_free_and_steal (shown);
}

static void
stp_findings_group_finalize (GObject *object)
{
  StpFindingsGroup *self = STP_FINDINGS_GROUP (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->classification, stp_classification_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (stp_findings_group_parent_class)->finalize (object);
}

static void
stp_findings_group_class_init (StpFindingsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_findings_group_finalize;
}

static void
stp_findings_group_init (StpFindingsGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * stp_findings_group_show:
 * @workspace: whose profile makes rules longer
 * @classification: (nullable): what to show; what counts comes first, what no rule
 *   is about last
 */
void
stp_findings_group_show (StpFindingsGroup *self,
                         StpWorkspace *workspace,
                         StpClassification *classification)
{
  const guint64 pausing = stp_reading_get_pausing_classes ();
  g_autofree char *shown = NULL;

  g_return_if_fail (STP_IS_FINDINGS_GROUP (self));
  g_return_if_fail (STP_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->classification, stp_classification_unref);
  self->classification = classification ? stp_classification_ref (classification) : NULL;
  shown = classification ? list_shown (self) : NULL;
  if (!g_set_str (&self->shown, shown))
    return;

  clear_rows (self);
  if (!classification)
    return;
  add_rows (self, STP_FINDING_ACTIVE, pausing);
  add_rows (self, STP_FINDING_TRACE, pausing);
  add_rows (self, STP_FINDING_ACTIVE, ~pausing);
}
