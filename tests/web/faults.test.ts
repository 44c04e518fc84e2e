// When something breaks: a plain page with a reference, the same reference in the log with the stack, nothing of the
// fault on the page, and nothing changed halfway.
import type { ServerBuild } from "@remix-run/node";
import { openDatabase } from "db/client";
import { describe, expect, it } from "vitest";
import { digestOf } from "../domain/support-check/ledger";
import { build } from "../domain/support-check/site";
import { watchLog } from "../support/log";
import { makeWorld, type World } from "../support/world";
import { type Answer, frontOf, ownForm } from "./front";

const reference = /^[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}$/;
/** What a fault would give away: code, files, queries, and the words of the error itself. */
const inside = /SqliteError|no such table|partnership|\bat \S+ \(|node_modules|\.tsx?\b|select /i;

/** The sign-in page, wherever its folder is. */
const signIn =
  Object.keys(build.routes).find((id) => /^routes\/sign-in(\._index)?$/.test(id)) ?? "no sign-in page";

const breakIt = (world: World) => world.db.$client.exec("alter table partnership rename to gone");

describe("a fault", () => {
  it.each(["/sign-in", "/theme.css", "/no/such/page"])(
    "on %s shows a page with a reference and nothing of itself",
    async (path) => {
      const world = makeWorld();
      const ask = frontOf(world);
      breakIt(world);
      const lines = watchLog();
      const { status, headers, text } = await ask(path);
      expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
        500,
        "text/html; charset=utf-8",
        "no-store",
      ]);
      expect(headers["x-reference"]).toMatch(reference);
      expect(text).toContain("Sorry, there is a problem");
      expect(text).toContain(`<strong>${headers["x-reference"]}</strong>`);
      expect(text).not.toMatch(inside);

      const [fault] = lines().filter(({ msg }) => msg === "fault");
      expect(fault).toMatchObject({
        level: "error",
        method: "GET",
        path,
        reference: headers["x-reference"],
        problem: {
          name: "SqliteError",
          message: expect.stringContaining("no such table"),
          stack: expect.stringContaining("at "),
        },
      });
    },
  );

  it("as data tells nothing either", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    breakIt(world);
    const { status, headers, text } = await ask("/sign-in.data");
    expect([status, headers["x-reference"]]).toEqual([500, expect.stringMatching(reference)]);
    expect(text).not.toMatch(inside);
  });

  it("of an action as data tells nothing either", async () => {
    const ask = frontOf(makeWorld(), { pages: pagesWith(signIn, { action: thrower }) });
    const { status, headers, text } = await ask("/sign-in.data", { headers: ownForm, body: {} });
    expect([status, headers["x-reference"]]).toEqual([500, expect.stringMatching(reference)]);
    expect(text).not.toContain("the secret of the fault");
  });

  it.each([
    ["a page's loader", { loader: thrower }],
    ["a page's action", { action: thrower }],
    ["a page while it is drawn", { default: thrower }],
    ["a page's title", { meta: thrower }],
    ["a thrown text", { loader: () => Promise.reject("the secret of the fault") }],
    ["nothing thrown", { loader: () => Promise.reject(undefined) }],
  ] as const)("in %s tells nothing of itself", async (_name, module) => {
    const { status, text, headers } = await frontOf(makeWorld(), {
      pages: pagesWith(signIn, module),
    })("/sign-in", "action" in module ? { headers: ownForm, body: {} } : {});
    expect([status, headers["x-reference"]]).toEqual([500, expect.stringMatching(reference)]);
    expect(text).toContain("Sorry, there is a problem");
    expect(text).not.toContain("the secret of the fault");
  });

  it("in everything that could draw a page still shows one", async () => {
    const { status, text } = await frontOf(makeWorld(), {
      pages: pagesWith("root", { Layout: thrower, ErrorBoundary: thrower }),
    })("/sign-in");
    expect(status).toBe(500);
    expect(text).toContain("Sorry, there is a problem");
    expect(text).not.toContain("the secret of the fault");
  });

  it("outside any page shows one too", async () => {
    const { status, text, headers } = await frontOf(makeWorld(), {
      pages: {
        ...pagesWith(signIn, { loader: thrower }),
        entry: { module: { ...build.entry.module, handleError: thrower } },
      },
    })("/sign-in");
    expect([status, headers["x-reference"]]).toEqual([500, expect.stringMatching(reference)]);
    expect(text).toContain("Sorry, there is a problem");
    expect(text).not.toContain("the secret of the fault");
  });

  it("has another reference each time", async () => {
    const world = makeWorld();
    const ask = frontOf(world);
    breakIt(world);
    const seen = [await ask("/sign-in"), await ask("/sign-in")].map(({ headers }) => headers["x-reference"]);
    expect(new Set(seen).size).toBe(2);
  });
});

describe("a refusal is not a fault", () => {
  it.each(["/no/such/page", "/manage"])("%s has no reference and no stack in the log", async (path) => {
    const world = makeWorld();
    const ask = frontOf(world);
    const lines = watchLog();
    const { headers } = await ask(path, { as: world.person() });
    expect(headers["x-reference"]).toBeUndefined();
    expect(lines().map(({ level, problem }) => [level === "error", problem])).toEqual([[false, undefined]]);
  });
});

/** Somebody who books by the page's form; their cookie was made before anything went wrong. */
async function bookingWorld(people: number) {
  const world = makeWorld();
  const ask = frontOf(world);
  const path = `/sessions/${world.session({ capacity: people })}/book`;
  const cookies: string[] = [];
  for (let count = 0; count < people; count++) cookies.push(await ask.cookieOf(world.person()));
  const send = (Cookie = "") =>
    ask(path, {
      headers: { ...ownForm, Cookie },
      body: { step: "confirm", accessNeeds: "x".repeat(400), "answer-recognise": "1", "answer-act": "1" },
    });
  return { world, ask, send, cookies, content: () => digestOf(world.db) };
}

const cleanRefusal = (answer: Answer) => {
  expect([answer.status, answer.headers["retry-after"], answer.headers["x-reference"]]).toEqual([
    503,
    "60",
    expect.stringMatching(reference),
  ]);
  expect(answer.text).toContain("Nothing was saved or changed. Try again in a minute.");
  expect(answer.text).not.toMatch(inside);
};

describe("the database is busy", () => {
  it("so a form is refused cleanly, nothing is changed, and a minute later it works", async () => {
    const { world, ask, send, cookies, content } = await bookingWorld(1);
    world.db.$client.pragma("busy_timeout = 20");
    const before = content();
    const lines = watchLog();
    const other = openDatabase(world.db.$client.name);
    other.$client.exec("begin immediate");
    const refused = await send(cookies[0]);
    const reading = await ask("/courses");
    other.$client.exec("rollback");
    other.$client.close();

    cleanRefusal(refused);
    expect(reading.status).toBe(200);
    expect(content()).toBe(before);
    expect(lines().find(({ msg }) => msg === "fault")).toMatchObject({
      reference: refused.headers["x-reference"],
    });
    expect((await send(cookies[0])).status).toBe(302);
    expect(world.count("bookings")).toBe(1);
  });
});

describe("the disk is full", () => {
  it("so each booking is made whole or not at all, and reading goes on", async () => {
    const { world, ask, send, cookies, content } = await bookingWorld(60);
    const pages = Number(world.db.$client.pragma("page_count", { simple: true }));
    world.db.$client.pragma(`max_page_count = ${pages + 2}`);
    let booked = 0;
    let before = content();
    let answer = await send(cookies[booked]);
    while (answer.status === 302) {
      booked += 1;
      before = content();
      answer = await send(cookies[booked]);
    }
    expect(booked).toBeLessThan(cookies.length);
    cleanRefusal(answer);
    expect(content()).toBe(before);
    expect(world.count("bookings")).toBe(booked);
    expect((await ask("/courses")).status).toBe(200);
    expect(world.db.$client.pragma("integrity_check", { simple: true })).toBe("ok");

    world.db.$client.pragma(`max_page_count = ${pages + 1000}`);
    expect((await send(cookies[booked])).status).toBe(302);
    expect(world.count("bookings")).toBe(booked + 1);
  });
});

function thrower(): never {
  throw new Error("the secret of the fault");
}

/** The pages as they are, with one module's parts replaced. */
function pagesWith(id: string, parts: Record<string, unknown>): ServerBuild {
  const route = build.routes[id];
  if (!route) throw new Error(`There is no route ${id}.`);
  return { ...build, routes: { ...build.routes, [id]: { ...route, module: { ...route.module, ...parts } } } };
}
