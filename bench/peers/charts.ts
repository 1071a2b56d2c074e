/** Summaries as pictures, drawn by chart.js on a canvas that needs no browser. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Title,
} from 'chart.js';
import type { Measure, Summary } from './summary.ts';
import { digits } from './table.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController);
Chart.register(LineElement, LogarithmicScale, PointElement, Title);

const FONT = 'DejaVu Sans';
const [WIDTH, HEIGHT] = [1100, 560];
/** Told apart by most eyes; the first is ours. */
const COLOURS = [
  '#c1121f',
  '#1f77b4',
  '#2ca02c',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#7f7f7f',
  '#bcbd22',
  '#17becf',
  '#ff7f0e',
  '#003049',
];

/** A measure over some sizes. */
export interface GrowthChart {
  readonly title: string;
  readonly measure: Measure;
  readonly sizes: readonly number[];
  readonly bySize: ReadonlyMap<number, readonly Summary[]>;
}

function draw(file: string, configuration: ChartConfiguration): void {
  if (!GlobalFonts.has(FONT)) {
    const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
    GlobalFonts.registerFromPath(font, FONT);
  }
  Chart.defaults.font = { ...Chart.defaults.font, family: FONT, size: 14 };
  const canvas = createCanvas(WIDTH, HEIGHT);
  const background = {
    id: 'background',
    beforeDraw: ({ ctx }: Chart) => {
      ctx.fillStyle = '#ffffff';
      ctx.fillRect(0, 0, WIDTH, HEIGHT);
    },
  };
  const options = { ...configuration.options, responsive: false, animation: false, devicePixelRatio: 1 } as const;
  const chart = new Chart(canvas, { ...configuration, options, plugins: [background] });
  writeFileSync(file, canvas.toBuffer('image/png'));
  chart.destroy();
}

function titled(text: string) {
  return { title: { display: true, text, font: { family: FONT, size: 17 } }, legend: { position: 'bottom' } } as const;
}

/** Bars of Recall@1 and MRR@10, from `floor` to 1. */
export function drawQuality(file: string, title: string, summaries: readonly Summary[]): void {
  const shown = summaries.filter(({ quality }) => quality !== null);
  const values = (name: 'recall1' | 'mrr10'): number[] => shown.map(({ quality }) => quality?.[name] ?? 0);
  const least = Math.min(...values('recall1'), ...values('mrr10'));
  draw(file, {
    type: 'bar',
    data: {
      labels: shown.map(({ engine, quality }) => `${engine}  ${(quality?.recall1 ?? 0).toFixed(3)}`),
      datasets: [
        { label: 'Recall@1', data: values('recall1'), backgroundColor: COLOURS[0] },
        { label: 'MRR@10', data: values('mrr10'), backgroundColor: COLOURS[1] },
      ],
    },
    options: { indexAxis: 'y', plugins: titled(title), scales: { x: { min: Math.floor(least * 10) / 10, max: 1 } } },
  });
}

/** Bars of milliseconds a question at the median and at the 99th percentile, logarithmic. */
export function drawLatency(file: string, title: string, summaries: readonly Summary[]): void {
  const shown = summaries.filter(({ measures }) => measures.p50 !== null);
  const values = (name: 'p50' | 'p99'): number[] => shown.map(({ measures }) => measures[name]?.median ?? 0);
  draw(file, {
    type: 'bar',
    data: {
      labels: shown.map(({ engine, measures }) => `${engine}  ${digits(measures.p50?.median ?? 0)}`),
      datasets: [
        { label: 'p50, ms', data: values('p50'), backgroundColor: COLOURS[0] },
        { label: 'p99, ms', data: values('p99'), backgroundColor: COLOURS[1] },
      ],
    },
    options: { indexAxis: 'y', plugins: titled(title), scales: { x: { type: 'logarithmic' } } },
  });
}

/** A line for each engine, both axes logarithmic; a line ends where its engine gave up. */
export function drawGrowth(file: string, { title, measure, sizes, bySize }: GrowthChart): void {
  const engines = (bySize.get(sizes[0] ?? 0) ?? []).map(({ engine }) => engine);
  const at = (engine: string, size: number): number | null => {
    const summary = bySize.get(size)?.find((one) => one.engine === engine);
    const median = summary?.measures[measure]?.median ?? null;
    return median !== null && median > 0 ? median : null;
  };
  draw(file, {
    type: 'line',
    data: {
      labels: sizes.map((size) => `${size.toLocaleString('en')} passages`),
      datasets: engines.map((engine, index) => ({
        label: engine,
        data: sizes.map((size) => at(engine, size)),
        borderColor: COLOURS[index % COLOURS.length] ?? '#000000',
        backgroundColor: COLOURS[index % COLOURS.length] ?? '#000000',
        borderWidth: index === 0 ? 4 : 2,
        pointRadius: index === 0 ? 6 : 4,
      })),
    },
    options: { plugins: titled(title), scales: { y: { type: 'logarithmic' } } },
  });
}
