// Whom cancelling a session reaches.
import { SummaryList } from "~/components/summary-list";
import { counted } from "~/shared/format";
import type { CancelPage } from "./route";

export const inPeople = (count: number) => counted(count, "person", "people");

export const Reach = ({ withPlace, offered, waiting, asked, trainers }: CancelPage["reach"]) => (
  <SummaryList
    rows={[
      { key: "Have a place", value: inPeople(withPlace) },
      { key: "Have an offer", value: inPeople(offered) },
      { key: "Wait", value: inPeople(waiting) },
      { key: "Have asked for a place", value: inPeople(asked) },
      { key: "Teach it", value: inPeople(trainers) },
    ]}
  />
);
