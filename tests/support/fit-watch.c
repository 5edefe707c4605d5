// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preloaded into the app by a test: at SIGUSR2 it writes to $STIPPLE_FIT_REPORT a line for each
// text on the screen that does not fit, "how <tab> text". The bus of accessibility cannot tell:
// it hands out the whole text of a label that shows half of it.

#include <gtk/gtk.h>

#include <glib-unix.h>
#include <signal.h>
#include <string.h>

#define TOLERANCE 1.0

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkPolicyType policy;

  if (!window)
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (window), &policy, NULL);
  return policy != GTK_POLICY_NEVER && policy != GTK_POLICY_EXTERNAL;
}

static gboolean
is_outside (GtkWidget *widget)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, native, &bounds) && !scrolls_sideways (widget) &&
         (bounds.origin.x < -TOLERANCE ||
          bounds.origin.x + bounds.size.width > gtk_widget_get_width (native) + TOLERANCE);
}

static const char *
get_fault (GtkLabel *label)
{
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return "ellipsized";
  return is_outside (GTK_WIDGET (label)) ? "outside" : NULL;
}

static void
visit (GtkWidget *widget, GString *report)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget) && get_fault (GTK_LABEL (widget)))
    {
      g_autofree char *text = g_strdelimit (g_strdup (gtk_label_get_text (GTK_LABEL (widget))),
                                            "\n", ' ');
      g_string_append_printf (report, "%s\t%s\n", get_fault (GTK_LABEL (widget)), text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    visit (child, report);
}

static gboolean
report_cb (gpointer user_data)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  g_autoptr (GError) error = NULL;

  for (GList *l = windows; l; l = l->next)
    visit (l->data, report);
  if (!g_file_set_contents (g_getenv ("STIPPLE_FIT_REPORT"), report->str, -1, &error))
    g_error ("%s", error->message);
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
watch (void)
{
  g_autoptr (GSource) source = NULL;

  if (!g_getenv ("STIPPLE_FIT_REPORT"))
    return;
  source = g_unix_signal_source_new (SIGUSR2);
  g_source_set_callback (source, report_cb, NULL, NULL);
  g_source_attach (source, NULL);
}
