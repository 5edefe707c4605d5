// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "app/stp-preferences.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

typedef struct
{
  StpDiary *diary;
  StpWorkspace *workspace;
  StpPreferences *preferences;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, NULL, NULL);
  fixture->preferences = g_object_ref_sink (stp_preferences_new (fixture->workspace));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->preferences);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->diary);
}

static gpointer
get_row (Fixture *fixture, const char *name)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (fixture->preferences),
                                                STP_TYPE_PREFERENCES, name);

  g_assert_nonnull (row);
  return row;
}

static gboolean
can_undo (Fixture *fixture)
{
  gboolean can_undo;

  g_object_get (fixture->diary, "can-undo", &can_undo, NULL);
  return can_undo;
}

static void
test_opening_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_false (can_undo (fixture));
  g_assert_cmpuint (adw_combo_row_get_selected (get_row (fixture, "preset")), ==, 1);
}

static void
test_preset (Fixture *fixture, gconstpointer data)
{
  GtkLabel *explanation = get_row (fixture, "explanation");
  g_autofree char *before = g_strdup (gtk_label_get_label (explanation));

  adw_combo_row_set_selected (get_row (fixture, "preset"), 2);
  g_assert_cmpint (stp_diary_get_profile (fixture->diary)->preset, ==, STP_PRESET_STRICT);
  g_assert_cmpstr (gtk_label_get_label (explanation), !=, before);
}

static void
test_skin (Fixture *fixture, gconstpointer data)
{
  adw_switch_row_set_active (get_row (fixture, "sensitive"), TRUE);
  g_assert_true (stp_diary_get_profile (fixture->diary)->sensitive);
  g_assert_false (stp_diary_get_profile (fixture->diary)->slow_healer);
}

static void
test_times (Fixture *fixture, gconstpointer data)
{
  AdwSpinRow *evening = get_row (fixture, "evening");

  adw_spin_row_set_value (evening, 22 * 60 + 15);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (evening)), ==, "22:15");
  g_assert_cmpint (stp_diary_get_profile (fixture->diary)->times->evening, ==, 22 * 60 + 15);

  gtk_editable_set_text (GTK_EDITABLE (evening), "20:45");
  adw_spin_row_update (evening);
  g_assert_cmpint (stp_diary_get_profile (fixture->diary)->times->evening, ==, 20 * 60 + 45);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  AdwSwitchRow *sensitive = get_row (fixture, "sensitive");

  stp_diary_set_read_only (fixture->diary, TRUE);
  adw_switch_row_set_active (sensitive, TRUE);
  g_assert_false (stp_diary_get_profile (fixture->diary)->sensitive);
  g_assert_false (adw_switch_row_get_active (sensitive));
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
  add_test ("/preferences/opening-changes-nothing", test_opening_changes_nothing);
  add_test ("/preferences/preset", test_preset);
  add_test ("/preferences/skin", test_skin);
  add_test ("/preferences/times", test_times);
  add_test ("/preferences/refused", test_refused);

  return g_test_run ();
}
