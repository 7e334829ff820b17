// Drops the rules of a stylesheet whose classes occur nowhere in the sources, and the custom properties nobody reads.
// Tabler brings 620 KB for every kind of application; a commune's line should carry only what our pages use.
// A class must therefore stand in a .cshtml, .cs or .js file as a whole word, never glued together from parts.

/** Splits a block body into { head, body } rules and plain declarations. */
function parse(css, from = 0) {
  const nodes = [];
  let start = from, i = from;
  while (i < css.length) {
    const c = css[i];
    if (c === '"' || c === "'") { i = endOfString(css, i); continue; }
    if (css.startsWith('/*', i)) { const end = css.indexOf('*/', i + 2) + 2; css = css.slice(0, i) + css.slice(end); continue; }
    if (c === '(') { i = endOfParenthesis(css, i); continue; }
    if (c === ';') { push(css.slice(start, i)); start = ++i; continue; }
    if (c === '}') { push(css.slice(start, i)); return { nodes, css, end: i + 1 }; }
    if (c === '{') {
      const inner = parse(css, i + 1);
      nodes.push({ head: css.slice(start, i).trim(), nodes: inner.nodes });
      css = inner.css; start = i = inner.end; continue;
    }
    i++;
  }
  push(css.slice(start));
  return { nodes, css, end: i };

  function push(text) { if (text.trim()) nodes.push({ text: text.trim() }); }
}

function endOfString(css, at) {
  for (let i = at + 1; i < css.length; i++) if (css[i] === '\\') i++; else if (css[i] === css[at]) return i + 1;
  throw new Error('unterminated string in stylesheet');
}

function endOfParenthesis(css, at) {
  let depth = 0;
  for (let i = at; i < css.length; i++) {
    if (css[i] === '"' || css[i] === "'") { i = endOfString(css, i) - 1; continue; }
    if (css[i] === '(') depth++;
    if (css[i] === ')' && --depth === 0) return i + 1;
  }
  throw new Error('unbalanced parenthesis in stylesheet');
}

function splitSelectors(head) {
  const parts = [];
  let depth = 0, start = 0;
  for (let i = 0; i < head.length; i++) {
    if ('([' .includes(head[i])) depth++;
    if (')]'.includes(head[i])) depth--;
    if (head[i] === ',' && depth === 0) { parts.push(head.slice(start, i)); start = i + 1; }
  }
  return [...parts, head.slice(start)];
}

const withoutNegations = selector => selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
const classesOf = selector => [...withoutNegations(selector).matchAll(/\.((?:\\.|[\w-])+)/g)].map(m => m[1].replace(/\\/g, ''));

function keep(node, words) {
  if (!node.nodes) return node;
  if (/^@(media|supports|layer|container)/.test(node.head)) {
    const nodes = node.nodes.map(n => keep(n, words)).filter(Boolean);
    return nodes.length ? { ...node, nodes } : null;
  }
  if (node.head.startsWith('@')) return node;
  const selectors = splitSelectors(node.head).filter(s => classesOf(s).every(c => words.has(c)));
  return selectors.length && node.nodes.length ? { ...node, head: selectors.join(',') } : null;
}

const print = node => node.nodes
  ? `${node.head}{${node.nodes.map((n, i) => print(n) + (n.nodes || i === node.nodes.length - 1 ? '' : ';')).join('')}}`
  : node.text + (node.top ? ';' : '');

function dropUnreadProperties(nodes, sources) {
  for (;;) {
    const text = nodes.map(print).join('') + sources;
    const read = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(m => m[1]));
    let dropped = 0;
    const sweep = list => list.filter(n => {
      if (n.nodes) { n.nodes = sweep(n.nodes); return n.nodes.length > 0; }
      const name = /^(--[\w-]+)\s*:/.exec(n.text)?.[1];
      if (!name || read.has(name)) return true;
      dropped++;
      return false;
    });
    nodes = sweep(nodes);
    if (!dropped) return nodes;
  }
}

function dropUnusedKeyframes(nodes) {
  const text = nodes.filter(n => !n.head?.startsWith('@keyframes')).map(print).join('');
  return nodes.filter(n => !n.head?.startsWith('@keyframes') || text.includes(n.head.slice('@keyframes'.length).trim()));
}

/** @param css the stylesheet; @param sources the text of all pages, components and scripts; @param ownCss read for custom properties. */
export function trimCss(css, sources, ownCss) {
  const licence = /\/\*![\s\S]*?\*\//.exec(css)?.[0] ?? '';
  const words = new Set(sources.match(/[\w-]+/g));
  const nodes = parse(css).nodes.filter(n => !n.text?.startsWith('@charset')).map(n => keep(n, words)).filter(Boolean);
  return licence + dropUnusedKeyframes(dropUnreadProperties(nodes, ownCss)).map(n => print(n.nodes ? n : { ...n, top: true })).join('\n');
}
