// What a rule of the house is, and how one is held: nothing breaks it, and it reports what was made to break it.
import { describe, expect, it } from "vitest";
import { type Exception, exceptions } from "./exceptions";
import { type Source, sourceFrom } from "./source";

export type Breach = { path: string; line: number; problem: string };

export const breachAt = (source: Source, { line }: { line: number }, problem: string): Breach => ({
  path: source.path,
  line,
  problem,
});

/** Made-up sources by path. */
type Files = Record<string, string>;

export type Rule = {
  name: string;
  check(sources: Source[]): Breach[];
  control: {
    /** Sources that keep the rule. */
    sound: Files;
    /** Each breaks the rule in one way; put beside the sound ones, it alone is reported. */
    broken: [path: string, text: string][];
  };
};

export function holdRule(rule: Rule, house: () => Source[]): void {
  const own = exceptions.filter((exception) => exception.rule === rule.name);
  describe(rule.name, () => {
    it("holds throughout the house", () => {
      const breaches = rule.check(house());
      expect(breaches.filter((breach) => !own.some((one) => covers(one, breach))).map(inWords)).toEqual([]);
    });

    for (const exception of own) {
      it(`still needs its exception for ${exception.path}`, () => {
        expect(rule.check(house()).some((breach) => covers(exception, breach))).toBe(true);
      });
    }

    it("control: finds nothing in sources that keep it", () => {
      expect(rule.check(made(rule.control.sound)).map(inWords)).toEqual([]);
    });

    for (const [path, text] of rule.control.broken) {
      it(`control: reports ${path}: ${inOneLine(text)}`, () => {
        const reported = rule
          .check(made({ ...rule.control.sound, [path]: text }))
          .map((breach) => breach.path);
        expect([...new Set(reported)]).toEqual([path]);
      });
    }
  });
}

/** A length stands at the last line of its file, so a limit on it is a limit on that line. */
const covers = ({ path, about = "", upTo = Number.POSITIVE_INFINITY }: Exception, breach: Breach) =>
  breach.path === path && breach.problem.includes(about) && breach.line <= upTo;
const made = (files: Files) => Object.entries(files).map(([path, text]) => sourceFrom(path, text));
const inOneLine = (text: string) => text.trim().replace(/\s+/g, " ").slice(0, 80);
const inWords = ({ path, line, problem }: Breach) => `${path}:${line} ${problem}`;
