#!/usr/bin/env bash
# Try the first steps of a new user on a bare Debian 12: nothing but Python and the certificates.
#
#   sudo installer/bare_debian.sh FOLDER [COMMAND ...]
#
# FOLDER takes about 2 GB: "base", the bare system, is made by debootstrap once and kept; "trial" is a fresh
# copy of it with a clean clone of this repository's HEAD, in which each COMMAND runs (by default: the
# tests, then the program's self-test). Removed at the end, unless KEEP=1.
#
# The host's Debian archive and its settings for apt and pip go along, files and environment, so that the
# trial downloads from where the host does. DEBIAN_ARCHIVE names another archive.
set -euo pipefail

[[ $# -ge 1 && $EUID -eq 0 ]] || { sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2; }
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
[[ $# -gt 0 ]] || set -- "python3 pilot.py test" "python3 pilot.py run --self-test"

repository=$(cd "$(dirname "$0")/.." && pwd)
base=$folder/base
trial=$folder/trial
suite=bookworm

# The first Debian archive among the host's apt sources, in either of their two formats.
archive() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null |
        awk '/^(URIs:|deb )/ { for (i = 2; i <= NF; i++) if ($i ~ /^https?:.*debian\/?$/ && !n++) print $i }' ||
        true # not every kind of file has to be there
}

tidy() {
    if mountpoint -q "$trial/proc"; then umount "$trial/proc"; fi
    if [[ ${KEEP:-} != 1 ]]; then rm -rf --one-file-system "$trial"; fi
}

if [[ ! -e $base/.complete ]]; then
    rm -rf --one-file-system "$base"
    source=${DEBIAN_ARCHIVE:-$(archive)}
    debootstrap --variant=minbase --include=python3,ca-certificates "$suite" "$base" ${source:+"$source"}
    rm -rf "$base"/var/cache/apt/archives/*.deb "$base"/var/lib/apt/lists/*
    touch "$base/.complete"
fi

tidy
trap tidy EXIT
cp -a "$base" "$trial"

# Where things come from: names, certificates, apt, pip.
for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt /etc/pip.conf \
    "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do
    [[ -e $file ]] || continue
    place=$trial${file/#"$HOME"//root}
    mkdir -p "$(dirname "$place")"
    cp -L "$file" "$place"
done
if [[ -d /etc/apt/auth.conf.d ]]; then cp -a /etc/apt/auth.conf.d/. "$trial/etc/apt/auth.conf.d/"; fi
# Only what concerns downloading: other fragments call programs that a bare system does not have.
grep -rlE '^ *Acquire::' /etc/apt/apt.conf.d | xargs -r cp -t "$trial/etc/apt/apt.conf.d"
mapfile -t settings < <(env | grep -E '^(PIP_[A-Z_]+|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|(https?|no|all)_proxy)=' -i)

git clone --quiet --no-hardlinks "$repository" "$trial/root/pilotage"
mount -t proc proc "$trial/proc"

for command in "$@"; do
    echo "bare_debian: $command"
    SECONDS=0
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${settings[@]+"${settings[@]}"} \
        chroot "$trial" /bin/sh -c "cd /root/pilotage && $command"
    echo "bare_debian: done in $SECONDS s: $command"
done
echo "bare_debian: every command succeeded on bare Debian $(cat "$base/etc/debian_version")"
