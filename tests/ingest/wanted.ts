/** What a test says of an article: headline, then what is not null among kicker, subtitle, byline, dateline, paragraphs. */
export interface Wanted {
  readonly title: string | null;
  readonly kicker?: string;
  readonly subtitle?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly paragraphs: number;
  readonly crossheads?: readonly string[];
}

/** What the page shows, its text, its articles. */
export type PaperCase = readonly [shows: string, text: string, articles: readonly Wanted[]];
