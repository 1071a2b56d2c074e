/** Stands in for a process that a document has killed. */
export function unpack() {
  process.exit(3);
}
