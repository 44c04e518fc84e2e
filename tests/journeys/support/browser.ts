// A real browser for the journeys: pages of a given width, with or without JavaScript, and what may be asked of them.
import axeSource from "axe-core/axe.min.js?raw";
import demonstration from "db/seed/sign-ins.json";
import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from "playwright-core";
import { afterAll, expect, inject, onTestFinished } from "vitest";
import { findBrowser } from "./find-browser.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One browser per file of journeys; it starts with the first page. */
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

function launched(): Promise<Browser> {
  // Without a path playwright looks for a browser of its own.
  browser ??= chromium.launch({ executablePath: findBrowser(), args: flags });
  return browser;
}

type Wanted = {
  width: number;
  javaScript: boolean;
  /** The address of one of the demonstration's people. */
  signedInAs?: string;
  /** For those who only look: they sign in once for all pages of a file, and must not sign out. */
  onlyLooks?: boolean;
};

type Watched = { problems: string[]; javaScript: boolean };
const watched = new WeakMap<Page, Watched>();

/** Opens an empty page that is closed when the test ends; addresses begin at the server's: `page.goto("/courses")`. */
export async function openPage({ width, javaScript, signedInAs, onlyLooks }: Wanted): Promise<Page> {
  const kept = signedInAs && onlyLooks ? signIns.get(signedInAs) : undefined;
  const context = await (await launched()).newContext({
    storageState: kept,
    baseURL: inject("baseUrl"),
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: "en-GB",
  });
  context.setDefaultTimeout(15_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  watched.set(page, { problems: watch(context), javaScript });
  if (signedInAs && !kept) {
    await signIn(page, signedInAs);
    if (onlyLooks) signIns.set(signedInAs, await context.storageState());
  }
  return page;
}

/** Of those who only look, by address. */
const signIns = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** Signs in by the form, as anyone would; every person of the demonstration has the same password. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Work email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demonstration.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  expect(new URL(page.url()).pathname, `where ${email} is after signing in`).not.toBe("/sign-in");
}

/** By the button that every page has. */
export const signOut = (page: Page) => page.getByRole("button", { name: "Sign out", exact: true }).click();

/** Everything that goes wrong behind the pages: what the policy refuses, errors, and anything from another site. */
function watch(context: BrowserContext): string[] {
  const ours = inject("baseUrl");
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !isThePageItself(message)) problems.push(message.text());
  });
  context.on("weberror", (problem) => problems.push(String(problem.error())));
  context.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(`${ours}/`) && !address.startsWith("data:"))
      problems.push(`Asked for ${address}`);
  });
  return problems;
}

/** The browser counts a page with status 400 or 404 as an error; journeys say themselves what they expect. */
const isThePageItself = (message: ConsoleMessage) =>
  message.text().startsWith("Failed to load resource") && message.location().url === message.page()?.url();

function watchedOf(page: Page): Watched {
  const found = watched.get(page);
  if (!found) throw new Error("This page was not opened by openPage.");
  return found;
}

/** @throws Error with all that was found, in full */
function checkNone(found: string[], what: string): void {
  expect(found, `This ${what}:\n${found.join("\n")}`).toEqual([]);
}

/** Nothing was refused by the content security policy, nothing failed, and nothing came from elsewhere. */
export function checkNoProblems(page: Page): void {
  checkNone(watchedOf(page).problems, `went wrong behind ${page.url()}`);
}

/**
 * Axe finds nothing, but for what is so `onPurpose` (by the names of its rules). It is put in from outside, so the content
 * security policy does not stop it.
 */
export async function checkAxe(page: Page, onPurpose: string[] = []): Promise<void> {
  if (!watchedOf(page).javaScript) await page.evaluate(promptTimers);
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    // Nothing is fetched a second time: without scripts it would never arrive.
    const { violations } = await window.axe.run({ preload: false });
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(" ")) }));
  });
  const found = violations
    .filter(({ id }) => !onPurpose.includes(id))
    .map(({ id, targets }) => `${id}: ${targets.join(", ")}`);
  checkNone(found, `was found by axe at ${page.url()}`);
}

declare global {
  interface Window {
    axe: {
      run(options: { preload: boolean }): Promise<{
        violations: { id: string; nodes: { target: string[] }[] }[];
      }>;
    };
  }
}

/** Where JavaScript is off timers never ring, and axe would wait for ever: what it puts off is done at once. */
function promptTimers(): void {
  const atOnce = (work: () => void) => {
    void Promise.resolve().then(work);
    return 0;
  };
  Object.assign(window, { setTimeout: atOnce, requestAnimationFrame: atOnce });
}

/** The page is no wider than the window, so nobody has to scroll sideways to read it. */
export async function checkNoSidewaysScroll(page: Page): Promise<void> {
  const { needed, given } = await page.evaluate(() => ({
    needed: document.documentElement.scrollWidth,
    given: document.documentElement.clientWidth,
  }));
  expect(needed, `the width that ${page.url()} needs`).toBeLessThanOrEqual(given);
}

/** The tab says which page it is and whose, and the page has one first heading. @returns the title */
export async function checkTitle(page: Page): Promise<string> {
  const title = await page.title();
  expect(title, `the title of ${page.url()}`).toMatch(/^\S.* – \S/);
  expect(await page.locator("h1").count(), `first headings of ${page.url()}`).toBe(1);
  return title;
}

/** What the page points to on itself is there: labels, hints, errors, headings of parts, links to a place on it. */
export async function checkReferences(page: Page): Promise<void> {
  const lost = await page.evaluate(() => {
    const of = (attribute: string, first = "") =>
      [...document.querySelectorAll(`[${attribute}${first && `^="${first}"`}]`)].flatMap((element) =>
        (element.getAttribute(attribute) ?? "").slice(first.length).split(/\s+/),
      );
    const named = ["for", "aria-labelledby", "aria-describedby", "aria-controls"].flatMap((name) => of(name));
    return [...named, ...of("href", "#").map(decodeURIComponent)].filter(
      (id) => id !== "" && document.getElementById(id) === null,
    );
  });
  checkNone(lost, `is pointed to and not there at ${page.url()}`);
}

/** A page as everyone should get it: found whole, readable and without a fault behind it, but for what is `onPurpose`. */
export async function checkPage(page: Page, onPurpose: string[] = []): Promise<void> {
  await checkTitle(page);
  await checkNoSidewaysScroll(page);
  await checkAxe(page, onPurpose);
  await checkReferences(page);
  checkNoProblems(page);
}

/** What the page says in its middle. */
export const wordsOf = (page: Page) => page.getByRole("main").innerText();

/** The first heading. */
export const headingOf = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

/** Without the server's name: "/my/account". */
export const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Who is signed in, as the head of the page says it. */
export const signedInName = async (page: Page) =>
  (await page.locator(".app-header__account a").innerText()).replace("Signed in as", "").trim();
