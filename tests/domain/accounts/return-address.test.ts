// Where someone goes after signing in: always within this service, whatever stood in the address.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paths, safeReturn } from "~/web/paths";

const host = "https://training.example.org";
/** Where a browser on this service ends up when it is told to go there. */
const arrives = (to: string) => new URL(to, `${host}/sign-in`);

describe("every trick lands on the home page", () => {
  test.each([
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/%2F%2Fevil.example",
    "/%2fevil.example",
    "/%5Cevil.example",
    "/%5c%5cevil.example",
    "http:evil.example",
    "https://evil.example/my",
    "https:/evil.example",
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "/my\r\nLocation: https://evil.example",
    "/\r\n/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\u0000/evil.example",
    "/\u0085/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/a/..//evil.example",
    "/a/../..//evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/%2e%2e//evil.example",
    "/a/%2e%2e//evil.example",
    "/a/%2E%2e/%2Fevil.example",
    "/my//evil.example",
    "@evil.example",
    ".evil.example",
    "evil.example",
    "?to=//evil.example",
    "#//evil.example",
    "//e",
    "/\\e",
    "/%2F%2Fe",
    "/%5ce",
    "http:e",
    "HTTP:e",
    "https:e",
    "javascript:",
    "JaVaScRiPt://%0aalert(1)",
    "vbscript:x",
    "/a/..//e",
    "/a/..\\/e",
    "/a/%2e%2E/%2Fe",
    "/my\r\nSet-Cookie: a=b",
    "/my%0d%0aSet-Cookie:%20a=b",
    "/%0a/e",
    "/%09/e",
    "/%00/e",
    "/%0d//e",
    "/a%2f%2fe",
    "/a/%5c/e",
    "/my\t//e",
    "/m\ty",
    "\u0000/my",
    "/;//e",
    "/%20//e",
    "／／e",
    "⁄⁄e",
    "\u2215\u2215e",
    "\uFF3C\uFF3Ce",
    "\u2028//e",
    "\u00a0//e",
    "。//e",
  ])("%j", (to) => {
    expect(safeReturn(to)).toBe("/");
  });

  test("nothing at all", () => {
    expect(safeReturn(null)).toBe("/");
  });
});

test.each([
  ["/my", "/my"],
  ["/sessions/abc/book?from=list", "/sessions/abc/book?from=list"],
  ["/courses?q=a%20b&board=KIDS", "/courses?q=a%20b&board=KIDS"],
  ["/courses?q=//evil.example", "/courses?q=//evil.example"],
  ["/a/../my", "/my"],
  ["/my#part", "/my"],
  ["/kurse/größe", "/kurse/gr%C3%B6%C3%9Fe"],
  // Slashes of other alphabets are letters like any other, and stay within the path.
  ["/／／e", "/%EF%BC%8F%EF%BC%8Fe"],
  ["/\u2215/e", "/%E2%88%95/e"],
  ["/my?x=%0d%0aSet-Cookie:a", "/my?x=%0d%0aSet-Cookie:a"],
])("%s leads to %s", (to, path) => {
  expect(safeReturn(to)).toBe(path);
});

test("whatever text it is given, the answer stays on this very service and is answered again with itself", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "//",
    "..",
    ".",
    "%2f",
    "%5C",
    "%2e",
    "@",
    ":",
    "http:",
    "evil.example",
    "?",
    "#",
    "\t",
    "\n",
    " ",
    "a",
    "／",
    "。",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`),
  );
  fc.assert(
    fc.property(text, (to) => {
      const safe = safeReturn(to);
      expect(safe).toMatch(/^\/(?![/\\])/);
      expect(arrives(safe).origin).toBe(host);
      expect(arrives(arrives(safe).pathname).origin).toBe(host);
      expect(safeReturn(safe)).toBe(safe);
    }),
    { numRuns: 2000 },
  );
});

test("the way to sign in carries where the person was going, and says nothing when that is home", () => {
  expect(paths.signIn("/my?x=1&y=2")).toBe("/sign-in?to=%2Fmy%3Fx%3D1%26y%3D2");
  expect(paths.signIn("/")).toBe("/sign-in");
  expect(paths.signIn()).toBe("/sign-in");
});
