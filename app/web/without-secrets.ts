// An address as it may be written down, in the log and in the audit trail: what opens something by itself is left out.

/** Addresses whose next part is a secret; a test holds every route that takes a token to this list. */
const beforeASecret = [
  /^\/evaluate\//i,
  /^\/approve\//i,
  /^\/check-in\//i,
  /^\/sign-in\/link\//i,
  /^\/my\/account\/address\//i,
  // Whoever has a certificate's number may see whose it is.
  /^\/my\/certificates\//i,
  /^\/verify\//i,
  /^\/feeds\/my\//i,
  /^\/unsubscribe\//i,
];

const longest = 200;

/**
 * A path without its secret part and without its query, which may hold what a person typed. Other spellings that lead
 * to the same page (capitals, doubled slashes, needless percent signs) are seen through.
 */
export function withoutSecrets(address: string): string {
  const path = plainly(address.split(/[?#]/, 1)[0] ?? "");
  const known = beforeASecret.map((pattern) => pattern.exec(path)?.[0]).find((start) => start !== undefined);
  const shown = known !== undefined && path.length > known.length ? `${known}[secret]` : path;
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

function plainly(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/+/g, "/");
  } catch {
    return path.replace(/\/+/g, "/");
  }
}
