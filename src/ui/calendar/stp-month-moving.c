// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-moving.h"

#include <adwaita.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-month-grid.h"
#include "calendar/stp-month-text.h"
#include "calendar/stp-verdict-view.h"

#define MARGIN 4

/**
 * StpMonthMoving:
 * @marks: (element-type GtkWidget): one a day, from @first_day on; grows, and is never emptied
 * @target: (nullable): the frame around the day that it would go to
 * @ghost: (nullable): the session there
 */
struct _StpMonthMoving
{
  GtkWidget parent_instance;

  GPtrArray *marks;
  GtkWidget *target, *ghost;

  StpMove *move; /* (owned) (nullable) */
  guint first_day, n_days;
  int head, slot;
  gboolean compact, placed; /* @marks stand where they belong */
};

G_DEFINE_FINAL_TYPE (StpMonthMoving, stp_month_moving, GTK_TYPE_WIDGET)

static void
place (GtkWidget *child, GtkAllocation place)
{
  int width, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  place.width = MAX (place.width, width);
  place.height = MAX (place.height, height);
  gtk_widget_size_allocate (child, &place, -1);
}

/* In the corner where a day has nothing else to say; in the middle where there is only a corner. */
static void
place_mark (StpMonthMoving *self, GtkWidget *mark, const graphene_rect_t *cell)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int width = (int) cell->size.width;
  int size, left, right;

  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  left = mirrored ? MARGIN : width - size - MARGIN;
  right = self->compact ? (width - size) / 2 : left;
  place (mark,
         (GtkAllocation) { (int) cell->origin.x + right,
                           (int) (cell->origin.y + cell->size.height) - size - 2, size, size });
}

static gboolean
find_cell (StpMonthMoving *self, guint day, graphene_rect_t *bounds)
{
  GtkWidget *grid = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *cell = stp_month_grid_get_cell (STP_MONTH_GRID (grid), day);

  return cell && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), bounds);
}

static void
place_target (StpMonthMoving *self)
{
  graphene_rect_t cell;
  GtkAllocation around;
  const gboolean found = find_cell (self, stp_move_get_day (self->move), &cell);

  gtk_widget_set_child_visible (self->target, found);
  gtk_widget_set_child_visible (self->ghost, found && !self->compact);
  if (!found)
    return;

  around = (GtkAllocation) { (int) cell.origin.x, (int) cell.origin.y, (int) cell.size.width,
                             (int) cell.size.height };
  place (self->target, around);
  if (!self->compact)
    place (self->ghost, (GtkAllocation) { around.x + MARGIN, around.y + self->head,
                                          around.width - 2 * MARGIN, self->slot - 2 });
}

static void
place_marks (StpMonthMoving *self)
{
  graphene_rect_t cell;

  for (guint i = 0; i < self->n_days; i++)
    {
      const gboolean found = find_cell (self, self->first_day + i, &cell);

      gtk_widget_set_child_visible (self->marks->pdata[i], found);
      if (found)
        place_mark (self, self->marks->pdata[i], &cell);
    }
  self->placed = TRUE;
}

/* A session that comes to another day leaves the marks where they are. */
static void
stp_month_moving_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StpMonthMoving *self = STP_MONTH_MOVING (widget);

  if (!self->move)
    return;

  if (!self->placed)
    place_marks (self);
  place_target (self);
}

static void
stp_month_moving_dispose (GObject *object)
{
  StpMonthMoving *self = STP_MONTH_MOVING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  self->target = self->ghost = NULL;
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_object (&self->move);

  G_OBJECT_CLASS (stp_month_moving_parent_class)->dispose (object);
}

static void
stp_month_moving_class_init (StpMonthMovingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_month_moving_dispose;
  widget_class->size_allocate = stp_month_moving_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "moving");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
stp_month_moving_init (StpMonthMoving *self)
{
  self->marks = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* The pointer is for the days below. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
ensure_mark (StpMonthMoving *self, guint index)
{
  GtkWidget *mark;

  if (index < self->marks->len)
    return self->marks->pdata[index];

  mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_insert_before (mark, GTK_WIDGET (self), self->target);
  g_ptr_array_add (self->marks, mark);

  return mark;
}

static void
ensure_target (StpMonthMoving *self)
{
  if (self->target)
    return;

  self->target = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                               NULL);
  gtk_widget_set_parent (self->target, GTK_WIDGET (self));
  self->ghost = stp_month_text_new ("ghost", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_set_parent (self->ghost, GTK_WIDGET (self));
}

/* What is over is no warning. */
static void
bind_marks (StpMonthMoving *self)
{
  GtkWidget *grid = gtk_widget_get_parent (GTK_WIDGET (self));
  const guint today = stp_month_grid_get_today (STP_MONTH_GRID (grid));

  for (guint i = 0; i < self->n_days; i++)
    {
      const guint day = self->first_day + i;
      const StpStrength strength = stp_move_get_strength (self->move, day);
      const char *color = day < today ? "dimmed" : stp_strength_get_css_class (strength);
      const char *classes[] = { "verdict", color, NULL };
      GtkWidget *mark = ensure_mark (self, i);

      gtk_image_set_from_icon_name (GTK_IMAGE (mark), stp_strength_get_icon_name (strength));
      gtk_widget_set_css_classes (mark, classes);
    }
}

/**
 * stp_month_moving_show:
 * @first_day: first day that is shown
 *
 * Marks every day, and shows the session on the day that it would go to.
 */
void
stp_month_moving_show (StpMonthMoving *self,
                       StpMove *move,
                       guint first_day,
                       guint n_days,
                       GTimeZone *zone)
{
  g_autofree char *words = NULL;

  g_return_if_fail (STP_IS_MONTH_MOVING (self));

  g_set_object (&self->move, move);
  self->first_day = first_day;
  self->n_days = n_days;
  self->placed = FALSE;
  ensure_target (self);
  bind_marks (self);
  words = stp_day_text_session (stp_move_get_session (move), zone);
  stp_month_text_set_text (STP_MONTH_TEXT (self->ghost), words);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  stp_month_moving_follow (self);
}

void
stp_month_moving_hide (StpMonthMoving *self)
{
  g_return_if_fail (STP_IS_MONTH_MOVING (self));

  g_clear_object (&self->move);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * stp_month_moving_follow:
 *
 * Brings the session to the day of the move.
 */
void
stp_month_moving_follow (StpMonthMoving *self)
{
  const char *classes[] = { "target", NULL, NULL };

  g_return_if_fail (STP_IS_MONTH_MOVING (self));
  g_return_if_fail (self->move != NULL);

  classes[1] = stp_move_get_strength (self->move, stp_move_get_day (self->move)) >= STP_DOCTOR
                 ? "refused"
                 : NULL;
  gtk_widget_set_css_classes (self->target, classes);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * stp_month_moving_set_room:
 * @metrics: the measures of the cells below
 * @compact: there is room for marks only
 */
void
stp_month_moving_set_room (StpMonthMoving *self, const StpCellMetrics *metrics, gboolean compact)
{
  g_return_if_fail (STP_IS_MONTH_MOVING (self));

  self->head = metrics->head;
  self->slot = metrics->slot;
  self->compact = compact;
  self->placed = FALSE;
}
