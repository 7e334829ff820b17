# What the gateways share: processes of one folder, each in a group of its own with its number in NAME.pid.
# Sourced by bash at the root of the repository with $dir and $port set.

say() { echo "$@" >&2; }
endpoint() { echo "http://127.0.0.1:$port"; }

need() {
  local program
  for program; do command -v "$program" >/dev/null || { say "There is no $program: install the packages named at the head of $0"; exit 1; }; done
}

alive() { [ -f "$dir/$1.pid" ] && kill -0 "$(cat "$dir/$1.pid")" 2>/dev/null; }

# An empty folder, unless something still runs in it.
fresh() {
  local file name
  for file in "$dir"/*.pid; do
    name=$(basename "$file" .pid)
    ! alive "$name" || { say "$name still runs in $dir: end it with $0 down"; exit 1; }
  done
  rm -rf "$dir"
  mkdir -p "$dir"
}

# NAME COMMAND…
begin() {
  local name=$1
  shift
  setsid "$@" >"$dir/$name.out" 2>&1 </dev/null &
  echo $! >"$dir/$name.pid"
}

# To the process and those it has begun.
signal() { kill "-$2" -- "-$(cat "$dir/$1.pid")"; }

finish() {
  local name=$1
  alive "$name" || return 0
  signal "$name" CONT
  signal "$name" "$2"
  for _ in $(seq 1 150); do alive "$name" || break; sleep 0.1; done
  ! alive "$name" || signal "$name" KILL
  rm -f "$dir/$name.pid"
}

down() {
  local name
  for name; do finish "$name" TERM; done
  rm -rf "$dir"
}

# SECONDS WHAT COMMAND…: waits until the command succeeds.
await() {
  local patience=$1 what=$2 file
  shift 2
  for _ in $(seq 1 $((patience * 5))); do
    "$@" >"$dir/await.out" 2>&1 && return
    sleep 0.2
  done
  say "$what did not come up: $dir"
  for file in "$dir"/await.out "$dir"/*.log "$dir"/*.out; do [ ! -s "$file" ] || { say "-- $file"; tail -n 5 "$file" >&2; }; done
  exit 1
}

# For tests (tests/Testing/S3Server.cs) and for bench/s3.sh.
variables() {
  cat <<END
export OPENPAR_TEST_S3=$(endpoint) AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=$secret
export OPENPAR_TEST_S3_CONTROL=$PWD/$0 OPENPAR_TEST_S3_FOLDER=$dir
END
}
