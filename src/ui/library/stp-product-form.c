// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-form.h"

#include <glib/gi18n.h>

#include "library/stp-areas-group.h"
#include "library/stp-ingredient-marks.h"
#include "library/stp-reading-text.h"
#include "rules/stp-correct.h"
#include "shared/stp-names.h"

struct _StpProductForm
{
  AdwNavigationPage parent_instance;

  StpProduct *draft;                 /* (owned): what the form says, and what it does not show */
  StpClassification *classification; /* (owned): of what is in the form now */
  gboolean complete;
  gboolean touched;
  StpProductKind last_kind;
  guint pending; /* idle source that reads what was typed */

  AdwBanner *banner;
  AdwComboRow *kind;
  AdwEntryRow *barcode;
  AdwEntryRow *brand;
  AdwEntryRow *name;
  GtkLabel *summary;
  GtkTextView *ingredients;
  StpAreasGroup *areas;
};

G_DEFINE_FINAL_TYPE (StpProductForm, stp_product_form, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_COMPLETE = 1,
} StpProductFormProperty;

static GParamSpec *properties[PROP_COMPLETE + 1];

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static StpProductKind
get_kind (StpProductForm *self)
{
  return STP_PRODUCT_CLEANSER + adw_combo_row_get_selected (self->kind);
}

static char *
dup_trimmed (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

static char *
dup_ingredients (StpProductForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->ingredients);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_reading (StpProductForm *self)
{
  g_autofree char *summary = stp_reading_text_summarise (self->classification);

  gtk_label_set_label (self->summary, summary);
  stp_ingredient_marks_apply (gtk_text_view_get_buffer (self->ingredients), self->classification);
}

static gboolean
asks_for_areas (StpProductForm *self)
{
  return get_kind (self) == STP_PRODUCT_BODY || get_kind (self) == STP_PRODUCT_HAIR;
}

static void
take_text (char **member, char *text)
{
  g_free (*member);
  *member = *text ? text : NULL;
  if (!*text)
    g_free (text);
}

static void
write_draft (StpProductForm *self)
{
  take_text (&self->draft->name, dup_trimmed (self->name));
  take_text (&self->draft->brand, dup_trimmed (self->brand));
  take_text (&self->draft->barcode, dup_trimmed (self->barcode));
  take_text (&self->draft->ingredients, dup_ingredients (self));
  self->draft->kind = get_kind (self);
  self->draft->areas = asks_for_areas (self) ? stp_areas_group_get_areas (self->areas) : 0;
}

static void
read_now (StpProductForm *self)
{
  gboolean complete;

  g_clear_handle_id (&self->pending, g_source_remove);
  write_draft (self);
  g_clear_pointer (&self->classification, stp_classification_unref);
  self->classification = stp_correct_classify (self->draft);
  show_reading (self);
  g_signal_emit (self, signals[SIGNAL_READ], 0);

  complete = self->draft->name != NULL;
  if (self->complete == complete)
    return;
  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

static gboolean
read_idle_cb (gpointer user_data)
{
  StpProductForm *self = user_data;

  self->pending = 0;
  read_now (self);

  return G_SOURCE_REMOVE;
}

/* A paste is many changes; it is read once they are through. */
static void
changed_cb (StpProductForm *self)
{
  const StpProductKind kind = get_kind (self);

  self->touched = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->areas), asks_for_areas (self));
  if (self->last_kind != kind && kind == STP_PRODUCT_HAIR &&
      stp_areas_group_get_areas (self->areas) == 0)
    stp_areas_group_set_areas (self->areas, STP_BIT (STP_AREA_SCALP));
  self->last_kind = kind;

  if (!self->pending)
    self->pending = g_idle_add (read_idle_cb, self);
}

static void
add_kinds (StpProductForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (StpProductKind kind = STP_PRODUCT_CLEANSER; kind <= STP_PRODUCT_OTHER; kind++)
    gtk_string_list_append (names, stp_names_get_kind (kind));

  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind, STP_PRODUCT_SERUM - STP_PRODUCT_CLEANSER);
}

static void
stp_product_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpProductForm *self = STP_PRODUCT_FORM (object);

  switch ((StpProductFormProperty) id)
    {
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_product_form_dispose (GObject *object)
{
  StpProductForm *self = STP_PRODUCT_FORM (object);

  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_pointer (&self->classification, stp_classification_unref);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (stp_product_form_parent_class)->dispose (object);
}

static void
stp_product_form_class_init (StpProductFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = stp_product_form_get_property;
  object_class->dispose = stp_product_form_dispose;

  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                      G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_READ] = g_signal_new ("read", STP_TYPE_PRODUCT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STP_TYPE_AREAS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-product-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, areas);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, banner);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, barcode);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, brand);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, ingredients);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, kind);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, name);
  gtk_widget_class_bind_template_child (widget_class, StpProductForm, summary);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
stp_product_form_init (StpProductForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft = stp_record_new (STP_RECORD_PRODUCT);
  add_kinds (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->ingredients), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  read_now (self);
  self->touched = FALSE;
}

/**
 * stp_product_form_read:
 * @product: what to fill the form with; the form keeps a copy
 */
void
stp_product_form_read (StpProductForm *self, StpProduct *product)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (STP_IS_PRODUCT_FORM (self));
  g_return_if_fail (STP_IS_PRODUCT (product));

  g_clear_object (&self->draft);
  self->draft = stp_record_copy (product);
  buffer = gtk_text_view_get_buffer (self->ingredients);
  gtk_editable_set_text (GTK_EDITABLE (self->name), product->name ? product->name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->brand), product->brand ? product->brand : "");
  gtk_editable_set_text (GTK_EDITABLE (self->barcode), product->barcode ? product->barcode : "");
  gtk_text_buffer_set_text (buffer, product->ingredients ? product->ingredients : "", -1);
  if (product->kind >= STP_PRODUCT_CLEANSER)
    adw_combo_row_set_selected (self->kind, product->kind - STP_PRODUCT_CLEANSER);
  stp_areas_group_set_areas (self->areas, product->areas);

  read_now (self);
  self->touched = FALSE;
}

/**
 * stp_product_form_get_draft:
 *
 * Returns: (transfer none): a draft of what is in the form now, with what it does not show
 */
StpProduct *
stp_product_form_get_draft (StpProductForm *self)
{
  g_return_val_if_fail (STP_IS_PRODUCT_FORM (self), NULL);

  write_draft (self);
  return self->draft;
}

/**
 * stp_product_form_read_again:
 *
 * Reads the list once more, after something was said of its words.
 */
void
stp_product_form_read_again (StpProductForm *self)
{
  g_return_if_fail (STP_IS_PRODUCT_FORM (self));

  self->touched = TRUE;
  read_now (self);
}

/**
 * stp_product_form_set_restored:
 * @restored: what is in the form was entered before the program ended
 */
void
stp_product_form_set_restored (StpProductForm *self, gboolean restored)
{
  g_return_if_fail (STP_IS_PRODUCT_FORM (self));

  self->touched |= restored;
  adw_banner_set_revealed (self->banner, restored);
}

gboolean
stp_product_form_get_complete (StpProductForm *self)
{
  g_return_val_if_fail (STP_IS_PRODUCT_FORM (self), FALSE);

  return self->complete;
}

/**
 * stp_product_form_get_touched:
 *
 * Returns: whether closing the form would lose something
 */
gboolean
stp_product_form_get_touched (StpProductForm *self)
{
  g_return_val_if_fail (STP_IS_PRODUCT_FORM (self), FALSE);

  return self->touched;
}

/**
 * stp_product_form_get_first:
 *
 * Returns: (transfer none): where typing begins
 */
GtkWidget *
stp_product_form_get_first (StpProductForm *self)
{
  g_return_val_if_fail (STP_IS_PRODUCT_FORM (self), NULL);

  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->name)));
}

/**
 * stp_product_form_get_text:
 *
 * Returns: (transfer none): the list of ingredients, with its marks
 */
GtkTextBuffer *
stp_product_form_get_text (StpProductForm *self)
{
  g_return_val_if_fail (STP_IS_PRODUCT_FORM (self), NULL);

  return gtk_text_view_get_buffer (self->ingredients);
}

/**
 * stp_product_form_get_classification:
 *
 * Returns: (transfer none): what is in the product as the form stands now
 */
StpClassification *
stp_product_form_get_classification (StpProductForm *self)
{
  g_return_val_if_fail (STP_IS_PRODUCT_FORM (self), NULL);

  if (self->pending)
    read_now (self);

  return self->classification;
}
