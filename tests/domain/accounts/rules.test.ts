// The pure rules of accounts: passwords anyone would try, the agency of an address, and the forms.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registration, signInForm } from "~/domain/accounts/accounts";
import { isGuessable } from "~/domain/accounts/rules";

const about = {
  name: "Joséphine O'Brien-Smith",
  email: "jo.bloggs@police.example.org",
  localWords: ["Testford"],
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

describe("the form to create an account", () => {
  const given = {
    name: " Ann Other ",
    email: " ann@police.example.org ",
    agencyId: "police",
    roleGroupId: "front-line",
    password: "trombone-lichen",
  };
  const messages = (form: object) => {
    const read = registration.safeParse(form);
    return read.success ? [] : read.error.issues.map((issue) => issue.message);
  };

  test("trims names and addresses and leaves the password exactly as it was typed", () => {
    expect(registration.parse({ ...given, password: "  trombone LICHEN  " })).toEqual({
      name: "Ann Other",
      email: "ann@police.example.org",
      agencyId: "police",
      roleGroupId: "front-line",
      password: "  trombone LICHEN  ",
    });
  });

  test("eleven characters are too few for a password, twelve are enough, and several hundred are not too many", () => {
    expect(messages({ ...given, password: "elevenchars" })).toEqual([
      "Enter a password of 12 characters or more",
    ]);
    expect(messages({ ...given, password: "twelve chars" })).toEqual([]);
    expect(messages({ ...given, password: "x".repeat(640) })).toEqual([]);
  });

  test("every message says what to do", () => {
    const empty = messages({});
    expect(empty).toHaveLength(5);
    const blank = messages({ name: " ", email: " ", agencyId: "", roleGroupId: "", password: "" });
    for (const message of [...empty, ...blank, ...messages({ ...given, email: "ann at work" })]) {
      expect(message).toMatch(/^(Enter|Select) /);
    }
  });

  test("fields that nobody asked for are left out", () => {
    expect(registration.parse({ ...given, roles: "admin", id: "me", disabledAt: "1" })).not.toHaveProperty(
      "roles",
    );
    expect(Object.keys(registration.parse({ ...given, role: "admin" })).sort()).toEqual(
      Object.keys(given).sort(),
    );
  });

  test("no text at all makes either form throw", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (email, password) => {
        expect(() => signInForm.safeParse({ email, password })).not.toThrow();
        expect(() => registration.safeParse({ ...given, email, password })).not.toThrow();
        expect(() => isGuessable(password, { ...about, email })).not.toThrow();
      }),
    );
  });
});
