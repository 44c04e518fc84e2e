// Where each role can go: at most six ways, by task.
import { type Actor, holds } from "~/domain/context";
import { paths } from "./paths";

const mostWays = 6;

export function navigationFor(actor: Actor): { href: string; label: string }[] {
  const ways = [{ href: paths.courses(), label: "Courses" }, ...ownWays(actor)];
  // The footer leads there from every page: those with much else to do find it there.
  if (ways.length < mostWays) ways.splice(1, 0, { href: paths.calendar(), label: "Calendar" });
  return ways;
}

function ownWays(actor: Actor): { href: string; label: string }[] {
  if (actor.kind !== "person") return [];
  const ways = [{ href: paths.my(), label: "My training" }];
  if (holds(actor, "trainer")) ways.push({ href: paths.trainer(), label: "Teaching" });
  if (holds(actor, "agency_lead", "line_manager")) ways.push({ href: paths.team(), label: "Team" });
  if (holds(actor, "coordinator")) ways.push({ href: paths.manage(), label: "Manage" });
  if (holds(actor, "coordinator", "sdg_member", "scrutineer"))
    ways.push({ href: paths.impact(), label: "Impact" });
  if (holds(actor, "coordinator", "sdg_member")) ways.push({ href: paths.needs(), label: "Needs" });
  if (holds(actor, "admin", "coordinator")) ways.push({ href: paths.admin(), label: "Admin" });
  return ways;
}
