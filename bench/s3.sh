#!/usr/bin/env bash
# Large files to S3-compatible storage (npm s3rver, as in the tests) through the running server: sent in parts of 16 MB as a browser sends them (tus),
# made documents, read back from their page and compared by SHA-256. Then a line that is dropped in the middle of a file, and an S3 that is killed while
# it takes the file. Prints times, the highest resident memory of the server in each part, and the most that lay on its disk for a while.
# Usage: bench/s3.sh [PORT [MB …]]   (default 5087, 200 1024 2048)
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/server.sh
port=${1:-5087}
shift || true
[ $# -gt 0 ] || set -- 200 1024 2048
s3port=$((port + 1000))
part=$((16 * 1024 * 1024))
dir=out/bench
store=$dir/s3data
mkdir -p "$dir/s3" "$store"
cp tests/Testing/S3/package*.json "$dir/s3/"
[ -d "$dir/s3/node_modules/s3rver" ] || (cd "$dir/s3" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)

start_s3() {
  node "$dir/s3/node_modules/s3rver/bin/s3rver.js" -d "$store" -a 127.0.0.1 -p "$s3port" -s --configure-bucket openpar >"$dir/s3.log" 2>&1 &
  s3=$!
  for _ in $(seq 1 100); do curl -s -o "$dir/null" "http://127.0.0.1:$s3port/" && return; sleep 0.1; done
  cat "$dir/s3.log" >&2
  exit 1
}

end() {
  for p in "${watch:-}" "${s3:-}" "${pid:-}"; do [ -z "$p" ] || kill -TERM "$p" 2>/dev/null || true; done
  wait "${pid:-}" 2>/dev/null || true
  rm -rf "$store" "$dir/large.pdf" "$dir/back.pdf"
}

export OPENPAR_FILES=s3://openpar/bench AWS_ENDPOINT_URL_S3=http://127.0.0.1:$s3port AWS_ACCESS_KEY_ID=S3RVER AWS_SECRET_ACCESS_KEY=S3RVER
start_s3
start_server "$port"
trap end EXIT
# ./run has become the server or is the shell above it.
server=$(pgrep -P "$pid" -f OpenPar.Web.dll || echo "$pid")

tus=(-b "$jar" -H 'Tus-Resumable: 1.0.0')
now() { date +%s.%N; }
since() { echo "$(now) - $1" | bc | sed 's/^\./0./; s/\([0-9]*\.[0-9]\).*/\1/'; }
memory() { awk '/VmHWM/ { printf "%d MB", $2 / 1024 }' "/proc/$server/status"; }
measure() {
  echo 5 >"/proc/$server/clear_refs"   # the highest resident memory begins anew
  [ -z "${watch:-}" ] || kill "$watch" 2>/dev/null || true
  echo 0 >"$dir/most"
  (while sleep 0.3; do
    n=$(du -sk "$dir/files" "$dir/copies" 2>/dev/null | awk '{ s += $1 } END { print int(s / 1024) }')
    [ "$n" -le "$(cat "$dir/most")" ] || echo "$n" >"$dir/most"
  done) &
  watch=$!
}
measured() { echo "server $(memory), its disk $(cat "$dir/most") MB"; }
make_file() { { printf '%%PDF-1.4\n'; head -c $(($1 * 1024 * 1024 - 9)) /dev/urandom; } >"$dir/large.pdf"; hash=$(sha256sum "$dir/large.pdf" | cut -d' ' -f1); size=$(stat -c %s "$dir/large.pdf"); }
begin() { upload=$(curl -fsi "${tus[@]}" -X POST -H "Upload-Length: $size" -H "Upload-Metadata: filename $(printf 'large.pdf' | base64)" "$base/uploads" | tr -d '\r' | awk 'tolower($1) == "location:" { print $2 }'); }
offset() { curl -s -I "${tus[@]}" "$base$upload" | tr -d '\r' | awk 'tolower($1) == "upload-offset:" { print $2 }'; }
# The parts from a place on, up to another; the answer to the last one.
send() {
  local at=$1 to=${2:-$size} code=
  while [ "$at" -lt "$to" ]; do
    code=$(dd if="$dir/large.pdf" bs=$part skip=$((at / part)) count=1 status=none | tail -c "+$((at % part + 1))" |
      curl -s "${tus[@]}" -X PATCH -T - -H 'Content-Type: application/offset+octet-stream' -H "Upload-Offset: $at" -o "$dir/answer.txt" -w '%{http_code} %{time_total}' "$base$upload" || true)
    [ "${code%% *}" = 204 ] || break
    at=$(((at / part + 1) * part))
  done
  echo "$code"
}
# Describes the upload and reads the document's file back.
read_back() {
  local page address begun
  page=$(curl -fs -b "$jar" -c "$jar" "$base/evidence$upload")
  address=$(curl -s -b "$jar" -o "$dir/answer.html" -w '%{redirect_url}' --data-urlencode "__RequestVerificationToken=$(form_token "$page")" --data-urlencode "subject=Tệp lớn $hash" --data-urlencode 'issuer=Sở' "$base/evidence$upload")
  begun=$(now)
  curl -fs -b "$jar" -o "$dir/back.pdf" "$address/file"
  [ "$(sha256sum "$dir/back.pdf" | cut -d' ' -f1)" = "$hash" ] || { echo "what came back is not what was sent" >&2; exit 1; }
  echo "read back in $(since "$begun") s, the same bytes"
  rm -f "$dir/back.pdf"
}

play "Cán bộ đầu mối"
echo "after the start: $(memory)"
for mb in "$@"; do
  make_file "$mb"
  begin
  measure
  begun=$(now)
  answer=$(send 0)
  echo "$mb MB: status ${answer% *} (204: kept) after $(since "$begun") s, the last part took ${answer#* } s; $(measured)"
  measure
  read_back
  echo "  reading: $(measured)"
done

make_file 1024
begin
(send 0 >"$dir/null" 2>&1) &
sending=$!
sleep 1.5
pkill -KILL -P "$sending" 2>/dev/null || true
kill -KILL "$sending" 2>/dev/null || true
wait "$sending" 2>/dev/null || true
sleep 0.5
had=$(offset)
begun=$(now)
answer=$(send "$had")
echo "line dropped: the server had $had of $size bytes; the rest: status ${answer% *} after $(since "$begun") s"
read_back

make_file 1024
begin
send 0 $(((size - 1) / part * part)) >"$dir/null"
(sleep 0.2; while ! [ -d "$store/openpar/bench" ] || [ "$(find "$store" -newer "$dir/large.pdf" -type f -size +8M | wc -l)" -lt 10 ]; do sleep 0.05; done; kill -KILL "$s3") &
killer=$!
measure
begun=$(now)
answer=$(send "$(offset)")
wait "$killer" || true
echo "S3 killed while it took the file: status ${answer% *} after $(since "$begun") s: $(cat "$dir/answer.txt"); $(measured)"
echo "  kept by the server: $(find "$dir/files/uploads" -type f -printf '%s\n' | sort -n | tail -1) of $size bytes"
start_s3
begun=$(now)
echo "  S3 is back: the server says $(offset) of $size bytes after $(since "$begun") s"
read_back
left=$(find "$dir/files/uploads" "$dir/files/incoming" -type f 2>/dev/null | wc -l)
echo "left on the server's disk: $left files"
