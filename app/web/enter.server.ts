// The way in: who is asking, may they open this page, and what do loaders and actions get to work with.
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Person } from "~/domain/accounts/accounts";
import { readSignedIn, type SignedIn } from "~/domain/accounts/accounts.server";
import { type Actor, type Context, holds, stranger } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import type { Access } from "./access";
import { readAuthSecret } from "./cookies.server";
import { paths } from "./paths";
import { withoutSecrets } from "./without-secrets";

type RouteArgs = { request: Request; context: AppLoadContext };

export type Visit = Context &
  AppLoadContext & {
    url: URL;
    /** Null for a stranger. */
    person: Person | null;
    /** A stranger to this page, who is signed in but for their second step. */
    halfSignedIn: boolean;
  };
export type SignedInVisit = Visit & {
  person: Person;
  actor: Extract<Actor, { kind: "person" }>;
  signedIn: SignedIn;
};

// One look at the cookie per request, however many loaders the page has: the load context is made anew for each.
const identities = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

function identify({ request, context }: RouteArgs): Promise<SignedIn | null> {
  let identity = identities.get(context);
  if (!identity) {
    identity = readIdentity(request, context);
    identities.set(context, identity);
  }
  return identity;
}

async function readIdentity(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const secret = await readAuthSecret(request, context.settings);
  return secret ? readSignedIn(context, secret) : null;
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
 * Lets the request in and does the route's work, or turns it away. A stranger goes to sign in and comes back; someone
 * who still owes their second factor goes to give it, and is a stranger until then; what the domain throws becomes the
 * page that says so: NotFound a 404, Forbidden a 403.
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
  const signedIn = await identify(args);
  context.notes.personId = signedIn?.person.id ?? null;
  const settled = signedIn && (signedIn.owes === null || access === "half signed in") ? signedIn : null;
  const url = new URL(request.url);
  const noting = async (answer: T) => {
    const given = await answer;
    if (isRefusal(given)) refusals.add(context);
    return given;
  };
  const visit: Visit = {
    ...context,
    actor: settled?.actor ?? stranger,
    person: settled?.person ?? null,
    halfSignedIn: signedIn !== null && settled === null,
    url,
    screen: `${request.method} ${withoutSecrets(url.pathname)}`,
  };
  try {
    // A public page's work takes any visit; its overload says so.
    if (access === "public") return await noting(work(visit as SignedInVisit));
    if (!settled) {
      const back = request.method === "GET" ? url.pathname + url.search : undefined;
      throw redirect(signedIn ? wayToSettle(signedIn.owes, back) : paths.signIn(back));
    }
    const { actor, person } = settled;
    if (typeof access !== "string" && !holds(actor, ...access)) throw new Forbidden(url.pathname);
    return await noting(work({ ...visit, person, actor, signedIn: settled }));
  } catch (problem) {
    if (problem instanceof NotFound) throw new Response("Page not found", { status: 404 });
    if (problem instanceof Forbidden) throw new Response("Not allowed", { status: 403 });
    throw problem;
  }
}

const wayToSettle = (owes: SignedIn["owes"], back: string | undefined) =>
  owes === "code" ? paths.signInCode(back) : paths.mySecondFactor();

/**
 * For pages that change how someone signs in: whoever has not lately proved who they are does so first and comes back.
 * @throws Response
 */
export function askForProof(visit: SignedInVisit): void {
  if (!visit.signedIn.provedLately) throw redirect(paths.signInAgain(visit.url.pathname));
}
