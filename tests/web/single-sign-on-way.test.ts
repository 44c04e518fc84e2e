// The way to an organisation's sign-in page: the buttons, what we tell it and keep meanwhile, and what if it is out of order.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { headers, loader } from "~/routes/sign-in.with.$provider._index/route";
import { hours, minutes } from "~/shared/clock";
import { inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, jarOf, type Page, titleOf, wordsOf } from "../domain/support-check/site";
import { webOf } from "../support/web";
import { comeBack, expectRefused } from "./single-sign-on/come-back";
import { type FakeProvider, startFakeProvider } from "./single-sign-on/fake-provider";
import { authSessionsIn, begin, signOnWorld } from "./single-sign-on/trip";

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider("fake", ["police.example.org"]);
});
afterAll(() => fake.stop());
beforeEach(() => fake.insteadOf(null));

describe("the way there", () => {
  test("names us, where to come back, what may be told, and binds the answer to this browser", async () => {
    const { site } = signOnWorld([fake.settings]);
    const { address, started } = await begin(site, "fake", "/courses");
    expect(address.origin + address.pathname).toBe(`${fake.issuer}/authorize`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: "training",
      response_type: "code",
      redirect_uri: "http://localhost:3000/sign-in/with/fake/return",
      scope: "openid profile email",
      state: expect.stringMatching(/^\S{40,}$/),
      nonce: expect.stringMatching(/^\S{40,}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    const secrets = ["state", "nonce", "code_challenge"].map((name) => address.searchParams.get(name));
    expect(new Set(secrets).size).toBe(3);
    expect(started.cookie).toMatch(/^signing-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await begin(site, "fake");
    expect(secrets).not.toContain(again.address.searchParams.get("state"));
  });

  test("goes on from a page of ours, since browsers hold where a form is sent on to by our policy", async () => {
    const { world, settings, site } = signOnWorld([fake.settings]);
    const { going, cookie, address } = await begin(site, "fake");
    expect([going.status, titleOf(going)]).toEqual([200, "Signing you in – Joint training"]);
    expect(wordsOf(going)).toContain("We are taking you to Testford fake");
    const { request, ...args } = await webOf(world, settings).visit("/sign-in/with/fake", {
      params: { provider: "fake" },
    });
    request.headers.set("Cookie", cookie);
    const { init } = (await loader({ request, ...args })) as { init: { headers: Record<string, string> } };
    const none = new Headers();
    const sent = {
      loaderHeaders: new Headers(init.headers),
      parentHeaders: none,
      actionHeaders: none,
      errorHeaders: undefined,
    };
    expect(new Headers(headers(sent)).get("Refresh")).toBe(`0; url=${address.href}`);
  });

  test("the code is given back with the word that its challenge was made from", async () => {
    fake.asked.length = 0;
    const { begun } = await comeBack(fake, {});
    const body = fake.asked.find(({ path }) => path === "/token")?.body;
    const digest = await crypto.subtle.digest("SHA-256", Buffer.from(body?.get("code_verifier") ?? ""));
    expect(Buffer.from(digest).toString("base64url")).toBe(begun.address.searchParams.get("code_challenge"));
    expect(body?.get("redirect_uri")).toBe("http://localhost:3000/sign-in/with/fake/return");
    expect(body?.get("client_secret")).toBe(fake.settings.clientSecret);
  });

  test("a link to it, without the button, leads to the page with the button", async () => {
    const { site } = signOnWorld([fake.settings]);
    expect((await site("/sign-in/with/fake?to=%2Fcourses")).to).toBe("/sign-in?to=%2Fcourses");
    expect((await site("/sign-in/with/fake?to=%2F%2Fevil.example")).to).toBe("/sign-in");
  });

  test("leads nowhere for a round that has run out, or that was begun with another organisation", async () => {
    const { world, site } = signOnWorld([fake.settings, { ...fake.settings, id: "second" }]);
    const { cookie } = await begin(site, "fake");
    expect((await site("/sign-in/with/second", { cookie })).to).toBe("/sign-in");
    world.clock.forward(minutes(10) - 1);
    expect((await site("/sign-in/with/fake", { cookie })).status).toBe(200);
    world.clock.forward(1);
    expect((await site("/sign-in/with/fake", { cookie })).to).toBe("/sign-in");
  });

  test("an organisation that signs nobody in here is not found", async () => {
    const { site } = signOnWorld([fake.settings]);
    for (const path of ["/sign-in/with/other", "/sign-in/with/other/return?state=x", "/sign-in/with/FAKE"])
      expect((await site(path)).status, path).toBe(404);
    expect((await site("/sign-in/with/other", { form: {} })).status).toBe(404);
  });

  test("someone signed in already goes on and is not asked again", async () => {
    const { site, ann } = signOnWorld([fake.settings]);
    const page = await site("/sign-in/with/fake?to=%2Fcourses", { form: {}, as: ann });
    expect([page.to, page.setCookies]).toEqual(["/courses", []]);
  });

  test.each(["//evil.example", "/\\evil.example", "https://evil.example", `/courses?q=${"x".repeat(5000)}`])(
    "the way back %.20s is not kept",
    async (to) => {
      const { site, world } = signOnWorld([fake.settings]);
      const begun = await begin(site, "fake", to);
      expect(begun.cookie.length).toBeLessThan(3000);
      fake.says(begun.address);
      const way = new URLSearchParams({
        code: "c",
        state: begun.address.searchParams.get("state") ?? "",
        iss: fake.issuer,
      });
      const denied = await site(`/sign-in/with/fake/return?error=access_denied&${way}`, {
        cookie: begun.cookie,
      });
      expect([denied.status, /evil|xxx/.test(denied.html)]).toEqual([400, false]);
      const page = await site(`/sign-in/with/fake/return?${way}`, { cookie: begun.cookie });
      expect(page.to).toBe("/my");
      expect(authSessionsIn(world)).toHaveLength(1);
    },
  );
});

describe("the buttons", () => {
  test.each(["/sign-in", "/register"])("stand on %s and keep where the person was going", async (path) => {
    const { site } = signOnWorld([fake.settings, { ...fake.settings, id: "second", name: "<Second>" }]);
    const page = await site(`${path}?to=%2Fcourses`);
    expect(page.html).toMatch(/<form method="post" action="\/sign-in\/with\/fake\?to=%2Fcourses"/);
    expect(wordsOf(page)).toContain("Sign in with Testford fake");
    expect(wordsOf(page)).toContain("Sign in with <Second>");
    expect(brokenReferences(page)).toEqual([]);
    expect(page.html).not.toContain(fake.settings.clientSecret);
  });

  test.each(["/sign-in", "/register"])(
    "are not on %s where no organisation signs people in",
    async (path) => {
      const { site } = signOnWorld([]);
      const page = await site(path);
      expect(wordsOf(page)).not.toMatch(/Sign in with|work account/);
    },
  );
});

describe("an organisation that is out of order", () => {
  const expectOutOfOrder = (page: Page) => {
    expect(page.status).toBe(503);
    expect(titleOf(page)).toContain("Signing in with Testford fake does not work at the moment");
    expect(page.html).toContain('action="/sign-in/with/fake');
    expect(page.html).toContain("Other ways to sign in");
    expect(brokenReferences(page)).toEqual([]);
  };
  const answerWith = (status: number, body: string) =>
    fake.insteadOf((response) => {
      response.writeHead(status, { "Content-Type": "application/json" }).end(body);
      return true;
    });
  /** As if it had just been put into the settings: nothing of it is known yet. */
  const anew = () => ({ ...fake.settings });
  const press = async (site: ReturnType<typeof signOnWorld>["site"]) => {
    const started = await site("/sign-in/with/fake", { form: {} });
    return site(started.to ?? "", { cookie: jarOf(started) });
  };

  test.each([
    ["fails", 500, "{}"],
    ["is not there", 404, "{}"],
    ["answers with nonsense", 200, "<html>"],
    ["is somebody else", 200, JSON.stringify({ issuer: "https://another.example.org" })],
  ])("%s when it is asked what it is", async (_what, status, body) => {
    const { world, site } = signOnWorld([anew()]);
    answerWith(status, body);
    const added = watch(world);
    expectOutOfOrder(await press(site));
    expect(inShort(added())).toEqual(nothing);
    // And once it is well again, nobody has to wait.
    fake.insteadOf(null);
    expect((await press(site)).status).toBe(200);
  });

  test("cannot be reached", async () => {
    const { site } = signOnWorld([{ ...fake.settings, issuer: "http://127.0.0.1:9" }]);
    expectOutOfOrder(await press(site));
  });

  test("does not answer within ten seconds", async () => {
    const { site } = signOnWorld([anew()]);
    const asked = vi
      .spyOn(AbortSignal, "timeout")
      .mockImplementation(() => AbortSignal.abort(new DOMException("", "TimeoutError")));
    fake.insteadOf(() => true);
    try {
      expectOutOfOrder(await press(site));
      expect(asked).toHaveBeenCalledWith(10_000);
    } finally {
      asked.mockRestore();
    }
  });

  test.each([
    ["fails", 500, "{}"],
    [
      "does not know us",
      401,
      JSON.stringify({ error: "invalid_client", error_description: "<b>theirs</b>" }),
    ],
  ])("%s when the code is given back", async (_what, status, body) => {
    fake.insteadOf((response, path) => {
      if (path !== "/token") return false;
      response.writeHead(status, { "Content-Type": "application/json" }).end(body);
      return true;
    });
    const outcome = await comeBack(fake, {});
    expectRefused(outcome, 503, "Try again in a few minutes");
    expect(outcome.page.html).not.toContain("theirs");
  });

  test("is asked what it is once an hour", async () => {
    const { world, site } = signOnWorld([anew()]);
    fake.asked.length = 0;
    const times = () => fake.asked.filter(({ path }) => path.includes("well-known")).length;
    await Promise.all([press(site), press(site), press(site)]);
    expect(times()).toBe(1);
    world.clock.forward(hours(1));
    await press(site);
    expect(times()).toBe(2);
  });

  test("an address of Microsoft's that stands for every tenant there is, is refused", async () => {
    const issuer = "https://login.microsoftonline.com/organizations/v2.0";
    const published = {
      issuer: "https://login.microsoftonline.com/{tenantid}/v2.0",
      authorization_endpoint: "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize",
    };
    const { site } = signOnWorld([{ ...fake.settings, issuer }]);
    const asked = vi.spyOn(globalThis, "fetch").mockResolvedValueOnce(Response.json(published));
    try {
      expectOutOfOrder(await press(site));
      expect(asked).toHaveBeenCalledOnce();
    } finally {
      asked.mockRestore();
    }
  });
});
