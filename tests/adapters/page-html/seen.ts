/** What a browser really shows. Scripts for the browser are texts, since the tests know no document. */
import type { Page } from 'playwright-core';

/** Where something stands in the window, in pixels. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

function ofAll<Result>(page: Page, selector: string, script: string): Promise<Result[]> {
  return page.evaluate<Result[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => ${script})`);
}

/** A computed property of everything that a selector finds. */
export function styles(page: Page, selector: string, ...[property, part]: [property: string, part?: string]) {
  const wanted = part === undefined ? '' : `, ${JSON.stringify(part)}`;
  return ofAll<string>(page, selector, `getComputedStyle(one${wanted})[${JSON.stringify(property)}]`);
}

/** The classes of everything that a selector finds. */
export function classNames(page: Page, selector: string): Promise<string[]> {
  return ofAll<string>(page, selector, 'one.className');
}

/** Where everything stands that a selector finds. */
export function boxes(page: Page, selector: string): Promise<Box[]> {
  return ofAll<Box>(page, selector, 'one.getBoundingClientRect().toJSON()');
}

/** Paints colours over each other, transparent ones too, and tells contrasts by WCAG 2. */
const CONTRAST = `
const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const light = (layers) => {
  for (const layer of layers) { pen.fillStyle = layer; pen.fillRect(0, 0, 1, 1); }
  const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const behind = (one) => (one === null ? ['white'] : [...behind(one.parentElement), getComputedStyle(one).backgroundColor]);
const contrast = (one, colour) => {
  const pair = [light(behind(one)), light([...behind(one), colour])];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
};
`;

function least(page: Page, selector: string, colour: string): Promise<number> {
  const found = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
  return page.evaluate<number>(
    `(() => {${CONTRAST} return Math.min(...${found}.map((one) => contrast(one, ${colour})));})()`,
  );
}

/** The least contrast of a colour with what lies behind anything that a selector finds; `Infinity` where it finds nothing. */
export function contrastWith(page: Page, selector: string, colour: string): Promise<number> {
  return least(page, selector, JSON.stringify(colour));
}

/** The least contrast of the texts that each selector finds with what lies behind them. */
export async function contrasts(page: Page, selectors: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const selector of selectors) found[selector] = await least(page, selector, 'getComputedStyle(one).color');
  return found;
}
