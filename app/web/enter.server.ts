// The way in: who is asking, may they open this page, and what do loaders and actions get to work with.
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Person } from "~/domain/accounts/accounts";
import { findSignedInPerson, readAuthSession } from "~/domain/accounts/accounts.server";
import { type Actor, type Context, holds, stranger } from "~/domain/context";
import type { Settings } from "~/settings.server";
import { Forbidden, NotFound } from "~/shared/problems";
import type { Access } from "./access";
import { keepSignedIn, readAuthSecret } from "./cookies.server";
import { paths } from "./paths";

type RouteArgs = { request: Request; context: AppLoadContext };

export type Visit = Context & {
  settings: Settings;
  url: URL;
  /** Null for a stranger. */
  person: Person | null;
};
export type SignedInVisit = Visit & { person: Person; actor: Extract<Actor, { kind: "person" }> };

type Identity = { actor: Actor; person: Person | null; renewedCookie: string | null };

// One look at the cookie per request, however many loaders the page has: the load context is made anew for each.
const identities = new WeakMap<AppLoadContext, Promise<Identity>>();

/** Who is asking; remembered for the length of the request. */
export function identify({ request, context }: RouteArgs): Promise<Identity> {
  let identity = identities.get(context);
  if (!identity) {
    identity = readIdentity(request, context);
    identities.set(context, identity);
  }
  return identity;
}

async function readIdentity(request: Request, context: AppLoadContext): Promise<Identity> {
  const nobody: Identity = { actor: stranger, person: null, renewedCookie: null };
  const secret = await readAuthSecret(request, context.settings);
  if (!secret) return nobody;
  const authSession = await readAuthSession(context, secret);
  if (!authSession) return nobody;
  const found = findSignedInPerson(context, authSession.personId);
  if (!found) return nobody;
  const renewedCookie = authSession.renewed ? await keepSignedIn(secret, context.settings) : null;
  return { ...found, renewedCookie };
}

// Requests whose action refused the form; their loaders run next, and the title must begin with "Error:".
const refusals = new WeakSet<AppLoadContext>();

/** Whether the form that this request posted was refused. */
export const wasRefused = ({ context }: RouteArgs) => refusals.has(context);

const isRefusal = (answer: unknown) =>
  typeof answer === "object" &&
  answer !== null &&
  "init" in answer &&
  ((answer.init as ResponseInit | null)?.status ?? 200) >= 400;

/**
 * Lets the request in and does the route's work, or turns it away. A stranger goes to sign in and comes back; what
 * the domain throws becomes the page that says so: NotFound a 404, Forbidden a 403.
 * @throws Response
 */
export async function enter<T>(
  args: RouteArgs,
  access: "public",
  work: (visit: Visit) => T,
): Promise<Awaited<T>>;
export async function enter<T>(
  args: RouteArgs,
  access: Exclude<Access, "public">,
  work: (visit: SignedInVisit) => T,
): Promise<Awaited<T>>;
export async function enter<T>(
  args: RouteArgs,
  access: Access,
  work: (visit: SignedInVisit) => T,
): Promise<Awaited<T>> {
  const { request, context } = args;
  const { actor, person } = await identify(args);
  const url = new URL(request.url);
  const noting = async (answer: T) => {
    const settled = await answer;
    if (isRefusal(settled)) refusals.add(context);
    return settled;
  };
  const visit: Visit = { ...context, actor, person, url, screen: `${request.method} ${url.pathname}` };
  try {
    // A public page's work takes any visit; its overload says so.
    if (access === "public") return await noting(work(visit as SignedInVisit));
    if (!person || actor.kind !== "person") {
      throw redirect(paths.signIn(request.method === "GET" ? url.pathname + url.search : undefined));
    }
    if (access !== "signed in" && !holds(actor, ...access)) throw new Forbidden(url.pathname);
    return await noting(work({ ...visit, person, actor }));
  } catch (problem) {
    if (problem instanceof NotFound) throw new Response("Page not found", { status: 404 });
    if (problem instanceof Forbidden) throw new Response("Not allowed", { status: 403 });
    throw problem;
  }
}
