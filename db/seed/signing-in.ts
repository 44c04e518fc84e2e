// Who signed in over the last weeks, as the audit trail has it. Nobody is signed in by it.
import { recordAudit } from "~/domain/audit/audit.server";
import { days } from "~/shared/clock";
import { chanceFrom } from "./chance";
import type { Diary } from "./diary";
import { known, type Seeding } from "./seeding";
import signIns from "./sign-ins.json";
import { byDay } from "./times";

const weeks = 8;
const learners = Array.from(
  { length: 30 },
  (_, index) => `learner${String(index * 13 + 1).padStart(4, "0")}`,
);

export function planSignIns(seeding: Seeding, diary: Diary, ids: ReadonlyMap<string, string>): void {
  const everyone = [
    ...signIns.people.map(({ email }) => ({ email, times: weeks })),
    ...learners.map((name) => ({ email: `${name}@example.org`, times: 2 })),
  ];
  for (const { email, times } of everyone) {
    const personId = known(ids, email);
    const chance = chanceFrom(`${email} signs in`);
    for (let time = 0; time < times; time += 1) {
      const at = byDay(seeding.now - days(chance.between(1, weeks * 7)), 0, seeding.now);
      const method = chance.happens(0.25) ? "link" : "password";
      const mistaken = method === "password" && chance.happens(0.05);
      diary.plan(Math.round(at), () => {
        if (mistaken) refuse(seeding);
        recordAudit(seeding.asStranger, {
          action: "accounts.signed in",
          subjectKind: "person",
          subjectId: personId,
          aboutPersonId: personId,
          detail: { method },
        });
      });
    }
  }
}

/** A mistyped password: the entry says not whose account it was, as nobody proved to be anyone. */
function refuse({ asStranger }: Seeding): void {
  recordAudit(asStranger, {
    action: "accounts.sign-in refused",
    subjectKind: "person",
    subjectId: "unknown",
    detail: { reason: "password" },
  });
}
