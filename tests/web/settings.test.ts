// The server refuses to start with a missing or unsafe setting and names it.
import { describe, expect, it } from "vitest";
import { readSettings, UnusableSettings } from "~/settings.server";

const safe = {
  NODE_ENV: "production",
  DATABASE_PATH: "/data/offer.db",
  PUBLIC_URL: "https://training.example.org/",
  SECRET: "thirty-two random characters or more",
  MAIL_FROM: "training@example.org",
  RESEND_API_KEY: "re_key",
};

describe("settings in production", () => {
  it("are taken when each is there and safe", () => {
    const settings = readSettings(safe);
    expect(settings).toMatchObject({
      production: true,
      demo: false,
      publicUrl: "https://training.example.org",
    });
  });

  it.each(["DATABASE_PATH", "PUBLIC_URL", "SECRET", "MAIL_FROM", "RESEND_API_KEY"])(
    "are refused without %s, by name",
    (name) => {
      expect(() => readSettings({ ...safe, [name]: "" })).toThrow(new RegExp(`^${name} is missing`));
    },
  );

  it.each([
    ["SECRET", "short", /SECRET is too short/],
    ["PUBLIC_URL", "http://training.example.org", /PUBLIC_URL must start with https/],
    ["PUBLIC_URL", "not an address", /PUBLIC_URL is not usable/],
    ["PUBLIC_URL", "https://example.org/training", /PUBLIC_URL must end after the host/],
    ["SECRET", "changeme-changeme-changeme-changeme-1234", /SECRET is not random/],
    ["SECRET", "only-for-development-and-demonstration", /SECRET is not random/],
    ["SECRET", "replace me with random characters please!", /SECRET is not random/],
    ["SECRET", "abcabcabcabcabcabcabcabcabcabcabcabc", /SECRET is not random/],
    ["TRUSTED_PROXIES", "all", /TRUSTED_PROXIES is not usable/],
    ["TRUSTED_PROXIES", "-1", /TRUSTED_PROXIES is not usable/],
    ["TRUSTED_PROXIES", "99", /TRUSTED_PROXIES is not usable/],
    ["PORT", "99999", /PORT is not usable/],
    ["DEMO", "yes", /DEMO is not usable/],
  ])("are refused with an unsafe %s: %s", (name, value, message) => {
    expect(() => readSettings({ ...safe, [name]: value })).toThrow(UnusableSettings);
    expect(() => readSettings({ ...safe, [name]: value })).toThrow(message);
  });

  it("name every problem at once", () => {
    expect(() => readSettings({ NODE_ENV: "production" })).toThrow(
      /DATABASE_PATH[\s\S]*SECRET[\s\S]*RESEND_API_KEY/,
    );
  });
});

describe("settings elsewhere", () => {
  it("have defaults for development", () => {
    expect(readSettings({})).toMatchObject({ production: false, demo: false, port: 3000, resend: null });
  });

  it("let a demonstration run without a provider, though built for production", () => {
    expect(readSettings({ NODE_ENV: "production", DEMO: "1" })).toMatchObject({
      production: false,
      demo: true,
      resend: null,
    });
  });
});

describe("organisations that sign their people in", () => {
  const council = {
    id: "council",
    name: "The council",
    issuer: "https://login.example.com/tenant/v2.0",
    clientId: "client",
    clientSecret: "hush-hush",
    domains: ["council.example.org"],
  };
  const reading = (providers: unknown, env: Record<string, string> = safe) =>
    readSettings({
      ...env,
      OIDC_PROVIDERS: typeof providers === "string" ? providers : JSON.stringify(providers),
    });

  it("are none unless told", () => {
    expect(readSettings(safe).oidcProviders).toEqual([]);
    expect(readSettings({ ...safe, OIDC_PROVIDERS: "" }).oidcProviders).toEqual([]);
  });

  it("are taken when each part is right; domains in small letters", () => {
    const other = { ...council, id: "nhs-trust-2", domains: ["NHS.Example.org", "trust.example.org"] };
    expect(reading([council, other]).oidcProviders).toEqual([
      council,
      { ...other, domains: ["nhs.example.org", "trust.example.org"] },
    ]);
  });

  it.each([
    ["not JSON", "council", /OIDC_PROVIDERS is not usable/],
    ["not a list", council, /OIDC_PROVIDERS is not usable/],
    [
      "an id with capitals",
      [{ ...council, id: "Council" }],
      /OIDC_PROVIDERS 0 id is not usable: small letters/,
    ],
    ["an id with a slash", [{ ...council, id: "a/b" }], /OIDC_PROVIDERS 0 id is not usable/],
    ["no name", [{ ...council, name: "" }], /OIDC_PROVIDERS 0 name is not usable/],
    [
      "an issuer that is no address",
      [{ ...council, issuer: "login.example.com" }],
      /OIDC_PROVIDERS 0 issuer/,
    ],
    [
      "an issuer on http",
      [{ ...council, issuer: "http://login.example.com" }],
      /OIDC_PROVIDERS council: its issuer must start with https/,
    ],
    ["no client", [{ ...council, clientId: undefined }], /OIDC_PROVIDERS 0 clientId is not usable/],
    ["no client secret", [{ ...council, clientSecret: "" }], /OIDC_PROVIDERS 0 clientSecret is not usable/],
    ["no domain", [{ ...council, domains: [] }], /OIDC_PROVIDERS 0 domains is not usable/],
    ["a domain for everybody", [{ ...council, domains: ["*"] }], /OIDC_PROVIDERS 0 domains 0 is not usable/],
    [
      "an address for a domain",
      [{ ...council, domains: ["a@council.example.org"] }],
      /OIDC_PROVIDERS 0 domains 0/,
    ],
    ["a part that does not exist", [{ ...council, skipChecks: true }], /OIDC_PROVIDERS 0 is not usable/],
    ["the same id twice", [council, council], /OIDC_PROVIDERS has the id council twice/],
  ])("are refused, each problem named and no secret repeated: %s", (_name, providers, message) => {
    expect(() => reading(providers)).toThrow(UnusableSettings);
    expect(() => reading(providers)).toThrow(message);
    try {
      reading(providers);
    } catch (problem) {
      expect(String(problem)).not.toContain("hush-hush");
    }
  });

  it("may be on http outside production, for trials", () => {
    expect(reading([{ ...council, issuer: "http://localhost:4000" }], {}).oidcProviders).toHaveLength(1);
  });
});

describe("ways for letters to leave", () => {
  const { RESEND_API_KEY: _key, ...without } = safe;
  const relayOf = (SMTP_URL: string) => readSettings({ ...without, SMTP_URL }).smtp;

  it("are Resend or a relay in production, and not both", () => {
    expect(readSettings(safe)).toMatchObject({ resend: { apiKey: "re_key" }, smtp: null });
    expect(readSettings({ ...without, SMTP_URL: "smtps://relay.example.org" })).toMatchObject({
      resend: null,
      smtp: { host: "relay.example.org" },
    });
    expect(() => readSettings(without)).toThrow(/SMTP_URL: without one of them no message leaves/);
    expect(() => readSettings({ ...safe, SMTP_URL: "smtps://relay.example.org" })).toThrow(/both there/);
    expect(() => readSettings({ RESEND_API_KEY: "re", SMTP_URL: "smtp://localhost" })).toThrow(/both there/);
  });

  it.each([
    [
      "smtp://user:p%40ss@relay.example.org",
      {
        host: "relay.example.org",
        port: 587,
        secure: false,
        plainAllowed: false,
        user: "user",
        password: "p@ss",
      },
    ],
    [
      "smtps://relay.example.org",
      { host: "relay.example.org", port: 465, secure: true, plainAllowed: false },
    ],
    [
      "smtp://relay.example.org:25",
      { host: "relay.example.org", port: 25, secure: false, plainAllowed: false },
    ],
    ["smtp://localhost:2525", { host: "localhost", port: 2525, secure: false, plainAllowed: true }],
    ["smtp://[::1]:2525", { host: "::1", port: 2525, secure: false, plainAllowed: true }],
    ["smtps://localhost", { host: "localhost", port: 465, secure: true, plainAllowed: false }],
  ])("a relay is read from %s", (url, { user, password, ...rest }: Record<string, unknown>) => {
    expect(relayOf(url)).toEqual({ ...rest, login: user === undefined ? null : { user, password } });
  });

  it.each([
    "relay.example.org",
    "https://relay.example.org",
    "smtp://",
    "smtp://hush-hush@relay.example.org",
    "smtp://:hush-hush@relay.example.org",
    "smtp://user:hush-hush%E0%A4%A@relay.example.org",
    "smtp://user:hush-hush@relay.example.org/folder",
    "smtp://user:hush-hush@relay.example.org:99999",
  ])("%s is refused by name, and its password not repeated", (url) => {
    expect(() => relayOf(url)).toThrow(/^SMTP_URL is not usable/);
    try {
      relayOf(url);
    } catch (problem) {
      expect(String(problem)).not.toContain("hush-hush");
    }
  });
});

describe("proxies of ours", () => {
  it("are none unless told", () => {
    expect(readSettings(safe).trustedProxies).toBe(0);
    expect(readSettings({ ...safe, TRUSTED_PROXIES: "2" }).trustedProxies).toBe(2);
  });
});
