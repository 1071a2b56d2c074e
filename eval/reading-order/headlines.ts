/** Headlines, kickers, decks and crossheads for texts that have none, made of the words of their clauses. */
import { tagWords } from '../../src/text/words.ts';
import type { Dice } from './dice.ts';

/** Lengths in characters. */
interface Length {
  readonly least: number;
  readonly most: number;
}

const CLAUSE = /[^，。；：！？、“”‘’（）《》【】,;:!?"()\s—…]+/g;
/** A clause that says when, or who said it, is no headline. */
const NO_HEADLINE = /记者|消息|近日|日前|目前|今年|今天|昨|据|电$|讯$|获悉|表示|他|她|我|你|这|那|图|广告|公众号/;
/** Tags of the words that headlines leave out: particles, adverbs, prepositions, conjunctions, times. */
const LEFT_OUT = /^(?:u|d|p|c|t|y)/;
/** Share of the other words that a headline leaves out. */
const SKIPPED = 0.12;

const HAN = /^[\p{Script=Han}\d]+$/u;

/** A clause shortened as headlines are. */
function shorten(clause: string, dice: Dice): string {
  const words = tagWords(clause).filter(({ tag }) => !LEFT_OUT.test(tag) && !dice.chance(SKIPPED));
  return words.map(({ start, end }) => clause.slice(start, end)).join('');
}

/** Clauses of a text that could be headlines, shortened where `short`, of the wanted length. */
function clausesOf(text: string, { least, most }: Length, short: Dice | null): string[] {
  const clauses = (text.match(CLAUSE) ?? []).filter((clause) => HAN.test(clause) && !NO_HEADLINE.test(clause));
  const said = short === null ? clauses : clauses.map((clause) => shorten(clause, short));
  return said.filter((clause) => clause.length >= least && clause.length <= most && /\p{Script=Han}{4}/u.test(clause));
}

/** A headline for a text; empty where no clause of it will do. */
export function headlineFrom(text: string, dice: Dice): string {
  return clausesOf(text, { least: 8, most: 20 }, dice)[0] ?? '';
}

/** A crosshead for a section; empty where no clause of it will do. */
export function crossheadFrom(text: string, dice: Dice): string {
  return clausesOf(text, { least: 6, most: 13 }, dice)[0] ?? '';
}

/** Something of the text for a deck, a kicker or a caption; empty where nothing will do. `most` is in characters. */
export function clauseFrom(text: string, most: number, dice: Dice): string {
  return dice.shuffle(clausesOf(text, { least: 8, most }, null))[0] ?? '';
}

/** A deck of figures, as `总投资12亿元 新建学校5所`; empty where the text has none. */
export function figuresFrom(text: string): string {
  const clauses = (text.match(CLAUSE) ?? []).filter((clause) => /\d/.test(clause) && HAN.test(clause));
  return clauses
    .filter(
      (clause) => clause.length >= 6 && clause.length <= 18 && !NO_HEADLINE.test(clause) && !/^\d{4}年/.test(clause),
    )
    .slice(0, 2)
    .join('，');
}
