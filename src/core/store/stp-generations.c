// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-generations.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "store/stp-gzip.h"
#include "store/stp-system.h"

/*
 * What is kept: the newest N_NEWEST, which are as many hours in which something was changed, and
 * of the N_DAYS and N_MONTHS latest days and months the newest of each. Counted, not reckoned from
 * the clock: one that was a year ahead for an hour would else sweep everything away.
 */
#define N_NEWEST 24
#define N_DAYS 14
#define N_MONTHS 12

/* And all of it in this much of the disk, but for the newest few. */
#define MOST_BYTES (256 * 1024 * 1024)
#define N_ALWAYS 3

/* A diary of a hundred years has a tenth of this. */
#define MOST_UNPACKED (1024 * 1024 * 1024)

#define NAME_FORMAT "diary-%Y%m%dT%H%M%SZ.json.gz"

/* Of a name like diary-20261122T183011Z.json.gz, as many characters as tell the period. */
#define MONTH_LENGTH (strlen ("diary-202611"))
#define DAY_LENGTH (strlen ("diary-20261122"))
#define HOUR_LENGTH (strlen ("diary-20261122T18"))

/**
 * stp_generation_free:
 *
 * Frees a generation's description; the file stays.
 */
void
stp_generation_free (StpGeneration *self)
{
  g_free (self->name);
  g_free (self);
}

static char *
make_name (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / STP_SECOND);

  return g_date_time_format (time, NAME_FORMAT);
}

/* Whether @name is one that make_name() gives, and of when. */
static gboolean
parse_name (const char *name, gint64 *at)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *again = NULL;
  g_autofree char *stamp = NULL;

  if (!g_str_has_prefix (name, "diary-") || !g_str_has_suffix (name, ".json.gz"))
    return FALSE;
  stamp = g_strndup (name + strlen ("diary-"), strlen ("20261122T183011Z"));
  time = g_date_time_new_from_iso8601 (stamp, NULL);
  if (time == NULL)
    return FALSE;
  *at = g_date_time_to_unix (time) * STP_SECOND;
  again = make_name (*at);
  return g_strcmp0 (again, name) == 0;
}

/**
 * stp_generations_is_name:
 * @name: of a file, without folder
 *
 * Returns: whether a generation may be named so
 */
gboolean
stp_generations_is_name (const char *name)
{
  gint64 at;

  return parse_name (name, &at);
}

/* Returns: (nullable): NULL if @name is none of a generation. */
static StpGeneration *
describe (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, STP_GENERATIONS_FOLDER, name, NULL);
  StpGeneration *self;
  GStatBuf info;
  gint64 at;

  if (!parse_name (name, &at) || g_lstat (path, &info) < 0 || !S_ISREG (info.st_mode))
    return NULL;
  self = g_new0 (StpGeneration, 1);
  self->name = g_strdup (name);
  self->at = at;
  self->size = info.st_size;
  return self;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const StpGeneration *generation_a = a, *generation_b = b;

  return strcmp (generation_b->name, generation_a->name);
}

/**
 * stp_generations_list:
 * @folder: the diary's folder
 *
 * Returns: (transfer full) (element-type StpGeneration): what was kept, the newest first
 */
GPtrArray *
stp_generations_list (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, STP_GENERATIONS_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_generation_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      StpGeneration *generation = describe (folder, name);

      if (generation != NULL)
        g_ptr_array_add (list, generation);
    }
  g_ptr_array_sort_values (list, compare_newest_first);
  return list;
}

/**
 * stp_generations_any:
 *
 * Returns: whether anything was kept
 */
gboolean
stp_generations_any (const char *folder)
{
  g_autoptr (GPtrArray) list = stp_generations_list (folder);

  return list->len > 0;
}

/* Whether @generation is the first of its period, of which no more than @most are counted. */
static gboolean
opens_period (GHashTable *periods, const StpGeneration *generation, gsize length, guint most)
{
  char *period = g_strndup (generation->name, length);

  if (g_hash_table_size (periods) < most)
    return g_hash_table_add (periods, period);
  g_free (period);
  return FALSE;
}

/* Those from @from to @to, the newest first, that the rule above does not keep. */
static void
list_superfluous (GPtrArray *list, guint from, guint to, GPtrArray *superfluous)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = from; i < to; i++)
    {
      gboolean day = opens_period (days, list->pdata[i], DAY_LENGTH, N_DAYS);
      gboolean month = opens_period (months, list->pdata[i], MONTH_LENGTH, N_MONTHS);

      if (i - from >= N_NEWEST && !day && !month)
        g_ptr_array_add (superfluous, list->pdata[i]);
    }
}

static void
remove_generation (const char *folder, const StpGeneration *generation)
{
  g_autofree char *path = g_build_filename (folder, STP_GENERATIONS_FOLDER, generation->name, NULL);

  stp_system_get ()->unlink (path);
}

/**
 * stp_generations_prune:
 * @now: UTC microseconds
 *
 * Removes what is more than the rule keeps. Those with a name later than now, left by a clock that
 * was wrong, are counted by themselves, so that they do not take the place of any other.
 */
void
stp_generations_prune (const char *folder, gint64 now)
{
  g_autoptr (GPtrArray) list = stp_generations_list (folder);
  g_autoptr (GPtrArray) superfluous = g_ptr_array_new ();
  goffset bytes = 0;
  guint n_later = 0;

  while (n_later < list->len && ((StpGeneration *) list->pdata[n_later])->at > now)
    n_later++;
  list_superfluous (list, 0, n_later, superfluous);
  list_superfluous (list, n_later, list->len, superfluous);
  for (guint i = 0; i < list->len; i++)
    {
      StpGeneration *generation = list->pdata[i];

      if (g_ptr_array_find (superfluous, generation, NULL))
        continue;
      bytes += generation->size;
      if (i >= N_ALWAYS && bytes > MOST_BYTES)
        g_ptr_array_add (superfluous, generation);
    }
  for (guint i = 0; i < superfluous->len; i++)
    remove_generation (folder, superfluous->pdata[i]);
}

static gboolean
has_hour (const char *folder, const char *name)
{
  g_autoptr (GPtrArray) list = stp_generations_list (folder);

  for (guint i = 0; i < list->len; i++)
    if (strncmp (((StpGeneration *) list->pdata[i])->name, name, HOUR_LENGTH) == 0)
      return TRUE;
  return FALSE;
}

/* Of what was kept in the same second, or in that second before the clock was set back, nothing is
 * replaced: it goes by the next that is free. */
static char *
make_free_path (const char *place, gint64 now)
{
  for (;; now += STP_SECOND)
    {
      g_autofree char *name = make_name (now);
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
pack_into (const char *folder, gint64 now, GBytes *document, GError **error)
{
  g_autofree char *place = g_build_filename (folder, STP_GENERATIONS_FOLDER, NULL);
  g_autofree char *path = make_free_path (place, now);
  g_autoptr (GBytes) packed = stp_gzip_pack (document, error);

  if (packed == NULL)
    return FALSE;
  if (!stp_file_make_folder (place))
    {
      stp_file_set_error (error, errno, _ ("The earlier state could not be kept."));
      return FALSE;
    }
  stp_file_clean_folder (place);
  return stp_file_replace (path, packed, error);
}

/**
 * stp_generations_keep:
 * @folder: the diary's folder
 * @diary: the diary itself
 * @keep: when to
 * @now: UTC microseconds
 *
 * Keeps what is in the file now, before it is replaced, and removes what that makes superfluous.
 * The bytes are taken as they are: whatever another program put there is kept as well. Only for
 * whoever holds the lock.
 *
 * Returns: whether there is nothing more to be kept
 */
gboolean
stp_generations_keep (const char *folder,
                      const char *diary,
                      StpKeep keep,
                      gint64 now,
                      GError **error)
{
  g_autofree char *name = make_name (now);
  g_autoptr (GBytes) document = NULL;
  gboolean missing;

  if (keep == STP_KEEP_HOURLY && has_hour (folder, name))
    return TRUE;
  document = stp_file_read (diary, &missing, error);
  if (document == NULL)
    return missing;
  if (!pack_into (folder, now, document, error))
    return FALSE;
  stp_generations_prune (folder, now);
  return TRUE;
}

/**
 * stp_generations_read_document:
 * @name: of a generation
 *
 * Returns: (transfer full) (nullable): the file as it was then
 */
GBytes *
stp_generations_read_document (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, STP_GENERATIONS_FOLDER, name, NULL);
  g_autoptr (GBytes) packed = NULL;
  gboolean missing;

  packed = stp_file_read (path, &missing, error);
  if (missing)
    stp_file_set_error (error, ENOENT, _ ("The earlier state could not be read."));
  return packed ? stp_gzip_unpack (packed, MOST_UNPACKED, error) : NULL;
}

static StpSnapshot *
read_any (const char *folder, const char *name, gboolean *read_only, GError **error)
{
  g_autoptr (GBytes) document = stp_generations_read_document (folder, name, error);

  return document ? stp_codec_read (document, NULL, read_only, error) : NULL;
}

/**
 * stp_generations_read:
 * @name: of a generation
 *
 * Returns: (transfer full) (nullable): what the diary held then; %NULL with
 *   %STP_STORE_ERROR_READ_ONLY for what another program put there and this one could not write back
 *   as it is
 */
StpSnapshot *
stp_generations_read (const char *folder, const char *name, GError **error)
{
  gboolean read_only;
  g_autoptr (StpSnapshot) snapshot = read_any (folder, name, &read_only, error);

  if (snapshot == NULL || !read_only)
    return g_steal_pointer (&snapshot);
  stp_codec_set_read_only_error (snapshot, error);
  return NULL;
}

/**
 * stp_generations_read_newest:
 *
 * Returns: (transfer full) (nullable): the newest one that can be read, though it be only to look
 * at
 */
StpSnapshot *
stp_generations_read_newest (const char *folder)
{
  g_autoptr (GPtrArray) list = stp_generations_list (folder);

  for (guint i = 0; i < list->len; i++)
    {
      StpGeneration *generation = list->pdata[i];
      StpSnapshot *snapshot = read_any (folder, generation->name, NULL, NULL);

      if (snapshot != NULL)
        return snapshot;
    }
  return NULL;
}
