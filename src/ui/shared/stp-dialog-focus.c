// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-dialog-focus.h"

/* Whether something of the dialog has the focus, which then goes to what the dialog is for. */
static gboolean
redirect (GtkWidget *root, GtkWidget *wanted)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (root));
  GtkWidget *dialog = gtk_widget_get_ancestor (wanted, ADW_TYPE_DIALOG);

  if (!focus || !dialog || !gtk_widget_is_ancestor (focus, dialog))
    return FALSE;
  if (focus != wanted && !gtk_widget_is_ancestor (focus, wanted))
    gtk_widget_grab_focus (wanted);

  return TRUE;
}

static void
on_focus_cb (GtkWidget *root, GParamSpec *pspec, GtkWidget *wanted)
{
  g_signal_handlers_block_by_func (root, on_focus_cb, wanted);
  if (redirect (root, wanted))
    g_signal_handlers_disconnect_by_func (root, on_focus_cb, wanted);
  else
    g_signal_handlers_unblock_by_func (root, on_focus_cb, wanted);
}

static void
on_mapped_cb (GtkWidget *dialog, GtkWidget *wanted)
{
  GtkRoot *root = gtk_widget_get_root (dialog);

  if (!redirect (GTK_WIDGET (root), wanted))
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_cb), wanted, 0);
}

/**
 * stp_dialog_focus_when_open:
 * @dialog: one that names a focus widget and is not presented yet
 *
 * In a narrow window a dialog is a sheet at the bottom, which takes the focus to its first button
 * when it opens, and that is Cancel. What the dialog is for has it instead.
 */
void
stp_dialog_focus_when_open (AdwDialog *dialog)
{
  GtkWidget *wanted = adw_dialog_get_focus (dialog);

  /* What is hidden is none: then there is nothing to begin with. */
  if (wanted)
    g_signal_connect (dialog, "map", G_CALLBACK (on_mapped_cb), wanted);
}
