// Calls loaders and actions the way the server does: a request, a cookie, a load context.
import type { AppLoadContext } from "@remix-run/node";
import { startAuthSession } from "~/domain/accounts/accounts.server";
import { readSettings } from "~/settings.server";
import { keepSignedIn } from "~/web/cookies.server";
import { makeLimits } from "~/web/limits.server";
import { newNotes } from "~/web/notes.server";
import type { World } from "./world";

export const testSettings = readSettings({
  NODE_ENV: "test",
  SECRET: "a secret for tests, long enough to be one",
});

/** @param settings of the service; never change those of all tests, which share their modules */
export function webOf(world: World, settings = testSettings) {
  const limits = makeLimits();
  const context = (): AppLoadContext => ({
    db: world.db,
    clock: world.clock,
    ids: world.ids,
    settings,
    // Not taken from the world's ids: what a test books has the same reference however many pages it opens.
    reference: "TEST-TEST",
    address: "192.0.2.1",
    limits,
    notes: newNotes(),
  });

  const cookieOf = async (personId: string) => {
    // As after a full sign-in, the second factor included; what it takes to get there has tests of its own.
    const secret = await startAuthSession(world, {
      personId,
      method: "password",
      device: "a test",
      secondFactor: true,
    });
    return (await keepSignedIn(secret, settings)).split(";", 1)[0] ?? "";
  };

  /** Arguments for a loader (no form) or an action (with one). */
  const visit = async (
    path: string,
    {
      as,
      form,
      params = {},
    }: { as?: string; form?: Record<string, string | string[]>; params?: Record<string, string> } = {},
  ) => {
    const headers = new Headers(as ? { Cookie: await cookieOf(as) } : {});
    const body =
      form &&
      new URLSearchParams(Object.entries(form).flatMap(([k, v]) => [v].flat().map((one) => [k, one])));
    const request = new Request(new URL(path, "http://localhost"), {
      method: body ? "POST" : "GET",
      headers,
      body,
    });
    return { request, context: context(), params };
  };
  return { context, cookieOf, visit };
}

/** What a loader or action answered or threw, as a status, an address to go to, and the data. */
export async function answerOf(
  work: Promise<unknown>,
): Promise<{ status: number; to: string | null; data: unknown }> {
  try {
    const value = await work;
    if (value instanceof Response) return fromResponse(value);
    if (isDataWithStatus(value)) return { status: value.init?.status ?? 200, to: null, data: value.data };
    return { status: 200, to: null, data: value };
  } catch (thrown) {
    if (thrown instanceof Response) return fromResponse(thrown);
    throw thrown;
  }
}

const fromResponse = (response: Response) => ({
  status: response.status,
  to: response.headers.get("Location"),
  data: null,
});

function isDataWithStatus(
  value: unknown,
): value is { type: string; data: unknown; init: ResponseInit | null } {
  return (
    typeof value === "object" && value !== null && "type" in value && value.type === "DataWithResponseInit"
  );
}
