#!/usr/bin/env bash
# Memory of the server while files of 200 MB come in: twice to the import of an annex, which refuses them in words, and twice to the
# evidence store, which keeps them. Prints the highest resident memory of the server (VmHWM) before and after.
# Usage: bench/upload.sh [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/server.sh
start_server "${1:-5089}"
highest() { grep VmHWM "/proc/$pid/status" | tr -s '\t ' ' '; }
file=out/bench/200mb.txt
head -c 153000000 /dev/urandom | base64 -w 100 >"$file"   # 206 million bytes, 197 MB
play "Quản trị cấp tỉnh"
echo "before: $(highest)"
for _ in 1 2; do
  page=$(curl -fs -b "$jar" -c "$jar" "$base/assignments/import")
  curl -s -b "$jar" -o out/bench/answer.html -w 'annex: status %{http_code}, %{time_total} s\n' -F "__RequestVerificationToken=$(form_token "$page")" \
    -F framework=par-index-province/876-2022 -F namesOn=31/12/2024 -F "file=@$file" "$base/assignments/import"
  grep -q 'Tệp lớn hơn 50 MB' out/bench/answer.html
  highest
done
play "Cán bộ đầu mối"
row=$(curl -fs -b "$jar" "$base/" | grep -o '/rows/[0-9a-f-]\{36\}' | head -1)
for n in 1 2; do
  echo "$n" >>"$file"
  page=$(curl -fs -b "$jar" -c "$jar" "$base$row/evidence")
  curl -s -b "$jar" -o out/bench/answer.html -w 'evidence: status %{http_code} (302: kept), %{time_total} s\n' \
    -F "__RequestVerificationToken=$(form_token "$page")" -F "subject=Tệp lớn $n" -F issuer=Sở -F "file=@$file" "$base$row/evidence?handler=New"
  highest
done
rm -f "$file"
