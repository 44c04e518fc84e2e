// Two complaints about how data is used: one that waits to be acknowledged, and one that was answered.
import {
  acknowledgeComplaint,
  answerComplaint,
  listComplaints,
  receiveComplaint,
} from "~/domain/personal-data/personal-data.server";
import { days } from "~/shared/clock";
import type { Diary } from "./diary";
import { known, must, type Seeding } from "./seeding";
import { byDay } from "./times";

/** From someone without an account. */
const answered = {
  name: "Gwenllian Strandby",
  email: "g.strandby@example.net",
  text: "Your letters about training still come to me. I left the hospital last year and asked to be taken off the list.",
};
const answer =
  "We are sorry. Your old address was still on a list that the hospital gave us. We have taken it out, and asked the hospital to tell us when people leave. You will get no more letters from us.";

const waiting = {
  name: "Dafydd O'Tidewater",
  email: "practitioner2@example.org",
  text: "A trainer read out my dietary needs in front of everybody. I told them to you so that there would be food, not to be talked about.",
};

export function planComplaints(seeding: Seeding, diary: Diary, ids: ReadonlyMap<string, string>): void {
  const { now } = seeding;
  const at = (daysAgo: number) => byDay(now - days(daysAgo), 0, now);
  const admin = () => seeding.as(known(ids, "admin@example.org"));
  const oldest = () => listComplaints(admin(), { answered: 0 }).open[0]?.id ?? "";

  diary.plan(at(64), () => receiveComplaint(seeding.asStranger, answered));
  diary.plan(at(61), () => acknowledgeComplaint(admin(), { complaintId: oldest() }));
  diary.plan(at(49), () => must(answerComplaint(admin(), { complaintId: oldest(), answer })));
  diary.plan(at(4), () => receiveComplaint(seeding.as(known(ids, "practitioner2@example.org")), waiting));
}
