#!/usr/bin/env bash
# Damaged files of every kind that is read without an office program: 20,000 by default, the seed fixed. Fails on an exception or a hang.
# Usage: bench/fuzz.sh [FILES]
set -euo pipefail
cd "$(dirname "$0")/.."
export OPENPAR_FUZZ="${1:-20000}"
time dotnet run --project tests/Documents.Tests -- --filter-class '*DamagedFilesTests' --output Detailed
