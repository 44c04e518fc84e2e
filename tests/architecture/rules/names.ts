// Words that the house does not use, and the one word that means training only.
import ts from "typescript";
import type { Breach, Rule } from "../rule";
import { exportsOf, lineOf, nodesOf, type Source } from "../source";

/** Words that say nothing, and what to do instead. */
const unused: Record<string, string> = {
  helper: "name what it does",
  util: "name what it does",
  service: "name what it does",
  manager: "say who or what: line manager, coordinator, pool",
  handle: "name the deed",
  handler: "name the deed",
  process: "name the deed",
  event: "say session, meeting, change or message",
};

/** Names that a framework or Node asks for. */
const askedFor = new Set(["handle", "handleError", "handleDataRequest", "process"]);

/** "readUserUtils" as its words: read, user, util. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z]+/)
    .flatMap((word) =>
      word === ""
        ? []
        : [word.toLowerCase().replace(/(?<=^(helper|util|service|manager|handle|handler|event))s$/, "")],
    );

function complaint(name: string): string | null {
  // A learner's line manager is a person in the world, not a piece of code.
  const words = wordsOf(name.replace(/line[- ]?manager/gi, ""));
  const word = words.find((one) => Object.hasOwn(unused, one));
  return word === undefined ? null : `"${name}" holds the word ${word}: ${unused[word]}`;
}

const noEmptyWords: Rule = {
  name: "no file or export has a name that says nothing",
  check: (sources) =>
    sources.flatMap((source) => {
      const file = complaint(source.path.replace(/\.(test\.)?\w+$/, ""));
      const found: Breach[] = file === null ? [] : [{ path: source.path, line: 1, problem: file }];
      for (const { name, declares } of exportsOf(source)) {
        const problem = askedFor.has(name) ? null : complaint(name);
        if (problem !== null) found.push({ path: source.path, line: lineOf(declares), problem });
      }
      return found;
    }),
  control: {
    sound: {
      "app/entry.server.tsx": "export function handleError() {}",
      "app/domain/evaluations/line-manager.ts":
        "export const lineManagerEmail = 1; export type LineManager = {}; const helper = 1; export const eventually = 1;",
      "app/routes/manage._index/route.tsx":
        "export const handle = {}; export const managed = 1; export const handled = 1;",
    },
    broken: [
      ["app/shared/date-utils.ts", ""],
      ["app/domain/bookings/booking-service.server.ts", ""],
      ["tests/support/helpers.ts", ""],
      ["app/shared/broken.ts", "export class BookingManager {}"],
      ["app/shared/broken.ts", "export function handleBooking() {}"],
      ["app/shared/broken.ts", "export const processOutbox = () => {};"],
      ["app/shared/broken.ts", "const a = 1; export { a as dateHelper };"],
      ["app/shared/broken.ts", "export type TrainingEvent = {};"],
    ],
  },
};

/** Where people sign in. Here `session` alone could only mean the wrong thing. */
const signingIn =
  /^(app\/domain\/accounts\/(?!signing-in\/auth\.server)|app\/web\/(cookies|enter)\.server|app\/routes\/(sign-in|sign-out|register)\/|db\/schema\/accounts)/;
const ofSignIn = /^(auth|training)/i;

function* bareSessions(source: Source): Generator<ts.Node> {
  for (const node of nodesOf(source.tree)) {
    const name = ts.isIdentifier(node) ? node.text : undefined;
    if (
      name !== undefined &&
      wordsOf(name).some((word) => /^sessions?$/.test(word)) &&
      !ofSignIn.test(name) &&
      !/authSession/i.test(name)
    )
      yield node;
  }
}

const sessionsAreTraining: Rule = {
  name: "a session is training; a signed-in session is an authSession",
  check: (sources) =>
    sources
      .filter(({ path }) => signingIn.test(path))
      .flatMap((source) =>
        [...bareSessions(source)].map((node) => ({
          path: source.path,
          line: lineOf(node),
          problem: `${node.getText()}: say authSession`,
        })),
      ),
  control: {
    sound: {
      "app/domain/accounts/signing-in/sign-in.server.ts":
        "const authSession = await startAuthSession(ctx, personId); export const authSessions = 1;",
      "app/domain/bookings/places/book-place.server.ts": "const session = readSession(ctx, sessionId);",
    },
    broken: [
      ["app/domain/accounts/broken.server.ts", "const session = await read(secret);"],
      ["app/web/cookies.server.ts", "export const sessionCookie = 1;"],
      ["app/routes/sign-in/route.tsx", "const { userSession } = visit;"],
    ],
  },
};

export const names = [noEmptyWords, sessionsAreTraining];
