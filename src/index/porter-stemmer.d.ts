/** natural declares its types for the whole package only; importing that takes 0.7 s. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(token: string): string };
  export = stemmer;
}
