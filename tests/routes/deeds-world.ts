// A session in a world whose coordinator opens its pages and sends their forms.
import { expect } from "vitest";
import { readSession } from "~/domain/sessions/sessions.server";
import { brokenReferences, type Page, siteOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

export function deedsWorld(plan: Parameters<ReturnType<typeof makeWorld>["session"]>[0] = {}) {
  const world = makeWorld();
  const visit = siteOf(world);
  const sessionId = world.session(plan);
  const at = (deed: string) => `/manage/sessions/${sessionId}${deed && `/${deed}`}`;
  const see = async (
    deed: string,
    form?: Record<string, string | string[]>,
    as: string = world.coordinator,
  ) => {
    const page = await visit(at(deed), { as, form });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const session = () => readSession(world, sessionId);
  return { ...world, visit, sessionId, at, see, session };
}

/** What a form on a page would send as it stands: its text, hidden, chosen and ticked fields. */
export function formOf({ html }: Page): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute("name");
    if (!name || (attribute("type") === "radio" && !/checked/.test(tag))) continue;
    fields[name] = attribute("value") ?? "";
  }
  for (const [, name = "", options = ""] of html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? "";
  return fields;
}
