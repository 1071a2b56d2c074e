/**
 * Works on a store in a process of its own: `node store-child.mjs MODULE FOLDER TASK [NUMBER]`, MODULE being the
 * address of the built src/store/sqlite/store.ts. Every line on stdout is something that the store has acknowledged.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

const [, , module, folder, task, given] = process.argv;
const { openSqliteStore } = await import(module);

function articleOf(id, page) {
  const text = `${id}的正文。`;
  const block = { kind: 'paragraph', text, pieces: [{ at: 0, start: 0, end: text.length }] };
  return { id, page, file: page, title: id, reporters: [], date: '2022-07-15', heads: [], blocks: [block] };
}

async function preparedPage(store, page, articles) {
  const first = await store.reservePassages(articles.length);
  const passages = articles.map(({ id, blocks: [block] }, i) => {
    return { id: first + i, article: id, ordinal: 0, kind: 'text', ...block, heading: id, block: 0, row: -1 };
  });
  const info = { id: page, file: page, publication: null, date: null, label: null };
  const segment = new TextEncoder().encode(JSON.stringify(passages.map(({ id }) => id)));
  const bytes = new TextEncoder().encode(page.repeat(2000));
  const rest = { kind: 'page', source: null, hash: 'h', encoding: 'UTF-8', warnings: [], refusals: [] };
  return { info, bytes, articles, passages, segment, ...rest };
}

function submissionOf(batch) {
  const info = { id: batch, file: batch, publication: null, date: null, label: null };
  const jobs = [0, 1, 2, 3, 4].map((i) => {
    const work = { kind: 'take-in', info, page: 'page', source: null };
    // Bytes that cannot be packed: more time to be killed in.
    return { id: `${batch}/${i}`, subject: `${batch}/${i}`, name: batch, work, material: randomBytes(100_000) };
  });
  return { batch, asker: '甲', place: null, at: 1, jobs };
}

async function merge(store) {
  for (const group of await store.mergeCandidates()) {
    const parts = await store.segments(group);
    const held = ({ segment, deleted }) =>
      JSON.parse(new TextDecoder().decode(segment)).filter((id) => !deleted.has(id));
    await store.replaceSegments(parts, new TextEncoder().encode(JSON.stringify(parts.flatMap(held))));
  }
}

const TASKS = {
  /** Rewrites ten pages over and over, merging in between: article ids say which round wrote them. */
  async rewrite(store) {
    for (let round = Number(given); ; round += 1) {
      for (let page = 0; page < 10; page += 1) {
        const articles = Array.from({ length: 20 + (round % 7) }, (_, i) =>
          articleOf(`p${page}/${round}/${i}`, `p${page}`),
        );
        await store.replacePage(await preparedPage(store, `p${page}`, articles));
        process.stdout.write(`p${page} ${round}\n`);
      }
      await merge(store);
    }
  },
  /** Reserves single numbers and says which. */
  async reserve(store) {
    for (let i = 0; i < Number(given); i += 1) process.stdout.write(`${await store.reservePassages(1)}\n`);
  },
  /** Puts in pages that hold the same article. */
  async contend(store) {
    for (let i = 0; i < Number(given); i += 1) {
      const page = `p${process.pid}-${i % 3}`;
      const articles = [articleOf('shared', page), articleOf(`${page}/own`, page)];
      await store.replacePage(await preparedPage(store, page, articles));
      await merge(store);
      process.stdout.write(`${page}\n`);
    }
  },
  /** Notes submissions of five jobs with material, one after the other, beginning with the given number. */
  async submit(store) {
    for (let round = Number(given); ; round += 1) {
      await store.submit(submissionOf(`b${round}`));
      process.stdout.write(`b${round}\n`);
    }
  },
  /** Takes on the job of one page over and over, as if whoever has it were dead. */
  async claim(store) {
    for (let i = 0; i < Number(given); i += 1) {
      const terms = {
        at: i,
        silentSince: Number.MAX_SAFE_INTEGER,
        most: 10_000,
        error: { kind: 'fault', reference: '' },
      };
      const { claim } = await store.claim('p', terms);
      process.stdout.write(`${claim.job} ${claim.attempt}\n`);
    }
  },
  /** Copies the store over and over into files of the given folder. */
  async copy(store) {
    for (;;) {
      const path = `${given}/${randomUUID()}.db`;
      process.stdout.write('begins\n');
      await store.copyTo(path);
      process.stdout.write(`${path}\n`);
    }
  },
  /** Tries every writing call of the ledger, looks at it, and copies the store to the given path. */
  async refused(store) {
    const claim = { job: 'b0/0', attempt: 1 };
    const calls = [
      ...[store.submit(submissionOf('b1')), store.claim('b0/0', { at: 1, silentSince: 1, most: 1, error: {} })],
      ...[store.advance(claim, {}, 1), store.finish(claim, {}, 1), store.fail(claim, { error: {}, again: true }, 1)],
      ...[store.cancel('b0/0', 1), store.retry('b0/0', 1), store.forgetJobsBefore(1), store.setWithheld('a', true, 1)],
      store.removePage('p', claim),
    ];
    for (const result of await Promise.allSettled(calls)) process.stdout.write(`${result.reason?.code}\n`);
    const length = (await store.material('b0/0')).length;
    process.stdout.write(`${(await store.jobs({})).length} ${length} ${(await store.tally()).waiting}\n`);
    process.stdout.write(`${await store.copyTo(given)}\n`);
  },
  /** Reads, then tries to write. */
  async look(store) {
    const [article] = await store.articles();
    process.stdout.write(`${store.readonly} ${(await store.counts()).articles} ${article?.id}\n`);
    await store.setSetting('a', 'b').catch(({ code }) => process.stdout.write(`${code}\n`));
  },
};

/** Rights are nothing to the superuser: become nobody, once everything that must be loaded is loaded. */
function dropRights() {
  new Database(':memory:').close();
  if (process.getuid?.() === 0) process.setuid(65534);
}

if (task === 'look' || task === 'refused') dropRights();
try {
  const store = await openSqliteStore(folder);
  await TASKS[task](store);
  await store.close();
} catch (error) {
  if (error.name !== 'StoreError' || task !== 'look') throw error;
  process.stdout.write(`${error.code} ${JSON.stringify(error.remark.details)}\n`);
}
