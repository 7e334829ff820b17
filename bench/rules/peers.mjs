// The band rule "ratio ≥ 0.9 → 2; ≥ 0.7 → 1; else 0" in two other engines, over the same kind of batch the C# harness uses:
// whole figures, b at most a. Prints millions of rows a second, the median of the rounds, as JSON.
import { readFileSync } from 'node:fs';
import { evaluateExpressionSync, ZenEngine } from '@gorules/zen-engine';
import { evaluate } from 'feelin';

const size = 10_000;
const seconds = Number(process.argv[2] ?? 8);
let seed = 1;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
const rows = Array.from({ length: size }, () => {
  const a = 1 + random(500);
  return { a, b: random(a + 1) };
});
const expected = rows.map(({ a, b }) => (b / a >= 0.9 ? 2 : b / a >= 0.7 ? 1 : 0));

const table = {
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'table', type: 'decisionTableNode', name: 'table', position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'first',
        inputs: [{ id: 'r', type: 'expression', name: 'r', field: 'b / a' }],
        outputs: [{ id: 'p', type: 'expression', name: 'p', field: 'points' }],
        rules: [{ _id: '1', r: '>= 0.9', p: '2' }, { _id: '2', r: '>= 0.7', p: '1' }, { _id: '3', r: '', p: '0' }],
      },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
  ],
  edges: [{ id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' }, { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' }],
};
const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(table)));
const few = rows.slice(0, 1000);

// The fastest form of both: the ratio is divided beforehand, outside the measured time.
const ratios = rows.map(({ a, b }) => b / a);

const forms = {
  'zen-engine map() over ready ratios': [ratios, () => evaluateExpressionSync('map(ratios, # >= 0.9 ? 2 : # >= 0.7 ? 1 : 0)', { ratios })],
  'feelin for … return over ready ratios': [ratios, () => evaluate('for r in ratios return if r >= 0.9 then 2 else if r >= 0.7 then 1 else 0', { ratios }).value],
  'zen-engine map()': [rows, () => evaluateExpressionSync('map(rows, #.b / #.a >= 0.9 ? 2 : #.b / #.a >= 0.7 ? 1 : 0)', { rows })],
  'zen-engine decision table': [few, async () => { const points = []; for (const row of few) points.push((await decision.evaluate(row)).result.points); return points; }],
  'feelin for … return': [rows, () => evaluate('for r in rows return if r.b / r.a >= 0.9 then 2 else if r.b / r.a >= 0.7 then 1 else 0', { rows }).value],
};

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
const result = { node: process.version, 'zen-engine': version('@gorules/zen-engine'), feelin: version('feelin'), millionsPerSecond: {} };
for (const [name, [batch, run]] of Object.entries(forms)) {
  const points = await run();
  if (points.some((p, i) => p !== expected[i])) throw new Error(`${name} gives other points`);
  const rounds = [];
  const end = performance.now() + (seconds * 1000) / Object.keys(forms).length;
  while (performance.now() < end || rounds.length < 3) {
    const start = performance.now();
    await run();
    rounds.push(batch.length / (performance.now() - start) / 1000);
  }
  rounds.sort((x, y) => x - y);
  result.millionsPerSecond[name] = Number(rounds[rounds.length >> 1].toFixed(3));
}
console.log(JSON.stringify(result));
