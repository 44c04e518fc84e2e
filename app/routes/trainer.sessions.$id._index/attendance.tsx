// How the session went, once its last register is finished.
import { SummaryList } from "~/components/summary-list";
import { counted, percent } from "~/shared/format";
import type { DeliveryPage } from "./route";

export function Attendance({ attendance }: Pick<DeliveryPage, "attendance">) {
  if (!attendance) return null;
  const { rate, counts } = attendance;
  const share = (of: number | null) => (of === null ? "Nobody was expected" : percent(of));
  return (
    <>
      <h2 className="govuk-heading-m">Attendance</h2>
      <SummaryList
        rows={[
          {
            key: "Attendance",
            value: `${share(rate.withoutWalkIns)}: ${rate.came} of ${counted(rate.expected, "person", "people")} expected came`,
          },
          { key: "There for part of it", value: rate.partly },
          { key: "Excused, and not counted", value: counts.excused },
          {
            key: "Came without a booking",
            value:
              rate.walkIns === 0
                ? 0
                : `${rate.walkIns}; counted with them, attendance is ${share(rate.withWalkIns)}`,
          },
        ]}
      />
    </>
  );
}
