import { describe, expect, it } from 'vitest';
import { createMetrics, type MetricSources } from '../../../src/adapters/http/metrics.ts';

const LINE =
  /^([a-zA-Z_:][\w:]*)(\{[a-zA-Z_]\w*="[^"\n]*"(?:,[a-zA-Z_]\w*="[^"\n]*")*\})? (-?[\d.]+(?:e[+-]?\d+)?|\+Inf|NaN)$/i;

/** The samples of a text in Prometheus' format, by name and labels. */
function parse(text: string): Map<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (name === undefined) throw new Error(`No sample: ${line}`);
      return [name + labels, Number(value)];
    }),
  );
}

async function read(sources: MetricSources): Promise<Map<string, number>> {
  return parse(await createMetrics(sources).text());
}

function ours(samples: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...samples].filter(([name]) => name.startsWith('wenbao_') && !/seconds/.test(name)));
}

describe('metrics', () => {
  it('count questions by what came of them, and refusals by their reasons', async () => {
    const metrics = createMetrics({});
    metrics.asked('answered', 0.01);
    metrics.asked('refused', 0.02, 'nothing-found');
    metrics.asked('refused', 0.02, 'nothing-found');
    const samples = parse(await metrics.text());
    expect(ours(samples)).toEqual({
      'wenbao_questions_total{outcome="answered"}': 1,
      'wenbao_questions_total{outcome="refused"}': 2,
      'wenbao_refusals_total{reason="nothing-found"}': 2,
    });
  });

  it('measure how long answers and jobs take', async () => {
    const metrics = createMetrics({});
    metrics.asked('answered', 0.03);
    metrics.asked('answered', 60);
    metrics.jobEnded('take-in', 'done', 4);
    const samples = parse(await metrics.text());
    expect(samples.get('wenbao_ask_seconds_bucket{le="0.025"}')).toBe(0);
    expect(samples.get('wenbao_ask_seconds_bucket{le="0.05"}')).toBe(1);
    expect(samples.get('wenbao_ask_seconds_count')).toBe(2);
    expect(samples.get('wenbao_job_seconds_sum{kind="take-in",outcome="done"}')).toBe(4);
  });

  it('look up jobs, queue and index anew at each reading', async () => {
    let waiting = 3;
    const metrics = createMetrics({
      jobs: async () => (waiting > 0 ? { waiting, failed: 1 } : { failed: 1 }),
      queue: async () => ({ running: 2 }),
      index: async () => ({ passages: 1000, articles: 50, pages: 7 }),
    });
    expect(ours(parse(await metrics.text()))).toEqual({
      'wenbao_jobs{state="waiting"}': 3,
      'wenbao_jobs{state="failed"}': 1,
      'wenbao_queue{state="running"}': 2,
      wenbao_index_passages: 1000,
      wenbao_index_articles: 50,
      wenbao_index_pages: 7,
    });
    waiting = 0;
    expect(ours(parse(await metrics.text()))).not.toHaveProperty(['wenbao_jobs{state="waiting"}']);
  });

  it('look at the index once for one reading', async () => {
    let looks = 0;
    const metrics = createMetrics({ index: async () => ({ passages: ++looks, articles: 0, pages: 0 }) });
    await metrics.text();
    expect(parse(await metrics.text()).get('wenbao_index_passages')).toBe(2);
  });

  it('leave out a source that fails or never answers, and tell of it', async () => {
    const told: string[] = [];
    const samples = await read({
      jobs: () => Promise.reject(new Error('locked')),
      queue: () => new Promise(() => {}),
      index: async () => ({ passages: 1, articles: 1, pages: 1 }),
      onFault: (source) => told.push(source),
    });
    expect(Object.keys(ours(samples))).toEqual([
      'wenbao_index_passages',
      'wenbao_index_articles',
      'wenbao_index_pages',
    ]);
    expect(told.sort()).toEqual(['jobs', 'queue']);
  });

  it.each(['谁写了这篇报道？', '100000000000000001', 'a"b\n', 'Answered', 'x'.repeat(40), ''])(
    'never make a label of a text or an id such as %j',
    async (text) => {
      const metrics = createMetrics({ jobs: async () => ({ [text]: 1 }) });
      metrics.asked(text, 0.1, text);
      metrics.jobEnded(text, text, 1);
      const samples = parse(await metrics.text());
      expect(samples.get('wenbao_questions_total{outcome="other"}')).toBe(1);
      expect(samples.get('wenbao_refusals_total{reason="other"}')).toBe(1);
      expect(samples.get('wenbao_job_seconds_count{kind="other",outcome="other"}')).toBe(1);
      expect(samples.get('wenbao_jobs{state="other"}')).toBe(1);
    },
  );

  it('have those of the process, and a registry of their own', async () => {
    const [one, two] = [createMetrics({}), createMetrics({})];
    one.asked('answered', 1);
    expect(ours(parse(await two.text()))).toEqual({});
    expect(parse(await one.text()).get('process_resident_memory_bytes')).toBeGreaterThan(0);
  });
});
