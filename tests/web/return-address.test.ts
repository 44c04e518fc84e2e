// Where a page sends someone on to, asked of the service: always to itself.
import { describe, expect, it } from "vitest";
import { makeWorld } from "../support/world";
import { frontOf, publicUrl } from "./front";

const tricks = [
  "//evil.example",
  "/\\evil.example",
  "/%2F%2Fevil.example",
  "http:evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/my\r\nLocation: https://evil.example",
  "/a/..//evil.example",
  "/%5cevil.example",
  "/\t/evil.example",
  "／／evil.example",
];

describe.each(["/sign-in", "/sign-in.data"])("%s", (page) => {
  it.each(tricks)("sends somebody who is signed in already to their own pages, not to %j", async (to) => {
    const world = makeWorld();
    const answer = await frontOf(world)(`${page}?${new URLSearchParams({ to })}`, { as: world.person() });
    expect(JSON.stringify(answer)).not.toContain("evil");
    if (page === "/sign-in") expect([answer.status, answer.headers.location]).toEqual([302, "/my"]);
    else expect(answer.text).toContain("/my");
  });
});

it.each(tricks)("no link or form on the way to signing in leads to %j", async (to) => {
  const ask = frontOf(makeWorld());
  for (const page of ["/sign-in", "/register", "/sign-in/link", "/sign-in/code"]) {
    const { text, headers } = await ask(`${page}?${new URLSearchParams({ to })}`);
    for (const [, address = ""] of text.matchAll(/(?:href|action)="([^"]*)"/g))
      if (!address.startsWith("mailto:") && !address.startsWith("#"))
        expect([page, new URL(address, publicUrl).origin]).toEqual([page, publicUrl]);
    expect(new URL(headers.location ?? "/", publicUrl).origin).toBe(publicUrl);
    expect(text).not.toContain("evil");
  }
});

it("doubled slashes in an address lead nowhere else", async () => {
  const ask = frontOf(makeWorld());
  for (const path of [
    "//evil.example/my",
    "//evil.example/%2e%2e",
    "/my//evil.example",
    "//evil.example/sign-in",
  ]) {
    const { headers } = await ask(path);
    expect(new URL(headers.location ?? "/", publicUrl).origin).toBe(publicUrl);
  }
});
