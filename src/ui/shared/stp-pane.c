// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-pane.h"

typedef struct
{
  StpWorkspace *workspace; /* (owned) */
  char *title;
  char *icon_name;
  gboolean needs_attention;
} StpPanePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StpPane, stp_pane, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_NEEDS_ATTENTION,
} StpPaneProperty;

static GParamSpec *properties[PROP_NEEDS_ATTENTION + 1];

static void
stp_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (STP_PANE (object));

  switch ((StpPaneProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_NEEDS_ATTENTION:
      g_value_set_boolean (value, priv->needs_attention);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpPane *self = STP_PANE (object);
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  switch ((StpPaneProperty) id)
    {
    case PROP_WORKSPACE:
      g_set_object (&priv->workspace, g_value_get_object (value));
      break;
    case PROP_TITLE:
      stp_pane_set_title (self, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      stp_pane_set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_NEEDS_ATTENTION:
      stp_pane_set_needs_attention (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_pane_finalize (GObject *object)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (STP_PANE (object));

  g_clear_object (&priv->workspace);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->icon_name, g_free);

  G_OBJECT_CLASS (stp_pane_parent_class)->finalize (object);
}

static void
stp_pane_class_init (StpPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_pane_get_property;
  object_class->set_property = stp_pane_set_property;
  object_class->finalize = stp_pane_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, STP_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_NEEDS_ATTENTION] = g_param_spec_boolean ("needs-attention", NULL, NULL, FALSE,
                                                           flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_pane_init (StpPane *self)
{
}

/**
 * stp_pane_get_workspace:
 *
 * Returns: (transfer none): what all panes of the window share
 */
StpWorkspace *
stp_pane_get_workspace (StpPane *self)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_val_if_fail (STP_IS_PANE (self), NULL);

  return priv->workspace;
}

const char *
stp_pane_get_title (StpPane *self)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_val_if_fail (STP_IS_PANE (self), NULL);

  return priv->title;
}

void
stp_pane_set_title (StpPane *self, const char *title)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_if_fail (STP_IS_PANE (self));

  if (g_set_str (&priv->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
stp_pane_get_icon_name (StpPane *self)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_val_if_fail (STP_IS_PANE (self), NULL);

  return priv->icon_name;
}

void
stp_pane_set_icon_name (StpPane *self, const char *icon_name)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_if_fail (STP_IS_PANE (self));

  if (g_set_str (&priv->icon_name, icon_name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

gboolean
stp_pane_get_needs_attention (StpPane *self)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_val_if_fail (STP_IS_PANE (self), FALSE);

  return priv->needs_attention;
}

void
stp_pane_set_needs_attention (StpPane *self, gboolean needs_attention)
{
  StpPanePrivate *priv = stp_pane_get_instance_private (self);

  g_return_if_fail (STP_IS_PANE (self));

  needs_attention = !!needs_attention;
  if (priv->needs_attention == needs_attention)
    return;

  priv->needs_attention = needs_attention;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEEDS_ATTENTION]);
}

/**
 * stp_pane_open:
 * @id: (nullable): id of a record, or %NULL for what the pane opens with
 *
 * Shows something within the pane. A pane that has nothing to open ignores it.
 */
void
stp_pane_open (StpPane *self, const char *id)
{
  g_return_if_fail (STP_IS_PANE (self));

  if (STP_PANE_GET_CLASS (self)->open)
    STP_PANE_GET_CLASS (self)->open (self, id);
}
