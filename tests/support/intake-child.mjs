/**
 * Takes pages in over and over in a process of its own: `node intake-child.mjs ROOT FOLDER PAGES TURN`, ROOT being the
 * address of the built src/, PAGES a JSON file of `[id, text, text]`, whose texts take turns, beginning with turn TURN. Every line on stdout says
 * which page and which of its texts have been acknowledged.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, , root, folder, pages, given] = process.argv;
const { openSqliteStore } = await import(new URL('store/sqlite/store.js', root));
const { Intake } = await import(new URL('app/intake.js', root));

const store = await openSqliteStore(folder);
const intake = new Intake(store, (bytes) => createHash('sha256').update(bytes).digest('hex'));
const texts = JSON.parse(readFileSync(pages, 'utf8'));

async function takeIn([id, ...versions], round) {
  const info = { id, file: id, publication: null, date: '2022-07-15', label: null };
  const bytes = new TextEncoder().encode(versions[round % versions.length]);
  await intake.takeIn({ info, bytes, kind: 'page', source: null });
  process.stdout.write(`${id} ${round % versions.length}\n`);
}

// The first page takes long, for dictionaries are loaded: whoever kills waits for the first line.
for (let turn = Number(given); ; turn += 1) {
  await takeIn(texts[turn % texts.length], Math.floor(turn / texts.length));
  await intake.mergeSegments();
}
