// What those who asked for one thing would be told.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { counted, longDate, timeRange } from "~/shared/format";
import { paths } from "~/web/paths";
import type { NewsPage } from "./route";
import { anchorOf } from "./subscribers";

export function Issue({ issue: { about, name, news } }: { issue: NewsPage["preview"]["issues"][number] }) {
  if (!news) return null;
  return (
    <section id={anchorOf(about)}>
      <Table
        caption={`In the letter about ${name}`}
        dense
        columns={[
          { key: "course", heading: "Course", rowHeader: true },
          { key: "when", heading: "When" },
          { key: "where", heading: "Where" },
          { key: "left", heading: "Places left", numeric: true },
        ]}
        rows={news.sessions.map((session) => ({
          id: session.sessionId,
          cells: {
            course: (
              <>
                <a className="govuk-link" href={paths.manageSession(session.sessionId)}>
                  {session.courseTitle}
                </a>{" "}
                {session.isNew && <Tag colour="green">New</Tag>}
              </>
            ),
            when: `${longDate(session.date)}, ${timeRange(session.startTime, session.endTime)}${
              session.days > 1 ? `, first of ${session.days} days` : ""
            }`,
            where: session.where,
            left: session.left,
          },
        }))}
      />
      {news.more > 0 && (
        <p className="govuk-body">
          The letter says that {counted(news.more, "more session has", "more sessions have")} places.
        </p>
      )}
    </section>
  );
}
