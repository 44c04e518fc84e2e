// Files to keep: an attachment, a safe name, the right type; never something a browser would run as a page.
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { download } from "~/web/downloads.server";
import { releaseIn, releaseWorld } from "../support/release-world";
import { makeWorld, type World } from "../support/world";
import { frontOf, ownForm } from "./front";

const headersFor = (name: string) => download(name, "text/csv", "a").headers;

describe("a download", () => {
  it("is an attachment of its type in UTF-8, kept by nobody", () => {
    const { headers } = download("people.json", "application/json", "{}");
    expect(Object.fromEntries(headers)).toEqual({
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="people.json"',
      "cache-control": "no-store",
    });
  });

  it.each([
    ['a"b.csv', 'attachment; filename="a\\"b.csv"'],
    ["../../etc/passwd", 'attachment; filename="..-..-etc-passwd"'],
    ["c:\\windows\\x.csv", 'attachment; filename="c:-windows-x.csv"'],
    ["a\r\nSet-Cookie: b=c.csv", 'attachment; filename="a-Set-Cookie: b=c.csv"'],
    ["a\0.csv", 'attachment; filename="a-.csv"'],
    ["Siân.csv", 'attachment; filename="Siân.csv"'],
    ["Ŵyn 💙.csv", "attachment; filename=\"?yn ??.csv\"; filename*=UTF-8''%C5%B4yn%20%F0%9F%92%99.csv"],
    ["it's;x=y.csv", 'attachment; filename="it\'s;x=y.csv"'],
  ])("has a name that no header and no disk takes amiss: %j", (name, disposition) => {
    const value = headersFor(name).get("Content-Disposition") ?? "";
    expect(value).toBe(disposition);
    expect(value).not.toMatch(/[\r\n\0]|filename="[^"]*[/\\](?!")/);
  });
});

/** Every address that ends like a file, with an id where it needs one. */
const files = readdirSync("app/routes")
  .filter((name) => name.includes("[.]") && !name.startsWith("theme"))
  // A certificate's file needs a certificate: tests/routes/my-record.test.ts.
  .filter((name) => !name.includes("$number"))
  // Calendars are for programs that keep asking: tests/routes/feeds.test.ts.
  .filter((name) => !name.endsWith("[.]ics"))
  // Those of a release are asked for below.
  .filter((name) => !name.startsWith("impact.releases."))
  .map((name) => ({
    path: (personId: string) =>
      `/${name
        .replaceAll("[.]", "\0")
        .split(".")
        .map((part) => (part === "$id" ? personId : part))
        .join("/")
        .replaceAll("\0", ".")}`,
    name,
  }));

/** A meeting whose register is there to be had. */
const meetingOf = (world: World) => meetingsOf(world, world.session())[0]?.id ?? "";

describe("every address that ends like a file", () => {
  it.each(files)("gives an attachment: $name", async ({ path, name }) => {
    const world = makeWorld();
    const as = world.person({ roles: ["admin", "coordinator", "agency_lead"] });
    const ask = frontOf(world);
    const address = path(name.startsWith("trainer.") ? meetingOf(world) : world.person());
    // What is counted and recorded is asked for by a button; reading its address leads to the page that has it.
    const read = await ask(address, { as });
    const { status, headers } =
      read.status === 302 ? await ask(address, { as, headers: ownForm, body: {} }) : read;
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="[\w. -]+\.(csv|json|xlsx)"$/);
    expect(headers["content-type"]).toMatch(
      /^((text\/csv|application\/json); charset=utf-8|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$/,
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  });

  it.each([
    ["csv", "text/csv; charset=utf-8"],
    ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ])("gives a release as an attachment: %s", async (ending, type) => {
    const world = releaseWorld();
    const { drafter, sdg } = world.people;
    const id = releaseIn({ world, drafter, sdg }, "signed off");
    const { status, headers } = await frontOf(world)(`/impact/releases/${id}.${ending}`, { as: drafter });
    expect([status, headers["content-type"]]).toEqual([200, type]);
    expect(headers["content-disposition"]).toMatch(
      new RegExp(`^attachment; filename="[\\w. -]+\\.${ending}"$`),
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("is there at all", () => {
    expect(files.length).toBeGreaterThan(0);
  });
});
