// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preloaded into the app by a test: at SIGUSR2 it writes to $STIPPLE_PLACES a line for each thing
// on the screen that has a name, "x <tab> y <tab> width <tab> height <tab> name", in pixels of the
// window. The bus of accessibility reckons places wrongly within panes.

#include <gtk/gtk.h>

#include <glib-unix.h>
#include <signal.h>

// What it is called: aloud, by what stands on it, or by its icon.
static char *
get_name (GtkWidget *widget)
{
  // Tells the true label where it is not that of nobody.
  char *label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, "\1");

  if (label && *label && !g_str_equal (label, "undefined"))
    return label;
  g_free (label);
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_IMAGE (widget))
    return g_strdup (gtk_image_get_icon_name (GTK_IMAGE (widget)));
  return NULL;
}

// A popover has a surface of its own, which lies somewhere on that of the window.
static gboolean
find_place (GtkWidget *widget, graphene_rect_t *bounds)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double x, y;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (native), bounds))
    return FALSE;
  gtk_native_get_surface_transform (native, &x, &y);
  if (GDK_IS_POPUP (surface))
    {
      double parent_x, parent_y;

      gtk_native_get_surface_transform (
        gtk_widget_get_native (gtk_widget_get_parent (GTK_WIDGET (native))), &parent_x, &parent_y);
      x += gdk_popup_get_position_x (GDK_POPUP (surface)) + parent_x;
      y += gdk_popup_get_position_y (GDK_POPUP (surface)) + parent_y;
    }
  graphene_rect_offset (bounds, (float) x, (float) y);
  return bounds->size.width > 0 && bounds->size.height > 0;
}

static void
visit (GtkWidget *widget, GString *report)
{
  g_autofree char *name = NULL;
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;

  name = get_name (widget);
  if (name && find_place (widget, &bounds))
    g_string_append_printf (report, "%d\t%d\t%d\t%d\t%s\n", (int) bounds.origin.x,
                            (int) bounds.origin.y, (int) bounds.size.width,
                            (int) bounds.size.height, g_strdelimit (name, "\n", ' '));

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
  if (!g_file_set_contents (g_getenv ("STIPPLE_PLACES"), report->str, -1, &error))
    g_error ("%s", error->message);
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
watch (void)
{
  g_autoptr (GSource) source = NULL;

  if (!g_getenv ("STIPPLE_PLACES"))
    return;
  source = g_unix_signal_source_new (SIGUSR2);
  g_source_set_callback (source, report_cb, NULL, NULL);
  g_source_attach (source, NULL);
}
