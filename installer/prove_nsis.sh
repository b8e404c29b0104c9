#!/bin/sh
# Proves the installer for Windows without Windows: compiles it over a made-up program and, where wine is, installs,
# upgrades, starts and removes it, and looks at every file and every value in the registry.
#
#     sh installer/prove_nsis.sh [FOLDER]
#
# FOLDER is a frozen program to pack instead of the made-up one (of any system: only its files matter here).
# Needs makensis with a 64-bit target (Debian: nsis) and wine64. Says what it did, and ends with 0 when all held.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
python=$root/.venv/bin/python
[ -x "$python" ] || python=$root/build/environment/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
# A home of its own, because wine takes the folders of its person for those of whoever runs it.
export HOME="$work/home" WINEPREFIX="$work/wine" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe="
export LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY || true
failed=0

fail() { echo "  FAILED: $*"; failed=1; }
holds() { what=$1; shift; if "$@"; then echo "  yes  $what"; else fail "$what"; fi; }
fails() { ! "$@"; }

command -v makensis >/dev/null || { echo "makensis is not here (Debian: apt-get install nsis)"; exit 3; }

# -- a program to install: it writes down how it was called, and stays for a while when asked to ---------------------
cat > "$work/program.nsi" <<'NSI'
Target amd64-unicode
OutFile "${OUTPUT}"
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
!include LogicLib.nsh
Section
  ${GetParameters} $0
  FileOpen $1 "$LOCALAPPDATA\called.txt" a
  FileSeek $1 0 END
  FileWriteUTF16LE $1 "$0$\r$\n"
  FileClose $1
  ${If} $0 == "stay"
    Sleep 20000
  ${EndIf}
SectionEnd
NSI
stage() { # FOLDER: two programs, libraries, names that are hard on scripts
    mkdir -p "$1/_internal/desktop/resources/samples" "$1/_internal/a.b/c" "$1/licenses"
    makensis -V1 -NOCD "-DOUTPUT=$1/pilotage.exe" "$work/program.nsi"
    cp "$1/pilotage.exe" "$1/pilotage-cli.exe"
    echo sample > "$1/_internal/desktop/resources/samples/chenghai.pilotage"
    echo name > "$1/_internal/中文 名字 \$INSTDIR.txt"
    echo metadata > "$1/_internal/a.b/c/METADATA"
    echo licence > "$1/LICENSE"
    head -c 300000 /dev/urandom > "$1/_internal/library.dll"
}
if [ $# -gt 0 ]; then
    cp -r "$1" "$work/one"
    makensis -V1 -NOCD "-DOUTPUT=$work/one/pilotage.exe" "$work/program.nsi"
    cp "$work/one/pilotage.exe" "$work/one/pilotage-cli.exe"
else
    stage "$work/one"
fi
cp -r "$work/one" "$work/two"
echo "of the first version only" > "$work/one/_internal/gone.txt"
echo "new" > "$work/two/_internal/new.txt"

compile() { # FOLDER VERSION
    (cd "$root" && "$python" - "$1" "$2" "$work/setup-$2.exe" <<'PY'
import sys
from pathlib import Path
sys.path.insert(0, ".")
from installer import nsis
folder, version, target = sys.argv[1:]
nsis.compile_installer(Path(folder), version, Path(target), stub="amd64-unicode")
PY
    )
}
began=$(date +%s)
compile "$work/one" 1.0.0
compile "$work/two" 1.1.0
echo "compiled: $(find "$work/two" -type f | wc -l) files, $(du -sk "$work/two" | cut -f1) KB into" \
    "$(du -k "$work/setup-1.1.0.exe" | cut -f1) KB, both in $(($(date +%s) - began)) s"

wine=$(command -v wine64 || command -v wine || true)
[ -n "$wine" ] || { echo "wine is not here (Debian: apt-get install wine64): the installer was compiled, not run"; exit 0; }
wineserver=$(command -v wineserver || echo /usr/lib/wine/wineserver64)
trap '"$wineserver" -k 2>/dev/null || true; rm -rf "$work"' EXIT
if [ -x /usr/lib/wine/wine64 ]; then wine=/usr/lib/wine/wine64; fi # Debian's own name asks for 32 bits
"$wine" wineboot -i >/dev/null 2>&1
user=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 ! -name Public | head -n 1)
local=$user/AppData/Local
home=$local/Programs/Pilotage
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

default() { "$wine" reg query "$1" /ve 2>/dev/null | tr -d '\r' | LC_ALL=C sed -n 's/^.*REG_SZ *//p' | tail -n 1; }
named() { "$wine" reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | LC_ALL=C sed -n 's/^.*REG_[A-Z]* *//p' | tail -n 1; }
there() { "$wine" reg query "$1" >/dev/null 2>&1; }
same() { diff -r --exclude uninstall.exe "$1" "$2" >/dev/null; }
run() { set +e; "$wine" "$@" >/dev/null 2>&1; code=$?; set -e; }
classes='HKCU\Software\Classes'
list='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Pilotage'

echo "a Windows that is too old"
"$wine" reg add 'HKCU\Software\Wine' /v Version /d win7 /f >/dev/null 2>&1
run "$work/setup-1.0.0.exe" /S
holds "it is refused with 3" test "$code" = 3
holds "nothing is installed" fails test -e "$home"
"$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1

echo "a first installation"
run "$work/setup-1.0.0.exe" /S
holds "it ends with 0" test "$code" = 0
holds "every file is there, as packed" same "$work/one" "$home"
holds "the start menu has it" test -f "$menu/Pilotage.lnk" -o -f "$menu/领航.lnk"
holds "the file type has a name" test -n "$(default "$classes\\Pilotage.Project")"
holds ".pilotage is that type" test "$(default "$classes\\.pilotage")" = Pilotage.Project
holds "the icon is the program's" test "$(default "$classes\\Pilotage.Project\\DefaultIcon" | grep -c 'pilotage.exe,0$')" = 1
holds "the list of programs knows the version" test "$(named "$list" DisplayVersion)" = 1.0.0
holds "nothing is written for the whole machine" fails there 'HKLM\Software\Pilotage'

echo "a project is opened from its folder"
mkdir -p "$user/Documents/项目 甲" "$local/pilotage/backups"
echo project > "$user/Documents/项目 甲/海港.pilotage"
echo '{"language": "zh_CN"}' > "$local/pilotage/settings.json"
echo mine > "$home/my notes.txt"
"$wine" reg copy "$classes" 'HKLM\Software\Classes' /s /f >/dev/null 2>&1 # wine 8 looks up file types there alone
run start /wait "C:\\users\\$(basename "$user")\\Documents\\项目 甲\\海港.pilotage"
holds "the program gets its whole path" sh -c "iconv -f UTF-16LE -t UTF-8 '$local/called.txt' | grep -q '项目 甲.海港.pilotage\"'"

echo "an upgrade while the program runs"
"$wine" "$home/pilotage.exe" stay >/dev/null 2>&1 &
running=$!
sleep 4
run "$work/setup-1.1.0.exe" /S
holds "it is refused with 4" test "$code" = 4
run "$home/uninstall.exe" /S "_?=C:\\users\\$(basename "$user")\\AppData\\Local\\Programs\\Pilotage"
holds "so is removal" test "$code" = 4
rm "$home/my notes.txt"
holds "nothing was changed" same "$work/one" "$home"
echo mine > "$home/my notes.txt"
wait "$running" || true

echo "an upgrade"
run "$work/setup-1.1.0.exe" /S
rm "$home/my notes.txt" || fail "a person's file in the folder stays"
holds "it ends with 0" test "$code" = 0
holds "every file is the new one, and what only the old one had is gone" same "$work/two" "$home"
holds "the list of programs knows the version" test "$(named "$list" DisplayVersion)" = 1.1.0
holds "settings are as they were" grep -q zh_CN "$local/pilotage/settings.json"
holds "so are projects" grep -q project "$user/Documents/项目 甲/海港.pilotage"

echo "a folder that cannot be made"
run "$work/setup-1.0.0.exe" /S '/D=Z:\proc\Pilotage' # where Linux lets nobody make one
holds "it is refused with 6" test "$code" = 6
holds "what is installed stays" same "$work/two" "$home"

echo "an installation elsewhere, over the older one"
run "$work/setup-1.1.0.exe" /S '/D=C:\Other' place # unquoted, as the switch wants it
elsewhere="$WINEPREFIX/drive_c/Other place"
holds "every file is there" same "$work/two" "$elsewhere"
holds "and no longer in the old place" fails test -e "$home"
"$wine" reg copy "$classes" 'HKLM\Software\Classes' /s /f >/dev/null 2>&1 # wine 8 looks up file types there alone
run start /wait "C:\\users\\$(basename "$user")\\Documents\\项目 甲\\海港.pilotage"
holds "projects open with it" test "$(iconv -f UTF-16LE -t UTF-8 "$local/called.txt" | grep -c pilotage)" = 2

echo "removal"
echo mine > "$elsewhere/my notes.txt"
"$wine" reg add "$classes\\.pilotage" /ve /d Other.Program /f >/dev/null 2>&1
run "$elsewhere/uninstall.exe" /S '_?=C:\Other' place
holds "it ends with 0" test "$code" = 0
rm -f "$elsewhere/uninstall.exe" # it cannot remove itself where it runs in its own place (_?=)
holds "only the person's own file is left" test "$(find "$elsewhere" -type f | wc -l)" = 1
holds "the start menu is as before" fails test -e "$menu/Pilotage.lnk" -o -e "$menu/领航.lnk"
for key in "$list" "$classes\\Pilotage.Project" "$classes\\Applications\\pilotage.exe" 'HKCU\Software\Pilotage' \
    'HKCU\Software\Microsoft\Windows\CurrentVersion\App Paths\pilotage.exe'; do
    holds "no trace in $key" fails there "$key"
done
holds "a file type that another program took over stays its" test "$(default "$classes\\.pilotage")" = Other.Program
holds "projects and settings stay" test -f "$user/Documents/项目 甲/海港.pilotage" -a -f "$local/pilotage/settings.json"

echo "removal as Windows does it"
"$wine" reg delete "$classes\\.pilotage" /f >/dev/null 2>&1
run "$work/setup-1.1.0.exe" /S
run "$home/uninstall.exe" /S
waited=0
while [ -e "$home" ] && [ "$waited" -lt 60 ]; do sleep 1; waited=$((waited + 1)); done
holds "the folder is gone" fails test -e "$home"
holds "so is the file type" fails there "$classes\\.pilotage"

# Windows speaks what wine finds in the environment: a Chinese one is made of Debian's sources where those are.
if localedef -i zh_CN -f UTF-8 "$work/zh_CN.UTF-8" >/dev/null 2>&1; then
    echo "a Chinese Windows"
    "$wineserver" -w
    export LOCPATH="$work" LC_ALL=zh_CN.UTF-8
    run "$work/setup-1.1.0.exe" /S
    holds "it ends with 0" test "$code" = 0
    holds "the start menu speaks Chinese" test -f "$menu/领航.lnk"
    # There a console speaks GBK.
    holds "so does the file type" test "$(default "$classes\\Pilotage.Project" | iconv -f GBK -t UTF-8)" = 领航项目
    holds "so does the list of programs" test "$(named "$list" DisplayName | iconv -f GBK -t UTF-8)" = 领航
    run "$home/uninstall.exe" /S
    waited=0
    while [ -e "$home" ] && [ "$waited" -lt 60 ]; do sleep 1; waited=$((waited + 1)); done
    holds "and all of it goes" fails test -e "$home" -o -e "$menu/领航.lnk"
else
    echo "no Chinese locale can be made here (Debian: locales): the Chinese texts were compiled, not run"
fi

[ "$failed" = 0 ] && echo "all held" || echo "not all held"
exit "$failed"
