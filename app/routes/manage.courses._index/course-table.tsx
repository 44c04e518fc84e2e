// The courses found, each with the way to its page.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import { Boards } from "~/web/session-result";
import type { CoursesPage } from "./route";

type Course = CoursesPage["courses"][number];

export function CourseTable({ page: { courses, typed } }: { page: CoursesPage }) {
  const by = (sort: "title" | "sessions" | "waiting", direction: "ascending" | "descending") => ({
    href: paths.manageCourses({ ...typed, sort: sort === "title" ? undefined : sort }),
    ...((typed.sort ?? "title") === sort && { direction }),
  });
  return (
    <Table
      caption="Courses"
      captionSize="hidden"
      dense
      columns={[
        { key: "title", heading: "Course", sort: by("title", "ascending") },
        { key: "theme", heading: "Theme" },
        { key: "boards", heading: "Boards" },
        { key: "toCome", heading: "Sessions to come", numeric: true, sort: by("sessions", "descending") },
        { key: "waiting", heading: "Waiting", numeric: true, sort: by("waiting", "descending") },
      ]}
      rows={courses.map((course) => ({
        id: course.slug,
        cells: {
          title: <Title course={course} />,
          theme: course.themeName,
          boards: <Boards boards={course.boards} />,
          toCome: <ToCome course={course} />,
          waiting: course.waiting,
        },
      }))}
    />
  );
}

function Title({ course }: { course: Course }) {
  return (
    <>
      <a className="govuk-link" href={paths.manageCourse(course.slug)}>
        {course.title}
      </a>{" "}
      {!course.offered && <Tag colour="grey">Not on offer</Tag>}
    </>
  );
}

function ToCome({ course: { toCome, drafts } }: { course: Course }) {
  return (
    <>
      {toCome}
      {drafts > 0 && <span className="app-line">and {counted(drafts, "draft")}</span>}
    </>
  );
}
