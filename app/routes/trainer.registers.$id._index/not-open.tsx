// Why nobody can be marked: the session is not taking place, or it is too early.
import { InsetText } from "~/components/inset-text";
import { longDateTimeAt } from "~/shared/format";
import type { RegisterPage } from "./route";

export function NotOpen({ page }: { page: RegisterPage }) {
  return <InsetText>{inWords(page)}</InsetText>;
}

function inWords({ status, opensAt }: RegisterPage): string {
  if (status === "cancelled") return "This session was cancelled, so it has no register.";
  if (status === "draft") return "This session is a draft. It has no register until it is published.";
  return `This register opens on ${longDateTimeAt(opensAt)}, an hour before the start.`;
}
