#!/bin/sh
# Runs a command in an image's files as compose and Fargate do: nothing of them can be written, no capability, no way to get
# one, no root. Only /tmp and /data can be written, and are forgotten. As root: confined.sh FILES USER FOLDER COMMAND…
set -eu
[ -n "${CONFINED:-}" ] || CONFINED=yes exec unshare --mount "$0" "$@"
files=$1 user=$2 folder=$3
shift 3

[ -e "$files/etc/resolv.conf" ] || touch "$files/etc/resolv.conf"
mkdir -p "$files/data"
mount --bind "$files" "$files"
mount --bind /etc/resolv.conf "$files/etc/resolv.conf"
mount --rbind /dev "$files/dev"
mount -t proc proc "$files/proc"
mount -t tmpfs -o mode=1777 tmp "$files/tmp"
mount -t tmpfs -o mode=1777 data "$files/data"
mount -o remount,bind,ro "$files"

unset CONFINED
exec chroot "$files" setpriv --reuid "$user" --regid "$user" --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs \
  env --chdir="$folder" "$@"
