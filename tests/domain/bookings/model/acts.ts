// Carries out one deed with the real commands. What a person may not do, or finds impossible, is no failure: what counts
// is what the tables look like afterwards.
import {
  acceptOffer,
  addWalkIn,
  answerApproval,
  answerRequest,
  answerSilence,
  bookGroup,
  bookPlace,
  cancelBooking,
  changeSession,
  declineOffer,
  endWaiting,
  expireOffers,
  finishRegister,
  giveBackPlaces,
  holdPlaces,
  markAttendance,
  moveBooking,
  namePerson,
  offerOutOfTurn,
  releaseHeldPlaces,
  runQueues,
  substitute,
} from "~/domain/bookings/bookings.server";
import { mergePeople } from "~/domain/personal-data/personal-data.server";
import { hours } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import type { Deed, DeedName, DeedOf } from "./deeds";
import type { Scene, Someone } from "./stage";
import {
  actorFor,
  colleagueFor,
  heldAt,
  leadOf,
  type Outcome,
  openRegister,
  personAt,
  playOf,
  soonest,
  withBooking,
} from "./targets";

type Act<Name extends DeedName> = (scene: Scene, deed: DeedOf<Name>) => Outcome;

const acts: { [Name in DeedName]: Act<Name> } = {
  book(scene, deed) {
    const someone = personAt(scene, deed.person);
    return bookPlace(actorFor(scene, deed.by, someone), {
      sessionId: playOf(scene, deed.session).id,
      personId: someone.personId,
      ifFull: deed.ifFull,
      mode: deed.mode,
      claims: deed.claim && scene.kind.asks ? [{ prerequisiteId: `asks-${scene.course}`, said: "Done" }] : [],
    });
  },
  cancel: (scene, deed) =>
    withBooking(
      scene,
      deed,
      ["confirmed", "waiting", "offered", "awaiting approval", "requested"],
      (bookingId, someone) =>
        cancelBooking(actorFor(scene, deed.by, someone), { bookingId, ourDoing: deed.ourDoing }),
    ),
  accept: (scene, deed) =>
    withBooking(scene, deed, ["offered"], (id, someone) =>
      acceptOffer(actorFor(scene, deed.by, someone), id),
    ),
  decline: (scene, deed) =>
    withBooking(scene, deed, ["offered"], (id, someone) =>
      declineOffer(actorFor(scene, deed.by, someone), id),
    ),
  move: (scene, deed) =>
    withBooking(scene, deed, ["confirmed", "waiting"], (bookingId, someone) => {
      const toSessionId = playOf(scene, 1 - deed.session).id;
      return moveBooking(actorFor(scene, deed.by, someone), { bookingId, toSessionId, mode: deed.mode });
    }),
  places(scene, deed) {
    const play = playOf(scene, deed.session);
    const { capacity, onlineCapacity } = play.planned;
    const online = onlineCapacity === null ? null : onlineCapacity + deed.online;
    const plan = { ...play.planned, capacity: capacity + deed.room, onlineCapacity: online };
    const result = changeSession(scene.coordinator, { sessionId: play.id, plan });
    if (result.ok) play.planned = plan;
    return result;
  },
  hold(scene, deed) {
    const ctx = deed.kind === "quota" ? scene.coordinator : leadOf(scene, { agencyId: deed.agency });
    const { kind, mode, places } = deed;
    const sessionId = playOf(scene, deed.session).id;
    return holdPlaces(ctx, { sessionId, kind, mode, places, agencyId: deed.agency });
  },
  giveBack(scene, deed) {
    const id = heldAt(scene, deed, "'quota', 'reserved'");
    return id === undefined ? undefined : giveBackPlaces(scene.coordinator, id);
  },
  name(scene, deed) {
    const heldPlacesId = heldAt(scene, deed, "'reserved'");
    if (heldPlacesId === undefined) return undefined;
    const someone = colleagueFor(scene, heldPlacesId, deed.person);
    const ctx = actorFor(scene, deed.by === "self" ? "lead" : deed.by, someone);
    return namePerson(ctx, { heldPlacesId, personId: someone.personId });
  },
  substitute: (scene, deed) =>
    withBooking(scene, deed, ["confirmed"], (bookingId, someone) =>
      substitute(actorFor(scene, deed.by === "self" ? "lead" : deed.by, someone), {
        bookingId,
        personId: personAt(scene, deed.other).personId,
      }),
    ),
  group(scene, deed) {
    const members = deed.people.map((index) => personAt(scene, index));
    return bookGroup(actorFor(scene, deed.by, members[0] as Someone), {
      sessionId: playOf(scene, deed.session).id,
      personIds: members.map(({ personId }) => personId),
      ifFull: deed.ifFull,
      mode: deed.mode,
    });
  },
  outOfTurn: (scene, deed) =>
    withBooking(scene, deed, ["waiting"], (bookingId) =>
      offerOutOfTurn(scene.coordinator, { bookingId, reason: "Starts work on Monday" }),
    ),
  approve: (scene, deed) =>
    withBooking(scene, deed, ["awaiting approval"], (bookingId, someone) => {
      const approvalId = scene.world.db.$client
        .prepare("select id from booking_approvals where booking_id = ?")
        .pluck()
        .get(bookingId) as string | undefined;
      if (approvalId === undefined) return undefined;
      const byLink = deed.by === "link";
      const ctx = deed.by === "link" ? scene.world.stranger : actorFor(scene, deed.by, someone);
      return answerApproval(ctx, { approvalId, approve: deed.approve, byLink });
    }),
  request: (scene, deed) =>
    withBooking(scene, deed, ["requested"], (bookingId) =>
      answerRequest(scene.coordinator, { bookingId, accept: deed.accept }),
    ),
  wait(scene, deed) {
    const { clock } = scene.world;
    const play = playOf(scene, deed.session);
    const offers = "min(offer_ends_at) from bookings where session_id = ?";
    const approvals = `min(answer_by) from booking_approvals a join bookings b on b.id = a.booking_id
      where a.answer is null and b.session_id = ?`;
    const moments = {
      "a while": () => clock.now() + hours(7),
      "an offer ends": () => soonest(scene, `select ${offers}`, deed.session),
      "approvals end": () => soonest(scene, `select ${approvals}`, deed.session),
      "places are released": () =>
        soonest(
          scene,
          "select min(releases_at) from held_places where session_id = ? and ended_at is null",
          deed.session,
        ),
      "booking closes": () => play.planned.bookingClosesAt,
      "the register opens": () => play.startsAt - hours(1),
      "the session starts": () => play.startsAt,
    };
    const moment = moments[deed.until]() + deed.by;
    if (Number.isFinite(moment)) clock.set(Math.max(clock.now(), moment));
    return { ok: true };
  },
  jobs({ world: { asSystem } }) {
    for (const job of [expireOffers, answerSilence, releaseHeldPlaces, endWaiting, runQueues]) job(asSystem);
    return { ok: true };
  },
  standing: (scene, deed) =>
    withBooking(scene, deed, ["waiting"], (_, { personId }) => {
      scene.world.db.$client
        .prepare("update people set agency_standing = ? where id = ?")
        .run(deed.confirmed ? "confirmed" : "awaiting", personId);
      return { ok: true };
    }),
  merge: (scene, deed) =>
    mergePeople(scene.admin, {
      fromId: personAt(scene, deed.from).personId,
      intoId: personAt(scene, deed.into).personId,
    }),
  register(scene, deed) {
    const meetingId = openRegister(scene, deed.session);
    const rows = scene.world.db.$client
      .prepare("select id from bookings where session_id = ? order by id")
      .pluck()
      .all(playOf(scene, deed.session).id) as string[];
    const marks = new Map(rows.map((id, index) => [id, deed.marks[index % deed.marks.length] ?? "absent"]));
    markAttendance(scene.world.asSystem, { meetingId, marks });
    return finishRegister(scene.world.asSystem, meetingId);
  },
  walkIn(scene, deed) {
    const { email } = personAt(scene, deed.person);
    const meetingId = openRegister(scene, deed.session);
    return addWalkIn(scene.world.asSystem, { meetingId, email, name: "", agencyId: null });
  },
};

/** @returns whether it was done. What is not the actor's to do is thrown by commands, and counts as not done. */
export function carryOutDeed(scene: Scene, deed: Deed): boolean {
  try {
    return (acts[deed.deed] as Act<DeedName>)(scene, deed as never)?.ok ?? false;
  } catch (problem) {
    if (problem instanceof NotFound || problem instanceof Forbidden) return false;
    throw problem;
  }
}
