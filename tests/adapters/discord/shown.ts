/** What people see of Discord's markup: a reader of the few signs that we use, which refuses all others. */

const PREFIX = /^(?:> |-# |#{1,3} )/u;
/** Signs that mean something wherever they stand, unless a backslash stands before them. */
const SIGNS = '\\*_`<>[]@#';
/** Signs that mean something together only: spoilers, striking out, links. */
const PAIRS = ['||', '~~', '://'];
const LIST = /^\s*(?:[-+*]|\d+\.)(?:\s|$)/u;
const FENCE = '```';

function isEscape(line: string, at: number): boolean {
  return line[at] === '\\' && /^[^0-9A-Za-z\s]/u.test(line.charAt(at + 1));
}

/** One line without its markup; throws where a sign stands that would be read as other markup. */
function shownLine(line: string): string {
  if (LIST.test(line)) throw new Error(`would be a list: ${JSON.stringify(line)}`);
  let shown = '';
  let isBold = false;
  for (let at = 0; at < line.length; at += 1) {
    const channel = line[at] === '<' ? /^<#\d{17,20}>/u.exec(line.slice(at, at + 30))?.[0] : undefined;
    if (isEscape(line, at)) {
      at += 1;
      shown += line[at];
    } else if (channel !== undefined) {
      shown += channel.slice(2, -1);
      at += channel.length - 1;
    } else if (line.startsWith('**', at)) {
      isBold = !isBold;
      at += 1;
    } else if (SIGNS.includes(line.charAt(at)) || PAIRS.some((pair) => line.startsWith(pair, at))) {
      throw new Error(`would be markup at ${at}: ${JSON.stringify(line)}`);
    } else shown += line[at];
  }
  if (isBold) throw new Error(`bold without an end: ${JSON.stringify(line)}`);
  return shown;
}

/** The text that people see of a title or description. */
export function shownText(markup: string): string {
  const shown: string[] = [];
  let isCode = false;
  for (const line of markup.split('\n')) {
    if (line === FENCE) isCode = !isCode;
    else if (isCode && line.includes('`')) throw new Error(`code ends too early: ${JSON.stringify(line)}`);
    else shown.push(isCode ? line : shownLine(line.replace(PREFIX, '')));
  }
  if (isCode) throw new Error('code without an end');
  return shown.join('\n');
}
