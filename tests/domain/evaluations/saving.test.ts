// The page's script that saves an evaluation as it is given, with a network and a clock that are moved by hand.
import { expect, test } from "vitest";
import { type Outcome, pause, saver, slow, waitAfter, words } from "../../../public/evaluate/saving.js";

function page() {
  const answers: ((outcome: Outcome) => void)[] = [];
  const timers: { at: number; work: () => void; off: boolean }[] = [];
  const said: string[] = [];
  let now = 0;
  const saving = saver({
    post: () => new Promise<Outcome>((resolve) => answers.push(resolve)),
    say: (text) => {
      if (said.at(-1) !== text) said.push(text);
    },
    later: (milliseconds, work) => {
      const timer = { at: now + milliseconds, work, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    },
  });
  const wait = (milliseconds: number) => {
    now += milliseconds;
    for (const timer of timers.filter(({ at, off }) => !off && at <= now)) {
      timer.off = true;
      timer.work();
    }
  };
  const answer = async (outcome: Outcome) => {
    answers.at(-1)?.(outcome);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { saving, wait, answer, said, sent: () => answers.length };
}

test("a moment after the last change it saves once, and says so", async () => {
  const { saving, wait, answer, said, sent } = page();
  saving.changed();
  wait(pause - 1);
  saving.changed();
  wait(pause - 1);
  expect(sent()).toBe(0);
  wait(1);
  expect([sent(), saving.unsaved(), said]).toEqual([1, true, []]);
  await answer("saved");
  expect([saving.unsaved(), said]).toEqual([false, [words.saved]]);
  wait(100_000);
  expect(sent()).toBe(1);
});

test("what changes while it is being saved is saved after it, one request at a time", async () => {
  const { saving, wait, answer, said, sent } = page();
  saving.changed();
  wait(pause);
  saving.changed();
  saving.now();
  wait(pause);
  expect(sent()).toBe(1);
  await answer("saved");
  expect([said, saving.unsaved()]).toEqual([[], true]);
  wait(pause);
  expect(sent()).toBe(2);
  await answer("saved");
  expect([said, saving.unsaved()]).toEqual([[words.saved], false]);
});

test("without a signal it says so, tries again later and later, and at once when the signal is back", async () => {
  const { saving, wait, answer, said, sent } = page();
  saving.changed();
  wait(pause);
  await answer("no signal");
  expect(said).toEqual(["Not saved: no signal, keep this page open"]);
  expect(saving.unsaved()).toBe(true);
  wait(waitAfter(1) - 1);
  expect(sent()).toBe(1);
  wait(1);
  expect(sent()).toBe(2);
  await answer("no signal");
  saving.now();
  expect(sent()).toBe(3);
  await answer("saved");
  expect(said.at(-1)).toBe("Saved");
});

test("a slow network is called saving, not saved", async () => {
  const { saving, wait, answer, said } = page();
  saving.changed();
  wait(pause);
  wait(slow);
  expect(said).toEqual([words.saving]);
  await answer("saved");
  expect(said).toEqual([words.saving, words.saved]);
});

test("refused it stops and says that the page has more to tell; sent it stops and says nothing", async () => {
  const one = page();
  one.saving.changed();
  one.wait(pause);
  await one.answer("refused");
  one.saving.changed();
  one.saving.now();
  one.wait(100_000);
  expect([one.sent(), one.said, one.saving.unsaved()]).toEqual([1, [words.refused], false]);

  const other = page();
  other.saving.changed();
  other.wait(pause);
  other.saving.changed();
  other.saving.stop();
  await other.answer("no signal");
  other.wait(100_000);
  expect([other.sent(), other.said, other.saving.unsaved()]).toEqual([1, [], false]);
});
