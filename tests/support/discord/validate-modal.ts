/** What Discord takes as a modal and as the choices of autocomplete. */
import { SELECTS, TYPE } from './component-types.ts';
import { Form, fieldsOf, itemsOf } from './form.ts';
import { COMMANDS, MODAL } from './limits.ts';
import type { Fields } from './model.ts';
import { checkSelect } from './validate-select.ts';

function checkInput(form: Form, path: string, input: Fields): void {
  form.text(`${path}.custom_id`, input['custom_id'], { min: 1, max: MODAL.customId, required: true });
  form.oneOf(`${path}.style`, input['style'], [1, 2]);
  form.integer(`${path}.min_length`, input['min_length'], [0, MODAL.length]);
  form.integer(`${path}.max_length`, input['max_length'], [1, MODAL.length]);
  form.text(`${path}.placeholder`, input['placeholder'], { max: MODAL.placeholder });
  form.text(`${path}.value`, input['value'], { max: MODAL.length });
  if (Number(input['min_length'] ?? 0) > Number(input['max_length'] ?? MODAL.length)) {
    form.add(`${path}.min_length`, 'NUMBER_TYPE_MAX', 'min_length must not be greater than max_length.');
  }
}

function checkLabelled(form: Form, path: string, label: Fields): void {
  form.text(`${path}.label`, label['label'], { min: 1, max: MODAL.label, required: true });
  form.text(`${path}.description`, label['description'], { max: MODAL.description });
  const inner = fieldsOf(label['component']);
  form.oneOf(`${path}.component.type`, inner['type'], [TYPE.textInput, ...SELECTS]);
  if (inner['type'] === TYPE.textInput) checkInput(form, `${path}.component`, inner);
  else checkSelect(form, `${path}.component`, inner);
}

function checkRow(form: Form, path: string, row: Fields): void {
  const inputs = itemsOf(row['components']).map(fieldsOf);
  form.count(`${path}.components`, inputs.length, [1, 1]);
  for (const [index, input] of inputs.entries()) {
    const at = `${path}.components.${index}`;
    form.oneOf(`${at}.type`, input['type'], [TYPE.textInput]);
    form.text(`${at}.label`, input['label'], { min: 1, max: MODAL.label, required: true });
    checkInput(form, at, input);
  }
}

function checkUnique(form: Form, components: readonly Fields[]): void {
  const inputs = components.map((one) => fieldsOf(one['component'] ?? itemsOf(one['components'])[0]));
  const seen = new Set<unknown>();
  for (const [index, { custom_id: id }] of inputs.entries()) {
    if (id !== undefined && seen.has(id)) {
      const path = `components.${index}.custom_id`;
      form.add(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    seen.add(id);
  }
}

/** Throws Discord's 50035 for a modal that it refuses. */
export function checkModal(modal: Fields): void {
  const form = new Form('data.');
  form.text('custom_id', modal['custom_id'], { min: 1, max: MODAL.customId, required: true });
  form.text('title', modal['title'], { min: 1, max: MODAL.title, required: true });
  const components = itemsOf(modal['components']).map(fieldsOf);
  form.count('components', components.length, [1, MODAL.rows]);
  for (const [index, component] of components.entries()) {
    const path = `components.${index}`;
    form.oneOf(`${path}.type`, component['type'], [TYPE.row, TYPE.text, TYPE.label]);
    if (component['type'] === TYPE.label) checkLabelled(form, path, component);
    else if (component['type'] === TYPE.row) checkRow(form, path, component);
  }
  checkUnique(form, components);
  form.finish();
}

/** Throws Discord's 50035 for choices that it refuses. `type` is that of the option: 3 text, 4 integer, 10 number. */
export function checkChoices(choices: unknown, type: number): void {
  const form = new Form('data.');
  const all = itemsOf(choices).map(fieldsOf);
  if (!Array.isArray(choices)) form.missing('choices');
  form.count('choices', all.length, [0, COMMANDS.choices]);
  for (const [index, choice] of all.entries()) {
    const path = `choices.${index}`;
    form.text(`${path}.name`, choice['name'], { min: 1, max: COMMANDS.choiceName, required: true });
    if (type === 3) form.text(`${path}.value`, choice['value'], { max: COMMANDS.choiceValue, required: true });
    else if (typeof choice['value'] !== 'number') {
      form.add(`${path}.value`, 'NUMBER_TYPE_COERCE', `Value "${String(choice['value'])}" is not a number.`);
    }
  }
  form.finish();
}
