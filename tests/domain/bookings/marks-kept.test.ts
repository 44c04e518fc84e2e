// The register's script, its part that knows no page: marks kept on a phone, sent once the service can be reached, and
// given up only when it has answered.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AttendanceMark } from "~/domain/bookings/bookings";
import {
  type Answer,
  countOf,
  formOf,
  keptMarks,
  sender,
  waitAfter,
} from "../../../public/trainer/registers/marks-kept.js";
import type {} from "../../../public/trainer/registers/register.js";

/** What a browser keeps, without a browser. */
function storeOf(content = new Map<string, string>()) {
  return {
    content,
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
    removeItem: (key: string) => void content.delete(key),
  };
}
const key = "register-marks/me/meeting";
const answer = (at: number, marks: Record<string, string>): Answer => ({ at, marks });

describe("marks on a phone", () => {
  test("are kept at once, outlive the page, and of one person's taps the last counts", () => {
    const store = storeOf();
    const kept = keptMarks(store, key);
    kept.tap("bob", "late", 5);
    kept.tap("ann", "present", 6);
    kept.tap("bob", "absent", 7);
    expect(keptMarks(store, key).unsent()).toEqual([
      ["ann", { mark: "present", at: 6 }],
      ["bob", { mark: "absent", at: 7 }],
    ]);
    expect(keptMarks(store, "register-marks/another/meeting").unsent()).toEqual([]);
  });

  test("never have the same instant twice, also where the phone's clock stands still or goes back", () => {
    const kept = keptMarks(storeOf(), key);
    for (const [mark, now] of [
      ["present", 10],
      ["late", 10],
      ["absent", 3],
    ] as const)
      kept.tap("ann", mark, now);
    expect(kept.unsent()).toEqual([["ann", { mark: "absent", at: 12 }]]);
  });

  test("are unsent until the service answers; what it answers stands, whatever was tapped", () => {
    const kept = keptMarks(storeOf(), key);
    kept.tap("ann", "present", 1);
    kept.tap("bob", "late", 2);
    kept.tap("gone", "late", 3);
    kept.answered(kept.unsent(), answer(50, { ann: "present", bob: "left-early" }));
    expect(kept.unsent()).toEqual([]);
    // Over a page from before the answer: without signal it is the only one there is.
    expect(kept.over(49)).toEqual({
      ann: { mark: "present", at: 1, sentAt: 50 },
      bob: { mark: "left-early", at: 2, sentAt: 50 },
    });
    // A newer page has them in it.
    expect(kept.over(51)).toEqual({});
  });

  test("tapped again while they were on their way stay unsent", () => {
    const kept = keptMarks(storeOf(), key);
    kept.tap("ann", "present", 1);
    const sent = kept.unsent();
    kept.tap("ann", "late", 2);
    kept.answered(sent, answer(50, { ann: "present" }));
    expect(kept.unsent()).toEqual([["ann", { mark: "late", at: 2 }]]);
    expect(kept.over(1000)).toEqual({ ann: { mark: "late", at: 2 } });
  });

  test.each(["", "no json", "[]", "null", '{"ann":1,"bob":{"mark":2,"at":"x"}}'])(
    "that cannot be read are none, and do no harm: %j",
    (text) => {
      const kept = keptMarks(storeOf(new Map([[key, text]])), key);
      expect(kept.unsent()).toEqual([]);
      kept.tap("ann", "late", 1);
      expect(kept.unsent()).toHaveLength(1);
      kept.forget();
      expect(kept.unsent()).toEqual([]);
    },
  );

  test("are posted with their instants and the phone's own now", () => {
    expect(
      formOf(
        [
          ["ann", { mark: "left-early", at: 5 }],
          ["bob", { mark: "", at: 6 }],
        ],
        9,
      ).toString(),
    ).toBe("now=9&tap-ann=5.left-early&tap-bob=6.");
    expect([countOf(1), countOf(3)]).toEqual(["1 mark", "3 marks"]);
    expect([0, 1, 2, 6, 50].map(waitAfter)).toEqual([1, 2, 4, 60, 60]);
  });
});

describe("sending", () => {
  const setUp = (post: (form: URLSearchParams) => Promise<unknown>) => {
    const kept = keptMarks(storeOf(), key);
    const posted: string[] = [];
    const send = sender({
      kept,
      now: () => 100,
      post: (form) => {
        posted.push(form.toString());
        return post(form) as never;
      },
    });
    return { kept, posted, send };
  };

  test("nothing to send asks nothing of the service", async () => {
    const { posted, send } = setUp(async () => ({}));
    expect(await send()).toEqual({ kind: "sent" });
    expect(posted).toEqual([]);
  });

  test("without signal, signed out or refused, every mark stays on the phone", async () => {
    const outcomes = [{ kind: "signed out" }, { kind: "refused", words: "No." }];
    const { kept, send } = setUp(async () => outcomes.shift() ?? Promise.reject(new Error("no signal")));
    kept.tap("ann", "late", 1);
    expect(await send()).toEqual({ kind: "signed out" });
    expect(await send()).toEqual({ kind: "refused", words: "No." });
    expect(await send()).toEqual({ kind: "no signal" });
    expect(kept.unsent()).toEqual([["ann", { mark: "late", at: 1 }]]);
  });

  test("is one request at a time, and goes on until nothing tapped meanwhile is left", async () => {
    const { kept, posted, send } = setUp(async () => {
      if (posted.length === 1) kept.tap("ann", "late", 2);
      return { kind: "answered", answer: answer(50, { ann: posted.length === 1 ? "present" : "late" }) };
    });
    kept.tap("ann", "present", 1);
    const [first, second] = await Promise.all([send(), send()]);
    expect([first, second]).toEqual([{ kind: "sent" }, { kind: "sent" }]);
    expect(posted).toEqual(["now=100&tap-ann=1.present", "now=100&tap-ann=2.late"]);
    expect(kept.unsent()).toEqual([]);
  });

  test("whatever is lost on the way, there or back, the service ends with each person's last tap", async () => {
    const marks: (AttendanceMark | "")[] = ["present", "late", "absent", ""];
    const step = fc.oneof(
      fc.record({ tap: fc.constantFrom("ann", "bob", "cara"), mark: fc.constantFrom(...marks) }),
      fc.record({ send: fc.constantFrom("arrives", "is lost", "answer is lost") }),
      fc.constant("reload" as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        let now = 1;
        let signal: string = "arrives";
        const store = storeOf();
        const service = new Map<string, { mark: string; at: number }>();
        const last = new Map<string, string>();
        const post = async (form: URLSearchParams) => {
          if (signal === "is lost") throw new Error(signal);
          const named: Record<string, string> = {};
          for (const [field, value] of form) {
            if (field === "now") continue;
            const [at = "", mark = ""] = value.split(".");
            const id = field.slice(4);
            // As the service decides: an older tap never writes over a newer one.
            if (Number(at) >= (service.get(id)?.at ?? 0)) service.set(id, { mark, at: Number(at) });
            named[id] = service.get(id)?.mark ?? "";
          }
          if (signal === "answer is lost") throw new Error(signal);
          return { kind: "answered" as const, answer: answer(now, named) };
        };
        const open = () => {
          const kept = keptMarks(store, key);
          return { kept, send: sender({ kept, now: () => now, post }) };
        };
        let page = open();
        for (const one of steps) {
          now += 1;
          if (one === "reload") page = open();
          else if ("tap" in one) {
            page.kept.tap(one.tap, one.mark, now);
            last.set(one.tap, one.mark);
          } else {
            signal = one.send;
            await page.send();
          }
          // Nothing is ever neither on the phone nor at the service.
          for (const [id, mark] of last)
            expect(page.kept.over(0)[id]?.mark ?? service.get(id)?.mark).toBe(mark);
        }
        signal = "arrives";
        expect(await page.send()).toEqual({ kind: "sent" });
        expect(page.kept.unsent()).toEqual([]);
        expect(new Map([...service].map(([id, { mark }]) => [id, mark]))).toEqual(last);
      }),
    );
  });
});
