// What each course asks besides the core, and the way to change it.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { counted, listed } from "~/shared/format";
import { paths } from "~/web/paths";
import type { EvaluationsPage } from "./route";

type Course = EvaluationsPage["courses"][number];

function besides({ settings, own }: Course): string {
  const asked = [
    ...(settings.onArrival ? ["on arrival"] : []),
    ...(settings.sixMonths ? ["six months later"] : []),
    ...(settings.recall ? ["in hindsight"] : []),
    ...(own > 0 ? [`its own questions at ${counted(own, "stage")}`] : []),
  ];
  return asked.length === 0 ? "Nothing" : listed(asked);
}

export function CoursesAsking({ courses }: Pick<EvaluationsPage, "courses">) {
  if (courses.length === 0)
    return (
      <EmptyState
        title="There are no courses yet"
        text="Once there are, each can ask questions of its own besides."
        action={{ href: paths.manageCourseNew(), label: "Add a course" }}
      />
    );
  return (
    <Table
      caption="What courses ask besides"
      dense
      columns={[
        { key: "title", heading: "Course" },
        { key: "besides", heading: "Besides the core" },
        { key: "change", heading: "Change", headingHidden: true },
      ]}
      rows={courses.map((course) => ({
        id: course.slug,
        cells: {
          title: (
            <>
              {course.title} {!course.offered && <Tag colour="grey">Not on offer</Tag>}
            </>
          ),
          besides: (
            <>
              {besides(course)}{" "}
              {course.drafts > 0 && <Tag colour="yellow">{counted(course.drafts, "draft")}</Tag>}
            </>
          ),
          change: (
            <a className="govuk-link" href={paths.manageCourseEvaluations(course.slug)}>
              Change<span className="govuk-visually-hidden"> what is asked about {course.title}</span>
            </a>
          ),
        },
      }))}
    />
  );
}
