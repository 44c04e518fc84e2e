// How the queue stands: the policy, the free places, the offers open.
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { modeInWords } from "~/domain/sessions/sessions";
import { counted, listed, timeLeft } from "~/shared/format";
import { paths } from "~/web/paths";
import type { QueuePage } from "./route";
import { policyInWords, windowInWords } from "./words";

export function Standing({ page }: { page: QueuePage }) {
  const { queue, now } = page;
  const { rules } = queue;
  return (
    <>
      {queue.window !== "open" && <InsetText>{windowInWords[queue.window]}</InsetText>}
      <SummaryList
        rows={[
          { key: "Order", value: policyInWords[queue.policy] },
          {
            key: "Terms",
            value: (
              <>
                {queue.termsVersion === 0
                  ? "None set yet: the starting terms hold"
                  : `Version ${queue.termsVersion}`}
                <span className="app-line">
                  An offer is open for {counted(rules.offerHours, "hour")}
                  {rules.offersAtOnce !== null && `, at most ${rules.offersAtOnce} at a time`}
                </span>
              </>
            ),
          },
          { key: "Free now", value: freeInWords(page) },
          {
            key: "Offers open",
            value:
              queue.offers.length === 0
                ? "None"
                : queue.offers.map((offer) => (
                    <span key={offer.bookingId} className="app-line">
                      <a className="govuk-link" href={paths.manageBooking(offer.bookingId)}>
                        {offer.personName}
                      </a>
                      , {offer.agencyName}:{" "}
                      {now < offer.offerEndsAt ? `${timeLeft(now, offer.offerEndsAt)} left` : "time is up"}
                    </span>
                  )),
          },
          ...(queue.undecided > 0
            ? [
                {
                  key: "Not decided yet",
                  value: `${counted(queue.undecided, "person has", "people have")} a turn from when they asked, once somebody agrees`,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function freeInWords({ queue }: QueuePage): string {
  const free = queue.modes.map((mode) => {
    const places = counted(Math.max(0, queue.free[mode]), "place");
    return queue.modes.length > 1 ? `${places} ${modeInWords[mode].toLowerCase()}` : places;
  });
  return `${listed(free)}${queue.kept > 0 ? `, ${queue.kept} of them kept for agencies` : ""}${
    queue.setAside > 0 ? `, ${queue.setAside} set aside for a group` : ""
  }`;
}
