/** What Discord takes as components of a message. */
import { flatten, SELECTS, STYLE, TYPE } from './component-types.ts';
import { type Form, fieldsOf, itemsOf, strictLength } from './form.ts';
import { COMPONENTS } from './limits.ts';
import type { Fields } from './model.ts';
import { checkSelect } from './validate-select.ts';

const IN_SECTION = [TYPE.button, TYPE.thumbnail];
const IN_CONTAINER = [TYPE.row, TYPE.section, TYPE.text, TYPE.gallery, TYPE.file, TYPE.separator];
const ON_TOP: readonly number[] = [...IN_CONTAINER, TYPE.container];
const BUTTON_STYLES = [1, 2, 3, 4, 5, 6];
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3/u;

function checkEmoji(form: Form, path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const emoji = fieldsOf(value);
  if (emoji['id'] || EMOJI.test(String(emoji['name'] ?? ''))) return;
  form.add(`${path}.name`, 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
}

function checkButton(form: Form, path: string, button: Fields): void {
  form.oneOf(`${path}.style`, button['style'], BUTTON_STYLES);
  form.text(`${path}.label`, button['label'], { max: COMPONENTS.label });
  checkEmoji(form, `${path}.emoji`, button['emoji']);
  if (button['style'] === STYLE.premium) return;
  if (!(button['label'] || button['emoji'])) {
    form.add(`${path}.label`, 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  }
  if (button['style'] === STYLE.link) {
    if (button['url'] === undefined) form.missing(`${path}.url`);
    form.url(`${path}.url`, button['url'], { max: COMPONENTS.url });
    if (button['custom_id'] !== undefined) {
      const said = 'A custom id and url cannot both be specified';
      form.add(`${path}.custom_id`, 'COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', said);
    }
    return;
  }
  form.text(`${path}.custom_id`, button['custom_id'], { min: 1, max: COMPONENTS.customId, required: true });
  if (button['url'] !== undefined) form.add(`${path}.url`, 'BASE_TYPE_CHOICES', 'Only link buttons have a url.');
}

function checkRow(form: Form, path: string, row: Fields): void {
  const children = itemsOf(row['components']).map(fieldsOf);
  form.count(`${path}.components`, children.length, [1, COMPONENTS.buttonsInRow]);
  const selects = children.filter((child) => SELECTS.includes(Number(child['type'])));
  if (selects.length > 0 && children.length > 1) {
    const said = 'The specified component exceeds the maximum width';
    form.add(`${path}.components.1`, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', said);
  }
  for (const [index, child] of children.entries()) {
    const at = `${path}.components.${index}`;
    form.oneOf(`${at}.type`, child['type'], [TYPE.button, ...SELECTS]);
    if (child['type'] === TYPE.button) checkButton(form, at, child);
    else checkSelect(form, at, child);
  }
}

function checkSection(form: Form, path: string, section: Fields): void {
  const texts = itemsOf(section['components']).map(fieldsOf);
  form.count(`${path}.components`, texts.length, [1, COMPONENTS.sectionTexts]);
  for (const [index, text] of texts.entries()) {
    form.oneOf(`${path}.components.${index}.type`, text['type'], [TYPE.text]);
    form.text(`${path}.components.${index}.content`, text['content'], { max: COMPONENTS.text, required: true });
  }
  const accessory = fieldsOf(section['accessory']);
  form.oneOf(`${path}.accessory.type`, accessory['type'], IN_SECTION);
  if (accessory['type'] === TYPE.button) checkButton(form, `${path}.accessory`, accessory);
}

function checkGallery(form: Form, path: string, gallery: Fields): void {
  const items = itemsOf(gallery['items']);
  form.count(`${path}.items`, items.length, [1, COMPONENTS.gallery]);
  for (const [index, item] of items.entries()) {
    const media = fieldsOf(fieldsOf(item)['media']);
    form.url(`${path}.items.${index}.media.url`, media['url'], {
      max: 2048,
      schemes: ['http', 'https', 'attachment'],
    });
  }
}

function checkContainer(form: Form, path: string, container: Fields): void {
  const children = itemsOf(container['components']).map(fieldsOf);
  form.count(`${path}.components`, children.length, [1, COMPONENTS.total]);
  for (const [index, child] of children.entries()) {
    form.oneOf(`${path}.components.${index}.type`, child['type'], IN_CONTAINER);
    checkOne(form, `${path}.components.${index}`, child);
  }
}

const CHECKS: Readonly<Record<number, (form: Form, path: string, component: Fields) => void>> = {
  [TYPE.row]: checkRow,
  [TYPE.section]: checkSection,
  [TYPE.text]: (form, path, { content }) =>
    form.text(`${path}.content`, content, { max: COMPONENTS.text, required: true }),
  [TYPE.gallery]: checkGallery,
  [TYPE.container]: checkContainer,
};

function checkOne(form: Form, path: string, component: Fields): void {
  CHECKS[Number(component['type'])]?.(form, path, component);
}

function checkCustomIds(form: Form, components: readonly unknown[]): void {
  const seen = new Set<string>();
  const visit = (component: Fields, at: string): void => {
    const id = component['custom_id'];
    if (typeof id === 'string' && seen.has(id)) {
      form.add(`${at}.custom_id`, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    if (typeof id === 'string') seen.add(id);
    for (const [index, child] of itemsOf(component['components']).entries()) {
      visit(fieldsOf(child), `${at}.components.${index}`);
    }
    if (component['accessory']) visit(fieldsOf(component['accessory']), `${at}.accessory`);
  };
  for (const [index, component] of components.entries()) visit(fieldsOf(component), `components.${index}`);
}

function checkTotals(form: Form, components: readonly unknown[]): void {
  const all = flatten(components);
  if (all.length > COMPONENTS.total) {
    const said = `The maximum number of components is ${COMPONENTS.total}.`;
    form.add('components', 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', said);
  }
  const texts = all.filter((one) => one['type'] === TYPE.text).map((one) => strictLength(String(one['content'])));
  if (texts.reduce((sum, length) => sum + length, 0) <= COMPONENTS.text) return;
  const said = `The total length of all displayed text must be ${COMPONENTS.text} or fewer.`;
  form.add('components', 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', said);
}

/** Notes what Discord refuses in these components; `v2` says that the message has the flag of the newer kind. */
export function checkComponents(form: Form, components: unknown, v2: boolean): void {
  const all = itemsOf(components);
  form.count('components', all.length, [0, v2 ? COMPONENTS.total : COMPONENTS.rows]);
  for (const [index, item] of all.entries()) {
    const component = fieldsOf(item);
    form.oneOf(`components.${index}.type`, component['type'], v2 ? ON_TOP : [TYPE.row]);
    checkOne(form, `components.${index}`, component);
  }
  checkCustomIds(form, all);
  if (v2) checkTotals(form, all);
}
