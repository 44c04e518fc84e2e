// The pure rules of accounts: passwords anyone would try, the agency of an address, and the forms.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeForm, joining, signInForm } from "~/domain/accounts/accounts";
import { domainsOf, isGuessable, isOver } from "~/domain/accounts/rules";
import type { Role } from "~/domain/context";
import { days, hours, minutes } from "~/shared/clock";

const about = {
  name: "Joséphine O'Brien-Smith",
  email: "jo.bloggs@police.example.org",
  localWords: ["Testford"],
  common: new Set(["password1234", "sunshine"]),
};

describe("a password that is guessed first", () => {
  test.each([
    ["a common one", "password1234"],
    ["a common one in capitals", "PASSWORD1234"],
    ["a common one with spaces and signs", "pass word-1234!"],
    ["one letter over and over", "aaaaaaaaaaaaaaaa"],
    ["two letters over and over", "abababababababab"],
    ["one sign over and over", "!!!!!!!!!!!!!!!!"],
    ["two letters with signs between", "a-b-a-b-a-b-a"],
    ["the person's own name and a year", "Joséphine2026"],
    ["the person's surname, hyphen and all", "obriensmith!!1"],
    ["the person's address", "jobloggs1234"],
    ["the place and little else", "testford2026"],
    ["the place twice", "TestfordTestford"],
  ])("%s is refused", (_, password) => {
    expect(isGuessable(password, about)).toBe(true);
  });

  test.each([
    ["three random words", "trombone-lichen-harbour"],
    ["a local word with much else", "testford-lichen-harbour"],
    ["signs and no letter at all", "£$%^&*()_+{}@~"],
    ["another script", "безопасность детей"],
    ["pictures", "🐘🍎🚲🌧🎺🧦🐢🍋🛶🌵🎲🧭"],
    ["many digits", "48151623420937"],
  ])("%s may be used: any composition will do", (_, password) => {
    expect(isGuessable(password, about)).toBe(false);
  });

  test("a name of three letters says nothing against a password that happens to contain it", () => {
    expect(isGuessable("amyloid-trombone", { ...about, name: "Amy Lee" })).toBe(false);
  });
});

describe("the form to join", () => {
  const given = { name: " Ann Other ", roleGroupId: "front-line", password: "trombone-lichen" };
  const messages = (form: object) => {
    const read = joining.safeParse(form);
    return read.success ? [] : read.error.issues.map((issue) => issue.message);
  };

  test("trims names and leaves the password exactly as it was typed; what is left blank is blank", () => {
    expect(joining.parse({ ...given, password: "  trombone LICHEN  ", team: "  " })).toEqual({
      name: "Ann Other",
      roleGroupId: "front-line",
      password: "  trombone LICHEN  ",
      team: null,
      lineManagerEmail: null,
      accessNeeds: null,
      dietaryNeeds: null,
    });
  });

  test.each([
    ["Welsh", "Siân Llŷr ap Gŵyn"],
    ["an apostrophe", "Aoife O’Brien-D'Arcy"],
    ["pictures", "Sam 🐘 Sample"],
    ["right to left", "نور الهدى"],
    ["120 letters", "x".repeat(120)],
    ["a name from many letters joined", "Zoë".normalize("NFD")],
  ])("a name in %s is kept", (_, name) => {
    expect(joining.parse({ ...given, name }).name).toBe(name.normalize("NFC"));
  });

  test("a name cannot begin a line of its own or turn the rest of the page around", () => {
    expect(joining.parse({ ...given, name: "Ann\r\nBcc: x@example.org" }).name).toBe(
      "Ann Bcc: x@example.org",
    );
    expect(joining.parse({ ...given, name: "Ann \u202Eevil\u2066" }).name).toBe("Ann evil");
    expect(messages({ ...given, name: "\u202E\u0000" })).toEqual(["Enter your full name"]);
    expect(messages({ ...given, name: "x".repeat(121) })).toEqual([
      "Enter a name of 120 characters or fewer",
    ]);
  });

  test("eleven characters are too few for a password, twelve are enough, and several hundred are not too many", () => {
    expect(messages({ ...given, password: "elevenchars" })).toEqual([
      "Enter a password of 12 characters or more",
    ]);
    expect(messages({ ...given, password: "twelve chars" })).toEqual([]);
    expect(messages({ ...given, password: "x".repeat(640) })).toEqual([]);
  });

  test("every message says what to do", () => {
    const wrong = [{}, { name: " ", roleGroupId: "" }, { ...given, lineManagerEmail: "my boss" }];
    const all = wrong.flatMap(messages);
    expect(all.length).toBeGreaterThan(4);
    for (const message of all) expect(message).toMatch(/^(Enter|Select) /);
  });

  test("fields that nobody asked for are left out", () => {
    const parsed = joining.parse({ ...given, roles: "admin", id: "me", agencyStanding: "confirmed" });
    for (const name of ["roles", "id", "agencyStanding"]) expect(parsed).not.toHaveProperty(name);
  });

  test("no text at all makes a form throw", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(() => signInForm.safeParse({ email: one, password: other })).not.toThrow();
        expect(() => joining.safeParse({ ...given, name: one, password: other })).not.toThrow();
        expect(() => codeForm.safeParse({ code: one })).not.toThrow();
        expect(() => isGuessable(other, { ...about, email: one })).not.toThrow();
      }),
    );
  });
});

test("a code may be typed in groups, and a recovery code in small letters", () => {
  expect(codeForm.parse({ code: "123 456" })).toEqual({ code: "123456" });
  expect(codeForm.parse({ code: "abcd-efgh-2345-6723" })).toEqual({ code: "ABCDEFGH23456723" });
  expect(codeForm.safeParse({ code: "12345" }).success).toBe(false);
});

describe("how long a session lasts", () => {
  const held = (...roles: Role[]) => new Set(roles);
  const ends = (roles: ReadonlySet<Role>, ago: { seen: number; started: number }) =>
    isOver({ lastSeenAt: -ago.seen, startedAt: -ago.started }, roles, 0);

  test.each<[string, Role[], number, number]>([
    ["someone who only learns", [], days(10), days(90)],
    ["a line manager", ["line_manager"], days(10), days(90)],
    ["a trainer", ["trainer"], hours(4), hours(12)],
    ["a coordinator", ["coordinator"], minutes(30), hours(12)],
    ["a trainer who coordinates", ["trainer", "coordinator"], minutes(30), hours(12)],
    ["an SDG member", ["sdg_member"], minutes(30), hours(12)],
    ["an admin", ["admin"], minutes(30), hours(12)],
  ])("%s: unused and in all", (_, roles, idle, longest) => {
    expect(ends(held(...roles), { seen: idle - 1, started: idle - 1 })).toBe(false);
    expect(ends(held(...roles), { seen: idle, started: idle })).toBe(true);
    expect(ends(held(...roles), { seen: 0, started: longest - 1 })).toBe(false);
    expect(ends(held(...roles), { seen: 0, started: longest })).toBe(true);
  });
});

test("the domains of an address, its own before those it is part of; a made-up address has none that match", () => {
  expect(domainsOf("Jo@Team.Police.Example.ORG")).toEqual([
    "team.police.example.org",
    "police.example.org",
    "example.org",
  ]);
  expect(domainsOf("jo@localhost")).toEqual([]);
  expect(domainsOf('"jo@police.example.org"@evil.example')).toEqual(["evil.example"]);
});
