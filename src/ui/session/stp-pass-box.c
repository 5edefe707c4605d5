// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-pass-box.h"

#include <glib/gi18n.h>

/* As wide as the buttons above it. */
#define WIDTH_CHARS 24

struct _StpPassBox
{
  AdwBin parent_instance;

  AdwWrapBox *wrap_box;
  GtkLabel *label;
  GPtrArray *buttons; /* (element-type GtkToggleButton) */
  guint n_strokes;
  gboolean showing; /* what is ticked now comes from the diary */
};

G_DEFINE_FINAL_TYPE (StpPassBox, stp_pass_box, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The words that the diary keeps. */
static const struct
{
  const char *id, *icon_name, *title;
} directions[] = {
  { "vertical", "stp-stroke-vertical-symbolic", N_ ("Up and down") },
  { "horizontal", "stp-stroke-horizontal-symbolic", N_ ("Across") },
  { "rising", "stp-stroke-rising-symbolic", N_ ("Diagonal, rising") },
  { "falling", "stp-stroke-falling-symbolic", N_ ("Diagonal, falling") },
};

static char *
dup_id (StpPassBox *self, guint index)
{
  return self->n_strokes > 0 ? g_strdup (directions[index].id) : g_strdup_printf ("%u", index + 1);
}

static gboolean
is_ticked (StpPassBox *self, guint index)
{
  return gtk_toggle_button_get_active (self->buttons->pdata[index]);
}

static void
update_label (StpPassBox *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    n += is_ticked (self, i);
  if (self->n_strokes > 0)
    /* Translators: %1$u of %2$u directions over one area of the skin are done; each takes up to
     * %3$u strokes */
    text = g_strdup_printf (_ ("%1$u of %2$u directions done · up to %3$u strokes each"), n,
                            self->buttons->len, self->n_strokes);
  else
    /* Translators: how often a needling pen went over one area of the skin */
    text = g_strdup_printf (_ ("%1$u of %2$u passes done"), n, self->buttons->len);
  gtk_label_set_label (self->label, text);
}

static void
toggled_cb (StpPassBox *self)
{
  update_label (self);
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_button (StpPassBox *self, guint index)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  const char *title = self->n_strokes > 0 ? _ (directions[index].title) : number;

  if (self->n_strokes > 0)
    gtk_button_set_icon_name (GTK_BUTTON (button), directions[index].icon_name);
  else
    gtk_button_set_label (GTK_BUTTON (button), number);
  gtk_widget_set_tooltip_text (button, title);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "stp-stroke");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
make_buttons (StpPassBox *self, guint n_passes, guint n_strokes)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->wrap_box))))
    adw_wrap_box_remove (self->wrap_box, child);
  g_ptr_array_set_size (self->buttons, 0);
  self->n_strokes = n_strokes;
  for (guint i = 0; i < n_passes; i++)
    {
      GtkWidget *button = create_button (self, i);

      adw_wrap_box_append (self->wrap_box, button);
      g_ptr_array_add (self->buttons, button);
    }
}

static void
stp_pass_box_finalize (GObject *object)
{
  g_clear_pointer (&STP_PASS_BOX (object)->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_pass_box_parent_class)->finalize (object);
}

static void
stp_pass_box_class_init (StpPassBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_pass_box_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", STP_TYPE_PASS_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_pass_box_init (StpPassBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *wrap_box = g_object_new (ADW_TYPE_WRAP_BOX, "align", 0.5f, "child-spacing", 12,
                                      "line-spacing", 12, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  self->buttons = g_ptr_array_new ();
  self->wrap_box = ADW_WRAP_BOX (wrap_box);
  self->label = GTK_LABEL (label);
  gtk_label_set_wrap (self->label, TRUE);
  /* A box that wraps what is in it gives each as much as it would like. */
  gtk_label_set_max_width_chars (self->label, WIDTH_CHARS);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (wrap_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Passes that are done"), -1);
  gtk_box_append (GTK_BOX (box), wrap_box);
  gtk_box_append (GTK_BOX (box), label);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * stp_pass_box_show:
 * @n_strokes: in each direction, 0 = the passes have no direction
 * @detail: (nullable): what was ticked, as the diary has it
 *
 * Shows the passes over an area.
 */
void
stp_pass_box_show (StpPassBox *self, guint n_passes, guint n_strokes, const char *detail)
{
  g_auto (GStrv) ticked = g_strsplit (detail ?: "", " ", -1);

  g_return_if_fail (STP_IS_PASS_BOX (self));

  if (self->buttons->len != n_passes || self->n_strokes != n_strokes)
    make_buttons (self, n_passes, n_strokes);

  self->showing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      g_autofree char *id = dup_id (self, i);

      gtk_toggle_button_set_active (self->buttons->pdata[i],
                                    g_strv_contains ((const char *const *) ticked, id));
    }
  update_label (self);
  self->showing = FALSE;
}

/**
 * stp_pass_box_dup_detail:
 *
 * Returns: (transfer full): what is ticked, for the diary to keep
 */
char *
stp_pass_box_dup_detail (StpPassBox *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (STP_IS_PASS_BOX (self), NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (is_ticked (self, i))
      g_strv_builder_take (builder, dup_id (self, i));
  ids = g_strv_builder_end (builder);

  return g_strjoinv (" ", ids);
}
