// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-known-diaries.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/stp-data-job.h"
#include "shared/stp-when.h"

/*
 * The list is kept in the settings, since it is of this computer and a diary does not know its
 * name. Nobody is told by it that a diary exists once all of them are erased.
 */
#define KEY "diaries"

static void
known_diary_free (gpointer data)
{
  StpKnownDiary *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static StpKnownDiary *
take (GPtrArray *list, char *path, char *name, gint64 opened)
{
  StpKnownDiary *self = g_new0 (StpKnownDiary, 1);

  *self = (StpKnownDiary) { path, name, opened, FALSE };
  g_ptr_array_add (list, self);
  return self;
}

static StpKnownDiary *
find (GPtrArray *list, const char *path)
{
  for (guint i = 0; i < list->len; i++)
    {
      StpKnownDiary *diary = list->pdata[i];

      if (g_str_equal (diary->path, path))
        return diary;
    }
  return NULL;
}

static char *
dup_usual_name (const char *path, guint day)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *begun = NULL;

  if (g_str_equal (base, "sample"))
    return g_strdup (_ ("Sample Diary"));
  begun = stp_when_format_day (day);
  /* Translators: the name of a diary; %s is the day on which it was begun on this computer */
  return g_strdup_printf (_ ("Diary (%s)"), begun);
}

/* Of a folder that is older than the list. */
static guint
guess_day (const char *path)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  GStatBuf info = { 0 };

  g_stat (path, &info);
  return stp_day_of (info.st_mtime * STP_SECOND, zone);
}

static void
add_found (GPtrArray *list, const char *others)
{
  g_autoptr (GDir) dir = g_dir_open (others, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (others, name, NULL);

      if (!find (list, path))
        take (list, g_strdup (path), dup_usual_name (path, guess_day (path)), 0);
    }
}

static void
add_kept (GPtrArray *list, GVariant *value)
{
  GVariantIter iter;
  char *path, *name;
  gint64 opened;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(ssx)", &path, &name, &opened))
    take (list, path, name, opened);
}

/* The first diary is always there: it is where the application begins. */
static void
add_first (GPtrArray *list)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (!find (list, g_file_peek_path (home)))
    take (list, g_file_get_path (home), g_strdup (_ ("First Diary")), 0);
}

/**
 * stp_known_diaries_keep:
 * @list: (element-type StpKnownDiary): what is known from now on
 */
void
stp_known_diaries_keep (GPtrArray *list)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ssx)"));

  for (guint i = 0; i < list->len; i++)
    {
      StpKnownDiary *diary = list->pdata[i];

      g_variant_builder_add (&builder, "(ssx)", diary->path, diary->name, diary->opened);
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * stp_known_diaries_list:
 *
 * Returns: (transfer full) (element-type StpKnownDiary): the diaries that were open on this
 *   computer, in the order in which they were met
 */
GPtrArray *
stp_known_diaries_list (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) value = g_settings_get_user_value (settings, KEY);
  GPtrArray *list = g_ptr_array_new_with_free_func (known_diary_free);

  if (value)
    add_kept (list, value);
  add_first (list);
  return list;
}

/**
 * stp_known_diaries_are_kept:
 *
 * Returns: whether there is a list already; if not, stp_known_diaries_look() may find diaries that
 *   are older
 */
gboolean
stp_known_diaries_are_kept (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) value = g_settings_get_user_value (settings, KEY);

  return value != NULL;
}

/**
 * stp_known_diaries_look:
 * @list: (element-type StpKnownDiary): of which nobody else knows yet
 * @others: (nullable): a folder with diaries that were there before there was a list
 *
 * Looks which diaries are still there, and adds those of @others. The folders may take long to
 * answer: for a worker.
 */
void
stp_known_diaries_look (GPtrArray *list, const char *others)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (others)
    add_found (list, others);
  for (guint i = 0; i < list->len; i++)
    {
      StpKnownDiary *diary = list->pdata[i];

      /* The first diary is begun where it is missing. */
      diary->missing = !g_str_equal (diary->path, g_file_peek_path (home)) &&
                       !g_file_test (diary->path, G_FILE_TEST_IS_DIR);
    }
}

/**
 * stp_known_diaries_note:
 * @folder: of a diary that is open
 *
 * Keeps it in mind, and when it was open.
 */
void
stp_known_diaries_note (GFile *folder, StpClock *clock)
{
  g_autoptr (GPtrArray) list = stp_known_diaries_list ();
  StpKnownDiary *diary = find (list, g_file_peek_path (folder));

  if (!diary)
    diary = take (list, g_file_get_path (folder),
                  dup_usual_name (g_file_peek_path (folder), stp_clock_get_today (clock)), 0);
  diary->opened = stp_clock_get_now (clock);
  stp_known_diaries_keep (list);
}

/**
 * stp_known_diaries_rename:
 * @path: of a diary that is in the list
 * @name: what it is called from now on
 */
void
stp_known_diaries_rename (const char *path, const char *name)
{
  g_autoptr (GPtrArray) list = stp_known_diaries_list ();
  StpKnownDiary *diary = find (list, path);

  g_return_if_fail (diary != NULL);

  g_set_str (&diary->name, name);
  stp_known_diaries_keep (list);
}

/**
 * stp_known_diaries_forget:
 * @path: of a diary that is in the list
 *
 * Takes it off the list. Its files stay where they are.
 */
void
stp_known_diaries_forget (const char *path)
{
  g_autoptr (GPtrArray) list = stp_known_diaries_list ();

  g_ptr_array_remove (list, find (list, path));
  stp_known_diaries_keep (list);
}

/**
 * stp_known_diaries_clear:
 *
 * Forgets all of them, once they are erased.
 */
void
stp_known_diaries_clear (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, KEY);
}
