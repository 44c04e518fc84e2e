// One booking, giving it up, and answering an offer: for the person whose it is, and for nobody else.
import { expect, test } from "vitest";
import { declineAgency } from "~/domain/accounts/accounts.server";
import { cancelBooking, declineOffer, readBooking } from "~/domain/bookings/bookings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

const secretLink = "https://meet.example.org/secret";

/** Ann has the one place of an online session, Bob waits. */
function bookingWorld() {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 1, mode: "online", venueId: null, joiningLink: secretLink });
  const [ann, bob] = [world.person({ name: "Ann" }), world.person({ name: "Bob" })];
  const anns = world.book(sessionId, ann);
  const bobs = world.book(sessionId, bob);
  const visit = siteOf(world);
  const stateOf = (id: string) => readBooking(world.asSystem, id).state;
  const offerToBob = () => cancelBooking(world.as(ann), { bookingId: anns });
  const start = instantOf(addDays(world.today, 14), "09:30");
  return { ...world, world, sessionId, ann, bob, anns, bobs, visit, stateOf, offerToBob, start };
}

const pagesOf = (id: string) => [`/bookings/${id}`, `/bookings/${id}/cancellation`, `/bookings/${id}/offer`];

test("another person's booking does not exist: no page of it, no form for it, whatever their role", async () => {
  const { world, visit, anns, bob, offerToBob, bobs } = bookingWorld();
  const others = [
    bob,
    world.person(),
    world.trainer(),
    world.person({ agencyId: "health", roles: ["admin", "agency_lead", "sdg_member", "scrutineer"] }),
  ];
  const before = contentOf(world.db);
  for (const as of others) {
    for (const path of [...pagesOf(anns), ...pagesOf("none")]) {
      expect((await visit(path, { as })).status, `${path} for someone else`).toBe(404);
      expect((await visit(`${path}.data`, { as })).html).not.toContain("Neglect");
    }
    for (const path of pagesOf(anns).slice(1)) {
      expect((await visit(path, { as, form: { answer: "yes", reason: "x" } })).status).toBe(404);
    }
  }
  expect(contentOf(world.db)).toBe(before);
  offerToBob();
  expect(
    (await visit(`/bookings/${bobs}/offer`, { as: world.person(), form: { answer: "yes" } })).status,
  ).toBe(404);
  expect(readBooking(world.asSystem, bobs).state).toBe("offered");
});

test("a stranger is sent to sign in, and back to the booking", async () => {
  const { visit, anns } = bookingWorld();
  for (const path of pagesOf(anns)) {
    expect((await visit(path)).to).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  }
  for (const path of pagesOf(anns).slice(1)) {
    expect((await visit(path, { form: { answer: "yes" } })).to).toBe("/sign-in");
  }
});

test("the joining link is shown with a confirmed place and with no other: not on the list, in an offer, or after cancelling", async () => {
  const { visit, anns, bobs, ann, bob, offerToBob } = bookingWorld();
  const shows = async (as: string, id: string) => {
    const texts = [
      await visit(`/bookings/${id}`, { as }),
      await visit(`/bookings/${id}.data`, { as }),
      await visit("/my.data", { as }),
    ];
    return texts.map(({ html }) => html.includes("meet.example.org"));
  };
  expect(await shows(ann, anns)).toEqual([true, true, true]);
  expect(await shows(bob, bobs)).toEqual([false, false, false]);
  offerToBob();
  expect(await shows(ann, anns)).toEqual([false, false, false]);
  expect(await shows(bob, bobs)).toEqual([false, false, false]);
  await visit(`/bookings/${bobs}/offer`, { as: bob, form: { answer: "yes" } });
  expect(await shows(bob, bobs)).toEqual([true, true, true]);
});

test("each state has words of its own in the title and on the page", async () => {
  const { world, visit, anns, bobs, ann, bob, offerToBob } = bookingWorld();
  const title = async (as: string, id: string) => {
    const page = await visit(`/bookings/${id}`, { as });
    expect(brokenReferences(page)).toEqual([]);
    return titleOf(page);
  };
  expect(await title(ann, anns)).toBe("Your place is confirmed: Neglect – Joint training");
  expect(await title(bob, bobs)).toBe("You are on the waiting list: Neglect – Joint training");
  offerToBob();
  expect(await title(ann, anns)).toMatch(/^Booking cancelled/);
  expect(await title(bob, bobs)).toMatch(/^A place is being held for you/);
  declineOffer(world.as(bob), bobs);
  expect(await title(bob, bobs)).toMatch(/^You turned down the offer/);
  world.db.update(world.tables.bookings).set({ state: "expired" }).run();
  expect(await title(bob, bobs)).toMatch(/^The offer has ended/);
});

test("cancelling asks once, is done once, and passes the place on", async () => {
  const { world, visit, anns, bobs, ann, stateOf } = bookingWorld();
  const path = `/bookings/${anns}/cancellation`;
  const ask = await visit(path, { as: ann });
  expect(titleOf(ask)).toBe("Cancel your booking – Joint training");
  expect(stateOf(anns)).toBe("confirmed");
  const added = watch(world);
  const sent = await visit(path, { as: ann, form: { reason: "Court" } });
  expect([sent.status, sent.to]).toEqual([302, `/bookings/${anns}`]);
  expect([stateOf(anns), stateOf(bobs)]).toEqual(["cancelled", "offered"]);
  expect(inShort(added()).messages).toEqual(["booking cancelled", "booking offered"]);
  expect((await visit(path, { as: ann, form: { reason: "Again" } })).to).toBe(`/bookings/${anns}`);
  expect((await visit(path, { as: ann })).to).toBe(`/bookings/${anns}`);
  expect(inShort(added()).messages).toEqual(["booking cancelled", "booking offered"]);
});

test("a reason that is too long is refused beside its field, with what was typed", async () => {
  const { visit, anns, ann, stateOf } = bookingWorld();
  const page = await visit(`/bookings/${anns}/cancellation`, { as: ann, form: { reason: "x".repeat(501) } });
  expect(page.status).toBe(400);
  expect(titleOf(page)).toBe("Error: Cancel your booking – Joint training");
  expect(errorSummaryOf(page)).toEqual([
    { message: "Enter a reason of 500 characters or fewer", to: "#field-reason" },
  ]);
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain("x".repeat(501));
  expect(stateOf(anns)).toBe("confirmed");
});

test("once the session has started cancelling is refused in words, and the booking's page no longer offers it", async () => {
  const { visit, anns, ann, clock, start, stateOf } = bookingWorld();
  expect((await visit(`/bookings/${anns}`, { as: ann })).html).toContain("/cancellation");
  clock.set(start);
  expect((await visit(`/bookings/${anns}`, { as: ann })).html).not.toContain("/cancellation");
  const page = await visit(`/bookings/${anns}/cancellation`, { as: ann, form: {} });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)[0]?.message).toMatch(/has started/);
  expect(stateOf(anns)).toBe("confirmed");
});

test("an offer is taken or turned down once; the page says until when it holds", async () => {
  const { visit, bobs, bob, offerToBob, stateOf } = bookingWorld();
  const path = `/bookings/${bobs}/offer`;
  expect((await visit(path, { as: bob })).to).toBe(`/bookings/${bobs}`);
  offerToBob();
  const page = await visit(path, { as: bob });
  expect(titleOf(page)).toBe("A place for you: Neglect – Joint training");
  expect(wordsOf(page)).toContain(
    "It is held for you until Wednesday 4 November 2026 at 10am. You have 24 hours left.",
  );
  const unclear = await visit(path, { as: bob, form: { answer: "maybe" } });
  expect(unclear.status).toBe(400);
  expect(errorSummaryOf(unclear)).toEqual([
    { message: "Select whether you take the place or not", to: null },
  ]);
  expect(titleOf(unclear)).toMatch(/^Error: /);
  expect(stateOf(bobs)).toBe("offered");
  expect((await visit(path, { as: bob, form: { answer: "yes" } })).to).toBe(`/bookings/${bobs}`);
  expect(stateOf(bobs)).toBe("confirmed");
  expect((await visit(path, { as: bob, form: { answer: "yes" } })).to).toBe(`/bookings/${bobs}`);
});

test("an offer whose time is up is refused in words, and the place is not taken", async () => {
  const { visit, bobs, bob, offerToBob, stateOf, clock } = bookingWorld();
  offerToBob();
  clock.forward(hours(24));
  const late = await visit(`/bookings/${bobs}/offer`, { as: bob, form: { answer: "yes" } });
  expect(late.status).toBe(400);
  expect(errorSummaryOf(late)[0]?.message).toMatch(/time to answer has passed/);
  expect(stateOf(bobs)).toBe("offered");
});

test("an offer to someone whom their agency has since declined is refused in words, and the place is not taken", async () => {
  const { world, visit, bobs, bob, offerToBob, stateOf, coordinator } = bookingWorld();
  offerToBob();
  declineAgency(world.as(coordinator), bob);
  const page = await visit(`/bookings/${bobs}/offer`, { as: bob, form: { answer: "yes" } });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)[0]?.message).toMatch(/^Your agency has not confirmed that you work there/);
  expect(stateOf(bobs)).toBe("offered");
  expect((await visit(`/bookings/${bobs}/offer`, { as: bob, form: { answer: "no" } })).to).toBe(
    `/bookings/${bobs}`,
  );
  expect(stateOf(bobs)).toBe("declined");
});

test("a coordinator may open anyone's booking, and what it says of the confirmation is not about the coordinator", async () => {
  const { visit, anns, coordinator, ann } = bookingWorld();
  const page = await visit(`/bookings/${anns}`, { as: coordinator });
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toContain(`We have sent a confirmation to ${ann}@police.example.org`);
});
