// Draws figure.op-chart from the table inside it. The table is the chart's text; the drawing is hidden from readers of the table.
import { use, init } from 'echarts/core';
import { BarChart, RadarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, RadarChart, GridComponent, RadarComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

const write = value => value.toLocaleString('vi-VN', { maximumFractionDigits: 10 });
// The drawing names the page's variables, so theme and print change its colours without drawing again.
const colour = name => `var(${name})`;
const number = cell => (cell?.dataset.value ? Number(cell.dataset.value) : null);

function rowsOf(figure) {
  return [...figure.querySelectorAll('tbody tr')].map(row => ({
    label: row.querySelector('th').textContent.trim(),
    value: number(row.querySelector('[data-chart-value]')),
    max: number(row.querySelector('[data-chart-max]')),
  }));
}

function shorten(text, width) {
  const room = Math.max(8, Math.floor(width / 6.6));
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

function optionOf(rows, width, unknown) {
  const text = colour('--op-text'), quiet = colour('--op-quiet'), line = colour('--op-line');
  const labelWidth = Math.min(280, width * 0.36);
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    grid: { left: labelWidth + 12, right: 92, top: 4, bottom: 24 },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' }, className: 'op-chart-tip', confine: true, renderMode: 'richText',
      backgroundColor: colour('--op-surface'), borderColor: line, textStyle: { color: text, fontSize: 12 },
      formatter: ([first]) => {
        const row = rows[first.dataIndex];
        return `${row.label}\n${row.value === null ? unknown : write(row.value)}${row.max === null ? '' : ` / ${write(row.max)}`}`;
      },
    },
    xAxis: { type: 'value', min: 0, max: Math.max(...rows.map(r => r.max ?? r.value ?? 0), 0) || 1,
      axisLabel: { color: quiet, fontSize: 11, hideOverlap: true, formatter: write }, splitLine: { lineStyle: { color: line } } },
    yAxis: { type: 'category', inverse: true, data: rows.map(r => r.label), axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { color: text, fontSize: 12, margin: 8, formatter: label => shorten(label, labelWidth) } },
    series: [
      { type: 'bar', silent: true, emphasis: { disabled: true }, barWidth: 14, barGap: '-100%', z: 1, itemStyle: { color: colour('--op-bar-rest') }, data: rows.map(r => r.max) },
      { type: 'bar', emphasis: { disabled: true }, barWidth: 14, z: 2, itemStyle: { color: colour('--op-bar') }, data: rows.map(r => r.value ?? 0),
        label: { show: true, position: 'right', color: text, textBorderWidth: 0, fontSize: 12, formatter: ({ dataIndex }) => endLabel(rows[dataIndex], unknown) } },
    ],
  };
}

const endLabel = (row, unknown) => `${row.value === null ? unknown : write(row.value)}${row.max === null ? '' : ` / ${write(row.max)}`}`;

// An axis without both numbers has no place on the drawing; it stands in the table.
function axesOf(figure) {
  return [...figure.querySelectorAll('tbody tr')].map(row => ({
    code: row.dataset.code,
    label: row.querySelector('th').textContent.trim(),
    value: number(row.querySelector('[data-chart-value]')),
    against: number(row.querySelector('[data-chart-against]')),
  })).filter(axis => axis.value !== null && axis.against !== null);
}

function radarOf(axes, width, names) {
  const text = colour('--op-text'), quiet = colour('--op-quiet'), line = colour('--op-line');
  const room = width > 640 ? width * 0.27 : 0;
  const outline = (name, values, look) => ({ name, value: values, symbol: look.symbol, symbolSize: 6, itemStyle: { color: look.colour }, lineStyle: { color: look.colour, width: 2, type: look.line }, areaStyle: look.area });
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    legend: { bottom: 0, data: names, textStyle: { color: text, fontSize: 12 }, formatter: name => shorten(name, Math.max(width / names.length - 40, 180)), orient: width > 640 ? 'horizontal' : 'vertical' },
    tooltip: { className: 'op-chart-tip', confine: true, renderMode: 'richText', backgroundColor: colour('--op-surface'), borderColor: line, textStyle: { color: text, fontSize: 12 },
      formatter: ({ name, value }) => `${name}\n${axes.map((axis, i) => `${axis.code}: ${write(value[i])}%`).join('\n')}` },
    radar: {
      center: ['50%', width > 640 ? '47%' : '43%'], radius: width > 640 ? '68%' : '66%', startAngle: 90, clockwise: true,
      indicator: axes.map(axis => ({ name: room ? shorten(axis.label, room) : axis.code, max: 100 })),
      axisName: { color: text, fontSize: 12 }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } }, splitArea: { show: false },
      axisLabel: { show: false, color: quiet },
    },
    series: [{ type: 'radar', emphasis: { disabled: true }, data: [
      outline(names[1], axes.map(a => a.against), { symbol: 'none', colour: quiet, line: 'dashed' }),
      outline(names[0], axes.map(a => a.value), { symbol: 'circle', colour: colour('--op-bar'), line: 'solid', area: { color: colour('--op-bar'), opacity: 0.15 } }),
    ] }],
  };
}

// What a figure draws: its height and its option at a width; nothing where there is nothing to draw.
function drawingOf(figure) {
  if (!figure.classList.contains('op-radar')) {
    const rows = rowsOf(figure);
    return rows.length === 0 ? null : { height: rows.length * 28 + 40, option: width => optionOf(rows, width, figure.dataset.unknown) };
  }
  // Two axes make a line, not an area.
  const axes = axesOf(figure);
  return axes.length < 3 ? null : { height: 380, option: width => radarOf(axes, width, [figure.dataset.valueName, figure.dataset.againstName]) };
}

for (const figure of document.querySelectorAll('figure.op-chart')) {
  const drawing = drawingOf(figure);
  if (!drawing) continue;
  const canvas = figure.querySelector('.op-chart-canvas');
  figure.classList.add('op-chart-drawn');
  canvas.style.height = `${drawing.height}px`;
  const chart = init(canvas, null, { renderer: 'svg' });
  const draw = () => {
    chart.resize();
    chart.setOption(drawing.option(canvas.clientWidth), true);
    canvas.querySelector('svg').setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`); // lets paper scale it
  };
  let width = canvas.clientWidth;
  draw();
  new ResizeObserver(() => { if (canvas.clientWidth !== width && !matchMedia('print').matches) { width = canvas.clientWidth; draw(); } }).observe(canvas);
}
