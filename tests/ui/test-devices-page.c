// SPDX-License-Identifier: GPL-3.0-or-later

/* Devices and heads as the library shows and edits them. */

#include "config.h"

#include "library/stp-devices-page.h"
#include "library/stp-head-row.h"
#include "rules/stp-planner.h"
#include "stp-session-fixture.h"

static GtkWidget *
show_page (StpSessionFixture *fixture)
{
  StpDevicesPage *page = g_object_new (STP_TYPE_DEVICES_PAGE, NULL);

  stp_devices_page_set_workspace (page, fixture->workspace);
  stp_session_fixture_show (fixture, GTK_WIDGET (page));
  return GTK_WIDGET (page);
}

static GtkWidget *
open_row (GtkWidget *page)
{
  GtkWidget *row = stp_session_fixture_find (page, STP_TYPE_HEAD_ROW, "0.25 mm");

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  stp_session_fixture_await (stp_session_fixture_find (row, ADW_TYPE_BUTTON_ROW, NULL));
  return row;
}

static StpHead *
get_head (StpSessionFixture *fixture, guint index)
{
  return stp_diary_peek_record (fixture->diary, STP_RECORD_HEAD, index);
}

static const char *
get_text (GtkWidget *row)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row));
}

/* A head that was dropped says so at once, the row stays, and one undo takes it back. */
static void
test_dropped (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page, *row, *dropped;

  stp_session_fixture_add_device (fixture);
  page = show_page (fixture);
  row = open_row (page);
  g_assert_cmpstr (get_text (row), ==, "10 uses left.");

  dropped = stp_session_fixture_find (row, ADW_TYPE_SWITCH_ROW, "D_ropped");
  adw_switch_row_set_active (ADW_SWITCH_ROW (dropped), TRUE);
  g_assert_true (get_head (fixture, 0)->dropped);
  g_assert_cmpstr (get_text (row), ==, "This head was dropped. Take a new one.");
  g_assert_true (open_row (page) == row);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_false (get_head (fixture, 0)->dropped);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (dropped)));
}

/* The old head stays in the diary, and undo takes both steps back. */
static void
test_replace (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page;

  stp_session_fixture_add_device (fixture);
  page = show_page (fixture);
  g_signal_emit_by_name (
    stp_session_fixture_find (open_row (page), ADW_TYPE_BUTTON_ROW, "Replace by a _New Head"),
    "activated");
  stp_session_fixture_settle ();
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_HEAD), ==, 2);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_HEAD), ==, 1);
  g_assert_cmpuint (get_head (fixture, 0)->retired, ==, STP_DAY_UNSET);
}

/* What a session refers to offers no way to delete it, and says why. */
static void
test_named (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);
  GtkWidget *row;

  stp_session_fixture_add_device (fixture);
  session->state = STP_SESSION_DONE;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start = stp_instant_local (fixture->now - 30 * STP_DAY_LENGTH,
                                      stp_clock_get_zone (fixture->clock));
  session->device = g_strdup (get_head (fixture, 0)->device);
  session->head = g_strdup (stp_record_get_id (get_head (fixture, 0)));
  g_assert_true (stp_planner_record (fixture->timeline, session, NULL));
  row = open_row (show_page (fixture));

  g_assert_cmpstr (get_text (row), ==, "9 uses left.");
  g_assert_null (stp_session_fixture_find (row, ADW_TYPE_BUTTON_ROW, "_Delete"));
  g_assert_nonnull (stp_session_fixture_find (
    row, ADW_TYPE_ACTION_ROW,
    "Your diary refers to this head, so it can be replaced but not deleted."));
}

/* Midnight, or what another computer wrote down, takes nothing away from whoever types. */
static void
test_typing_outlives_edits (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpHead) draft = NULL;
  GtkWidget *lot;

  stp_session_fixture_add_device (fixture);
  lot = stp_session_fixture_find (open_row (show_page (fixture)), ADW_TYPE_ENTRY_ROW, "_Lot");
  gtk_editable_set_text (GTK_EDITABLE (lot), "A 17");
  stp_clock_set_fixed (fixture->clock, fixture->now + STP_DAY_LENGTH);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lot)), ==, "A 17");

  draft = stp_record_copy (get_head (fixture, 0));
  draft->lot = g_strdup ("B 18");
  g_assert_true (stp_diary_put (fixture->diary, draft, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (lot)), ==, "B 18");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/devices-page/dropped", test_dropped);
  g_test_add_func ("/devices-page/replace", test_replace);
  g_test_add_func ("/devices-page/named", test_named);
  g_test_add_func ("/devices-page/typing-outlives-edits", test_typing_outlives_edits);

  return g_test_run ();
}
