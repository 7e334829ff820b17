#!/usr/bin/env bash
# Load on the score sheet page with the whole framework: wrk, 16 connections, 20 seconds, on loopback. The server runs on two cores with
# the demonstration province; the page is asked as the province leader, who sees all 102 rows.
# Usage: bench/sheet.sh [PORT]   (starts ./run --data out/bench itself, ends it itself)
set -euo pipefail
cd "$(dirname "$0")/.."
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 2; }
. bench/server.sh
start_server "${1:-5089}"
play "Người xem"
round=$(curl -fs -b "$jar" "$base/rounds" | grep -o '/rounds/[0-9a-f-]\{36\}' | head -1)
sheet=$(curl -fs -b "$jar" "$base$round" | grep -o '/sheets/[0-9a-f-]\{36\}' | head -1)
bytes=$(curl -fs -b "$jar" "$base$sheet" | wc -c)
rows=$(curl -fs -b "$jar" "$base$sheet" | grep -o 'href="/rows/' | wc -l)
cookie=$(awk '!/^# /{sub(/^#HttpOnly_/,""); if (NF>=7) printf "%s=%s; ", $6, $7}' "$jar")
echo "page: $sheet, $rows rows, $bytes bytes of HTML before compression"
wrk -t1 -c16 -d5s -H "Cookie: $cookie" "$base$sheet" >/dev/null   # warm up
cat > out/bench/report.lua <<'LUA'
done = function(summary, latency)
  io.write(string.format("requests %d, errors %d, req/s %.0f\n", summary.requests, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout, summary.requests / summary.duration * 1e6))
  io.write(string.format("latency ms: p50 %.1f p95 %.1f p99 %.1f max %.1f\n", latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
LUA
for run in 1 2 3; do wrk -t1 -c16 -d20s -s out/bench/report.lua -H "Cookie: $cookie" "$base$sheet" | tail -2; done
