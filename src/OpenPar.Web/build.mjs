// Builds wwwroot/dist: one stylesheet, one script, the theme script that runs before the first paint, the chart script on demand.
import { readFileSync, readdirSync, rmSync, mkdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { trimCss } from './trim-css.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'wwwroot', 'dist');
const skipped = new Set(['node_modules', 'bin', 'obj', 'wwwroot']);

function textOf(folder, extensions) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => !skipped.has(entry.name))
    .map(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return textOf(path, extensions);
      return extensions.includes(extname(entry.name)) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

const tablerTrimmed = {
  name: 'tabler-trimmed',
  setup({ onLoad }) {
    onLoad({ filter: /tabler\.min\.css$/ }, args => ({
      contents: trimCss(readFileSync(args.path, 'utf8'), textOf(root, ['.cshtml', '.cs', '.js']), textOf(join(root, 'assets'), ['.css'])),
      loader: 'css',
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { site: 'assets/site.css', app: 'assets/app.js', theme: 'assets/theme.js', chart: 'assets/chart.js' },
  outdir: dist,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome109', 'firefox115', 'safari16'],
  legalComments: 'linked',
  plugins: [tablerTrimmed],
  logLevel: 'warning',
});
