// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-product-head.h"

#include <glib/gi18n.h>

#include "rules/stp-shelf-life.h"
#include "shared/stp-names.h"

/* Characters that two lines of the large title have room for. */
#define LONG_NAME 60

struct _StpProductHead
{
  AdwPreferencesGroup parent_instance;

  GtkLabel *details;
  GtkLabel *name;
};

G_DEFINE_FINAL_TYPE (StpProductHead, stp_product_head, ADW_TYPE_PREFERENCES_GROUP)

/* A name as long as some shops make them would fill a small window by itself. */
static void
show_name (StpProductHead *self, const char *name)
{
  const gboolean is_long = g_utf8_strlen (name, -1) > LONG_NAME;
  const char *const classes[] = { is_long ? "title-3" : "title-1", NULL };

  gtk_label_set_label (self->name, name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->name), (const char **) classes);
}

static char *
dup_brand_and_kind (StpProduct *product)
{
  const char *kind = stp_names_get_kind (product->kind);

  if (!product->brand)
    return g_strdup (kind);
  /* Translators: the brand and the kind of a product: "Acme · Serum" */
  return g_strdup_printf (C_ ("product", "%s · %s"), product->brand, kind);
}

/* What to know of it before anything else, if there is such a thing. */
static char *
dup_state (StpProduct *product, guint today)
{
  if (product->archived)
    return g_strdup (_ ("Archived"));
  return stp_shelf_life_is_near (product, today) ? stp_shelf_life_dup_text (product, today) : NULL;
}

static void
show_details (StpProductHead *self, StpProduct *product, guint today)
{
  g_autofree char *text = dup_brand_and_kind (product);
  g_autofree char *state = dup_state (product, today);
  g_autofree char *both = state ? g_strdup_printf (C_ ("product", "%s · %s"), text, state) : NULL;

  gtk_label_set_label (self->details, both ? both : text);
}

static void
stp_product_head_class_init (StpProductHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-product-head.ui");
  gtk_widget_class_bind_template_child (widget_class, StpProductHead, details);
  gtk_widget_class_bind_template_child (widget_class, StpProductHead, name);
}

static void
stp_product_head_init (StpProductHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_product_head_show:
 * @workspace: whose clock tells what expires soon
 * @product: what the page is about
 */
void
stp_product_head_show (StpProductHead *self, StpWorkspace *workspace, StpProduct *product)
{
  g_return_if_fail (STP_IS_PRODUCT_HEAD (self));
  g_return_if_fail (STP_IS_PRODUCT (product));

  show_name (self, product->name);
  show_details (self, product, stp_clock_get_today (stp_workspace_get_clock (workspace)));
}
