// Pages for strangers: made once per version of the data, made anew when anything behind them has changed.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "db/client";
import { makeWorld } from "tests/support/world";
import { describe, expect, it, onTestFinished } from "vitest";
import { minutes } from "~/shared/clock";
import { asksForLoader } from "~/web/protections.server";
import { publicPages } from "~/web/public-pages.server";

function serve(answerOf: (address: string) => Response = (address) => new Response(`<p>${address}</p>`)) {
  const world = makeWorld();
  let made = 0;
  let passedOn = 0;
  const listener = publicPages(
    world,
    {
      render: async (address) => {
        made += 1;
        return answerOf(address);
      },
      headers: [["X-Test", "yes"]],
    },
    (_request, response) => {
      passedOn += 1;
      response.writeHead(404).end("passed on");
    },
  );
  const server = createServer(listener).listen(0);
  onTestFinished(() => {
    server.close();
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, init?: RequestInit) => fetch(base + path, init);
  return { world, get, made: () => made, passedOn: () => passedOn };
}

describe("a public page", () => {
  it("is made once and served again", async () => {
    const { get, made } = serve();
    expect(await (await get("/courses")).text()).toBe("<p>/courses</p>");
    expect(await (await get("/courses")).text()).toBe("<p>/courses</p>");
    expect(made()).toBe(1);
  });

  it("is made once for many who ask at the same time", async () => {
    const { get, made } = serve();
    await Promise.all(Array.from({ length: 20 }, () => get("/courses")));
    expect(made()).toBe(1);
  });

  it("is made anew once this connection has written", async () => {
    const { world, get, made } = serve();
    await get("/courses");
    world.book(world.session(), world.person());
    await get("/courses");
    expect(made()).toBe(2);
  });

  it("is made anew once another connection has written", async () => {
    const { world, get, made } = serve();
    await get("/courses");
    const other = openDatabase(world.db.$client.name);
    other.$client.prepare("update courses set summary = 'changed elsewhere'").run();
    other.$client.close();
    await get("/courses");
    expect(made()).toBe(2);
  });

  it("is made anew when the minute has passed, since dates pass by the clock alone", async () => {
    const { world, get, made } = serve();
    await get("/courses");
    world.clock.forward(minutes(1));
    await get("/courses");
    expect(made()).toBe(2);
  });

  it("tells filters apart by the whole address", async () => {
    const { get } = serve();
    expect(await (await get("/courses?q=neglect")).text()).toContain("q=neglect");
    expect(await (await get("/courses?q=abuse")).text()).toContain("q=abuse");
  });

  it("answers 304 to someone who has it, and HEAD without a body", async () => {
    const { get } = serve();
    const etag = (await get("/")).headers.get("etag") ?? "";
    const again = await get("/", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    const head = await get("/", { method: "HEAD", headers: { "Accept-Encoding": "identity" } });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("content-length")).toBe(String("<p>/</p>".length));
  });

  it("carries the protective headers and may be kept only if it is checked each time", async () => {
    const { headers } = await serve().get("/");
    expect(headers.get("x-test")).toBe("yes");
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(headers.get("vary")).toContain("Cookie");
  });
});

describe("what is not the same for everyone", () => {
  it.each(["/my", "/manage", "/impact", "/sessions/1/book", "/sign-in"])("%s is passed on", async (path) => {
    const { get, made, passedOn } = serve();
    expect((await get(path)).status).toBe(404);
    expect([made(), passedOn()]).toEqual([0, 1]);
  });

  it("a request with a cookie is passed on, and what it gets is kept for nobody", async () => {
    const { get, made, passedOn } = serve();
    await get("/courses", { headers: { Cookie: "signed-in=x" } });
    expect([made(), passedOn()]).toEqual([0, 1]);
  });

  it.each([
    "/?_data=root",
    "/courses?q=a&_data=routes%2Fcourses._index",
    "/courses?%5Fdata=root",
    "/?_dat%61",
  ])("%s, which asks for a loader's data, is passed on", async (path) => {
    const { get, made, passedOn } = serve();
    expect((await get(path)).status).toBe(404);
    expect([made(), passedOn()]).toEqual([0, 1]);
  });

  it.each(["/courses?_data#=root", "/courses?q=a&_data#"])(
    "%s asks for it too: what follows # is not read",
    (address) => {
      expect(asksForLoader(address)).toBe(true);
      expect(asksForLoader("/courses?q=a#&_data=root")).toBe(false);
    },
  );

  it("a form is passed on", async () => {
    const { get, passedOn } = serve();
    await get("/courses", { method: "POST" });
    expect(passedOn()).toBe(1);
  });

  it("a page that is not there is passed on, so that it is answered like any other", async () => {
    const { get, passedOn } = serve(() => new Response("no", { status: 404 }));
    expect((await get("/courses/nothing")).status).toBe(404);
    expect(passedOn()).toBe(1);
  });
});
