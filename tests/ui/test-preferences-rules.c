// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "app/stp-method-dialog.h"
#include "app/stp-rule-page.h"
#include "app/stp-rules-page.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

typedef struct
{
  StpDiary *diary;
  StpWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->diary);
}

static void
list_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_rows (child, rows);
}

/* The rows that can be seen. */
static GPtrArray *
get_rows (gpointer page)
{
  GPtrArray *rows = g_ptr_array_new ();

  list_rows (page, rows);
  return rows;
}

static AdwActionRow *
find_row (GPtrArray *rows, const char *title)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];
  return NULL;
}

static const char *
get_subtitle (gpointer page, const char *title)
{
  g_autoptr (GPtrArray) rows = get_rows (page);
  AdwActionRow *row = find_row (rows, title);

  return row ? adw_action_row_get_subtitle (row) : NULL;
}

static void
test_every_rule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpRulesPage) page = g_object_ref_sink (stp_rules_page_new (fixture->workspace));
  g_autoptr (GPtrArray) rows = get_rows (page);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  g_assert_cmpuint (rows->len, ==, n_rules);
  for (guint i = 0; i < n_rules; i++)
    g_assert_nonnull (find_row (rows, stp_rule_get_sentence (&rules[i])));
  g_assert_cmpstr (get_subtitle (page, "No peel in the week before a session."), ==,
                   "7 days · grade C · The method, Empire Beauty");
  g_assert_cmpstr (get_subtitle (page, "Better no mild acid before a session."), ==,
                   "3 days · grade D · Inferred: no source says exactly this");
}

static void
search (StpRulesPage *page, const char *text)
{
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (page), STP_TYPE_RULES_PAGE, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* At once instead of when nothing was typed for a while. */
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpRulesPage) page = g_object_ref_sink (stp_rules_page_new (fixture->workspace));
  GtkWidget *widget = GTK_WIDGET (page);
  GtkStack *states = GTK_STACK (
    gtk_widget_get_template_child (widget, STP_TYPE_RULES_PAGE, "states"));

  search (page, "RETINÓL before");
  g_assert_nonnull (get_subtitle (page, "No retinol before a session."));
  g_assert_null (get_subtitle (page, "No scrub before a session."));

  search (page, "empire");
  g_assert_nonnull (get_subtitle (page, "No peel in the week before a session."));

  search (page, "no such thing");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (states), ==, "nothing");

  search (page, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (states), ==, "rules");
  g_assert_nonnull (get_subtitle (page, "No scrub before a session."));
}

static AdwSpinRow *
get_hours (StpRulePage *page)
{
  return ADW_SPIN_ROW (
    gtk_widget_get_template_child (GTK_WIDGET (page), STP_TYPE_RULE_PAGE, "hours"));
}

static StpRuleChoice *
get_choice (Fixture *fixture, const char *rule)
{
  return stp_profile_get_rule (stp_diary_get_profile (fixture->diary), rule);
}

/* E6: the row itself knows no less, and what is less again is taken back. */
static void
test_longer_only (Fixture *fixture, gconstpointer data)
{
  const StpRule *rule = stp_rule_find ("prep.retinoid.otc");
  g_autoptr (StpRulePage) page = g_object_ref_sink (stp_rule_page_new (fixture->workspace, rule));
  AdwSpinRow *hours = get_hours (page);

  g_assert_null (get_choice (fixture, "prep.retinoid.otc"));
  g_assert_cmpfloat (adw_spin_row_get_value (hours), ==, 48);

  adw_spin_row_set_value (hours, 96);
  g_assert_cmpint (get_choice (fixture, "prep.retinoid.otc")->hours, ==, 96);
  g_assert_cmpstr (get_subtitle (page, "Time to Wait"), ==, "4 days");

  adw_spin_row_set_value (hours, 1);
  g_assert_cmpfloat (adw_spin_row_get_value (hours), ==, 48);
  g_assert_null (get_choice (fixture, "prep.retinoid.otc"));
  g_assert_cmpstr (get_subtitle (page, "Time to Wait"), ==, "48 hours");
}

/* The list says what was chosen on the page of a rule. */
static void
test_list_follows (Fixture *fixture, gconstpointer data)
{
  const StpRule *rule = stp_rule_find ("prep.peel.home");
  g_autoptr (StpRulesPage) list = g_object_ref_sink (stp_rules_page_new (fixture->workspace));
  g_autoptr (StpRulePage) page = g_object_ref_sink (stp_rule_page_new (fixture->workspace, rule));

  adw_spin_row_set_value (get_hours (page), 240);
  g_assert_cmpstr (get_subtitle (list, "No peel in the week before a session."), ==,
                   "10 days · grade C · The method, Empire Beauty");
}

static void
test_by_depth (Fixture *fixture, gconstpointer data)
{
  const StpRule *rule = stp_rule_find ("after.minoxidil");
  g_autoptr (StpRulePage) page = g_object_ref_sink (stp_rule_page_new (fixture->workspace, rule));

  g_assert_cmpstr (get_subtitle (page, "Up to 0.3 mm"), ==, "24 hours");
  g_assert_cmpstr (get_subtitle (page, "Longer Needles"), ==,
                   "until the clinic says so, else 28 days");
  g_assert_cmpstr (get_subtitle (page, "Evidence Grade D"), ==,
                   "Evidence: none found directly; it is common practice or careful reasoning.");
}

static void
test_no_time (Fixture *fixture, gconstpointer data)
{
  const StpRule *rule = stp_rule_find ("head.shared");
  g_autoptr (StpRulePage) page = g_object_ref_sink (stp_rule_page_new (fixture->workspace, rule));
  g_autoptr (GPtrArray) rows = get_rows (page);

  g_assert_null (find_row (rows, "Time to Wait"));
  g_assert_false (g_ptr_array_find (rows, get_hours (page), NULL));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  const StpRule *rule = stp_rule_find ("prep.retinoid.otc");
  g_autoptr (StpRulePage) page = NULL;

  stp_diary_set_read_only (fixture->diary, TRUE);
  page = g_object_ref_sink (stp_rule_page_new (fixture->workspace, rule));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_hours (page))));
}

/* The method's page tells all of the method's rules that have a place in it. */
static void
test_method (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (stp_method_dialog_new (fixture->workspace));
  static const char *const told[] = { "prep.retinoid.otc", "prep.retinoid.rx",
                                      "prep.peel.home",    "prep.acid.aggressive",
                                      "after.peel",        "gate.consultation" };
  g_autoptr (GPtrArray) rows = get_rows (adw_dialog_get_child (dialog));

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (find_row (rows, stp_rule_get_sentence (stp_rule_find (told[i]))));
  g_assert_null (find_row (rows, stp_rule_get_sentence (stp_rule_find ("prep.scrub"))));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/preferences-rules/every-rule", test_every_rule);
  add_test ("/preferences-rules/search", test_search);
  add_test ("/preferences-rules/longer-only", test_longer_only);
  add_test ("/preferences-rules/list-follows", test_list_follows);
  add_test ("/preferences-rules/by-depth", test_by_depth);
  add_test ("/preferences-rules/no-time", test_no_time);
  add_test ("/preferences-rules/read-only", test_read_only);
  add_test ("/preferences-rules/method", test_method);

  return g_test_run ();
}
