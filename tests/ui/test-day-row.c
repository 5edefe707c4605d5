// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-day-row.h"
#include "stp-session-fixture.h"

static guint
day (GDateDay d, GDateMonth m, GDateYear y)
{
  g_autoptr (GDate) date = g_date_new_dmy (d, m, y);

  return g_date_get_julian (date);
}

static void
assert_typed (AdwSpinRow *row, const char *text, guint expected)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_spin_row_update (row);
  g_assert_cmpuint (stp_day_row_get (row), ==, expected);
}

static void
test_typing (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwSpinRow *row = ADW_SPIN_ROW (adw_spin_row_new (NULL, 1, 0));
  const guint last = day (12, 3, 2027);

  stp_day_row_setup (row, last - 100, last);
  stp_session_fixture_show (fixture, GTK_WIDGET (row));
  g_assert_cmpuint (stp_day_row_get (row), ==, last);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "12 March 2027");

  assert_typed (row, "12 March 2027", last);
  assert_typed (row, "2027-03-02", day (2, 3, 2027));
  assert_typed (row, "28 February 2027", day (28, 2, 2027));
  assert_typed (row, "nonsense", day (28, 2, 2027));
  assert_typed (row, "2028-01-01", last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/day-row/typing", test_typing);

  return g_test_run ();
}
