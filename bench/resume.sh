#!/usr/bin/env bash
# A file of 2 GB to the resumable upload (tus) while the server is killed with -9 several times in the middle. After each kill the server says
# how much it has, which may only grow; at the end the stored bytes are the sent ones. Prints times and the highest resident memory of the server.
# Usage: bench/resume.sh [PORT [KILLS]]
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/server.sh
kills=${2:-3}
start_server "${1:-5088}"
highest() { grep VmHWM "/proc/$pid/status" | tr -s '\t ' ' '; }
tus=(-b "$jar" -H 'Tus-Resumable: 1.0.0')
offset() { curl -fsI "${tus[@]}" "$base$upload" | tr -d '\r' | awk 'tolower($1) == "upload-offset:" { print $2 }'; }
send() { tail -c "+$(($1 + 1))" "$file" | curl -s "${tus[@]}" -X PATCH -T - -H 'Content-Type: application/offset+octet-stream' -H "Upload-Offset: $1" -o out/bench/answer.txt -w '%{http_code}' "$base$upload"; }

file=out/bench/2gb.pdf
{ printf '%%PDF-1.4\n'; head -c $((2 * 1024 * 1024 * 1024 - 9)) /dev/urandom; } >"$file"
hash=$(sha256sum "$file" | cut -d' ' -f1)
play "Cán bộ đầu mối"
upload=$(curl -fsi "${tus[@]}" -X POST -H "Upload-Length: $(stat -c %s "$file")" -H "Upload-Metadata: filename $(printf '2gb.pdf' | base64)" "$base/uploads" | tr -d '\r' | awk 'tolower($1) == "location:" { print $2 }')
echo "before: $(highest)"
had=0
for kill in $(seq 1 "$kills"); do
  send "$had" >out/bench/code.txt 2>/dev/null &
  sending=$!
  sleep "1.$kill"
  kill -9 "$pid"
  wait "$sending" "$pid" 2>/dev/null || true
  start_server "${1:-5088}"
  now=$(offset)
  echo "kill $kill: the server has $now bytes"
  [ "$now" -ge "$had" ] || { echo "bytes were lost" >&2; exit 1; }
  had=$now
done
begin=$(date +%s.%N)
code=$(send "$had")
echo "rest of $(($(stat -c %s "$file") - had)) bytes: status $code (204: kept), $(echo "$(date +%s.%N) - $begin" | bc) s; $(highest)"
stored=out/bench/files/${hash:0:2}/${hash:2:2}/$hash
[ "$(sha256sum "$stored" | cut -d' ' -f1)" = "$hash" ] && echo "stored bytes are the sent ones"
rm -f "$file" "$stored"
