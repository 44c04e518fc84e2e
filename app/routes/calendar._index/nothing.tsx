// A month without training: when the next is, or that nothing more is planned.
import { EmptyState } from "~/components/empty-state";
import { longDate, monthInWords } from "~/shared/format";
import { calendarWith, calendarWithout } from "~/web/calendar-filters";
import { monthOf } from "~/web/calendar-month";
import { paths } from "~/web/paths";
import type { CalendarPage } from "./page-data.server";

export function Nothing({ typed, month, next }: Pick<CalendarPage, "typed" | "month" | "next">) {
  const filtered = Boolean(typed.board || typed.theme || typed.mode);
  const fits = filtered ? " that fits these filters" : "";
  const title = `No training in ${monthInWords(month)}`;
  if (next) {
    return (
      <EmptyState
        title={title}
        text={`The next session${fits} is on ${longDate(next)}.`}
        action={{
          href: calendarWith(typed, { month: monthOf(next) }),
          label: `Show ${monthInWords(monthOf(next))}`,
        }}
        headingLevel={3}
      />
    );
  }
  return (
    <EmptyState
      title={title}
      text={`No session${fits} is planned after it yet. New dates are added through the year.`}
      action={
        filtered
          ? { href: calendarWithout(typed), label: "Show all training" }
          : { href: paths.courses(), label: "See all courses" }
      }
      headingLevel={3}
    />
  );
}
