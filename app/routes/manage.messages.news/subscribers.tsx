// What people can ask for news of, how many did, and how many new sessions there are of it.
import { Table } from "~/components/table";
import type { NewsPage } from "./route";

export function Subscribers({ issues }: { issues: NewsPage["preview"]["issues"] }) {
  return (
    <Table
      caption="Who asked for what"
      columns={[
        { key: "name", heading: "News of", rowHeader: true },
        { key: "subscribers", heading: "People", numeric: true },
        { key: "fresh", heading: "New sessions", numeric: true },
        { key: "listed", heading: "With places", numeric: true },
      ]}
      rows={issues.map(({ about, name, subscribers, news }) => ({
        id: about,
        cells: {
          name: news ? (
            <a className="govuk-link" href={`#${anchorOf(about)}`}>
              {name}
            </a>
          ) : (
            name
          ),
          subscribers,
          fresh: news?.sessions.filter(({ isNew }) => isNew).length ?? 0,
          listed: news ? news.sessions.length + news.more : "Nothing new",
        },
      }))}
    />
  );
}

/** "board/KIDS" as an id on the page. */
export const anchorOf = (about: string) => `news-${about.replace("/", "-")}`;
