// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-sheet-print.h"

#include <glib/gi18n.h>

#include "session/stp-sheet-drawing.h"

/* In points, all around: half an inch is what every printer reaches, and looks like a page. */
#define MARGIN 36.0

static void
on_draw_page_cb (GtkPrintOperation *operation,
                 GtkPrintContext *context,
                 int page,
                 const StpSheet *sheet)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  PangoContext *text = gtk_print_context_create_pango_context (context);

  pango_context_set_base_dir (text, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL
                                      ? PANGO_DIRECTION_RTL
                                      : PANGO_DIRECTION_LTR);
  stp_sheet_drawing_draw (sheet, cr, text, gtk_print_context_get_width (context),
                          gtk_print_context_get_height (context));
  g_object_unref (text);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, StpWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  stp_workspace_report (workspace, error);
}

/* The size of paper is that of the country. */
static GtkPageSetup *
create_page (void)
{
  GtkPageSetup *page = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (page, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (page, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (page, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (page, MARGIN, GTK_UNIT_POINTS);

  return page;
}

static GtkPrintSettings *
create_settings (void)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();

  /* Translators: the name of a file, without its ending */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, _ ("Consultation"));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");

  return settings;
}

static void
free_sheet_cb (gpointer sheet, GClosure *closure)
{
  stp_sheet_free (sheet);
}

/**
 * stp_sheet_print_new:
 *
 * Returns: (transfer full): what prints the sheet for the consultation, as it is today
 */
GtkPrintOperation *
stp_sheet_print_new (StpWorkspace *workspace)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = create_page ();
  g_autoptr (GtkPrintSettings) settings = create_settings ();

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, _ ("Consultation"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page_cb),
                         stp_sheet_new (stp_workspace_get_timeline (workspace)), free_sheet_cb, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done_cb), workspace, 0);

  return operation;
}

/**
 * stp_sheet_print:
 * @parent: what it was asked from
 *
 * Lets the sheet be printed, or saved as a PDF: the desktop's dialog offers both.
 */
void
stp_sheet_print (StpWorkspace *workspace, GtkWidget *parent)
{
  g_autoptr (GtkPrintOperation) operation = stp_sheet_print_new (workspace);
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
  if (error)
    stp_workspace_report (workspace, error);
}
