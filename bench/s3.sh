#!/usr/bin/env bash
# Large files to S3-compatible storage through the running server: sent in parts of 16 MB as a browser sends them (tus), made documents, read back from their page and
# compared by SHA-256. Then a line that is dropped in the middle of a file, and a gateway that is killed while it takes the file. Prints times, the highest resident
# memory of the server in each part, and the most that lay on its disk for a while.
# The storage is one of bench/gateways: s3rver as in the tests, ceph, swift. One that OPENPAR_TEST_S3 names is used as it stands; another is started and ended.
# Usage: bench/s3.sh [s3rver|ceph|swift [PORT [MB …]]]   (default s3rver 5087, 200 1024 2048)
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/server.sh
gateway=bench/gateways/${1:-s3rver}
port=${2:-5087}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- 200 1024 2048
part=$((16 * 1024 * 1024))
dir=out/bench
mkdir -p "$dir"

end() {
  for p in "${watch:-}" "${killer:-}" "${pid:-}"; do [ -z "$p" ] || kill -TERM "$p" 2>/dev/null || true; done
  wait "${pid:-}" 2>/dev/null || true
  [ -z "${own:-}" ] || "$gateway" down
  rm -f "$dir/large.pdf" "$dir/back.pdf"
}
trap end EXIT

./run --help >"$dir/null"   # builds the server when something changed
if [ -z "${OPENPAR_TEST_S3:-}" ]; then
  own=1
  variables=$("$gateway" up)
  eval "$variables"
fi
export OPENPAR_FILES=s3://openpar/bench AWS_ENDPOINT_URL_S3=$OPENPAR_TEST_S3
start_server "$port"
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
    n=$({ du -sk "$dir/files" "$dir/copies" 2>/dev/null || true; } | awk '{ s += $1 } END { print int(s / 1024) }')
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
# Once 160 MB more lie with it.
held() { du -sk "$OPENPAR_TEST_S3_FOLDER" 2>/dev/null | cut -f1; }
before=$(held)
(while [ $(($(held) - before)) -lt $((160 * 1024)) ]; do sleep 0.05; done; "$gateway" kill) &
killer=$!
measure
begun=$(now)
answer=$(send "$(offset)")
wait "$killer" || true
echo "the gateway killed while it took the file: status ${answer% *} after $(since "$begun") s: $(cat "$dir/answer.txt"); $(measured)"
echo "  kept by the server: $(find "$dir/files/uploads" -type f -printf '%s\n' | sort -n | tail -1) of $size bytes"
"$gateway" start
begun=$(now)
echo "  it is back: the server says $(offset) of $size bytes after $(since "$begun") s"
read_back
left=$(find "$dir/files/uploads" "$dir/files/incoming" -type f 2>/dev/null | wc -l)
echo "left on the server's disk: $left files"
