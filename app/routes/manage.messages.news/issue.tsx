// What those who asked for one thing would be told: how many they are and how much is new, with the sessions folded away.
import { Details } from "~/components/details";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { counted, longDate, timeRange } from "~/shared/format";
import { paths } from "~/web/paths";
import type { NewsPage } from "./route";

export type OneIssue = NewsPage["preview"]["issues"][number];

export function Issue({ issue: { name, subscribers, news } }: { issue: OneIssue }) {
  if (!news) return null;
  const fresh = news.sessions.filter(({ isNew }) => isNew).length;
  const listed = news.sessions.length + news.more;
  const people = subscribers > 0 ? `${counted(subscribers, "person", "people")}, ` : "";
  return (
    <Details summary={`${name}: ${people}${counted(fresh, "new session")} of ${listed} with places`}>
      <Table
        caption={`In the letter about ${name}`}
        captionSize="hidden"
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
    </Details>
  );
}
