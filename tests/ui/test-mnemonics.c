// SPDX-License-Identifier: GPL-3.0-or-later

/* No two things of one page share the key that reaches them, in any language: a key that means two
 * things only moves the focus. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/stp-preferences.h"
#include "calendar/stp-plan-dialog.h"
#include "library/stp-product-dialog.h"
#include "session/stp-clearance-dialog.h"
#include "session/stp-consultation-dialog.h"
#include "session/stp-log-session-dialog.h"
#include "session/stp-questionnaire-dialog.h"
#include "session/stp-session-pane.h"
#include "session/stp-steps-page.h"
#include "shared/stp-check-in-dialog.h"
#include "shared/stp-device-dialog.h"
#include "shared/stp-log-use-dialog.h"
#include "stp-session-fixture.h"

/* An entry row says its title twice, for when it is empty and for when it is not. */
static gboolean
is_same_row (GtkWidget *label, GtkWidget *other)
{
  GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW);

  return row && gtk_widget_is_ancestor (other, row);
}

static void
note_label (GtkWidget *label, GHashTable *keys, GString *clashes)
{
  const guint keyval = gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (GTK_LABEL (label)));
  GtkWidget *other = g_hash_table_lookup (keys, GUINT_TO_POINTER (keyval));

  if (keyval == GDK_KEY_VoidSymbol)
    return;
  if (other && !is_same_row (label, other))
    g_string_append_printf (clashes, "\n  %s | %s", gtk_label_get_label (GTK_LABEL (other)),
                            gtk_label_get_label (GTK_LABEL (label)));
  g_hash_table_insert (keys, GUINT_TO_POINTER (keyval), label);
}

static void
note_labels (GtkWidget *root, GHashTable *keys, GString *clashes)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root))
    note_label (root, keys, clashes);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    note_labels (child, keys, clashes);
}

static void
check (const char *name, GtkWidget *root)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) clashes = g_string_new (NULL);

  stp_session_fixture_settle ();
  note_labels (root, keys, clashes);
  if (clashes->len > 0)
    {
      g_test_message ("%s:%s", name, clashes->str);
      g_test_fail ();
    }
}

static GtkWidget *
show_pane (StpSessionFixture *fixture)
{
  GtkWidget *pane = g_object_new (STP_TYPE_SESSION_PANE, "workspace", fixture->workspace, NULL);

  stp_session_fixture_show (fixture, pane);
  return pane;
}

static void
check_plans (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = show_pane (fixture);

  check ("nothing planned", pane);
  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 24);
  check ("prepare", pane);
  stp_session_fixture_advance (fixture, 24 * 60);
  check ("gate", pane);
  stp_session_fixture_advance (fixture, 6 * 60);
  check ("overdue", pane);
}

/* Screen by screen to the end, and what comes after it. */
static void
check_steps (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane;
  GtkWidget *page;

  stp_session_fixture_start (fixture);
  pane = show_pane (fixture);
  while ((page = stp_session_fixture_find (pane, STP_TYPE_STEPS_PAGE, NULL)))
    {
      const StpProcedureStep *step = stp_procedure_get_step (
        fixture->procedure, stp_procedure_get_current (fixture->procedure));

      check (step->title, pane);
      gtk_widget_activate_action (page, "steps.next", NULL);
      stp_session_fixture_settle ();
    }
  check ("aftercare", pane);
}

static void
check_numbing (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane;
  g_autoptr (GError) error = NULL;

  stp_session_fixture_start (fixture);
  for (guint i = 0; i < 4; i++)
    stp_procedure_complete_step (fixture->procedure, NULL, &error);
  g_assert_no_error (error);
  pane = show_pane (fixture);
  check ("numbing cream", pane);
}

static void
check_dialog (StpSessionFixture *fixture, gpointer dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  stp_session_fixture_await (GTK_WIDGET (dialog));
  check (G_OBJECT_TYPE_NAME (dialog), GTK_WIDGET (dialog));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  stp_session_fixture_settle ();
}

static void
check_dialogs (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpWorkspace *workspace = fixture->workspace;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_product (fixture, "Cream", STP_PRODUCT_CREAM, "Aqua");
  stp_session_fixture_show (fixture, gtk_label_new (NULL));
  for (StpLogSessionKind kind = STP_LOG_CLINIC; kind <= STP_LOG_EARLIER; kind++)
    check_dialog (fixture, stp_log_session_dialog_new (workspace, kind));
  check_dialog (fixture, stp_check_in_dialog_new (workspace, fixture->now));
  check_dialog (fixture, stp_clearance_dialog_new (workspace, "level.length"));
  check_dialog (fixture, stp_consultation_dialog_new (workspace));
  check_dialog (fixture, stp_device_dialog_new (workspace, NULL));
  check_dialog (fixture, stp_log_use_dialog_new (workspace, NULL));
  check_dialog (fixture, stp_plan_dialog_new (workspace, NULL));
  check_dialog (fixture, stp_preferences_new (workspace));
  check_dialog (fixture, stp_product_dialog_new (workspace, NULL));
  check_dialog (fixture, stp_questionnaire_dialog_new (workspace));
}

/* The language is read anew whenever the domain is set. */
static void
test_language (gconstpointer language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  textdomain (GETTEXT_PACKAGE);
  if (!g_str_equal (language, "en"))
    g_assert_cmpstr (_ ("_Save"), !=, "_Save");

  check_plans ();
  check_steps ();
  check_numbing ();
  check_dialogs ();
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "en", "de", "es", "fr", "ko", "ar" };
  g_autofree char *catalogues = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "po", NULL);

  g_test_init (&argc, &argv, NULL);
  /* In the C locale nothing is translated. */
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/mnemonics/", languages[i], NULL);

      g_test_add_data_func (path, languages[i], test_language);
    }

  return g_test_run ();
}
