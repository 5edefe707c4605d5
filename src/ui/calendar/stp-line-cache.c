// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-line-cache.h"

/* A month has some 100 different lines; as many as this come together from the months of years. */
#define MOST_LINES 1000

/* To be measured, and not to be drawn. */
static const GdkRectangle nowhere = { 0, 0, -1, -1 };

/**
 * Laid:
 * @line: with a text of its own
 * @box: where it goes
 * @extents: of the words, in pixels
 * @node: (nullable): what is drawn; none where there is nothing to see
 */
typedef struct
{
  StpLine line;
  GdkRectangle box;
  float align;
  PangoRectangle extents;
  GskRenderNode *node;
} Laid;

/**
 * StpLineCache:
 * @widget: not owned, since it owns this
 * @serial: of the font that @laid is in
 * @laid: (element-type Laid Laid): a set
 */
struct _StpLineCache
{
  GObject parent_instance;

  GtkWidget *widget;
  guint serial;
  GHashTable *laid;
};

G_DEFINE_FINAL_TYPE (StpLineCache, stp_line_cache, G_TYPE_OBJECT)

static guint
laid_hash (gconstpointer key)
{
  const Laid *laid = key;

  return g_str_hash (laid->line.text) ^ g_direct_hash (laid->line.attributes) ^
         gdk_rgba_hash (&laid->line.color) ^ (guint) laid->box.width << 8;
}

static gboolean
laid_equal (gconstpointer a, gconstpointer b)
{
  const Laid *one = a;
  const Laid *other = b;

  return one->align == other->align && gdk_rectangle_equal (&one->box, &other->box) &&
         one->line.attributes == other->line.attributes &&
         g_str_equal (one->line.text, other->line.text) &&
         gdk_rgba_equal (&one->line.color, &other->line.color);
}

static void
laid_free (Laid *laid)
{
  g_clear_pointer (&laid->node, gsk_render_node_unref);
  g_free ((char *) laid->line.text);
  g_free (laid);
}

/* What takes its place with it is one node less to draw each time. */
static GskRenderNode *
draw (const Laid *laid, PangoLayout *layout)
{
  const int room = laid->box.width - laid->extents.width;
  const int x = laid->box.x + (int) ((float) room * laid->align) - laid->extents.x;
  const int y = laid->box.y + (laid->box.height - laid->extents.height) / 2;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &laid->line.color);

  return gtk_snapshot_free_to_node (snapshot);
}

static Laid *
lay (StpLineCache *self, const Laid *wanted)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, wanted->line.text);
  Laid *laid = g_memdup2 (wanted, sizeof *wanted);

  laid->line.text = g_strdup (wanted->line.text);
  pango_layout_set_attributes (layout, laid->line.attributes);
  if (laid->box.width > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, laid->box.width * PANGO_SCALE);
    }
  pango_layout_get_pixel_extents (layout, NULL, &laid->extents);
  if (laid->box.width > 0)
    laid->node = draw (laid, layout);

  return laid;
}

/* Another font, direction or scale makes all of it anew. */
static const Laid *
find (StpLineCache *self, const StpLine *line, const GdkRectangle *box, float align)
{
  const guint serial = pango_context_get_serial (gtk_widget_get_pango_context (self->widget));
  const Laid wanted = { .line = *line, .box = *box, .align = align };
  Laid *laid;

  if (self->serial != serial || g_hash_table_size (self->laid) >= MOST_LINES)
    g_hash_table_remove_all (self->laid);
  self->serial = serial;

  laid = g_hash_table_lookup (self->laid, &wanted);
  if (!laid)
    {
      laid = lay (self, &wanted);
      g_hash_table_add (self->laid, laid);
    }

  return laid;
}

static void
stp_line_cache_finalize (GObject *object)
{
  g_clear_pointer (&STP_LINE_CACHE (object)->laid, g_hash_table_unref);

  G_OBJECT_CLASS (stp_line_cache_parent_class)->finalize (object);
}

static void
stp_line_cache_class_init (StpLineCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_line_cache_finalize;
}

static void
stp_line_cache_init (StpLineCache *self)
{
  self->laid = g_hash_table_new_full (laid_hash, laid_equal, (GDestroyNotify) laid_free, NULL);
}

/**
 * stp_line_cache_new:
 * @widget: whose font the lines are in; it outlives the cache
 */
StpLineCache *
stp_line_cache_new (GtkWidget *widget)
{
  StpLineCache *self = g_object_new (STP_TYPE_LINE_CACHE, NULL);

  self->widget = widget;

  return self;
}

/**
 * stp_line_cache_measure:
 * @width: (out) (optional): of the whole line, in pixels
 * @height: (out) (optional): in pixels
 */
void
stp_line_cache_measure (StpLineCache *self, const StpLine *line, int *width, int *height)
{
  const Laid *laid;

  g_return_if_fail (STP_IS_LINE_CACHE (self));

  laid = find (self, line, &nowhere, 0);
  if (width)
    *width = laid->extents.width;
  if (height)
    *height = laid->extents.height;
}

/**
 * stp_line_cache_snapshot:
 * @box: where it goes, in pixels; what is wider is cut short
 * @align: from 0, its left end, to 1, its right end, whatever the direction of the words
 *
 * Draws a line in the middle of the height of a box.
 */
void
stp_line_cache_snapshot (StpLineCache *self,
                         GtkSnapshot *snapshot,
                         const StpLine *line,
                         const GdkRectangle *box,
                         float align)
{
  const Laid *laid;

  g_return_if_fail (STP_IS_LINE_CACHE (self));

  if (box->width <= 0)
    return;

  laid = find (self, line, box, align);
  if (laid->node)
    gtk_snapshot_append_node (snapshot, laid->node);
}
