# A bare Debian 12 in a folder, and trials in fresh copies of it. Sourced by the scripts beside it; needs root
# and debootstrap. The host's Debian archive and its settings for apt and pip go along, files and environment,
# so that a trial downloads from where the host does. DEBIAN_ARCHIVE names another archive.
# shellcheck shell=bash

suite=bookworm

# The first Debian archive among the host's apt sources, in either of their two formats.
archive() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null |
        awk '/^(URIs:|deb )/ { for (i = 2; i <= NF; i++) if ($i ~ /^https?:.*debian\/?$/ && !n++) print $i }' ||
        true # not every kind of file has to be there
}

# make_base BASE PACKAGES: the bare system with these packages (by comma), made once and kept.
make_base() {
    local base=$1 packages=$2 source
    [[ ! -e $base/.complete ]] || return 0
    rm -rf --one-file-system "$base"
    source=${DEBIAN_ARCHIVE:-$(archive)}
    debootstrap --variant=minbase --include="$packages" "$suite" "$base" ${source:+"$source"}
    rm -rf "$base"/var/cache/apt/archives/*.deb "$base"/var/lib/apt/lists/*
    touch "$base/.complete"
}

# begin_trial BASE TRIAL: a fresh copy, with names, certificates, apt and pip set as on the host, and /proc.
begin_trial() {
    local base=$1 trial=$2 file place
    KEEP=0 end_trial "$trial" # one that was kept goes now
    cp -a "$base" "$trial"
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
    mount -t proc proc "$trial/proc"
}

# inside TRIAL COMMAND...: run something there, with nothing of the host's environment but its ways to download.
inside() {
    local trial=$1 settings
    shift
    mapfile -t settings < <(
        env | grep -E '^(PIP_[A-Z_]+|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|(https?|no|all)_proxy)=' -i
    )
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 ${settings[@]+"${settings[@]}"} \
        chroot "$trial" "$@"
}

# end_trial TRIAL: take it away, unless KEEP=1 asks to leave it for a look.
end_trial() {
    local trial=$1 place
    for place in "$trial/home/planner/my stick 优盘" "$trial/tmp/.X11-unix" "$trial/proc"; do
        if mountpoint -q "$place"; then umount "$place"; fi
    done
    if [[ ${KEEP:-} != 1 ]]; then rm -rf --one-file-system "$trial"; fi
}
