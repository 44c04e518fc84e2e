// What has just been done, said once on the page that a form leads back to.

/** The words for `?done=…`; null for none, and for one that is not among them, whatever objects inherit. */
export const doneIn = (words: Record<string, string>, query: URLSearchParams): string | null => {
  const key = query.get("done") ?? "";
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
};
