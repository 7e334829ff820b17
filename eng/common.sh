# What ./run, ./test and ./openpar share: sentences in two languages, checks of the machine, building only what changed.
# Sourced by bash with $root set to the repository.

out="$root/out"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n%s\n' "$1" "$2" >&2; }
refuse() { say "$1" "$2"; exit "${3:-1}"; }
has() { command -v "$1" >/dev/null 2>&1; }

# A machine user without a home of their own still needs somewhere for packages.
if [ ! -w "${HOME:-/nonexistent}" ]; then
  export HOME="$out/home"
  mkdir -p "$HOME" 2>/dev/null || true
fi

need_dotnet() {
  if ! has dotnet && [ -x "$HOME/.dotnet/dotnet" ]; then PATH="$HOME/.dotnet:$PATH"; fi
  has dotnet || refuse "Chưa có .NET: hãy cài .NET SDK 10 (https://dot.net) rồi chạy lại." \
    "There is no .NET: install the .NET SDK 10 (https://dot.net), then run again."
}

need_sdk() {
  need_dotnet
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || refuse "Cần .NET SDK 10, máy này chưa có: hãy cài từ https://dot.net rồi chạy lại." \
    "The .NET SDK 10 is needed and not here: install it from https://dot.net, then run again."
}

need_node() {
  local version
  version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p')
  if [ "${version:-0}" -lt 20 ] || ! has npm; then
    refuse "Cần Node.js 20 trở lên kèm npm: hãy cài (https://nodejs.org) rồi chạy lại." \
      "Node.js 20 or newer with npm is needed: install it (https://nodejs.org), then run again."
  fi
}

# Whether NAME was built after the last change of the sources given. Files are compared with the moment the build began, folders (for
# deleted and renamed files) with the moment it ended, because a build makes folders of its own.
built() {
  local name=$1 program=$2; shift 2
  local start="$out/stamps/$name.start" end="$out/stamps/$name.end"
  [ -f "$program" ] && [ -f "$start" ] && [ -f "$end" ] || return 1
  [ -z "$(find "$@" "$root"/Directory.*.props "$root/global.json" "$root/.editorconfig" \
    \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune \
    -o -type f -newer "$start" -print -o -type d -newer "$end" -print 2>/dev/null | head -n 1)" ]
}

# One build at a time in this checkout; freed when the process ends, however it ends.
lock_build() {
  if ! { mkdir -p "$out/stamps" && : >>"$out/build.lock"; } 2>/dev/null; then
    refuse "Không ghi được vào $out: cần quyền ghi và chỗ trống trên đĩa để biên dịch." \
      "Cannot write to $out: building needs write permission and room on the disk."
  fi
  if has flock; then
    exec 9>"$out/build.lock"
    flock 9
  else
    until ln -s "$$" "$out/build.pid" 2>/dev/null; do
      kill -0 "$(readlink "$out/build.pid")" 2>/dev/null || rm -f "$out/build.pid"
      sleep 0.2
    done
  fi
}

unlock_build() { if has flock; then exec 9>&-; else rm -f "$out/build.pid"; fi; }

# Runs dotnet quietly; on failure shows what it said, or the one sentence for the two failures that are not the code's.
quietly() {
  local log="$out/build.log"
  # The compiler's daemon must not inherit the lock.
  if dotnet "$@" >"$log" 2>&1 9>&-; then return 0; fi
  if grep -q 'No space left on device\|not enough space on the disk' "$log"; then
    say "Ổ đĩa đã đầy: hãy giải phóng dung lượng rồi chạy lại." "The disk is full: free some space, then run again."
  elif grep -q 'NU1301\|ENOTFOUND\|EAI_AGAIN' "$log"; then
    say "Không tải được các gói: hãy kiểm tra kết nối mạng hoặc proxy rồi chạy lại." \
      "Packages could not be fetched: check the network or the proxy, then run again."
  else
    grep -E 'error|npm ERR' "$log" | sort -u | head -n 40 >&2 || true
    say "Biên dịch không thành công; toàn bộ thông báo ở $log." "The build failed; everything it said is in $log."
  fi
  return 1
}

# build NAME PROGRAM PROJECT SOURCES...: builds PROJECT unless PROGRAM is newer than everything it is made of.
build() {
  local name=$1 program=$2 project=$3; shift 3
  built "$name" "$program" "$@" && return 0
  need_sdk
  if [ "$name" != openpar ]; then need_node; fi
  lock_build
  if ! built "$name" "$program" "$@"; then
    say "Đang biên dịch (lần đầu mất vài phút)…" "Building (the first time takes some minutes)…"
    : >"$out/stamps/$name.start"
    quietly build "$project" -c Release -v quiet -nologo || exit 1
    : >"$out/stamps/$name.end"
  fi
  unlock_build
}

# install_packages PACKAGE...: by apt as root, or with a sudo that asks nothing; false where that is not possible.
install_packages() {
  has apt-get || return 1
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo && sudo -n true 2>/dev/null || return 1
    as=(sudo -n)
  fi
  mkdir -p "$out"
  local get=("${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get)
  "${get[@]}" install -y --no-install-recommends "$@" >"$out/apt.log" 2>&1 </dev/null && return 0
  "${get[@]}" update >>"$out/apt.log" 2>&1 </dev/null
  "${get[@]}" install -y --no-install-recommends "$@" >>"$out/apt.log" 2>&1 </dev/null
}

has_postgres() {
  [ -n "${OPENPAR_PG_BIN:-}" ] || has pg_config || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}
