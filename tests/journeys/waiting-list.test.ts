// A full session: join the queue, be offered the freed place, take it; give a place up; be told the truth throughout.
import { describe, expect, it } from "vitest";
import { checkNoProblems, checkPage, headingOf, openPage } from "./support/browser";
import { book, scheduleSession } from "./support/sessions";

const phone = { width: 360, javaScript: false };

describe("a session with two places", () => {
  it("fills, queues, and offers a freed place to whoever has waited longest", {
    timeout: 120_000,
  }, async () => {
    const session = await scheduleSession({ places: 2 });
    const [first, second, third, fourth] = await Promise.all(
      [201, 202, 203, 204].map((number) =>
        openPage({ ...phone, signedInAs: `learner0${number}@example.org` }),
      ),
    );
    if (!first || !second || !third || !fourth) throw new Error("Four people are needed.");

    await book(first, session);
    expect(await headingOf(first)).toBe("Your place is confirmed");
    expect(await first.getByRole("link", { name: "join here" }).getAttribute("href")).toBe(
      "https://meet.example.org/small",
    );
    await book(second, session);

    await book(third, session);
    expect(await headingOf(third)).toBe("You are on the waiting list");
    expect(await third.getByRole("main").innerText()).toContain("number 1 in the queue");
    expect(await third.getByRole("main").innerText()).not.toContain("join here");
    await checkPage(third);
    await book(fourth, session);
    expect(await fourth.getByRole("main").innerText()).toContain("number 2 in the queue");

    await first.getByRole("link", { name: "Cancel this booking" }).click();
    await checkPage(first);
    await first.getByRole("button", { name: "Cancel your booking" }).click();
    expect(await headingOf(first)).toBe("Booking cancelled");

    // The freed place is held for the third; a newcomer cannot pass the queue.
    await first.goto(session);
    expect(await first.getByRole("main").innerText()).toContain("Full");
    await third.goto("/my");
    await third
      .getByRole("link", { name: /Answer the offer of a place: Missing from Home guidance/ })
      .click();
    await checkPage(third);
    await third.getByRole("button", { name: "Let it go to the next person" }).click();
    expect(await headingOf(third)).toBe("You turned down the offer");

    await fourth.goto("/my");
    await fourth
      .getByRole("link", { name: /Answer the offer of a place: Missing from Home guidance/ })
      .click();
    await fourth.getByRole("button", { name: "Take the place" }).click();
    expect(await headingOf(fourth)).toBe("Your place is confirmed");
    checkNoProblems(fourth);
  });
});
