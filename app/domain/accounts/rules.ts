// Pure rules of the accounts room.

const commonest = new Set([
  "passwordpassword",
  "password1234",
  "password12345",
  "123456789012",
  "1234567890123",
  "qwertyuiopas",
  "qwerty123456",
  "letmeinletmein",
  "iloveyou1234",
  "welcome12345",
  "changeme1234",
  "administrator",
  "abcdefghijkl",
  "111111111111",
  "000000000000",
]);

/**
 * Whether a password is among the first that anyone would try: a common one, one made of a single repeated letter,
 * or one that says little besides the person's own name or address, or the names in `localWords`.
 */
export function isGuessable(
  password: string,
  about: { name: string; email: string; localWords: string[] },
): boolean {
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (commonest.has(plain) || new Set(plain).size <= 2) return true;
  const words = [...about.localWords, ...about.name.split(/\s+/), about.email.split("@")[0] ?? ""]
    .map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
    .filter((word) => word.length >= 4);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest.length < plain.length && rest.length < 5;
}

/** The agencies that an address may belong to, by its domain or a parent of it. */
export function agenciesOfAddress(email: string, domains: { domain: string; agencyId: string }[]): string[] {
  const host = email.toLowerCase().split("@").pop() ?? "";
  return [
    ...new Set(
      domains
        .filter(({ domain }) => host === domain || host.endsWith(`.${domain}`))
        .map(({ agencyId }) => agencyId),
    ),
  ];
}
