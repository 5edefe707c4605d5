// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-sheet-drawing.h"

#include <string.h>

/* Sizes of the text in points: what reads well, and what can just be read. */
#define LARGEST 11.0
#define SMALLEST 6.0
#define STEP 0.5

/* Space in text sizes. */
#define AFTER_HEADING 0.3
#define BETWEEN_LINES 0.25
#define BETWEEN_SECTIONS 1.2
#define BETWEEN_COLUMNS 2.0
#define TO_WRITE 2.2
#define AFTER_RULE 0.6

/* The same walk measures and draws, so that what fits is what is drawn. */
typedef struct
{
  cairo_t *cr; /* (nullable): %NULL only measures */
  PangoContext *context;
  double width, size, y;
} Drawing;

static gboolean
is_mirrored (const Drawing *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

static PangoLayout *
create_layout (const Drawing *self, const char *text, double scale, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, self->size * scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  /* A Latin name on an Arabic page stands where the page begins. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, is_mirrored (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
embolden (PangoLayout *layout, guint length)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = length;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
}

static double
put_layout (const Drawing *self, PangoLayout *layout, double x, double y)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  if (self->cr)
    {
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_layout (self->cr, layout);
    }

  return height / (double) PANGO_SCALE;
}

static void
put_text (Drawing *self, const char *text, double scale, gboolean bold)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, scale, self->width);

  if (bold)
    embolden (layout, G_MAXUINT);
  self->y += put_layout (self, layout, 0, self->y);
}

/* The title is bold, and what is said of it follows on the same line. */
static PangoLayout *
create_line (const Drawing *self, const StpSheetLine *line, double width)
{
  g_autofree char *text = line->detail ? g_strconcat (line->title, " – ", line->detail, NULL)
                                       : g_strdup (line->title);
  PangoLayout *layout = create_layout (self, text, 1, width);

  embolden (layout, (guint) strlen (line->title));

  return layout;
}

static double
put_line (const Drawing *self, const StpSheetLine *line, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = create_line (self, line, width);

  return put_layout (self, layout, x, y) + BETWEEN_LINES * self->size;
}

/* Room to write an answer, on a line. */
static void
put_rule (Drawing *self)
{
  self->y += TO_WRITE * self->size;
  if (!self->cr)
    return;
  cairo_save (self->cr);
  cairo_set_line_width (self->cr, 0.5);
  cairo_set_source_rgb (self->cr, 0.6, 0.6, 0.6);
  cairo_move_to (self->cr, 0, self->y);
  cairo_line_to (self->cr, self->width, self->y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
put_list (Drawing *self, const StpSheetSection *section)
{
  for (guint i = 0; i < section->lines->len; i++)
    {
      self->y += put_line (self, section->lines->pdata[i], 0, self->y, self->width);
      if (section->answers)
        put_rule (self);
      self->y += section->answers ? AFTER_RULE * self->size : 0;
    }
}

/* Down the first column, then down the second. */
static void
put_columns (Drawing *self, const StpSheetSection *section)
{
  const double gap = BETWEEN_COLUMNS * self->size;
  const double width = (self->width - gap) / 2;
  const guint half = (section->lines->len + 1) / 2;
  double ends[2] = { self->y, self->y };

  for (guint i = 0; i < section->lines->len; i++)
    {
      const guint column = i / half;
      const double x = (column == 1) != is_mirrored (self) ? width + gap : 0;

      ends[column] += put_line (self, section->lines->pdata[i], x, ends[column], width);
    }
  self->y = MAX (ends[0], ends[1]);
}

static void
put_section (Drawing *self, const StpSheetSection *section)
{
  self->y += BETWEEN_SECTIONS * self->size;
  put_text (self, section->title, 1.25, TRUE);
  self->y += AFTER_HEADING * self->size;
  if (section->columns && section->lines->len > 1)
    put_columns (self, section);
  else
    put_list (self, section);
  if (section->note)
    put_text (self, section->note, 1, FALSE);
}

static double
put_sheet (Drawing *self, const StpSheet *sheet)
{
  put_text (self, sheet->title, 1.8, TRUE);
  self->y += AFTER_HEADING * self->size;
  put_text (self, sheet->intro, 1, FALSE);
  for (guint i = 0; i < sheet->sections->len; i++)
    put_section (self, sheet->sections->pdata[i]);
  self->y += BETWEEN_SECTIONS * self->size;
  put_text (self, sheet->footer, 0.85, FALSE);

  return self->y;
}

/**
 * stp_sheet_drawing_measure:
 * @width: of the page, in points
 * @size: of the text, in points
 *
 * Returns: how high the sheet is then, in points
 */
double
stp_sheet_drawing_measure (const StpSheet *sheet, PangoContext *context, double width, double size)
{
  Drawing drawing = { .context = context, .width = width, .size = size };

  return put_sheet (&drawing, sheet);
}

/**
 * stp_sheet_drawing_draw:
 * @width: of the page without its margins, in points
 * @height: likewise
 *
 * Draws the sheet on one page, in the largest text that fits.
 *
 * Returns: the size of the text, in points
 */
double
stp_sheet_drawing_draw (const StpSheet *sheet,
                        cairo_t *cr,
                        PangoContext *context,
                        double width,
                        double height)
{
  Drawing drawing = { .cr = cr, .context = context, .width = width, .size = LARGEST };

  while (drawing.size > SMALLEST &&
         stp_sheet_drawing_measure (sheet, context, width, drawing.size) > height)
    drawing.size -= STEP;
  cairo_set_source_rgb (cr, 0, 0, 0);
  put_sheet (&drawing, sheet);

  return drawing.size;
}
