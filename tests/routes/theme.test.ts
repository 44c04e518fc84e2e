// The partnership's colour as a stylesheet; anything but a colour stays out of it.
import { expect, it } from "vitest";
import { loader } from "~/routes/theme[.]css/route";
import { webOf } from "../support/web";
import { makeWorld } from "../support/world";

async function stylesheetWith(brandColour: string): Promise<string> {
  const world = makeWorld();
  world.db.update(world.tables.partnership).set({ brandColour }).run();
  const answer = await loader(await webOf(world).visit("/theme.css"));
  expect(answer.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  return answer.text();
}

it("gives every shade of the partnership's colour", async () => {
  const css = await stylesheetWith("#7a1f5c");
  expect(css).toMatch(/^:root\{--app-brand-900:color-mix\(in srgb,#7a1f5c,black 46%\);/);
  expect(css).toContain("--govuk-link-colour:var(--app-brand-700)");
});

it("leaves the sea blue in place where the colour is not one", async () => {
  expect(await stylesheetWith("red;} body{display:none")).toBe("");
});
