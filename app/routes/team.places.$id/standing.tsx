// How the reserved places stand: until when to name people, or that it is too late.
import { InsetText } from "~/components/inset-text";
import { lastMomentInWords } from "~/domain/terms/terms";
import { counted, plainDateAt } from "~/shared/format";
import type { HeldPage } from "./route";

export function Standing({ page: { held, over, open } }: { page: HeldPage }) {
  const left = held.places - held.named;
  if (open && left > 0) {
    return (
      <p className="govuk-body">
        <strong>Name people by {lastMomentInWords(held.releasesAt)}.</strong> After that{" "}
        {counted(left, "place goes", "places go")} back to everyone. Whoever you name must have done what the
        course asks for first.
      </p>
    );
  }
  return <InsetText>{inWords(held, over)}</InsetText>;
}

function inWords(held: HeldPage["held"], over: boolean): string {
  if (held.endedAt !== null) {
    const rest = "Those who are named keep theirs.";
    return `On ${plainDateAt(held.endedAt)} the places without a name went back to everyone. ${held.named > 0 ? rest : ""}`.trim();
  }
  if (over) return "The session has begun or was cancelled. Nobody can be named any more.";
  return "Every place has a name.";
}
