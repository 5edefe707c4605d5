// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "library/stp-library-view.h"
#include "library/stp-product-page.h"
#include "rules/stp-timeline.h"
#include "shared/stp-photo-group.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

typedef struct
{
  char *folder;
  StpStore *store;
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  StpProductPage *page;
  StpPhotoGroup *group;
  char *id, *other;
  char *toast;
} Fixture;

static void
take_toast_cb (Fixture *fixture, AdwToast *toast)
{
  g_set_str (&fixture->toast, adw_toast_get_title (toast));
}

static char *
add_product (Fixture *fixture, const char *name)
{
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GError) error = NULL;

  draft->name = g_strdup (name);
  draft->kind = STP_PRODUCT_SERUM;
  stp_diary_put (fixture->diary, draft, &error);
  g_assert_no_error (error);
  return g_strdup (stp_record_get_id (draft));
}

static StpPhotoGroup *
find_group (GtkWidget *widget)
{
  StpPhotoGroup *found = STP_IS_PHOTO_GROUP (widget) ? STP_PHOTO_GROUP (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_group (child);
  return found;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("stipple-photo-XXXXXX", NULL);
  folder = g_file_new_for_path (fixture->folder);
  fixture->store = stp_store_new (folder, clock);
  stp_store_load (fixture->store, &error);
  g_assert_no_error (error);
  fixture->diary = stp_store_get_diary (fixture->store);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (clock, fixture->store, fixture->diary, fixture->timeline,
                                          NULL);
  g_signal_connect_swapped (fixture->workspace, "toast", G_CALLBACK (take_toast_cb), fixture);
  fixture->id = add_product (fixture, "Serum");
  fixture->other = add_product (fixture, "Toner");

  fixture->page = g_object_ref_sink (g_object_new (STP_TYPE_PRODUCT_PAGE, NULL));
  stp_product_page_set_workspace (fixture->page, fixture->workspace);
  stp_product_page_set_product (fixture->page, fixture->id);
  fixture->group = find_group (GTK_WIDGET (fixture->page));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  while (stp_store_get_saving (fixture->store))
    g_main_context_iteration (NULL, TRUE);
  stp_store_close (fixture->store);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->store);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->id);
  g_free (fixture->other);
  g_free (fixture->toast);
}

static const char *
get_photo (Fixture *fixture, const char *id)
{
  StpProduct *product = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id);

  return product->photo;
}

static void
take (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GIcon) source = g_file_icon_new (file);

  stp_photo_group_take (fixture->group, G_LOADABLE_ICON (source));
}

static char *
draw (Fixture *fixture)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 64, 32);
  char *path = g_build_filename (fixture->folder, "drawn.png", NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (picture, 0xff0000ff);
  gdk_pixbuf_save (picture, path, "png", &error, NULL);
  g_assert_no_error (error);
  return path;
}

static void
wait_for_toast (Fixture *fixture)
{
  while (!fixture->toast)
    g_main_context_iteration (NULL, TRUE);
}

static GtkPicture *
get_picture (Fixture *fixture)
{
  return GTK_PICTURE (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->group), STP_TYPE_PHOTO_GROUP, "picture"));
}

static void
test_take (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = draw (fixture);
  g_autofree char *reference = NULL;
  g_autofree char *kept = NULL;

  take (fixture, path);
  wait_for_toast (fixture);
  g_assert_cmpstr (fixture->toast, ==, "Photo added");
  reference = g_strdup (get_photo (fixture, fixture->id));
  g_assert_true (g_str_has_prefix (reference, "photos/"));
  kept = g_build_filename (fixture->folder, reference, NULL);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  while (!gtk_picture_get_paintable (get_picture (fixture)))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (fixture->group), "photo.remove", NULL);
  g_assert_cmpstr (fixture->toast, ==, "Photo removed");
  g_assert_null (get_photo (fixture, fixture->id));
  g_assert_null (gtk_picture_get_paintable (get_picture (fixture)));
  /* Undo has to find it. */
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  stp_diary_undo (fixture->diary, NULL);
  g_assert_cmpstr (get_photo (fixture, fixture->id), ==, reference);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "broken.jpg", NULL);
  g_autofree char *photos = g_build_filename (fixture->folder, "photos", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "no picture", -1, &error);
  g_assert_no_error (error);
  take (fixture, path);
  wait_for_toast (fixture);
  g_assert_cmpstr (fixture->toast, ==, "This file is not a picture that Stipple can read.");
  g_assert_null (get_photo (fixture, fixture->id));
  g_assert_false (g_file_test (photos, G_FILE_TEST_EXISTS));
}

/* While a picture is being read another product may be opened: it is not that one's. */
static void
test_other_product (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = draw (fixture);

  take (fixture, path);
  stp_product_page_set_product (fixture->page, fixture->other);
  take (fixture, path);
  wait_for_toast (fixture);
  g_assert_null (get_photo (fixture, fixture->id));
  g_assert_nonnull (get_photo (fixture, fixture->other));
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = draw (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, &error);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->group));

  g_assert_no_error (error);
  gdk_clipboard_set_text (clipboard, "Aqua, Glycerin");
  stp_photo_group_paste (fixture->group);
  wait_for_toast (fixture);
  g_assert_cmpstr (fixture->toast, ==, "There is no picture on the clipboard.");

  g_clear_pointer (&fixture->toast, g_free);
  gdk_clipboard_set_texture (clipboard, texture);
  stp_photo_group_paste (fixture->group);
  wait_for_toast (fixture);
  g_assert_cmpstr (fixture->toast, ==, "Photo added");
}

/* Wherever in the library it is dropped, a picture is for the product that is open; a list is not.
 */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  StpLibraryView *view = g_object_ref_sink (stp_library_view_new (fixture->workspace));
  g_autofree char *path = draw (fixture);
  g_autofree char *list = g_build_filename (fixture->folder, "list.json", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path (path);
  g_autoptr (GFile) other = g_file_new_for_path (list);

  g_assert_false (stp_library_view_take_photo (view, picture));
  stp_library_view_open (view, fixture->other);
  g_assert_false (stp_library_view_take_photo (view, other));
  g_assert_true (stp_library_view_take_photo (view, picture));
  wait_for_toast (fixture);
  g_assert_nonnull (get_photo (fixture, fixture->other));
  g_assert_null (get_photo (fixture, fixture->id));
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/photo-group/take", Fixture, NULL, set_up, test_take, tear_down);
  g_test_add ("/photo-group/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/photo-group/other-product", Fixture, NULL, set_up, test_other_product, tear_down);
  g_test_add ("/photo-group/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/photo-group/paste", Fixture, NULL, set_up, test_paste, tear_down);

  return g_test_run ();
}
