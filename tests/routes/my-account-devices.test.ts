// Where I am signed in, on its page: my own browsers only, in words, and how to end each.
import { expect, test } from "vitest";
import { worldWithAnn } from "../domain/accounts/accounts-world";
import { browserOf } from "../domain/accounts/signed-in-world";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { browserAt } from "./my-account-browser";

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

async function site() {
  const { world, ann } = await worldWithAnn();
  const visit = siteOf(world);
  const phone = browserAt(visit, (await browserOf(world, ann, { device: safari })).cookie);
  const desk = browserAt(visit, (await browserOf(world, ann, { device: firefox })).cookie);
  const markIn = (html: string) => /name="end" value="([0-9a-f]{16})"/.exec(html)?.[1] ?? "";
  return { world, ann, visit, phone, desk, markIn };
}

test("each browser is listed in plain words, and this one is marked", async () => {
  const { world, desk } = await site();
  await browserOf(world, world.coordinator, { device: "Opera" });
  const page = await desk.open("/my/account/devices");
  expect(titleOf(page)).toBe("Where you are signed in – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  const words = wordsOf(page);
  expect(words).toContain("Firefox on Windows (this one) Tuesday 3 November 2026 at 10am");
  expect(words).toContain("Safari on an iPhone Tuesday 3 November 2026 at 10am");
  expect(words).not.toContain("Opera");
  expect(page.html).not.toContain("Mozilla");
});

test("ending one: it is a stranger with its next page, and this one goes on", async () => {
  const { desk, phone, markIn } = await site();
  const { html } = await desk.open("/my/account/devices");
  const page = await desk.send("/my/account/devices", { end: markIn(html) });
  expect(wordsOf(page)).not.toContain("iPhone");
  expect((await phone.open("/my")).to).toBe("/sign-in?to=%2Fmy");
  expect((await desk.open("/my")).status).toBe(200);
});

test("everywhere else ends the others; the page then offers no more of it", async () => {
  const { desk, phone } = await site();
  const page = await desk.send("/my/account/devices", { end: "others" });
  expect(wordsOf(page)).not.toContain("Sign out everywhere else");
  expect((await phone.open("/my")).to).toBe("/sign-in?to=%2Fmy");
  expect((await desk.open("/my")).status).toBe(200);
});

test("everywhere ends this one too, forgets its cookie and leads home", async () => {
  const { desk, phone } = await site();
  const before = desk.cookies();
  const answer = await desk.open("/my/account/devices", { end: "everywhere" });
  expect(answer.to).toBe("/");
  expect(desk.cookies()).toBe("");
  expect((await phone.open("/my")).to).toBe("/sign-in?to=%2Fmy");
  expect(before).not.toBe("");
});

test("another person's browser is not ended by its mark, and a made-up mark ends nothing", async () => {
  const { world, visit, desk, phone, markIn } = await site();
  const { html } = await desk.open("/my/account/devices");
  const ben = browserAt(visit, (await browserOf(world, world.person())).cookie);
  for (const end of [markIn(html), "", "x"]) await ben.open("/my/account/devices", { end });
  expect((await phone.open("/my")).status).toBe(200);
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36 Edg/138.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15",
    "Safari on a Mac",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
    "Samsung Internet on Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/138.0 Safari/537.36", "Chrome on a Chromebook"],
  ["curl/8.5.0", "A browser"],
  ["<script>alert(1)</script>", "A browser"],
  [null, "A browser"],
])("%s is told as %s", async (device, told) => {
  const { world, ann, desk } = await site();
  world.db.delete(world.tables.authSessions).run();
  const browser = browserAt(siteOf(world), (await browserOf(world, ann, { device })).cookie);
  const page = await browser.open("/my/account/devices");
  expect(wordsOf(page)).toContain(`${told} (this one)`);
  expect(page.html).not.toContain("<script");
  expect((await desk.open("/my")).status).toBe(302);
});
