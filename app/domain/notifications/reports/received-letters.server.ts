// Mail that somebody sent to the address which invites: fetched from the provider, who keeps it, for the calendar part alone.

export type Received = { from: string; calendars: string[] };

/** An answer of a calendar program is small. */
const longest = 100_000;
const mostParts = 3;

/**
 * @param options.signal ends all of it: whoever calls waits for our answer
 * @returns null where there is no such letter
 * @throws Error where it cannot be had now
 */
export async function fetchReceived(
  options: { apiKey: string; baseUrl?: string | undefined; signal: AbortSignal },
  id: string,
): Promise<Received | null> {
  const { apiKey, baseUrl, signal } = options;
  const { Resend } = await import("resend");
  const { receiving } = new Resend(apiKey, baseUrl ? { baseUrl } : {}).emails;
  const letter = await receiving.get(id, {}, { signal });
  if (letter.error) {
    if (letter.error.statusCode === 404) return null;
    throw new Error(`A received letter could not be fetched: ${letter.error.name}`);
  }
  const parts = letter.data.attachments.filter(
    ({ content_type, size }) => /^text\/calendar\b/i.test(content_type) && size <= longest,
  );
  const calendars: string[] = [];
  for (const part of parts.slice(0, mostParts)) {
    const found = await receiving.attachments.get({ emailId: id, id: part.id }, { signal });
    if (found.error) throw new Error(`Part of a received letter could not be fetched: ${found.error.name}`);
    calendars.push(await download(found.data.download_url, baseUrl, signal));
  }
  return { from: bareAddress(letter.data.from), calendars };
}

/** The provider signs where its files are; we follow it to nothing but the web, and no further than told. */
async function download(url: string, baseUrl: string | undefined, signal: AbortSignal): Promise<string> {
  const ours = baseUrl !== undefined && new URL(url).origin === new URL(baseUrl).origin;
  if (!ours && !url.startsWith("https://")) throw new Error("A received letter is kept at an odd address.");
  const answer = await fetch(url, { signal, redirect: "error" });
  if (!answer.ok) throw new Error(`Part of a received letter could not be fetched: ${answer.status}`);
  return (await answer.text()).slice(0, longest + 1);
}

/** "Sam <sam@example.org>" or the bare address. */
const bareAddress = (from: string) => (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
