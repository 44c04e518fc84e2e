// A register where there is no signal: marks are kept on the phone, survive a reload, and arrive once and once only.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  checkAxe,
  checkNoSidewaysScroll,
  checkPage,
  headingOf,
  openPage,
  signIn,
  signOut,
} from "./support/browser";

const trainer = "trainer@example.org";
const phone = { width: 360, javaScript: true, signedInAs: trainer };

/** The first register that is open and not finished. @returns its address */
async function openRegister(page: Page): Promise<string> {
  await page.goto("/trainer");
  await page.locator("main a[href^='/trainer/registers/']").first().click();
  return new URL(page.url()).pathname;
}

const person = (page: Page, index: number) => page.locator(".app-mark").nth(index);
const mark = (page: Page, index: number, label: string) =>
  person(page, index).getByLabel(label, { exact: true }).check({ force: true });
const isMarked = (page: Page, index: number, label: string) =>
  person(page, index).getByLabel(label, { exact: true }).isChecked();
const told = (page: Page) => page.locator("#unsent-words").innerText();
const untilTold = (page: Page, words: string) =>
  expect.poll(() => told(page), { timeout: 30_000 }).toBe(words);

/** Until the worker holds the page and everything that it is drawn with. */
const untilKept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const cache = await caches.open("registers-1");
          const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
          return [location.pathname, "/trainer/registers/marks-kept.js"].every((path) => kept.includes(path));
        }),
      { timeout: 30_000 },
    )
    .toBe(true);

/** What the service has taken of this page's taps, each with how often. */
function watchTaps(page: Page): Map<string, number> {
  const taken = new Map<string, number>();
  page.on("response", (response) => {
    const request = response.request();
    if (!response.ok() || !request.url().endsWith("/taps")) return;
    for (const [field, value] of new URLSearchParams(request.postData() ?? "")) {
      const tap = `${field}=${value}`;
      if (field.startsWith("tap-")) taken.set(tap, (taken.get(tap) ?? 0) + 1);
    }
  });
  return taken;
}

describe("a register without signal", () => {
  it("keeps marks on the phone through a reload, will not be finished, and sends each once", async () => {
    const page = await openPage(phone);
    const taken = watchTaps(page);
    const address = await openRegister(page);
    await untilKept(page);
    await checkPage(page);

    await page.context().setOffline(true);
    await mark(page, 0, "Late");
    await mark(page, 1, "Absent");
    await mark(page, 1, "Excused");
    await untilTold(page, "2 marks kept on this phone, not sent yet.");
    expect(await person(page, 1).innerText()).toContain("Kept on this phone, not sent yet");
    await checkAxe(page);
    await checkNoSidewaysScroll(page);

    await page.reload();
    expect(await headingOf(page)).toContain("Register");
    expect([await isMarked(page, 0, "Late"), await isMarked(page, 1, "Excused")]).toEqual([true, true]);
    await untilTold(page, "2 marks kept on this phone, not sent yet.");
    await page.getByRole("button", { name: "Finish register" }).click();
    await untilTold(page, "The register is not finished: 2 marks not sent yet.");
    expect(taken.size).toBe(0);

    await page.context().setOffline(false);
    await untilTold(page, "");
    expect(await page.getByText("Kept on this phone, not sent yet").count()).toBe(0);
    await page.goto(address);
    expect([...taken.values()]).toEqual([1, 1]);

    const another = await openPage({ ...phone, javaScript: false });
    await another.goto(address);
    expect([await isMarked(another, 0, "Late"), await isMarked(another, 1, "Excused")]).toEqual([true, true]);
  });

  it("shows what was sent over a page that was kept before, once the signal is gone again", async () => {
    const page = await openPage(phone);
    await openRegister(page);
    await untilKept(page);
    await mark(page, 2, "Left early");
    await untilTold(page, "");
    await expect.poll(() => person(page, 2).innerText()).not.toContain("not sent");
    await page.context().setOffline(true);
    await page.reload();
    expect(await isMarked(page, 2, "Left early")).toBe(true);
    expect(await told(page)).toBe("");
    // Other pages are not kept.
    await expect(page.goto("/trainer")).rejects.toThrow();
  });

  it("keeps marks of somebody who was signed out meanwhile, and sends them when they are back", async () => {
    const page = await openPage(phone);
    const address = await openRegister(page);
    await untilKept(page);
    const cookies = await page.context().cookies();
    await page.context().clearCookies({ name: cookies.find(({ name }) => name.includes("signed-in"))?.name });
    await mark(page, 3, "Absent");
    await untilTold(page, "You are signed out. Sign in again to send 1 mark.");
    await page.getByRole("link", { name: "Sign in again" }).click();
    await signIn(page, trainer);
    await page.goto(address);
    await untilTold(page, "");
    const another = await openPage({ ...phone, javaScript: false });
    await another.goto(address);
    expect(await isMarked(another, 3, "Absent")).toBe(true);
  });

  it("asks before signing out with marks unsent, and signing out leaves nothing on the phone", async () => {
    const page = await openPage(phone);
    const address = await openRegister(page);
    await untilKept(page);
    await page.route("**/taps", (route) => route.abort());
    await mark(page, 4, "Late");
    await untilTold(page, "1 mark kept on this phone, not sent yet.");
    const asked: string[] = [];
    page.once("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await signOut(page);
    expect(asked).toEqual([expect.stringContaining("1 mark not sent yet")]);
    expect(new URL(page.url()).pathname).toBe(address);
    page.once("dialog", (dialog) => void dialog.accept());
    await signOut(page);
    await page.waitForURL((url) => url.pathname === "/");
    const left = await page.evaluate(async () => ({
      marks: Object.keys(localStorage),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(left).toEqual({ marks: [], caches: [], workers: 0 });
  });
});
