/** Turns the tree of a Word document, as mammoth reads it, into lines. */

/** A node of the tree, as far as it matters here. */
interface DocxNode {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly unknown[];
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'table']);

function isNode(value: unknown): value is DocxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function childrenOf(node: DocxNode): DocxNode[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : [];
}

/** The lines of a document: one for each paragraph, one for each row of a table with tabs between its cells. */
export function docxLines(document: unknown): string[] {
  return isNode(document) ? childrenOf(document).flatMap(blockLines) : [];
}

function blockLines(node: DocxNode): string[] {
  if (node.type === 'table') return childrenOf(node).map(rowLine);
  if (node.type === 'paragraph') return inlineText(node).split('\n');
  // Text boxes and the like may hold paragraphs of their own.
  const children = childrenOf(node);
  return children.some(({ type }) => BLOCKS.has(type)) ? children.flatMap(blockLines) : [inlineText(node)];
}

function rowLine(row: DocxNode): string {
  return childrenOf(row)
    .map((cell) =>
      childrenOf(cell)
        .flatMap(blockLines)
        .map((line) => line.replaceAll('\t', ' ').trim())
        .filter((line) => line !== '')
        .join(' '),
    )
    .join('\t');
}

function inlineText(node: DocxNode): string {
  if (node.type === 'text') return typeof node.value === 'string' ? node.value : '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return childrenOf(node).map(inlineText).join('');
}
