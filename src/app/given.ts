/** The object without its `undefined` members, for options that may be left out but not be `undefined`. */
export function given<Members extends object>(
  members: Members,
): { [Key in keyof Members]?: Exclude<Members[Key], undefined> } {
  const kept: { [Key in keyof Members]?: Exclude<Members[Key], undefined> } = {};
  for (const key of Object.keys(members) as (keyof Members)[]) {
    const value = members[key];
    if (isGiven(value)) kept[key] = value;
  }
  return kept;
}

function isGiven<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
