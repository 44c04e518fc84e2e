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
