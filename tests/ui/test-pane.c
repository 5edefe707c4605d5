// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "shared/stp-pane.h"

/* The smallest pane: the base is abstract. */
#define TEST_TYPE_PANE (test_pane_get_type ())
G_DECLARE_FINAL_TYPE (TestPane, test_pane, TEST, PANE, StpPane)

struct _TestPane
{
  StpPane parent_instance;

  char *opened;
};

G_DEFINE_FINAL_TYPE (TestPane, test_pane, STP_TYPE_PANE)

static void
test_pane_open (StpPane *pane, const char *id)
{
  g_set_str (&TEST_PANE (pane)->opened, id);
}

static void
test_pane_finalize (GObject *object)
{
  g_clear_pointer (&TEST_PANE (object)->opened, g_free);
  G_OBJECT_CLASS (test_pane_parent_class)->finalize (object);
}

static void
test_pane_class_init (TestPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_pane_finalize;
  STP_PANE_CLASS (klass)->open = test_pane_open;
}

static void
test_pane_init (TestPane *self)
{
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_properties (void)
{
  StpPane *pane = g_object_ref_sink (g_object_new (TEST_TYPE_PANE, NULL));
  guint n_titles = 0;
  guint n_icons = 0;
  guint n_needs = 0;

  g_signal_connect_swapped (pane, "notify::title", G_CALLBACK (count_cb), &n_titles);
  g_signal_connect_swapped (pane, "notify::icon-name", G_CALLBACK (count_cb), &n_icons);
  g_signal_connect_swapped (pane, "notify::needs-attention", G_CALLBACK (count_cb), &n_needs);

  stp_pane_set_title (pane, "Shelf");
  stp_pane_set_title (pane, "Shelf");
  g_assert_cmpstr (stp_pane_get_title (pane), ==, "Shelf");
  g_assert_cmpuint (n_titles, ==, 1);

  stp_pane_set_icon_name (pane, "stp-shelf-symbolic");
  stp_pane_set_icon_name (pane, "stp-shelf-symbolic");
  g_assert_cmpstr (stp_pane_get_icon_name (pane), ==, "stp-shelf-symbolic");
  g_assert_cmpuint (n_icons, ==, 1);

  stp_pane_set_needs_attention (pane, TRUE);
  stp_pane_set_needs_attention (pane, TRUE);
  g_assert_true (stp_pane_get_needs_attention (pane));
  g_assert_cmpuint (n_needs, ==, 1);

  g_assert_finalize_object (pane);
}

static void
test_open (void)
{
  TestPane *pane = g_object_ref_sink (g_object_new (TEST_TYPE_PANE, NULL));

  stp_pane_open (STP_PANE (pane), "some-id");
  g_assert_cmpstr (pane->opened, ==, "some-id");

  stp_pane_open (STP_PANE (pane), NULL);
  g_assert_null (pane->opened);

  g_assert_finalize_object (pane);
}

static void
take_title_cb (char **title, AdwToast *toast)
{
  g_set_str (title, adw_toast_get_title (toast));
}

static void
test_workspace_speaks (void)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (0);
  g_autoptr (StpDiary) diary = stp_diary_new (clock);
  StpWorkspace *workspace = stp_workspace_new (clock, NULL, diary, NULL, NULL);
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "No");
  g_autoptr (GError) failed = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It failed.");
  g_autofree char *title = NULL;

  g_signal_connect_swapped (workspace, "toast", G_CALLBACK (take_title_cb), &title);

  stp_workspace_report (workspace, NULL);
  stp_workspace_report (workspace, cancelled);
  g_assert_null (title);

  stp_workspace_report (workspace, failed);
  g_assert_cmpstr (title, ==, "It failed.");

  stp_workspace_toast_undo (workspace, "A & B deleted");
  g_assert_cmpstr (title, ==, "A & B deleted");

  g_assert_finalize_object (workspace);
}

static void
test_selected_day (void)
{
  StpWorkspace *workspace = stp_workspace_new (NULL, NULL, NULL, NULL, NULL);
  guint n_notified = 0;

  g_signal_connect_swapped (workspace, "notify::selected-day", G_CALLBACK (count_cb), &n_notified);
  g_assert_cmpuint (stp_workspace_get_selected_day (workspace), ==, STP_DAY_UNSET);

  stp_workspace_set_selected_day (workspace, 739942);
  stp_workspace_set_selected_day (workspace, 739942);
  g_assert_cmpuint (stp_workspace_get_selected_day (workspace), ==, 739942);
  g_assert_cmpuint (n_notified, ==, 1);

  g_assert_finalize_object (workspace);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/pane/properties", test_properties);
  g_test_add_func ("/pane/open", test_open);
  g_test_add_func ("/workspace/speaks", test_workspace_speaks);
  g_test_add_func ("/workspace/selected-day", test_selected_day);

  return g_test_run ();
}
