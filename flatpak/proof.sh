# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # cache and src are set by ./dev, which reads this file
#
# ./dev flatpak: builds the manifest that people install from, without the network its runtime would
# come over. Debian testing, which has the libraries of that GNOME release, stands in for the
# runtime. All else is real: the build in the sandbox, the permissions, the app.

application=dev.stipple.Stipple
manifest=$src/flatpak/$application.json

# On the host, since a sandbox is not made inside another root. The second line looks at the window.
proof_tools=(
  flatpak flatpak-builder ostree elfutils mmdebstrap bubblewrap debian-archive-keyring
  xvfb xauth x11-utils xdotool imagemagick dbus at-spi2-core python3-gi gir1.2-atspi-2.0 gir1.2-gtk-4.0
)

# Of what GNOME's runtime has: what the app needs, and what builds and tests it.
standin_packages=(
  gcc libc6-dev meson ninja-build pkgconf gettext blueprint-compiler
  libgtk-4-dev libadwaita-1-dev libjson-glib-dev
  appstream appstream-compose desktop-file-utils libxml2-utils gtk-update-icon-cache xz-utils
  adwaita-icon-theme hicolor-icon-theme librsvg2-common shared-mime-info gsettings-desktop-schemas
  fonts-cantarell fonts-noto-core fonts-noto-cjk locales tzdata dbus python3
)

need_proof_tools () {
  command -v apt-get >/dev/null || fail "the stand-in runtime is made of Debian packages: there is no apt-get here"
  [ -n "$(dpkg-query -f '${db:Status-Abbrev}\n' -W "${proof_tools[@]}" 2>&1 | grep -v '^ii')" ] || return 0
  may_install || fail "these packages must be installed first: ${proof_tools[*]}"
  say "installing what builds a Flatpak"
  apt_install "${proof_tools[@]}"
}

# Without a last line end: the commit carries the same text and is compared byte by byte.
runtime_metadata () {
  printf '[Runtime]\nname=org.gnome.%s\nruntime=org.gnome.Platform/%s\nsdk=org.gnome.Sdk/%s' \
    "$1" "$branch" "$branch"
}

# Older builders call a program that newer ones replaced by the command below, and bring the metainfo
# to a place where the command does not look any more.
add_compose () {
  cat >"$1/usr/bin/appstream-compose" <<END
#!/bin/sh
cd /app/share
[ ! -d appdata ] || mv appdata metainfo
mv metainfo/$application.appdata.xml metainfo/$application.metainfo.xml
exec appstreamcli compose --prefix=/ --origin=$application --result-root=/app \\
  --data-dir=/app/share/app-info/xmls --icons-dir=/app/share/app-info/icons/flatpak \\
  --components=$application /app
END
  chmod +x "$1/usr/bin/appstream-compose"
}

# A Debian root, laid out as an Sdk; the Platform is the same files under another name.
export_runtime () {
  local work=$1
  mkdir -p "$work/runtime"/{files,var} "$work/platform"
  add_compose "$work/root"
  mv "$work/root/usr" "$work/runtime/usr"
  mv "$work/root/etc" "$work/runtime/usr/etc"
  runtime_metadata Sdk >"$work/runtime/metadata"
  runtime_metadata Platform >"$work/platform/metadata"
  flatpak build-export --runtime --disable-sandbox --disable-fsync \
    "$work/repo" "$work/runtime" "${branch#*/}"
  ostree --repo="$work/repo" commit --branch="runtime/org.gnome.Platform/$branch" \
    --tree="ref=runtime/org.gnome.Sdk/$branch" --tree="dir=$work/platform" \
    --add-metadata-string=xa.metadata="$(runtime_metadata Platform)"
  flatpak build-update-repo "$work/repo"
}

make_standin () {
  local start=$SECONDS work=$standin.new
  say "making a stand-in for the runtime $branch in $standin (once, about three minutes, 2 GB)"
  rm -rf "$work"
  mkdir -p "$work/root"
  # The list of a frozen mirror may have run out.
  make_debian forky "$work/root" --include="$(IFS=,; echo "${standin_packages[*]}")" \
    --aptopt='Acquire::Check-Valid-Until "false"'
  export_runtime "$work" >&2
  rm -rf "$work"/{root,runtime,platform}
  mv "$work" "$standin"
  find "$cache" -maxdepth 1 -name 'standin-*' ! -path "$standin" -exec rm -rf {} +
  say "made in $((SECONDS - start)) s"
}

# Everything that Flatpak keeps goes into a folder of our own, and nothing into the user's.
install_runtime () {
  flatpak --user remote-add --if-not-exists --no-gpg-verify standin "file://$standin/repo"
  flatpak --user install -y --noninteractive --or-update standin \
    "org.gnome.Sdk/$branch" "org.gnome.Platform/$branch"
}

build_bundle () {
  local work=$1
  flatpak-builder --user --force-clean --install --disable-rofiles-fuse \
    --state-dir="$work/state" --repo="$work/repo" "$work/build" "$manifest"
  # Its name says what it is: it needs the stand-in, and is not for handing out.
  flatpak build-bundle "$work/repo" "$work/stipple-standin.flatpak" "$application"
}

# What the stand-in is made of, and how.
standin_key () {
  {
    echo "$branch ${standin_packages[*]}"
    declare -f runtime_metadata add_compose export_runtime
  } | sha256sum | cut -c1-12
}

cmd_flatpak () {
  local version branch standin work=$src/_build-flatpak
  [ $# = 0 ] || fail "flatpak does not know '$1'"
  need_proof_tools
  version=$(/usr/bin/python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["runtime-version"])' "$manifest")
  branch=$(uname -m)/$version
  standin=$cache/standin-$(standin_key)

  mkdir -p "$cache" "$work"
  (
    flock 9
    [ -d "$standin" ] || make_standin
  ) 9>"$cache/lock"

  export XDG_DATA_HOME=$standin/home
  install_runtime >&2
  build_bundle "$work" >&2
  say "the bundle is $work/stipple-standin.flatpak"
  STIPPLE_PICTURES=$work/pictures "$src/tests/support/headless" --at-home \
    /usr/bin/python3 "$src/tests/e2e/test_flatpak.py" "$application" | tee "$work/log" || true
  "$src/tests/support/totals" --tap "$work/log"
}
