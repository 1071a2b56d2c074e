/** The languages that our own words come in; the text of the pages always stays as it was printed. */

/** A language of the interface, by the names that Discord uses. */
export type Locale = 'zh-CN' | 'zh-TW' | 'en';

/** Every language of the interface, the default one first. */
export const LOCALES: readonly Locale[] = ['zh-CN', 'zh-TW', 'en'];

/** The same short text in every language. */
export type Localized = Readonly<Record<Locale, string>>;
