/**
 * Makes a library of any size out of a file of real articles.
 *
 * Every made article has the shape of a real one (its day and its number of sentences), and each of its sentences is
 * drawn from all sentences of the file with the same likelihood. So words, pairs of characters and sentences are as frequent as
 * in the file, however many articles are made, and what stands together within a sentence is real; only what
 * stands in neighbouring sentences is not. The numbers that draw come from a fixed seed: the same size gives the same file.
 */
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Passages that an article comes to on average: 2.8 in what is made of the news. */
const PASSAGES_PER_ARTICLE = 2.8;
const SEED = 0x57656e62;
/** What makes a question of a clause. */
const TAILS = ['是什么时候的事？', '在哪里？', '是多少？', '是谁？', '的原因是什么？'];
/** Characters of a clause that is worth asking for. */
const CLAUSE = { shortest: 8, longest: 24 };

interface Real {
  readonly date: string;
  readonly text: string;
}

/** Numbers from 0 to 1 that look drawn and are the same in every run (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？])/u).filter((sentence) => sentence.trim() !== '');
}

/** A source of made articles and of questions about them. */
export class MadeNews {
  readonly #sentences: string[] = [];
  /** Day and number of sentences of every real article. */
  readonly #shapes: { readonly date: string; readonly sentences: number }[] = [];

  /** @param file articles, one JSON object with `date` and `text` a line; may be packed by gzip */
  constructor(file: string) {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
      const real: Real = JSON.parse(line);
      const sentences = sentencesOf(real.text);
      this.#shapes.push({ date: real.date, sentences: sentences.length });
      this.#sentences.push(...sentences);
    }
  }

  /** Writes articles that come to about so many passages to a file; resolves with its bytes. */
  async write(file: string, passages: number): Promise<number> {
    const draw = drawing(SEED);
    const out = createWriteStream(file);
    const articles = Math.ceil(passages / PASSAGES_PER_ARTICLE);
    for (let number = 1; number <= articles; number += 1) {
      const { date, sentences } = this.#drawn(this.#shapes, draw);
      const text = Array.from({ length: sentences }, () => this.#drawn(this.#sentences, draw)).join('');
      const line = `${JSON.stringify({ id: `made-${number}`, title: '', date, text })}\n`;
      if (!out.write(line)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'close');
    return out.bytesWritten;
  }

  /** Questions about clauses that were drawn like the sentences. */
  questions(count: number): string[] {
    const draw = drawing(SEED + 1);
    const questions: string[] = [];
    while (questions.length < count) {
      const clauses = this.#drawn(this.#sentences, draw)
        .split(/[，。！？；：、“”]/u)
        .filter(({ length }) => length >= CLAUSE.shortest && length <= CLAUSE.longest);
      if (clauses.length > 0) questions.push(`${this.#drawn(clauses, draw)}${this.#drawn(TAILS, draw)}`);
    }
    return questions;
  }

  #drawn<Item>(items: readonly Item[], draw: () => number): Item {
    const item = items[Math.floor(draw() * items.length)];
    if (item === undefined) throw new Error('Nothing to draw from: the file of articles is empty.');
    return item;
  }
}
