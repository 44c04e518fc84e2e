// What a browser calls itself, in words that its owner knows. It can call itself anything, so no more is claimed.

/** The first that fits; many browsers also name those they are like. */
const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\bMacintosh\b|\bMac OS X\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

const firstIn = (known: [RegExp, string][], text: string) =>
  known.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** "Firefox on Windows", "Safari", "A browser on Linux", "A browser" */
export function deviceInWords(userAgent: string | null): string {
  const browser = firstIn(browsers, userAgent ?? "") ?? "A browser";
  const system = firstIn(systems, userAgent ?? "");
  return system === null ? browser : `${browser} on ${system}`;
}
