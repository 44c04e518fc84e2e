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
 * Whether a password is among the first that anyone would try: a common one, one made of one or two repeated letters,
 * or one that says little besides the person's own name or address, or the names in `localWords`.
 */
export function isGuessable(
  password: string,
  about: { name: string; email: string; localWords: string[] },
): boolean {
  const plain = lettersOf(password);
  // Signs count as letters where there are few others: any composition will do.
  const repeated = plain.length * 2 > password.length ? plain : password;
  if (commonest.has(plain) || new Set(repeated).size <= 2) return true;
  const words = [...about.localWords, about.name, about.email.split("@")[0] ?? ""]
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .map(lettersOf)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ""), plain);
  return rest.length < plain.length && rest.length < 5;
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
