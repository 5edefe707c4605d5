// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-mark.h"

/**
 * MarkShape:
 * @path: in a box of 8 by 8
 * @filled: else it is drawn with a pen
 */
typedef struct
{
  const char *path;
  gboolean filled;
} MarkShape;

static const MarkShape shapes[] = {
  [STP_MARK_USE] = { "M 4 1.5 A 2.5 2.5 0 1 1 4 6.5 A 2.5 2.5 0 1 1 4 1.5 Z", TRUE },
  [STP_MARK_REACTION] = { "M 0.5 4.5 C 1.5 1.5 3 1.5 4 4 C 5 6.5 6.5 6.5 7.5 3.5", FALSE },
  [STP_MARK_EVENT] = { "M 1 0.5 H 2.25 V 1 H 7.5 L 6 3 L 7.5 5 H 2.25 V 7.5 H 1 Z", TRUE },
  [STP_MARK_WAIT] = { "M 4 0.75 A 3.25 3.25 0 1 1 4 7.25 A 3.25 3.25 0 1 1 4 0.75 Z "
                      "M 1.7 1.7 L 6.3 6.3",
                      FALSE },
  [STP_MARK_PLANNED] = { "M 4 0.75 L 7.25 4 L 4 7.25 L 0.75 4 Z", FALSE },
  [STP_MARK_DONE] = { "M 4 0 L 8 4 L 4 8 L 0 4 Z", TRUE },
  [STP_MARK_CLINIC] = { "M 2.75 0.5 H 5.25 V 2.75 H 7.5 V 5.25 H 5.25 V 7.5 H 2.75 V 5.25 H 0.5 "
                        "V 2.75 H 2.75 Z",
                        TRUE },
};

/* Parsed once: a month holds a few hundred marks. */
static GskPath *
get_path (StpMark mark)
{
  static GskPath *paths[G_N_ELEMENTS (shapes)];

  if (!paths[mark])
    paths[mark] = gsk_path_parse (shapes[mark].path);

  return paths[mark];
}

/**
 * stp_mark_snapshot:
 * @x: left edge of the mark, in pixels
 * @y: its upper edge
 */
void
stp_mark_snapshot (StpMark mark, GtkSnapshot *snapshot, float x, float y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (shapes[mark].filled)
    {
      gtk_snapshot_append_fill (snapshot, get_path (mark), GSK_FILL_RULE_WINDING, color);
    }
  else
    {
      GskStroke *stroke = gsk_stroke_new (1.5f);

      gtk_snapshot_append_stroke (snapshot, get_path (mark), stroke, color);
      gsk_stroke_free (stroke);
    }
  gtk_snapshot_restore (snapshot);
}

struct _StpMarkImage
{
  GtkWidget parent_instance;

  StpMark mark;
};

G_DEFINE_FINAL_TYPE (StpMarkImage, stp_mark_image, GTK_TYPE_WIDGET)

static void
stp_mark_image_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 2 * STP_MARK_SIZE;
}

static void
stp_mark_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpMarkImage *self = STP_MARK_IMAGE (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  stp_mark_snapshot (self->mark, snapshot,
                     (float) (gtk_widget_get_width (widget) - STP_MARK_SIZE) / 2,
                     (float) (gtk_widget_get_height (widget) - STP_MARK_SIZE) / 2, &color);
}

static void
stp_mark_image_class_init (StpMarkImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = stp_mark_image_measure;
  widget_class->snapshot = stp_mark_image_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
stp_mark_image_init (StpMarkImage *self)
{
}

GtkWidget *
stp_mark_image_new (StpMark mark)
{
  StpMarkImage *self = g_object_new (STP_TYPE_MARK_IMAGE, NULL);

  self->mark = mark;

  return GTK_WIDGET (self);
}
