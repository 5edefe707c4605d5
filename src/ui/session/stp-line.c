// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-line.h"

struct _StpLine
{
  GObject parent_instance;

  char *icon_name; /* (nullable) */
  char *title;
  char *detail;  /* (nullable) */
  char *sources; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (StpLine, stp_line, G_TYPE_OBJECT)

static void
stp_line_finalize (GObject *object)
{
  StpLine *self = STP_LINE (object);

  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->sources, g_free);

  G_OBJECT_CLASS (stp_line_parent_class)->finalize (object);
}

static void
stp_line_class_init (StpLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_line_finalize;
}

static void
stp_line_init (StpLine *self)
{
}

/**
 * stp_line_new:
 * @icon_name: (nullable): the mark before the line
 * @title: what it is about
 * @detail: (nullable): what is said of it
 * @sources: (nullable): where that comes from, said on demand
 *
 * Returns: (transfer full): a line
 */
StpLine *
stp_line_new (const char *icon_name, const char *title, const char *detail, const char *sources)
{
  StpLine *self = g_object_new (STP_TYPE_LINE, NULL);

  self->icon_name = g_strdup (icon_name);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->sources = g_strdup (sources);

  return self;
}

const char *
stp_line_get_icon_name (StpLine *self)
{
  g_return_val_if_fail (STP_IS_LINE (self), NULL);

  return self->icon_name;
}

const char *
stp_line_get_title (StpLine *self)
{
  g_return_val_if_fail (STP_IS_LINE (self), NULL);

  return self->title;
}

const char *
stp_line_get_detail (StpLine *self)
{
  g_return_val_if_fail (STP_IS_LINE (self), NULL);

  return self->detail;
}

const char *
stp_line_get_sources (StpLine *self)
{
  g_return_val_if_fail (STP_IS_LINE (self), NULL);

  return self->sources;
}

gboolean
stp_line_equal (StpLine *a, StpLine *b)
{
  return g_strcmp0 (a->icon_name, b->icon_name) == 0 && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->detail, b->detail) == 0 && g_strcmp0 (a->sources, b->sources) == 0;
}
