/**
 * Where and when was it filed?
 *
 * The dateline opens the first paragraph: `本报7月15日讯`, `本报济南讯`, `新华社北京7月1日电（记者张三、李四）`,
 * `据新华社7月1日电`, `中新社台北8月17日电 (记者 张三)`, `IT之家 8 月 16 日消息`. It stays part of the text.
 */
import type { Span } from '../text/span.ts';
import type { Byline } from './byline.ts';
import { parseByline, parseLeadingByline } from './byline.ts';

/** What the first paragraph says before its first word; offsets of the paragraph. At least one of the two is there. */
export interface Opening {
  readonly dateline: Span | undefined;
  /** The reporters named right behind the dateline, or in brackets in its place. */
  readonly byline: Byline | undefined;
}

/** The text of a paragraph that is looked at. */
const REACH = 160;

const SMALL = '(?:[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(?:[\\d０-９]{4}|[〇○零一二三四五六七八九]{4})';
const DAY = `(?:${YEAR}\\s?年\\s?)?(?:${SMALL}\\s?月\\s?)?${SMALL}\\s?日`;
/** Papers and agencies; the first form needs no day behind it. */
const OWN =
  '(?:据|综合|转自)?(?:本报|本報|本刊|本社|本台|本网|本網|新华社|新華社|新华网|中新社|中新网|中央社|人民网|央视网)';
const PAPER =
  '(?:据)?(?:(?!记者|記者|通讯员)[\\p{L}\\p{N}·／/-]){2,24}?(?:报社|报|報|通讯社|社|网|網|电视台|新闻|新聞|客户端|之家)';
const PLACE = '[\\p{Script=Han}·]{0,8}?';
const KIND = '(?:专电|特电|电讯|快讯|综合讯|电|電|讯|訊|消息|综合消息)';
const STOP = '(?=[\\s（(:：，,、【〔记記]|$)';

const FORMS: readonly RegExp[] = [
  new RegExp(`^${OWN}(?:[／/·][\\p{L}]{2,10})?${PLACE}\\s?${DAY}\\s?${KIND}`, 'u'),
  new RegExp(`^(?:本报|本報|本刊|本网|本網|早报|晨报|晚报|商报|时报)${PLACE}(?:综合)?(?:讯|訊|消息)`, 'u'),
  new RegExp(`^${OWN}${PLACE}${KIND}${STOP}`, 'u'),
  new RegExp(`^${PAPER}${PLACE}(?:讯|訊)(?=[\\s（(【〔记記]|$)`, 'u'),
  new RegExp(`^${PAPER}\\s?${PLACE}\\s?${DAY}\\s?(?:${KIND}|报道${STOP}|報導${STOP})`, 'u'),
];
/** The reporter's name before the day: 东方网记者张三7月30日报道. */
const NAMED = new RegExp(
  `^(?<who>[\\p{L}\\p{N}·／/]{0,16}(?:记者|記者|通讯员)\\s?[\\p{Script=Han}、\\s]{2,12}?)\\s?${DAY}\\s?(?:${KIND}|报道|報導)`,
  'u',
);
/** A sentence that quotes another paper is no dateline of ours. */
const QUOTING = /^据.{0,24}(?:报道|報道|報導|消息)/;
const OPENING = /^[【〔［[（(]\s*/;
const CLOSING = /^\s*[】〕］\])）]/;
const BRACKET = /^\s*([（([【〔][^）)\]】〕]{2,60}[）)\]】〕])/;
/** 记者 without brackets is the byline only where names, and 报道 or a blank, follow. */
const LOOSE = /^[\s，,]*(?=(?:本报)?(?:记者|記者|通讯员|通訊員))/;

/** The reporters named right behind a dateline. */
function readBehind(rest: string, at: number): Byline | undefined {
  const bracket = BRACKET.exec(rest);
  const found = bracket?.[1] === undefined ? undefined : parseByline(bracket[1]);
  const skipped = found !== undefined ? rest.indexOf(bracket?.[1] ?? '') : (LOOSE.exec(rest)?.[0].length ?? -1);
  const byline = found ?? (skipped < 0 ? undefined : readLoose(rest.slice(skipped)));
  if (byline === undefined || byline.picture || byline.names.length === 0) return undefined;
  const offset = at + skipped;
  return { ...byline, span: { start: byline.span.start + offset, end: byline.span.end + offset } };
}

function readLoose(text: string): Byline | undefined {
  const upToReport = /^[^。：:]{2,60}?(?:报道|報道|报导|報導)/.exec(text)?.[0];
  return (upToReport === undefined ? undefined : parseByline(upToReport)) ?? parseLeadingByline(text);
}

/** 【记者王小明／台北报导】 in the place of a dateline. */
function readBracket(text: string): Byline | undefined {
  const bracket = BRACKET.exec(text)?.[1];
  if (bracket === undefined || !/[记記]者|通[讯訊][员員]/.test(bracket)) return undefined;
  const byline = parseByline(bracket);
  return byline === undefined || byline.picture ? undefined : byline;
}

/** The dateline at the front of `text`; `after` is where the text behind it and its brackets begins. */
function readDateline(text: string): { readonly span: Span; readonly after: number } | undefined {
  const start = OPENING.exec(text)?.[0].length ?? 0;
  const inner = text.slice(start);
  if (QUOTING.test(inner)) return undefined;
  for (const form of FORMS) {
    const length = form.exec(inner)?.[0].length ?? 0;
    if (length === 0) continue;
    const end = start + length;
    const close = start > 0 ? (CLOSING.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return { span: { start, end }, after: end + close };
  }
  return undefined;
}

/** Reads the dateline, the reporters in brackets, or both, that a paragraph begins with. */
export function parseOpening(paragraph: string): Opening | undefined {
  const text = paragraph.slice(0, REACH);
  const named = NAMED.exec(text);
  const who = named?.groups?.['who'] === undefined ? undefined : parseByline(named.groups['who']);
  if (named !== null && who !== undefined) return { dateline: { start: 0, end: named[0].length }, byline: who };
  const dateline = readDateline(text);
  const byline = dateline === undefined ? readBracket(text) : readBehind(text.slice(dateline.after), dateline.after);
  return dateline === undefined && byline === undefined ? undefined : { dateline: dateline?.span, byline };
}
