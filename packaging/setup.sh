# Readies this checkout: Python, the packages of pyproject.toml in .venv, the libraries that Qt needs.
#
# Sourced by run and test, which set ROOT (the checkout) and then call set_up, set_up_qt, has_display.
# POSIX sh. Speaks only on standard error. Exit 4: this machine lacks something; the sentence says what.
# What is already done costs no work: the stamps in .venv hold what they were made from.
# shellcheck disable=SC1111  # typographic quotes are the voice of the product

VENV=${ROOT:?}/.venv
PY=$VENV/bin/python
OLDEST_PYTHON=3.11
NEWEST_PYTHON=3.14
ROOM="about 1 GB"

# A PYTHONPATH made for another program would put foreign modules before ours.
unset PYTHONHOME PYTHONPATH

# Compiled modules are kept out of sight in .venv: a start must not compile everything anew.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX="$VENV/compiled"

say() { printf 'plplanner: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 4
}

# --- why a tool failed, in one sentence -------------------------------------------------------

# The first host that apt-get or pip could not reach, from what it printed ($1); else nothing.
unreachable_host() {
    printf '%s\n' "$1" | sed -n \
        -e "s/.*Could not resolve '\([^']*\)'.*/\1/p" \
        -e "s/.*Temporary failure resolving '\([^']*\)'.*/\1/p" \
        -e "s/.*[Cc]ould not connect to \([^ :]*\).*/\1/p" \
        -e "s/.*Failed to fetch [a-z]*:\/\/\([^/]*\)\/.*/\1/p" \
        -e "s/.*host=['\"]\([^'\"]*\)['\"].*/\1/p" \
        -e "s/.*Failed to establish a new connection.*/the package index pypi.org/p" \
        -e "s/.*connection broken by.*/the package index pypi.org/p" | sed -n 1p
}

# True below 20 MB. Asked because python -m venv keeps pip's own last words to itself.
disk_is_full() {
    free_kb=$(df -Pk "$ROOT" 2>/dev/null | awk 'NR == 2 { print $4 }')
    [ "${free_kb:-20000}" -lt 20000 ]
}

# $1: what was being done ("install Python"). $2: what the tool printed.
stop_because() {
    full="The disk is full, so plplanner could not $1. Please free $ROOM and start again."
    disk_is_full && stop "$full"
    case $2 in
    *"No space left"* | *"enough free space"* | *"quota exceeded"*) stop "$full" ;;
    *"Permission denied"* | *"Read-only file system"* | *"Operation not permitted"*)
        stop "plplanner may not write to $ROOT, so it could not $1. Please move it to a folder of your own and start again." ;;
    esac
    unreachable=$(unreachable_host "$2")
    case $2 in
    *CERTIFICATE_VERIFY_FAILED* | *"certificate verification failed"*)
        stop "$unreachable answered with a certificate that this computer does not trust, so plplanner could not $1. A school's web filter or a wrong clock does that. Please ask whoever looks after the network; PIP_CERT=FILE ./run names its certificate." ;;
    esac
    [ -z "$unreachable" ] ||
        stop "Could not reach $unreachable to $1. Please connect this computer to the internet and start again; once set up, plplanner works offline."
    say "Could not $1. The last lines of the tool that failed:"
    printf '%s\n' "$2" | tail -n 8 >&2
    exit 4
}

# --- system packages --------------------------------------------------------------------------

package_manager() {
    for manager in apt-get dnf pacman; do
        command -v "$manager" >/dev/null 2>&1 && printf '%s' "$manager" && return
    done
    return 0
}

# $1: what for ("Python"). $2, $3, $4: the packages for apt-get, dnf, pacman.
install_packages() {
    manager=$(package_manager)
    case $manager in
    apt-get) packages=$2 line="apt-get install --no-install-recommends $2" ;;
    dnf) line="dnf install $3" ;;
    pacman) line="pacman -S --needed $4" ;;
    *) stop "This computer lacks $1. Please install it and start again." ;;
    esac
    if [ "$manager" != apt-get ] || [ "$(id -u)" != 0 ]; then
        stop "This computer lacks $1. Please run this as administrator (root), then start again:  $line"
    fi
    say "Installing $1, once: $packages"
    # Package lists on the machine may be good enough, so a failing update alone stops nothing.
    # shellcheck disable=SC2086  # the names are meant to be split
    said=$({
        LC_ALL=C apt-get -q update
        LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -qy -o DPkg::Lock::Timeout=300 \
            install --no-install-recommends $packages
    } 2>&1 </dev/null) || stop_because "install $1" "$said"
}

# --- Python -----------------------------------------------------------------------------------

# Runs it, because a pyenv shim is there even when its Python is not.
python_fits() {
    "$1" -I -c 'import sys
oldest, newest = (tuple(map(int, version.split("."))) for version in sys.argv[1:])
sys.exit(not oldest <= sys.version_info[:2] <= newest)' "$OLDEST_PYTHON" "$NEWEST_PYTHON" 2>/dev/null
}

# Sets BASE to the first Python that fits and can make a .venv. Otherwise fails, with NO_VENV the
# version of a Python that would fit if it could make one (Debian keeps that in a package of its own).
find_python() {
    BASE='' NO_VENV=''
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.13 python3.12 python3.14 python3.11 python3; fi
    for candidate in "$@"; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        python_fits "$candidate" || continue
        if "$candidate" -I -c 'import ensurepip, venv' 2>/dev/null; then
            BASE=$candidate
            return 0
        fi
        NO_VENV=${NO_VENV:-$("$candidate" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])')}
    done
    return 1
}

get_python() {
    find_python && return
    [ -z "${PYTHON:-}" ] ||
        stop "PYTHON is set to “$PYTHON”, which is not a Python $OLDEST_PYTHON to $NEWEST_PYTHON with venv. Please name another, or unset PYTHON, and start again."
    if [ -n "$NO_VENV" ]; then
        install_packages "the part of Python that makes environments" "python$NO_VENV-venv" python3 python
    else
        install_packages "Python $OLDEST_PYTHON or newer" "python3 python3-venv" python3 python
    fi
    find_python ||
        stop "This system offers no Python $OLDEST_PYTHON to $NEWEST_PYTHON. Please install one and start again with PYTHON=/path/to/python ./run"
}

python_identity() { "$1" -I -c 'import sys; print(sys.version_info[:3], sys.base_prefix)' 2>/dev/null; }

# True unless the caller asks, by PYTHON, for another Python than the one .venv was made with.
python_is_the_one_asked_for() {
    [ -z "${PYTHON:-}" ] || [ "$(python_identity "$PYTHON")" = "$(python_identity "$PY")" ]
}

# --- .venv ------------------------------------------------------------------------------------

# What .venv is made from, in one line. readlink shows a new Python without starting it.
made_from() {
    printf '%s %s %s' "$(cat "$ROOT/constraints.txt" "$ROOT/pyproject.toml" "$ROOT/packaging/setup.sh" | cksum)" \
        "$(readlink -f "$PY")" "$ROOT"
}

stamp_holds() {
    [ -r "$VENV/$1" ] && IFS= read -r stamped <"$VENV/$1" && [ "$stamped" = "$2" ]
}

# A stamp that cannot be written (another user's .venv) only means that we look again next time.
write_stamp() { { printf '%s\n' "$2" >"$VENV/$1"; } 2>/dev/null || :; }

# $1: run, or dev (which holds all of run).
is_set_up() {
    [ -x "$PY" ] && [ ! -e "$VENV/.building" ] && python_is_the_one_asked_for || return 1
    wanted=$(made_from)
    stamp_holds .ready-dev "$wanted" || stamp_holds ".ready-$1" "$wanted"
}

# One set-up at a time. The kernel drops the lock when its holder ends, however it ends.
take_lock() {
    said=$(LC_ALL=C mkdir -p "$VENV" 2>&1 && LC_ALL=C touch "$VENV/.lock" 2>&1) ||
        stop_because "set itself up there" "$said"
    exec 9>"$VENV/.lock"
    lock_now -n && return
    say "Another start is setting plplanner up. Waiting for it."
    lock_now
}

# macOS has no flock command, but its Python can lock the same open file.
lock_now() {
    if command -v flock >/dev/null 2>&1; then
        flock "$@" 9
    elif find_python; then
        "$BASE" -I -c 'import fcntl, sys
fcntl.flock(9, fcntl.LOCK_EX | (fcntl.LOCK_NB if sys.argv[1:] else 0))' "$@" 2>/dev/null
    else
        return 0 # nothing to lock with, and get_python stops next
    fi
}

# A set-up that was cut off leaves .building behind; what it left cannot be trusted.
venv_is_sound() {
    [ ! -e "$VENV/.building" ] && python_fits "$PY" && "$PY" -I -c 'import pip' 2>/dev/null &&
        python_is_the_one_asked_for
}

make_venv() {
    get_python
    say "Setting up plplanner in $VENV. This happens once."
    find "$VENV" -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
    said=$(LC_ALL=C touch "$VENV/.building" 2>&1 && LC_ALL=C "$BASE" -m venv "$VENV" 2>&1 </dev/null) ||
        stop_because "set up its Python environment" "$said"
}

# $1: run or dev. Prints the ranges of pyproject.toml, one a line.
needed_packages() {
    "$PY" -I -c 'import sys, tomllib
with open(sys.argv[1], "rb") as file:
    project = tomllib.load(file)["project"]
extra = project["optional-dependencies"]["dev"] if sys.argv[2] == "dev" else []
print(*project["dependencies"], *extra, sep="\n")' "$ROOT/pyproject.toml" "$1"
}

install_dependencies() {
    # The project itself is not installed: this line lets Python see src. Relative, so that the
    # checkout may be renamed.
    said=$(LC_ALL=C touch "$VENV/.building" 2>&1 && needed_packages "$1" 2>&1 >"$VENV/needed.txt" &&
        for site in "$VENV"/lib/python3*/site-packages; do printf '../../../../src\n' >"$site/plplanner-checkout.pth"; done 2>&1) ||
        stop_because "write to its Python environment" "$said"
    code=0
    said=$(LC_ALL=C PIP_USER=0 "$PY" -m pip install --quiet --no-input --disable-pip-version-check \
        --only-binary :all: --constraint "$ROOT/constraints.txt" --requirement "$VENV/needed.txt" 2>&1 </dev/null) || code=$?
    # pip fetches everything before it touches anything, so after "not reached" .venv is as before.
    [ "$code" = 0 ] || { [ -n "$(unreachable_host "$said")" ] && rm -f "$VENV/.building"; }
    [ "$code" = 0 ] || stop_because "fetch the packages it is built on" "$said"
    said=$(LC_ALL=C "$PY" -P -c 'import plplanner' 2>&1) || stop_because "find its own code" "$said"
}

# Readies .venv. $1: run, or dev for the tests' tools as well.
set_up() {
    is_set_up "$1" && return
    take_lock
    if ! is_set_up "$1"; then
        trap 'say "The set-up was interrupted. The next start does it again."; exit 130' INT TERM HUP
        if venv_is_sound; then
            say "Bringing the packages that plplanner is built on up to date."
        else
            make_venv
            say "Fetching the packages that plplanner is built on (about 120 MB; half a minute or so)."
        fi
        install_dependencies "$1"
        write_stamp ".ready-$1" "$(made_from)"
        rm -f "$VENV/.building"
        trap - INT TERM HUP
        say "plplanner is set up."
    fi
    exec 9>&-
}

# --- Qt ---------------------------------------------------------------------------------------

# The system libraries that Qt asks for and the dynamic linker cannot find, on one line.
# Asked of ldd, because Qt blames libxcb-cursor0 whatever is missing.
missing_qt_libraries() {
    for qt in "$VENV"/lib/python3*/site-packages/PySide6; do
        for file in QtGui.abi3.so QtWidgets.abi3.so QtNetwork.abi3.so QtPrintSupport.abi3.so QtSvg.abi3.so \
            QtTest.abi3.so Qt/plugins/platforms/libqxcb.so Qt/plugins/platforms/libqoffscreen.so; do
            LC_ALL=C ldd "$qt/$file" 2>/dev/null
        done
    done | awk '/not found/ && !seen[$1]++ { printf "%s%s", sep, $1; sep = " " }'
}

# Only the window, its self-test and the tests need Qt; reading, grouping and printing do not.
set_up_qt() {
    [ "$(uname -s)" = Linux ] && command -v ldd >/dev/null 2>&1 || return 0
    machine="$(made_from) $(uname -nr)"
    stamp_holds .ready-qt "$machine" && return
    take_lock
    if [ -n "$(missing_qt_libraries)" ]; then
        install_packages "the system libraries that draw windows" \
            "libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libgssapi-krb5-2" \
            "krb5-libs glib2 mesa-libGL mesa-libEGL dbus-libs fontconfig libxkbcommon libxkbcommon-x11 libxcb xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm" \
            "krb5 glib2 libglvnd dbus fontconfig libxkbcommon libxkbcommon-x11 libxcb xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm"
    fi
    still=$(missing_qt_libraries)
    [ -z "$still" ] || stop "These system libraries are still missing, so no window can be drawn: $still"
    write_stamp .ready-qt "$machine"
    exec 9>&-
}

# True when there is a screen that answers. Asked before Qt, which aborts without one.
has_display() {
    [ "$(uname -s)" = Linux ] || return 0
    [ -z "${QT_QPA_PLATFORM:-}" ] || return 0
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    "$PY" -I -S "$ROOT/packaging/display.py"
}
