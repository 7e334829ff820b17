#!/usr/bin/env bash
# The last evening (bench/evening): a province of 200 units with 5 officers each and 60 rows a unit does an hour's work in ten minutes, with
# 20,000 files of 200 KB and appraisers reading; then everything the server acknowledged is looked for in the database and in the store.
# With --kills the server and its PostgreSQL are ended with kill -9 in turn, and people try again as the page does.
# Usage: bench/evening.sh [--units N] [--files N] [--saves N] [--minutes N] [--kills N] [--costs N] [--port PORT]   (all: bench/evening/Plan.cs)
# Stops by itself at the latest three minutes after the evening's end, and on Ctrl+C; everything lies in out/bench/evening, anew each time.
set -euo pipefail
cd "$(dirname "$0")/.."
./run --help >/dev/null   # builds the server when something changed
dotnet build bench/evening -c Release -v quiet -nologo
rm -rf out/bench/evening out/bench/evening.log
mkdir -p out/bench
grep -m1 'model name' /proc/cpuinfo; nproc; uname -sr; dotnet --version; uptime
exec dotnet bench/evening/bin/Release/net10.0/OpenPar.Bench.Evening.dll "$@"
