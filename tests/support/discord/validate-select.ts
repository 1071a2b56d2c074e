/** What Discord takes as a menu. */
import { SELECTS, TYPE } from './component-types.ts';
import { type Form, fieldsOf, itemsOf } from './form.ts';
import { COMPONENTS } from './limits.ts';
import type { Fields } from './model.ts';

function checkOptions(form: Form, path: string, select: Fields): void {
  const options = itemsOf(select['options']).map(fieldsOf);
  // Discord asks for as many entries as may be chosen, and says so in these words.
  const least = Math.max(1, Number(select['max_values'] ?? 1), Number(select['min_values'] ?? 1));
  form.count(`${path}.options`, options.length, [least, COMPONENTS.options]);
  const values = new Set<unknown>();
  for (const [index, option] of options.entries()) {
    const at = `${path}.options.${index}`;
    form.text(`${at}.label`, option['label'], { min: 1, max: COMPONENTS.optionLabel, required: true });
    form.text(`${at}.value`, option['value'], { min: 1, max: COMPONENTS.optionValue, required: true });
    form.text(`${at}.description`, option['description'], { max: COMPONENTS.optionDescription });
    if (values.has(option['value'])) {
      const said = 'The specified option value is already used';
      form.add(`${at}.value`, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', said);
    }
    values.add(option['value']);
  }
  const preset = options.filter((option) => option['default'] === true).length;
  form.count(`${path}.options`, preset, [0, Number(select['max_values'] ?? 1)]);
}

/** Notes what Discord refuses in a menu; anything else than a menu is left alone. */
export function checkSelect(form: Form, path: string, select: Fields): void {
  if (!SELECTS.includes(Number(select['type']))) return;
  form.text(`${path}.custom_id`, select['custom_id'], { min: 1, max: COMPONENTS.customId, required: true });
  form.text(`${path}.placeholder`, select['placeholder'], { max: COMPONENTS.placeholder });
  form.integer(`${path}.min_values`, select['min_values'], [0, COMPONENTS.options]);
  form.integer(`${path}.max_values`, select['max_values'], [1, COMPONENTS.options]);
  if (select['type'] === TYPE.stringSelect) checkOptions(form, path, select);
}
