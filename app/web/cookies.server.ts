// Every cookie there is. /cookies tells of each one; a test compares the two.

import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { type Cookie, createCookie } from "@remix-run/node";
import { z } from "zod";
import type { Settings } from "~/settings.server";

type Kept = { name: string; seconds: number; signed: boolean };

const minute = 60;
const day = 24 * 60 * minute;

/** What is kept in a browser, under which name and for how long. Ends that come sooner are the server's to say. */
export const cookieList = {
  /** The secret of a signed-in session. */
  signedIn: { name: "signed-in", seconds: 90 * day, signed: false },
  /** Marks of the accounts that were signed in to from this browser, so that strangers cannot lock their owners out. */
  knownBrowser: { name: "known-browser", seconds: 365 * day, signed: true },
  /** The address that somebody who joins has proved to be theirs. */
  joining: { name: "joining", seconds: 60 * minute, signed: true },
  /** What single sign-on must bring back, so that nobody can finish what another began. */
  signingIn: { name: "signing-in", seconds: 10 * minute, signed: true },
  /** The meeting whose code was scanned while it was fresh, so that signing in may take its time. */
  checkingIn: { name: "checking-in", seconds: 15 * minute, signed: true },
} as const satisfies Record<string, Kept>;

const made = new WeakMap<Settings, Map<Kept, Cookie>>();

/** On https the name carries the `__Host-` prefix, which ties the cookie to this very host. */
function cookieOf(kept: Kept, settings: Settings): Cookie {
  const cookies = made.get(settings) ?? new Map<Kept, Cookie>();
  made.set(settings, cookies);
  let cookie = cookies.get(kept);
  if (!cookie) {
    const secure = settings.publicUrl.startsWith("https://");
    cookie = createCookie(secure ? `__Host-${kept.name}` : kept.name, {
      httpOnly: true,
      // Lax, not Strict: people come from links in their email and must find themselves signed in.
      sameSite: "lax",
      path: "/",
      secure,
      maxAge: kept.seconds,
      ...(kept.signed && { secrets: [`cookie/${kept.name}/${settings.secret}`] }),
    });
    cookies.set(kept, cookie);
  }
  return cookie;
}

const read = (request: Request, kept: Kept, settings: Settings): Promise<unknown> =>
  cookieOf(kept, settings).parse(request.headers.get("Cookie"));
const keep = (kept: Kept, settings: Settings, value: unknown) => cookieOf(kept, settings).serialize(value);
const forget = (kept: Kept, settings: Settings) => cookieOf(kept, settings).serialize("", { maxAge: 0 });

export async function readAuthSecret(request: Request, settings: Settings): Promise<string | null> {
  const value = await read(request, cookieList.signedIn, settings);
  return typeof value === "string" && value.length > 0 ? value : null;
}
export const keepSignedIn = (secret: string, settings: Settings) =>
  keep(cookieList.signedIn, settings, secret);
export const forgetSignedIn = (settings: Settings) => forget(cookieList.signedIn, settings);

const mostMarks = 5;
const markOf = (email: string, settings: Settings) =>
  createHmac("sha256", settings.secret)
    .update(`known browser/${email.trim().toLowerCase()}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

const knownBrowser = z.object({ id: z.string(), marks: z.array(z.string()).max(mostMarks) });

const readKnownBrowser = async (request: Request, settings: Settings) =>
  knownBrowser
    .nullable()
    .catch(null)
    .parse(await read(request, cookieList.knownBrowser, settings));

/** This browser's own name, if someone has signed in to the account from it before; else null. */
export async function knownBrowserOf(
  request: Request,
  email: string,
  settings: Settings,
): Promise<string | null> {
  const known = await readKnownBrowser(request, settings);
  const mark = Buffer.from(markOf(email, settings));
  const marked = known?.marks.some((kept) => {
    const given = Buffer.from(kept);
    return given.length === mark.length && timingSafeEqual(given, mark);
  });
  return known && marked ? known.id : null;
}

/** Remembers the account beside those remembered before; the oldest is forgotten first. */
export async function keepKnownBrowser(request: Request, email: string, settings: Settings): Promise<string> {
  const known = await readKnownBrowser(request, settings);
  const mark = markOf(email, settings);
  const others = (known?.marks ?? []).filter((kept) => kept !== mark);
  const marks = [mark, ...others].slice(0, mostMarks);
  return keep(cookieList.knownBrowser, settings, { id: known?.id ?? randomUUID(), marks });
}

const joining = z.object({
  email: z.string(),
  identity: z.object({ issuer: z.string(), subject: z.string() }).nullable(),
  /** The link that proved the address; it makes one account. */
  linkId: z.string().nullable(),
  name: z.string().nullable(),
  returnTo: z.string(),
  until: z.number(),
});
/** Somebody who may make an account: their address is proved, by a link or by single sign-on. */
export type JoiningProof = z.infer<typeof joining>;

export async function readJoining(request: Request, settings: Settings): Promise<JoiningProof | null> {
  return joining
    .nullable()
    .catch(null)
    .parse(await read(request, cookieList.joining, settings));
}
export const keepJoining = (proof: Omit<JoiningProof, "until">, settings: Settings, now: number) =>
  keep(cookieList.joining, settings, { ...proof, until: now + cookieList.joining.seconds * 1000 });
export const forgetJoining = (settings: Settings) => forget(cookieList.joining, settings);

const signingIn = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  until: z.number(),
});
/** One round of single sign-on, begun in this browser. */
export type SigningIn = z.infer<typeof signingIn>;

export async function readSigningIn(request: Request, settings: Settings): Promise<SigningIn | null> {
  return signingIn
    .nullable()
    .catch(null)
    .parse(await read(request, cookieList.signingIn, settings));
}
export const keepSigningIn = (round: Omit<SigningIn, "until">, settings: Settings, now: number) =>
  keep(cookieList.signingIn, settings, { ...round, until: now + cookieList.signingIn.seconds * 1000 });
export const forgetSigningIn = (settings: Settings) => forget(cookieList.signingIn, settings);

const checkingIn = z.object({ meetingId: z.string(), until: z.number() });

/** The meeting whose code this browser opened in time, while that still counts; else null. */
export async function readCheckingIn(
  request: Request,
  settings: Settings,
  now: number,
): Promise<string | null> {
  const kept = checkingIn
    .nullable()
    .catch(null)
    .parse(await read(request, cookieList.checkingIn, settings));
  return kept && now < kept.until ? kept.meetingId : null;
}
export const keepCheckingIn = (meetingId: string, settings: Settings, now: number) =>
  keep(cookieList.checkingIn, settings, { meetingId, until: now + cookieList.checkingIn.seconds * 1000 });
