#!/usr/bin/env bash
# Rules against named peers in one run: the peers (npm, Node), then BenchmarkDotNet, then the peers again, so that a machine that grows
# busier is seen. Prints the ratios on the band rule. Usage: bench/rules.sh
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf out/bench/rules
mkdir -p out/bench/rules
[ -d bench/rules/node_modules ] || npm install --prefix bench/rules --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
dotnet build bench/rules -c Release -v quiet -nologo
uptime
node bench/rules/peers.mjs 9 | tee out/bench/rules/peers-before.json
dotnet bench/rules/bin/Release/net10.0/Rules.dll >out/bench/rules/run.log
node bench/rules/peers.mjs 9 | tee out/bench/rules/peers-after.json
uptime
cat out/bench/rules/results/*-report-github.md
node - <<'JS'
const { readFileSync, readdirSync } = require('node:fs');
const folder = 'out/bench/rules/';
const report = JSON.parse(readFileSync(folder + 'results/' + readdirSync(folder + 'results').find((f) => f.endsWith('-report-full-compressed.json') || f.endsWith('.json'))));
const row = report.Benchmarks.find((b) => b.Type === 'BandRule' && b.Method === 'Score');
const ours = 1000 / row.Statistics.Median;
const peers = ['before', 'after'].map((w) => JSON.parse(readFileSync(`${folder}peers-${w}.json`)).millionsPerSecond);
console.log(`band rule: ${ours.toFixed(1)} million a second (median)`);
for (const name of Object.keys(peers[0])) {
  const best = Math.max(peers[0][name], peers[1][name]);
  console.log(`  ${name}: ${best} million a second at best, ratio ${(ours / best).toFixed(1)}`);
}
JS
