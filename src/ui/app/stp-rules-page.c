// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-rules-page.h"

#include <glib/gi18n.h>

#include "app/stp-rule-page.h"
#include "rules/stp-rule-length.h"
#include "rules/stp-sources.h"
#include "shared/stp-search.h"
#include "shared/stp-when.h"

/* A rule with its row, and what the search looks into. */
typedef struct
{
  const StpRule *rule;
  AdwActionRow *row;
  char *folded; /* (owned) */
} Entry;

typedef struct
{
  StpRulePhase phase;
  const char *title;
} Section;

static const Section sections[] = {
  { STP_RULE_BEFORE, NC_ ("rules", "Before a Session") },
  { STP_RULE_AFTER, NC_ ("rules", "After a Session") },
  { STP_RULE_INTERVAL, NC_ ("rules", "Between Two Sessions") },
  { STP_RULE_GATE, NC_ ("rules", "Asked Before a Session") },
  { STP_RULE_DEVICE, NC_ ("rules", "The Device") },
  { STP_RULE_LAMP, NC_ ("rules", "Light") },
  { STP_RULE_ANSWER, NC_ ("rules", "About You") },
  { STP_RULE_REACTION, NC_ ("rules", "How the Skin Took It") },
  { STP_RULE_CARE, NC_ ("rules", "Good to Know") },
};

struct _StpRulesPage
{
  AdwNavigationPage parent_instance;

  StpWorkspace *workspace; /* (owned) */
  GArray *entries;         /* of Entry */
  AdwPreferencesGroup *groups[G_N_ELEMENTS (sections)];

  AdwPreferencesPage *page;
  GtkSearchEntry *search;
  GtkStack *states;
};

G_DEFINE_FINAL_TYPE (StpRulesPage, stp_rules_page, ADW_TYPE_NAVIGATION_PAGE)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->folded);
}

static int
get_year (StpRulesPage *self)
{
  return stp_when_get_year (stp_workspace_get_clock (self->workspace));
}

static char *
dup_subtitle (const StpRule *rule, StpProfile *profile, int year)
{
  g_autofree char *length = stp_rule_dup_length_text (rule, profile, year);
  g_autofree char *names = stp_sources_list_names (rule);
  const char *grade = stp_rule_get_grade (rule);

  if (!length)
    /* Translators: a grade of evidence from "A" to "D", and sources */
    return g_strdup_printf (_ ("Grade %1$s · %2$s"), grade, names);
  /* Translators: how long a rule holds ("48 hours"), a grade of evidence from "A" to "D", and
   * sources */
  return g_strdup_printf (_ ("%1$s · grade %2$s · %3$s"), length, grade, names);
}

static void
open_rule_cb (StpRulesPage *self, AdwActionRow *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  for (guint i = 0; dialog && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->row == row)
        adw_preferences_dialog_push_subpage (
          ADW_PREFERENCES_DIALOG (dialog),
          ADW_NAVIGATION_PAGE (stp_rule_page_new (self->workspace, entry->rule)));
    }
}

static char *
dup_folded (const StpRule *rule)
{
  g_autofree char *names = stp_sources_list_names (rule);
  g_autofree char *text = g_strjoin ("\n", stp_rule_get_label (rule), stp_rule_get_sentence (rule),
                                     stp_rule_get_why (rule), stp_rule_get_id (rule), names, NULL);

  return stp_search_fold (text);
}

static void
add_rule (StpRulesPage *self, AdwPreferencesGroup *group, const StpRule *rule)
{
  StpProfile *profile = stp_diary_get_profile (stp_workspace_get_diary (self->workspace));
  g_autofree char *subtitle = dup_subtitle (rule, profile, get_year (self));
  GtkWidget *row = adw_action_row_new ();
  Entry entry = { .rule = rule, .row = ADW_ACTION_ROW (row), .folded = dup_folded (rule) };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stp_rule_get_sentence (rule));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (open_rule_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_array_append_val (self->entries, entry);
}

static void
add_rules (StpRulesPage *self)
{
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      self->groups[i] = ADW_PREFERENCES_GROUP (group);
      adw_preferences_group_set_title (self->groups[i],
                                       g_dpgettext2 (NULL, "rules", sections[i].title));
      adw_preferences_page_add (self->page, self->groups[i]);
      for (guint j = 0; j < n_rules; j++)
        if (rules[j].phase == sections[i].phase)
          add_rule (self, self->groups[i], &rules[j]);
    }
}

/* A choice or another preset moves what a row says. */
static void
show_profile (StpRulesPage *self)
{
  StpProfile *profile = stp_diary_get_profile (stp_workspace_get_diary (self->workspace));
  const int year = get_year (self);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autofree char *subtitle = dup_subtitle (entry->rule, profile, year);

      adw_action_row_set_subtitle (entry->row, subtitle);
    }
}

static gboolean
section_has (const StpRulesPage *self, const Section *section)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->rule->phase == section->phase && gtk_widget_get_visible (GTK_WIDGET (entry->row)))
        return TRUE;
    }
  return FALSE;
}

static void
search_changed_cb (StpRulesPage *self)
{
  g_auto (GStrv) needles = stp_search_split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean found = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      gtk_widget_set_visible (GTK_WIDGET (entry->row),
                              stp_search_matches (entry->folded, (const char *const *) needles));
    }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gboolean has = section_has (self, &sections[i]);

      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), has);
      found = found || has;
    }
  gtk_stack_set_visible_child_name (self->states, found ? "rules" : "nothing");
}

static void
stp_rules_page_dispose (GObject *object)
{
  StpRulesPage *self = STP_RULES_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->entries, g_array_unref);

  G_OBJECT_CLASS (stp_rules_page_parent_class)->dispose (object);
}

static void
stp_rules_page_class_init (StpRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_rules_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpRulesPage, page);
  gtk_widget_class_bind_template_child (widget_class, StpRulesPage, search);
  gtk_widget_class_bind_template_child (widget_class, StpRulesPage, states);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
stp_rules_page_init (StpRulesPage *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_rules_page_new:
 * @workspace: whose diary's profile the rules are for
 *
 * Returns: (transfer floating): a new page
 */
StpRulesPage *
stp_rules_page_new (StpWorkspace *workspace)
{
  StpRulesPage *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STP_TYPE_RULES_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  add_rules (self);
  g_signal_connect_object (stp_workspace_get_diary (workspace), "changed",
                           G_CALLBACK (show_profile), self, G_CONNECT_SWAPPED);

  return self;
}
