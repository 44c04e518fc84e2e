// A browser that keeps its cookies from page to page and follows where it is sent.
import type { Page, siteOf } from "../domain/support-check/site";

type Form = Record<string, string | string[]>;

export function browserAt(visit: ReturnType<typeof siteOf>, cookie: string) {
  const kept = new Map<string, string>();
  const take = (pair: string) => kept.set(pair.slice(0, pair.indexOf("=")), pair);
  if (cookie) take(cookie);
  const cookies = () => [...kept.values()].join("; ");
  const open = async (path: string, form?: Form) => {
    const page = await visit(path, { cookie: cookies() || "none=1", form });
    for (const set of page.setCookies) {
      const [pair = ""] = set.split(";", 1);
      if (/Max-Age=0/.test(set)) kept.delete(pair.slice(0, pair.indexOf("=")));
      else take(pair);
    }
    return page;
  };
  /** Sends a form and opens the page that it leads to. */
  const send = async (path: string, form: Form) => {
    const answer = await open(path, form);
    return answer.to === null ? answer : open(answer.to);
  };
  return { open, send, cookies };
}

/** The key for an authenticator app that a page shows, "" without one. */
export const keyIn = ({ html }: Page) =>
  /<code[^>]*>([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})<\/code>/.exec(html)?.[1]?.replaceAll(" ", "") ?? "";

/** The recovery codes that a page shows. */
export const codesIn = ({ html }: Page) =>
  [...html.matchAll(/<code>([A-Z2-7-]{19})<\/code>/g)].map((match) => match[1] ?? "");
