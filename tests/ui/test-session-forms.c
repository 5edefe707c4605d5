// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-kit.h"
#include "session/stp-consultation-dialog.h"
#include "shared/stp-device-dialog.h"
#include "shared/stp-log-use-dialog.h"
#include "stp-session-fixture.h"

static AdwDialog *
present (StpSessionFixture *fixture, AdwDialog *dialog)
{
  stp_session_fixture_show (fixture, adw_bin_new ());
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  stp_session_fixture_await (GTK_WIDGET (dialog));

  return dialog;
}

static void
click (AdwDialog *dialog, const char *label)
{
  GtkWidget *button = stp_session_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  stp_session_fixture_settle ();
}

static GtkWidget *
find_row (AdwDialog *dialog, GType type, const char *title)
{
  GtkWidget *row = stp_session_fixture_find (GTK_WIDGET (dialog), type, title);

  g_assert_nonnull (row);
  return row;
}

static void
test_consultation_saves (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog = present (fixture, stp_consultation_dialog_new (fixture->workspace));
  const guint today = stp_clock_get_today (fixture->clock);
  const StpConsultation *saved;

  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, ADW_TYPE_ENTRY_ROW, "_By Whom")),
                         " Dr. Example ");
  adw_spin_row_set_value (ADW_SPIN_ROW (find_row (dialog, ADW_TYPE_SPIN_ROW, "_Day")), today - 5);
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (find_row (dialog, ADW_TYPE_COMBO_ROW, "_Longest Needle")), 3);
  adw_expander_row_set_expanded (
    ADW_EXPANDER_ROW (find_row (dialog, ADW_TYPE_EXPANDER_ROW, "_What to Avoid")), TRUE);
  stp_session_fixture_settle ();
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (dialog, ADW_TYPE_SWITCH_ROW, "Vitamin C")),
                             TRUE);
  click (dialog, "_Save");

  saved = stp_diary_get_profile (fixture->diary)->consultation;
  g_assert_nonnull (saved);
  g_assert_cmpstr (saved->by, ==, "Dr. Example");
  g_assert_cmpuint (saved->on, ==, today - 5);
  g_assert_cmpint (saved->max_um, ==, 300);
  g_assert_true (saved->avoid ==
                 (STP_CLASS_BIT (STP_CLASS_VITC_LAA) | STP_CLASS_BIT (STP_CLASS_VITC_DERIV)));
  g_assert_null (saved->notes);
}

/* What another version avoids beyond this form is not lost by looking at it. */
static void
test_consultation_keeps_the_rest (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  const guint64 avoid = STP_CLASS_BIT (STP_CLASS_SELF_TAN) | STP_CLASS_BIT (STP_CLASS_VITC_LAA);
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (fixture->diary));
  AdwDialog *dialog;

  profile->consultation = stp_consultation_new ();
  profile->consultation->avoid = avoid;
  stp_session_fixture_put (fixture, profile);

  dialog = present (fixture, stp_consultation_dialog_new (fixture->workspace));
  click (dialog, "_Save");
  g_assert_true (stp_diary_get_profile (fixture->diary)->consultation->avoid == avoid);
}

static void
test_device_is_one_edit (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog = present (fixture, stp_device_dialog_new (fixture->workspace, NULL));
  g_autoptr (GError) error = NULL;
  StpDevice *device;
  StpHead *head;

  click (dialog, "_Save");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_DEVICE), ==, 1);
  device = stp_diary_peek_record (fixture->diary, STP_RECORD_DEVICE, 0);
  g_assert_cmpstr (device->name, ==, "Roller");
  head = stp_kit_find_head (fixture->diary, stp_record_get_id (device));
  g_assert_nonnull (head);
  g_assert_cmpint (head->needle_um, ==, 250);
  g_assert_cmpuint (head->since, ==, stp_clock_get_today (fixture->clock));

  g_assert_true (stp_diary_undo (fixture->diary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_DEVICE), ==, 0);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_HEAD), ==, 0);
}

static void
test_light_has_no_needles (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog = present (fixture, stp_device_dialog_new (fixture->workspace, NULL));

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, ADW_TYPE_COMBO_ROW, "_Kind")), 3);
  stp_session_fixture_settle ();
  g_assert_null (
    stp_session_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Needle _Length"));
  click (dialog, "_Save");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_DEVICE), ==, 1);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_HEAD), ==, 0);
}

static void
test_device_is_corrected_not_doubled (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;
  StpDevice *device;

  stp_session_fixture_add_device (fixture);
  device = stp_diary_peek_record (fixture->diary, STP_RECORD_DEVICE, 0);
  dialog = present (fixture, stp_device_dialog_new (fixture->workspace, device));
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (find_row (dialog, ADW_TYPE_COMBO_ROW, "Needle _Length")), 0);
  click (dialog, "_Save");

  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_DEVICE), ==, 1);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_HEAD), ==, 1);
  device = stp_diary_peek_record (fixture->diary, STP_RECORD_DEVICE, 0);
  g_assert_cmpstr (device->name, ==, "My Roller");
  g_assert_cmpint (stp_kit_find_head (fixture->diary, stp_record_get_id (device))->needle_um, ==,
                   200);
}

/* Nothing was searched for, so that nothing was not found either. */
static void
test_log_use_of_nothing (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *dialog = GTK_WIDGET (
    present (fixture, stp_log_use_dialog_new (fixture->workspace, NULL)));

  g_assert_nonnull (stp_session_fixture_find (dialog, GTK_TYPE_LABEL, "Your Shelf Is Empty"));
  g_assert_null (stp_session_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static void
test_dialogs_are_finalized (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog = present (fixture, stp_device_dialog_new (fixture->workspace, NULL));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  click (dialog, "_Save");
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  stp_session_fixture_settle ();
  g_assert_null (dialog);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/session-forms/consultation-saves", test_consultation_saves);
  g_test_add_func ("/session-forms/consultation-keeps-the-rest", test_consultation_keeps_the_rest);
  g_test_add_func ("/session-forms/device-is-one-edit", test_device_is_one_edit);
  g_test_add_func ("/session-forms/light-has-no-needles", test_light_has_no_needles);
  g_test_add_func ("/session-forms/device-is-corrected", test_device_is_corrected_not_doubled);
  g_test_add_func ("/session-forms/log-use-of-nothing", test_log_use_of_nothing);
  g_test_add_func ("/session-forms/finalized", test_dialogs_are_finalized);

  return g_test_run ();
}
