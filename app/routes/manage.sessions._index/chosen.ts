// The filters in force, in words, each with the address without it.
import { monthInWords } from "~/shared/format";
import { paths } from "~/web/paths";
import { statusInWords } from "~/web/programme-filters";
import type { ProgrammePage } from "./route";

export function filtersInWords({ typed, courses, boards, venues }: ProgrammePage) {
  const nameIn = (items: { id: string; name: string }[], id: string) =>
    items.find((item) => item.id === id)?.name ?? id;
  const words = {
    month: monthInWords,
    course: (id: string) => nameIn(courses, id),
    board: (id: string) => nameIn(boards, id),
    venue: (id: string) => (id === "online" ? "Online" : nameIn(venues, id)),
    status: (status: string) => statusInWords[status as keyof typeof statusInWords] ?? status,
  };
  return (["month", "course", "board", "venue", "status"] as const).flatMap((name) => {
    const value = typed[name];
    return value
      ? [{ label: words[name](value), href: paths.manageSessions({ ...typed, [name]: undefined }) }]
      : [];
  });
}
