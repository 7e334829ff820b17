#!/usr/bin/env bash
# The stored files against an object store as a data centre runs one: started from Debian's packages (bench/gateways), asked by the tests of the storage, of the pages and of the
# command line, then given large files through the running server (bench/s3.sh), then ended. Heavy: no part of ./test.
# Usage: bench/gateways.sh ceph|swift [PORT [MB …]]   (port of the server and sizes as for bench/s3.sh; the packages are named at the head of bench/gateways/NAME)
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?ceph or swift}
shift
gateway=bench/gateways/$name
[ -x "$gateway" ] || { echo "There is no $gateway." >&2; exit 2; }
grep -m1 'model name' /proc/cpuinfo; nproc; uname -sr; dotnet --version; uptime
trap '"$gateway" down' EXIT
variables=$("$gateway" up)
echo "$variables"
eval "$variables"
for project in App:S3StorageTests Web:S3EvidenceTests Cli:FilesTests; do
  dotnet build "tests/${project%:*}.Tests" -c Release -p:RunAnalyzers=false -v quiet -nologo
  dotnet run --project "tests/${project%:*}.Tests" -c Release --no-build -- --filter-class "*${project#*:}"
done
bench/s3.sh "$name" "$@"
