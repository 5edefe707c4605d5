// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-session-page.h"

typedef struct
{
  StpWorkspace *workspace; /* (owned) */
} StpSessionPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StpSessionPage, stp_session_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_WORKSPACE = 1,
} StpSessionPageProperty;

static GParamSpec *properties[PROP_WORKSPACE + 1];

static void
refresh (StpSessionPage *self)
{
  STP_SESSION_PAGE_GET_CLASS (self)->refresh (self);
}

static void
stp_session_page_constructed (GObject *object)
{
  StpSessionPage *self = STP_SESSION_PAGE (object);
  StpWorkspace *workspace = stp_session_page_get_workspace (self);

  G_OBJECT_CLASS (stp_session_page_parent_class)->constructed (object);

  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_workspace_get_procedure (workspace), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
stp_session_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((StpSessionPageProperty) id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, stp_session_page_get_workspace (STP_SESSION_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_session_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpSessionPagePrivate *priv = stp_session_page_get_instance_private (STP_SESSION_PAGE (object));

  switch ((StpSessionPageProperty) id)
    {
    case PROP_WORKSPACE:
      g_set_object (&priv->workspace, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_session_page_finalize (GObject *object)
{
  StpSessionPagePrivate *priv = stp_session_page_get_instance_private (STP_SESSION_PAGE (object));

  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (stp_session_page_parent_class)->finalize (object);
}

static void
stp_session_page_class_init (StpSessionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = stp_session_page_constructed;
  object_class->get_property = stp_session_page_get_property;
  object_class->set_property = stp_session_page_set_property;
  object_class->finalize = stp_session_page_finalize;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, STP_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_session_page_init (StpSessionPage *self)
{
}

/**
 * stp_session_page_get_workspace:
 *
 * Returns: (transfer none): what the panes of the window share
 */
StpWorkspace *
stp_session_page_get_workspace (StpSessionPage *self)
{
  StpSessionPagePrivate *priv = stp_session_page_get_instance_private (self);

  g_return_val_if_fail (STP_IS_SESSION_PAGE (self), NULL);

  return priv->workspace;
}
