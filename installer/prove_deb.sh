#!/usr/bin/env bash
# Prove a package: install it on a bare Debian 12 with nothing but its declared dependencies, use it, upgrade it,
# remove it. Then prove the portable archive that lies beside it, if there is one, on the same system.
#
#   sudo installer/prove_deb.sh FOLDER [PACKAGE.deb]
#
# FOLDER takes about 2 GB: "base-deb", the bare system, is made by debootstrap once and kept; "trial" is a fresh
# copy of it, removed at the end unless KEEP=1; screenshots and the PDF are left in "proof". Without a package,
# the one in dist is taken.
#
# Everything that looks on from outside stays on the host, so that it cannot lend the trial a library: Xvfb (the
# trial gets its socket only), xdotool, ImageMagick, pdftotext. What runs in the trial runs as an ordinary person
# and without a network; only the declared dependencies are downloaded, before the package is there.
#
# Needs: debootstrap xvfb xdotool imagemagick poppler-utils dpkg util-linux; asks lintian too, where it is
set -euo pipefail

[[ $# -ge 1 && $EUID -eq 0 ]] || { sed -n '2,17s/^# \{0,1\}//p' "$0"; exit 2; }
for tool in debootstrap Xvfb xdotool import pdftotext dpkg-deb unshare; do
    command -v "$tool" >/dev/null || { echo "prove_deb: $tool is missing; see the head of $0" >&2; exit 3; }
done
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
package=$(realpath -e "${2:-$(ls -t "$here"/../dist/pilotage_*.deb | head -1)}")
# shellcheck source=bare_root.sh
source "$here/bare_root.sh"
archive=$(ls -t "$(dirname "$package")"/pilotage-*-linux-*.tar.xz 2>/dev/null | head -1) || true
trial=$folder/trial
proof=$folder/proof
screen=:$((100 + RANDOM % 400))
xvfb=

say() { printf 'prove_deb: %s\n' "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

tidy() {
    if [[ $xvfb ]]; then kill "$xvfb" 2>/dev/null || true; fi
    end_trial "$trial"
}

# Something in the trial, without a network.
alone() { unshare -n bash -c "$(declare -f inside); inside \"\$@\"" _ "$trial" "$@"; }

# Something as the person who works there, with a screen.
person() {
    unshare -n chroot --userspec=planner:planner "$trial" env -i PATH=/usr/bin:/bin HOME=/home/planner \
        LANG=C.UTF-8 LANGUAGE="${speaks:-}" DISPLAY="$screen" "$@"
}

# Every file there is, but for what the person and the tools of installation write down for themselves.
listing() {
    find "$trial" -xdev \( -path "$trial/proc" -o -path "$trial/home" -o -path "$trial/tmp" -o \
        -path "$trial/var/log" -o -path "$trial/var/lib/dpkg" -o -path "$trial/var/cache/ldconfig" \) -prune -o \
        -printf '/%P %y %l\n' | sort
}

# window PATTERN PICTURE ARGUMENT...: start the program, wait for a window so called, take its picture, leave by key.
window() {
    local pattern=$1 picture=$2 started seen
    shift 2
    person "${program:-pilotage}" "$@" >"$proof/$picture.log" 2>&1 &
    started=$!
    for _ in $(seq 60); do
        sleep 0.5
        seen=$(DISPLAY=$screen xdotool search --onlyvisible --name "$pattern" 2>/dev/null | tail -1) || true
        [[ -z $seen ]] || break
        kill -0 "$started" 2>/dev/null || fail "the program ended: $(cat "$proof/$picture.log")"
    done
    [[ $seen ]] || fail "no window called “$pattern”; there are: $(titles)"
    sleep 4 # the page is built after the window has its name
    say "window: $(DISPLAY=$screen xdotool getwindowname "$seen")"
    DISPLAY=$screen import -window root "$proof/$picture.png"
    DISPLAY=$screen xdotool windowfocus --sync "$seen" key ctrl+q
    for _ in $(seq 40); do
        kill -0 "$started" 2>/dev/null || break
        sleep 0.5
    done
    wait "$started" || fail "the program left with code $?: $(cat "$proof/$picture.log")"
    [[ ! -s $proof/$picture.log ]] || fail "the program complained: $(cat "$proof/$picture.log")"
}

titles() {
    DISPLAY=$screen xdotool search --onlyvisible --name . 2>/dev/null |
        while read -r found; do DISPLAY=$screen xdotool getwindowname "$found"; done
}

digest() { sha256sum "$1" | cut -d' ' -f1; }

make_base "$folder/base-deb" ca-certificates
trap tidy EXIT
begin_trial "$folder/base-deb" "$trial"
rm -rf "$proof"
mkdir -p "$proof"
if command -v lintian >/dev/null; then
    lintian --fail-on none "$package" >"$proof/lintian" 2>/dev/null || fail "lintian cannot read the package"
    say "lintian has $(wc -l <"$proof/lintian") remarks that the package does not answer"
    ! grep custom-library-search-path "$proof/lintian" || fail "a library looks for others in a folder of the builder"
fi
inside "$trial" useradd --create-home --shell /bin/sh planner
[[ ! -e $trial/usr/bin/python3 ]] || fail "the bare system has a Python"

say "installing the declared dependencies: $(dpkg-deb -f "$package" Depends)"
inside "$trial" apt-get update -qq
inside "$trial" env DEBIAN_FRONTEND=noninteractive apt-get satisfy -y -qq --no-install-recommends \
    "$(dpkg-deb -f "$package" Depends)" >"$proof/dependencies.log" 2>&1 || fail "$(tail -5 "$proof/dependencies.log")"
listing >"$proof/before"

say "installing the package without a network"
cp "$package" "$trial/root/pilotage.deb"
SECONDS=0
alone dpkg -i /root/pilotage.deb >"$proof/install.log" 2>&1 || fail "$(cat "$proof/install.log")"
say "installed in $SECONDS s: $(inside "$trial" dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} KB' pilotage)"
[[ ! -e $trial/usr/bin/python3 ]] || fail "Python came along as a dependency"

say "self-test: $(person pilotage --self-test)"

mkdir -p "$trial/tmp/.X11-unix" /tmp/.X11-unix
chmod 1777 /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$trial/tmp/.X11-unix"
Xvfb "$screen" -screen 0 1400x900x24 -nolisten tcp -ac >/dev/null 2>&1 &
xvfb=$!
for _ in $(seq 20); do [[ -S /tmp/.X11-unix/X${screen#:} ]] && break || sleep 0.3; done

inside "$trial" install -d -o planner -g planner /home/planner/projects
project=$trial/home/planner/projects/client.pilotage
inside "$trial" install -o planner -g planner -m 600 \
    /usr/lib/pilotage/_internal/desktop/resources/samples/chenghai.pilotage /home/planner/projects/client.pilotage
whole=$(digest "$project")

window '^Pilotage$' start
window 'Chenghai.* — Pilotage$' opened /home/planner/projects/client.pilotage
speaks=zh_CN window '^领航$' chinese

person pilotage report /home/planner/projects/client.pilotage --kind status --language zh --audience client \
    -o /home/planner/report.pdf
! grep -q ' ERROR ' "$trial"/home/planner/.local/state/pilotage/log/*.log || fail "errors in the log"
cp "$trial/home/planner/report.pdf" "$proof/report.pdf"
pdftotext -raw "$proof/report.pdf" "$proof/report.txt"
for word in 澄海银行 状态报告 里程碑; do
    grep -q "$word" "$proof/report.txt" || fail "the report does not say $word"
done
say "report: $(stat -c %s "$proof/report.pdf") bytes, $(grep -oP '\p{Han}' "$proof/report.txt" | wc -l) Chinese characters"

say "replaced and removed while it runs"
installed=$trial/usr/lib/pilotage/pilotage
person pilotage /home/planner/projects/client.pilotage >"$proof/replaced.log" 2>&1 &
running=$!
seen=$(DISPLAY=$screen timeout 60 xdotool search --sync --onlyvisible --name 'Chenghai.* — Pilotage$' | tail -1) || fail "no window"
cp -p "$installed" "$installed.kept"
head -c 100000 /dev/urandom >"$installed.later"
mv "$installed.later" "$installed" # as dpkg does
for page in 2 3 4 5; do DISPLAY=$screen xdotool windowfocus --sync "$seen" key "ctrl+$page" && sleep 3; done
rm "$installed"
for page in 6 7 1; do DISPLAY=$screen xdotool windowfocus --sync "$seen" key "ctrl+$page" && sleep 3; done
DISPLAY=$screen xdotool key ctrl+q
wait "$running" || fail "it left with code $?: $(cat "$proof/replaced.log")"
[[ ! -s $proof/replaced.log ]] || fail "it complained: $(cat "$proof/replaced.log")"
! grep ' ERROR ' "$trial"/home/planner/.local/state/pilotage/log/*.log || fail "errors in the log"
mv "$installed.kept" "$installed"

settings=$trial/home/planner/.config/pilotage/settings.json
grep -q client.pilotage "$settings" || fail "the recent files do not have the project"
kept=$(digest "$settings")
say "upgrading to a later version"
dpkg-deb -R "$package" "$folder/later"
sed -i 's/^Version: .*/&+later/' "$folder/later/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$folder/later" "$trial/root/later.deb" >/dev/null
rm -rf "$folder/later"
alone dpkg -i /root/later.deb >"$proof/upgrade.log" 2>&1 || fail "$(cat "$proof/upgrade.log")"
say "upgraded: $(inside "$trial" dpkg-query -W -f '${Package} ${Version}' pilotage)"
[[ $(digest "$settings") == "$kept" ]] || fail "the upgrade changed the settings"
window '^Pilotage$' upgraded
grep -q client.pilotage "$settings" || fail "the upgrade lost the recent files"
window 'Chenghai.* — Pilotage$' reopened /home/planner/projects/client.pilotage
alone dpkg -i /root/pilotage.deb >"$proof/downgrade.log" 2>&1 || fail "$(cat "$proof/downgrade.log")"
say "and back: $(inside "$trial" dpkg-query -W -f '${Package} ${Version}' pilotage): $(person pilotage --self-test)"
grep -q client.pilotage "$settings" || fail "going back lost the recent files"

say "removing"
alone dpkg --remove pilotage >"$proof/remove.log" 2>&1 || fail "$(cat "$proof/remove.log")"
grep -q '\.pilotage' "$proof/remove.log" || fail "nobody was told where the projects are"
alone dpkg --purge pilotage >"$proof/purge.log" 2>&1 || fail "$(cat "$proof/purge.log")"
rm "$trial/root/pilotage.deb" "$trial/root/later.deb"
listing >"$proof/after"
diff "$proof/before" "$proof/after" >"$proof/residue" || fail "residue: $(cat "$proof/residue")"
[[ $(digest "$project") == "$whole" ]] || fail "the project is not what it was"
grep -q client.pilotage "$settings" || fail "the settings are gone"

if [[ $archive ]]; then
    say "the portable archive $(basename "$archive"): from a folder"
    home=$trial/home/planner
    stick='/home/planner/my stick 优盘'
    elsewhere='/home/planner/另一处 elsewhere'
    mkdir "$trial$stick"
    tar -xf "$archive" -C "$trial$stick" --strip-components 1
    inside "$trial" chown -R planner:planner "$stick"
    [[ -z $(find "$trial$stick" -type l) ]] || fail "a stick formatted for Windows cannot hold its links"
    mv "$home/.config" "$home/.config-kept"
    rm -rf "$home/.local"
    say "self-test: $(person "$stick/pilotage" --self-test)"
    program=$stick/pilotage window 'Chenghai.* — Pilotage$' portable /home/planner/projects/client.pilotage
    grep -q client.pilotage "$trial$stick/data/settings.json" || fail "the settings are not beside the program"
    [[ -s $trial$stick/data/log/pilotage.log ]] || fail "the log is not beside the program"
    [[ ! -e $home/.config && ! -e $home/.local ]] || fail "the portable program left something behind"
    say "moved to another folder, and with damaged settings there"
    mv "$trial$stick" "$trial$elsewhere"
    program=$elsewhere/pilotage window '^Pilotage$' moved
    grep -q client.pilotage "$trial$elsewhere/data/settings.json" || fail "moved, it lost the recent files"
    head -c 3000 /dev/urandom >"$trial$elsewhere/data/settings.json"
    program=$elsewhere/pilotage window '^Pilotage$' damaged
    [[ -s $trial$elsewhere/data/settings.damaged.json ]] || fail "the damaged settings were not kept"
    program=$elsewhere/pilotage window '^Pilotage$' safe-mode --safe-mode
    [[ ! -e $home/.config && ! -e $home/.local ]] || fail "the portable program left something behind"
    mv "$trial$elsewhere" "$trial$stick"
    mount --bind "$trial$stick" "$trial$stick"
    mount -o remount,ro,bind "$trial$stick"
    say "from a stick that cannot be written to"
    speaks=zh_CN program=$stick/pilotage window 'Chenghai.* — 领航$' read-only /home/planner/projects/client.pilotage
    grep -q client.pilotage "$settings" || fail "nothing was remembered, neither beside the program nor with the person"
    umount "$trial$stick"
    rm -rf "$home/.config" "${trial:?}$stick"
    mv "$home/.config-kept" "$home/.config"
fi

say "with the tools of a desktop: file type, menus, manual page"
inside "$trial" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    shared-mime-info desktop-file-utils libglib2.0-bin man-db >"$proof/desktop.log" 2>&1 || fail "$(tail -5 "$proof/desktop.log")"
cp "$package" "$trial/root/pilotage.deb"
alone dpkg -i /root/pilotage.deb >>"$proof/desktop.log" 2>&1
cp "$project" "$trial/tmp/nameless"
for file in /home/planner/projects/client.pilotage /tmp/nameless; do
    told=$(inside "$trial" gio info -a standard::content-type "$file" | grep -o 'application/.*')
    [[ $told == application/x-pilotage ]] || fail "$file is taken for $told"
done
opener=$(inside "$trial" gio mime application/x-pilotage)
grep -q 'pilotage.desktop' <<<"$opener" || fail "nothing opens a project: $opener"
inside "$trial" desktop-file-validate /usr/share/applications/pilotage.desktop
alone dpkg --purge pilotage >>"$proof/desktop.log" 2>&1
[[ -z $(find "$trial/usr" "$trial/etc" "$trial/var" -path "$trial/var/lib/dpkg" -prune -o -path "$trial/var/log" -prune -o -iname '*pilotage*' -print) ]] ||
    fail "residue after the desktop's caches"
! grep -q pilotage "$trial/usr/share/applications/mimeinfo.cache" "$trial/usr/share/mime/globs2" 2>/dev/null || fail "a cache still knows it"

say "everything succeeded on Debian $(cat "$folder/base-deb/etc/debian_version"); pictures and the report are in $proof"
