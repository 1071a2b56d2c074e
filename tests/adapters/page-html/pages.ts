/** Pages that are drawn as web pages in tests. */
import { inspectPage, type PageView } from '../../../src/app/page-view.ts';
import { CORPUS_PAGES, pageOf } from '../../ingest/pages.ts';
import { HOSTILE } from '../discord/hostile.ts';

/** What a page could print to get a script, a request or markup into the web page. */
export const ATTACKS: readonly string[] = [
  '<script>document.title = "hacked"</script>',
  '</style><script>document.title = "hacked"</script>',
  '</title><img src="http://127.0.0.1:9/a.png" onerror="document.title = \'hacked\'">',
  '"><svg onload=document.title="hacked"><a href="javascript:alert(1)">按</a>',
  "' onmouseover='document.title=1' x='",
  '<iframe src="http://127.0.0.1:9/"></iframe><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><base href="http://127.0.0.1:9/">',
  '<!-- --> ]]> &lt;b&gt; &amp; &#60;',
];

/** The view of a text. */
export function viewOf(text: string, facts: Parameters<typeof pageOf>[1] = {}): PageView {
  const page = pageOf(text, facts);
  return inspectPage(page, new TextEncoder().encode(text));
}

/** A page of the corpus by its label. */
export function corpusView(label: string): PageView {
  const page = CORPUS_PAGES.get(label);
  if (page === undefined) throw new Error(`no page ${label}`);
  return viewOf(page.text, page);
}

const SHORT = HOSTILE.map(([, text]) => text).filter((text) => text.length < 3000);

/** A page whose every part attacks: name, paper, headlines, byline, text, tables. */
export function hostileView(): PageView {
  const [first = ''] = ATTACKS;
  const articles = [...ATTACKS, ...SHORT].map(
    (text, at) => `# 大桥${at}通车 ${text}\n\n□本报记者 ${text}\n\n本报讯 大桥${at}今天通车。${text}\n`,
  );
  const table = `区市\t${first}\n东区\t${ATTACKS[3]}\n西区\t\u202E反\n`;
  const facts = { file: `${first}\u202E.txt`, publication: ATTACKS[2] ?? '', label: ATTACKS[4] ?? '' };
  return viewOf([...articles, table].join('\n\n'), facts);
}
