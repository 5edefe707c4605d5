// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-codec-private.h"

G_DEFINE_QUARK (stp-store-error-quark, stp_store_error)

/**
 * stp_path_append_name:
 *
 * Appends a member's name to a JSON pointer, escaped as RFC 6901 has it.
 */
void
stp_path_append_name (GString *pointer, const char *name, gsize length)
{
  g_string_append_c (pointer, '/');
  for (gsize i = 0; i < length; i++)
    if (name[i] == '~')
      g_string_append (pointer, "~0");
    else if (name[i] == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, name[i]);
}

static void
append_path (GString *pointer, const StpPath *path)
{
  if (path == NULL)
    return;
  append_path (pointer, path->up);
  if (path->name)
    stp_path_append_name (pointer, path->name, strlen (path->name));
  else
    g_string_append_printf (pointer, "/%u", path->index);
}

/**
 * stp_fault_new:
 * @path: (nullable): where; %NULL for the whole document
 *
 * Returns: (transfer full): a fault
 */
StpFault *
stp_fault_new (const StpPath *path, gboolean fatal, const char *text)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  StpFault *self = g_new0 (StpFault, 1);

  append_path (pointer, path);
  self->pointer = g_strdup (pointer->str);
  self->text = g_strdup (text);
  self->fatal = fatal;
  return self;
}

/**
 * stp_fault_free:
 *
 * Frees a fault.
 */
void
stp_fault_free (StpFault *self)
{
  g_free (self->pointer);
  g_free (self->text);
  g_free (self);
}

/**
 * stp_faults_new:
 *
 * Returns: (transfer full) (element-type StpFault): an empty list that owns its faults
 */
GPtrArray *
stp_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) stp_fault_free);
}

void
stp_reader_fault (StpReader *self, const StpPath *path, gboolean fatal, const char *text)
{
  fatal = fatal && !self->newer;
  self->fatal |= fatal;
  g_ptr_array_add (self->faults, stp_fault_new (path, fatal, text));
}

/**
 * stp_codec_id_is_valid:
 *
 * Returns: whether @id is a UUID in lower case
 */
gboolean
stp_codec_id_is_valid (const char *id)
{
  if (!g_uuid_string_is_valid (id))
    return FALSE;
  for (; *id; id++)
    if (g_ascii_isupper (*id))
      return FALSE;
  return TRUE;
}

gboolean
stp_header_has (StpHeader header, const char *name)
{
  return (header != STP_HEADER_NONE && g_str_equal (name, "modified")) ||
         (header == STP_HEADER_ID_AND_STAMP && g_str_equal (name, "id"));
}
