#!/usr/bin/env bash
# Try the first steps of a new user on a bare Debian 12: nothing but Python and the certificates.
#
#   sudo installer/bare_debian.sh FOLDER [COMMAND ...]
#
# FOLDER takes about 2 GB: "base", the bare system, is made by debootstrap once and kept; "trial" is a fresh
# copy of it with a clean clone of this repository's HEAD, in which each COMMAND runs (by default: the
# tests, then the program's self-test). Removed at the end, unless KEEP=1.
#
# Where it downloads from is said in bare_root.sh.
set -euo pipefail

[[ $# -ge 1 && $EUID -eq 0 ]] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
[[ $# -gt 0 ]] || set -- "python3 pilot.py test" "python3 pilot.py run --self-test"

repository=$(cd "$(dirname "$0")/.." && pwd)
source "$repository/installer/bare_root.sh"
trial=$folder/trial

make_base "$folder/base" python3,ca-certificates
trap 'end_trial "$trial"' EXIT
begin_trial "$folder/base" "$trial"
git clone --quiet --no-hardlinks "$repository" "$trial/root/pilotage"

for command in "$@"; do
    echo "bare_debian: $command"
    SECONDS=0
    inside "$trial" /bin/sh -c "cd /root/pilotage && $command"
    echo "bare_debian: done in $SECONDS s: $command"
done
echo "bare_debian: every command succeeded on bare Debian $(cat "$folder/base/etc/debian_version")"
