/** Whether Discord already has a command as we want it: it gives commands back with defaults, nulls and fields of its own. */

type Fields = Readonly<Record<string, unknown>>;

/** What we say of commands, options and choices; all else is Discord's own. */
const FIELDS = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'nsfw',
  'options',
  'choices',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'value',
]);

/** Lists whose order means nothing, unlike that of options and choices. */
const SETS = new Set(['contexts', 'integration_types', 'channel_types']);

/** What says nothing where nothing is what Discord takes for it. */
function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function normalValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => (isFields(item) ? normalFields(item) : item));
    return SETS.has(key) ? items.sort() : items;
  }
  if (!isFields(value)) return value;
  // The languages of a text are no fields of ours, and whatever they are, they count.
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The fields that say something, in the order of their names. */
function normalFields(fields: Fields): Fields {
  const kept = Object.entries(fields)
    .filter(([key, value]) => FIELDS.has(key) && (key === 'value' || !saysNothing(value)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept.map(([key, value]) => [key, normalValue(key, value)]));
}

/** In a scope, whatever is not said of these is what Discord fills in. */
function normalCommand(wanted: object, command: object): Fields {
  const unsaid = ['contexts', 'integration_types'].filter((key) => !(key in wanted));
  const said = Object.entries(command).filter(([key]) => !unsaid.includes(key));
  return normalFields({ type: 1, ...Object.fromEntries(said) });
}

/** Whether a command that Discord has is the one that is wanted; `undefined` is none. */
export function sameDefinition(wanted: object, registered: object | undefined): boolean {
  if (registered === undefined) return false;
  return JSON.stringify(normalCommand(wanted, wanted)) === JSON.stringify(normalCommand(wanted, registered));
}
