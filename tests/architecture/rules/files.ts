// Arrows between single files.
import { idOf } from "../plan";
import { type Breach, breachAt, type Rule } from "../rule";
import { isOfTheHouse } from "../source";

/** What signing in rests on, each behind the one file that could be swapped with it. */
const behindSignIn: [library: RegExp, file: string][] = [
  [/^(lucia|@lucia-auth\/)/, "app/domain/accounts/signing-in/auth.server"],
  [/^@node-rs\/argon2/, "app/domain/accounts/signing-in/passwords.server"],
  [/^otpauth/, "app/domain/accounts/second-factor/second-factor"],
  [/^openid-client/, "app/web/single-sign-on.server"],
];

const oneFileKnowsEach: Rule = {
  name: "only one file knows each library behind sign-in",
  check: (sources) =>
    sources
      .filter((source) => !source.path.startsWith("tests/"))
      .flatMap((source) =>
        source.imports.flatMap((one) =>
          behindSignIn
            .filter(([library, file]) => library.test(one.from) && idOf(source) !== file)
            .map(([, file]) => breachAt(source, one, `only ${file} may import ${one.from}`)),
        ),
      ),
  control: {
    sound: {
      "app/domain/accounts/signing-in/auth.server.ts": 'import { Lucia } from "lucia";',
      "app/domain/accounts/signing-in/passwords.server.ts": 'import { hash } from "@node-rs/argon2";',
    },
    broken: [
      ["app/web/broken.server.ts", 'import type { Session } from "lucia";'],
      ["app/domain/accounts/signing-in/auth.server.ts", 'import { hash } from "@node-rs/argon2";'],
      ["db/seed/people.ts", 'import { hash } from "@node-rs/argon2";'],
    ],
  },
};

const pageOf = (id: string) => /^app\/routes\/([^/]+)\//.exec(id)?.[1];

const pagesKeepTheirPieces: Rule = {
  name: "a page's pieces are its own",
  check: (sources) =>
    sources.flatMap((source) => {
      const page = pageOf(idOf(source));
      if (page === undefined) return [];
      return source.imports
        .filter(({ from }) => pageOf(from) !== undefined && pageOf(from) !== page)
        .map((one) => breachAt(source, one, `takes a piece of another page: ${one.from}`));
    }),
  control: {
    sound: { "app/routes/my._index/route.tsx": 'import { offerInWords } from "./words";' },
    broken: [["app/routes/trainer._index/route.tsx", 'import { offerInWords } from "../my._index/words";']],
  },
};

const noCircles: Rule = {
  name: "no file imports itself in a circle, types aside",
  check: (sources) => {
    const byId = new Map(sources.map((source) => [idOf(source), source]));
    const seen = new Set<string>();
    const found: Breach[] = [];
    const visit = (id: string, way: string[]): void => {
      const source = byId.get(id) ?? byId.get(`${id}/index`);
      if (!source) return;
      const start = way.indexOf(id);
      if (start !== -1)
        found.push(
          breachAt(source, { line: 1 }, `comes back to itself: ${[...way.slice(start), id].join(" → ")}`),
        );
      if (seen.has(id)) return;
      seen.add(id);
      for (const one of source.imports)
        if (!one.typeOnly && isOfTheHouse(one.from)) visit(one.from, [...way, id]);
    };
    for (const id of byId.keys()) visit(id, []);
    return found;
  },
  control: {
    sound: {
      "app/domain/bookings/bookings.ts": 'import type { Places } from "./rules";',
      "app/domain/bookings/rules.ts": 'import { states } from "./bookings";',
    },
    broken: [["app/shared/broken.ts", 'import { more } from "./broken";']],
  },
};

export const fileRules = [oneFileKnowsEach, pagesKeepTheirPieces, noCircles];
