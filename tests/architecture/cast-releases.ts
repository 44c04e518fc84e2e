// A release for each page that opens one, in the state that the page is for; made only when that page is looked at.
import {
  commentOnRelease,
  sendForReview,
  setAction,
  signOff,
  writeNarrative,
} from "~/domain/impact/impact.server";
import { deliverSums, releaseIn } from "../support/release-world";
import type { Cast } from "./cast";

export function madeRelease(
  { world, people }: Cast,
  state: "draft" | "in review" | "signed off",
): { id: string } {
  const [drafter, sdg] = [people.coordinator ?? "", people.sdg_member ?? ""];
  const [coordinator, member] = [world.as(drafter), world.as(sdg)];
  for (const date of ["2026-07-07", "2026-08-04", "2026-09-08"]) deliverSums(world, { date });
  releaseIn({ world, drafter, sdg }, "signed off");
  const id = releaseIn({ world, drafter, sdg }, "draft", { parts: ["board/KIDS"] });
  writeNarrative(coordinator, id, { section: "learning", text: "So what" });
  const action = {
    finding: "Few answered",
    action: "Ask in the room",
    owner: "Trainers",
    measureNumber: null,
  };
  setAction(coordinator, id, { id: null, ...action, dueOn: "2027-01-01" });
  commentOnRelease(member, id, { section: "learning", text: "Say how few" });
  if (state !== "draft") sendForReview(coordinator, id);
  if (state === "signed off") signOff(member, id);
  return { id };
}
