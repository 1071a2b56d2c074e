/** Collects what is wrong with a body and says it in Discord's shape. */
import { ApiError } from './errors.ts';

/** How long a text may be, in characters. */
export interface TextRule {
  readonly min?: number;
  readonly max: number;
  readonly required?: boolean;
}

/** How long a text is, both ways of counting. */
export interface Length {
  readonly codePoints: number;
  readonly utf16: number;
}

/** Both lengths of a text. */
export function lengthOf(text: string): Length {
  return { codePoints: [...text].length, utf16: text.length };
}

/**
 * The length that a limit is held against. Discord's own documents leave open which of the two it counts, so the
 * larger one, which satisfies both readings, is taken.
 */
export function strictLength(text: string): number {
  const { codePoints, utf16 } = lengthOf(text);
  return Math.max(codePoints, utf16);
}

/** An object's fields, or none where it is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A list's items, or none where it is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

interface Node {
  _errors?: { code: string; message: string }[];
  [key: string]: Node | { code: string; message: string }[] | undefined;
}

/** The faults of one body. Paths are dotted: `embeds.0.title`. */
export class Form {
  readonly #faults: { path: string; code: string; message: string }[] = [];
  readonly #prefix: string;

  /** Every path gets `prefix` in front, such as `data.`. */
  constructor(prefix = '') {
    this.#prefix = prefix;
  }

  /** Notes a fault. */
  add(path: string, code: string, message: string): void {
    this.#faults.push({ path: this.#prefix + path, code, message });
  }

  /** Notes that something is missing. */
  missing(path: string): void {
    this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  /** Notes that a number of things is not between these bounds. */
  count(path: string, count: number, [min, max]: readonly [number, number]): void {
    if (count >= min && count <= max) return;
    if (min > 0) this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else this.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }

  /** Checks that a text, which may be absent where it is not required, is a text and long enough. */
  text(path: string, value: unknown, rule: TextRule): void {
    if (value === undefined || value === null) {
      if (rule.required === true) this.missing(path);
    } else if (typeof value !== 'string') {
      this.add(path, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
    } else if (rule.required === true && value.trim() === '') {
      this.missing(path);
    } else {
      this.count(path, strictLength(value), [rule.min ?? 0, rule.max]);
    }
  }

  /** Checks that a number, which may be absent, is whole and between these bounds. */
  integer(path: string, value: unknown, [min, max]: readonly [number, number]): void {
    if (value === undefined || value === null) return;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.add(path, 'NUMBER_TYPE_COERCE', `Value "${JSON.stringify(value)}" is not int.`);
    } else if (value < min) {
      this.add(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    } else if (value > max) {
      this.add(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    }
  }

  /** Checks that a value is one of these. */
  oneOf(path: string, value: unknown, allowed: readonly unknown[]): void {
    if (allowed.includes(value)) return;
    this.add(
      path,
      'BASE_TYPE_CHOICES',
      `Value must be one of {${allowed.map((one) => JSON.stringify(one)).join(', ')}}.`,
    );
  }

  /** Checks that an address, which may be absent, is one and has an allowed scheme. */
  url(path: string, value: unknown, rule: { readonly max: number; readonly schemes?: readonly string[] }): void {
    if (value === undefined || value === null) return;
    const schemes = rule.schemes ?? ['http', 'https'];
    this.text(path, value, { max: rule.max });
    if (!URL.canParse(String(value))) {
      this.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return;
    }
    const scheme = new URL(String(value)).protocol.slice(0, -1);
    if (!schemes.includes(scheme)) {
      const named = schemes.map((one) => `'${one}'`).join(', ');
      this.add(
        path,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" is not supported. Scheme must be one of (${named}).`,
      );
    }
  }

  /** Throws Discord's 50035 with everything that was noted, where something was. */
  finish(): void {
    if (this.#faults.length === 0) return;
    const root: Node = {};
    for (const { path, code, message } of this.#faults) {
      let node = root;
      for (const key of path.split('.')) {
        const next = (node[key] ?? {}) as Node;
        node[key] = next;
        node = next;
      }
      node._errors = [...(node._errors ?? []), { code, message }];
    }
    throw new ApiError(400, 50_035, 'Invalid Form Body', { errors: root });
  }
}
