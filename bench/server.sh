# What the measurements of the running system share: a server of its own with the demonstration province, and a played role.
# Sourced by bash at the root of the repository; sets $base, $pid (the server) and $jar (cookies of the role).

start_server() {
  port=$1
  base="http://localhost:$port"
  jar=out/bench/cookies
  mkdir -p out/bench
  ./run --port "$port" --data out/bench >out/bench/run.log 2>&1 &
  pid=$!
  [ -n "$(trap -p EXIT)" ] || trap 'kill -TERM $pid 2>/dev/null; wait $pid 2>/dev/null || true' EXIT
  for _ in $(seq 1 600); do
    curl -fs -o out/bench/null "$base/health/live" && return
    kill -0 "$pid" 2>/dev/null || { cat out/bench/run.log >&2; exit 1; }
    sleep 0.5
  done
  echo "the server did not answer: out/bench/run.log" >&2
  exit 1
}

form_token() { grep -o '__RequestVerificationToken[^>]*value="[^"]*"' <<<"$1" | tail -1 | sed 's/.*value="//; s/"$//'; }

# Signs in as a role of the demonstration: the first whose line contains the words given.
play() {
  local page user
  rm -f "$jar"
  page=$(curl -fs -c "$jar" -b "$jar" "$base/try")
  user=$(tr -d '\n' <<<"$page" | sed 's/<tr/\n<tr/g' | grep -F "$1" | grep -o 'value="[0-9a-f-]\{36\}"' | head -1 | sed 's/value="//; s/"//')
  curl -fs -o out/bench/null -c "$jar" -b "$jar" --data-urlencode "__RequestVerificationToken=$(form_token "$page")" --data-urlencode "userId=$user" "$base/try"
}
