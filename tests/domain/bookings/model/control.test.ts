// Controls for the model: with one rule broken at a time some promise is broken, so keeping them all means something.
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { type DeedName, plans, plansBeginning } from "./deeds";
import { playOut } from "./play";
import { makeStage } from "./stage";

type Queueing = typeof import("~/domain/bookings/waiting/allocation");
type Places = typeof import("~/domain/bookings/places.server");
type Changes = typeof import("~/domain/bookings/change-state.server");
type Approvals = typeof import("~/domain/bookings/approvals/close-approval.server");
type Audit = typeof import("~/domain/audit/audit.server");
type Broken = Partial<
  Pick<Queueing, "allocate"> &
    Pick<Places, "readPlaces"> &
    Pick<Changes, "changeState" | "tell"> &
    Pick<Approvals, "withdrawApproval"> &
    Pick<Audit, "recordAudit">
>;
const broken = vi.hoisted(() => ({ rules: {} as Broken }));

vi.mock("~/domain/bookings/waiting/allocation", async (original) => {
  const { allocate } = await original<Queueing>();
  return {
    allocate: (...given: Parameters<Queueing["allocate"]>) => (broken.rules.allocate ?? allocate)(...given),
  };
});
vi.mock("~/domain/bookings/places.server", async (original) => {
  const places = await original<Places>();
  return {
    ...places,
    readPlaces: (...given: Parameters<Places["readPlaces"]>) =>
      (broken.rules.readPlaces ?? places.readPlaces)(...given),
  };
});
vi.mock("~/domain/bookings/change-state.server", async (original) => {
  const changes = await original<Changes>();
  return {
    ...changes,
    changeState: (...given: Parameters<Changes["changeState"]>) =>
      (broken.rules.changeState ?? changes.changeState)(...given),
    tell: (...given: Parameters<Changes["tell"]>) =>
      ((broken.rules.tell ?? changes.tell) as (...args: unknown[]) => void)(...given),
  };
});
vi.mock("~/domain/bookings/approvals/close-approval.server", async (original) => {
  const approvals = await original<Approvals>();
  return {
    ...approvals,
    withdrawApproval: (...given: Parameters<Approvals["withdrawApproval"]>) =>
      (broken.rules.withdrawApproval ?? approvals.withdrawApproval)(...given),
  };
});
vi.mock("~/domain/audit/audit.server", async (original) => {
  const audit = await original<Audit>();
  return {
    ...audit,
    recordAudit: (...given: Parameters<Audit["recordAudit"]>) =>
      (broken.rules.recordAudit ?? audit.recordAudit)(...given),
  };
});

const { allocate } = await vi.importActual<Queueing>("~/domain/bookings/waiting/allocation");
const { readPlaces } = await vi.importActual<Places>("~/domain/bookings/places.server");
const { changeState, tell } = await vi.importActual<Changes>("~/domain/bookings/change-state.server");
const { recordAudit } = await vi.importActual<Audit>("~/domain/audit/audit.server");

beforeEach(() => {
  broken.rules = {};
});

/** What the model says is broken within so many plans. */
function faultFound(given: typeof plans): string {
  const stage = makeStage();
  const done = new Map<DeedName, number>();
  const check = fc.check(
    fc.property(given, (plan) => playOut(stage, plan, done)),
    { numRuns: 1000, endOnFailure: true },
  );
  return check.failed ? String(check.errorInstance) : "nothing";
}

/** Places as they were before anyone booked: what a command would see that did not read again inside its transaction. */
function withoutReadingAgain(): Places["readPlaces"] {
  const first = new Map<string, ReturnType<Places["readPlaces"]>>();
  return (ctx, sessionId) => {
    const { waiting, free } = first.get(sessionId) ?? readPlaces(ctx, sessionId);
    const now = readPlaces(ctx, sessionId);
    first.set(sessionId, { ...now, waiting, free });
    return { ...now, free };
  };
}

type Control = [name: string, broke: () => Broken, as: RegExp, begin?: Parameters<typeof plansBeginning>[0]];

test.each<Control>([
  [
    "places are not read again inside the transaction",
    () => ({ readPlaces: withoutReadingAgain() }),
    /places .* are taken|newcomer|kept for another/,
  ],
  [
    "a newcomer may have a place that somebody waits for",
    () => ({
      allocate: (queue) => ({ ...allocate(queue), placesFor: (_, mode) => Math.max(0, queue.free[mode]) }),
    }),
    /newcomer|kept for another/,
  ],
  [
    "whoever came last is offered a place first",
    () => ({
      allocate: (queue) => {
        const latest = Math.max(0, ...queue.waiting.map(({ queuedAt }) => queuedAt));
        const waiting = queue.waiting.map((one) => ({ ...one, queuedAt: latest - one.queuedAt }));
        return allocate({ ...queue, waiting });
      },
    }),
    /passed somebody in the queue/,
  ],
  [
    "the policy is not the one that is recorded",
    () => ({ allocate: (queue) => allocate({ ...queue, rules: { ...queue.rules, policy: "first come" } }) }),
    /passed somebody in the queue/,
  ],
  [
    "quotas keep nothing",
    () => ({ allocate: (queue) => allocate({ ...queue, kept: [] }) }),
    /kept for another agency/,
    "hold",
  ],
  [
    "a group is taken for people who wait alone",
    () => ({ allocate: (queue) => allocate({ ...queue, groups: [] }) }),
    /only some of a group|passed somebody/,
    "group",
  ],
  [
    "places are set aside for a group for ever",
    () => ({ allocate: (queue) => allocate({ ...queue, now: 0 }) }),
    /blocks places/,
    "group",
  ],
  [
    "those who left are offered places",
    () => ({
      allocate: (queue) =>
        allocate({ ...queue, waiting: queue.waiting.map((one) => ({ ...one, able: true })) }),
    }),
    /who cannot take it/,
    "unable",
  ],
  [
    "a freed place is not offered on",
    () => ({ allocate: (queue) => ({ ...allocate(queue), offers: [] }) }),
    /a place is free/,
  ],
  ["an approval outlives its booking", () => ({ withdrawApproval: () => {} }), /open approvals/],
  [
    "a change writes no audit entry",
    () => ({
      recordAudit: (ctx, entry) => {
        if (entry.action !== "bookings.moved") recordAudit(ctx, entry);
      },
    }),
    /audit entries/,
  ],
  [
    "a change is written twice",
    () => ({
      changeState: (ctx, booking, to, more) => {
        const changed = changeState(ctx, booking, to, more);
        if (to === "expired")
          recordAudit(ctx, {
            action: "bookings.expired",
            subjectKind: "booking",
            subjectId: booking.id,
            aboutPersonId: booking.personId,
            detail: { sessionId: booking.sessionId, from: booking.state, actedAs: "system" },
          });
        return changed;
      },
    }),
    /audit entries/,
  ],
  [
    "somebody is not told",
    () => ({
      tell: ((...given: Parameters<typeof tell>) => {
        if (given[1] !== "waiting ended") tell(...given);
      }) as typeof tell,
    }),
    /messages/,
  ],
])(
  "control: it is found out when %s",
  (_, broke, as, begin) => {
    broken.rules = broke();
    expect(faultFound(begin ? plansBeginning(begin) : plans)).toMatch(as);
  },
  120_000,
);
