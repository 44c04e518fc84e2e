// The pieces around a page: ways in and out, tables that stay tables, nothing the content policy refuses.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BoardMark } from "~/components/board-mark";
import { ChosenFilters } from "~/components/chosen-filters";
import { EmptyState } from "~/components/empty-state";
import { Header } from "~/components/header";
import { NotificationBanner } from "~/components/notification-banner";
import { Pagination } from "~/components/pagination";
import { ResultItem, ResultList } from "~/components/result-list";
import { StatGroup, StatTile } from "~/components/stat-tile";
import { SummaryList } from "~/components/summary-list";
import { Table } from "~/components/table";

const names = { serviceName: "Joint training", partnershipName: "Seaside boards" };

describe("the header", () => {
  test("offers a way in to strangers", () => {
    const html = renderToStaticMarkup(<Header {...names} search />);
    expect(html).toContain('href="/sign-in"');
    expect(html).not.toContain("/sign-out");
    expect(html).toMatch(/<form role="search" method="get" action="\/courses"/);
    expect(html).toContain('name="q"');
  });

  test("leads a person to their account, and out by a post", () => {
    const html = renderToStaticMarkup(<Header {...names} person={{ name: "Amira Hassan" }} search={false} />);
    expect(html).toContain('href="/my/account"');
    expect(html).toContain('<form method="post" action="/sign-out">');
    expect(html).not.toContain('role="search"');
  });

  test("has only the way out for whoever still owes their second step", () => {
    const html = renderToStaticMarkup(<Header {...names} person="half signed in" search={false} />);
    expect(html).toContain('<form method="post" action="/sign-out">');
    expect(html).not.toMatch(/\/sign-in|\/my\/account|Signed in as/);
  });
});

describe("a table", () => {
  const columns = [
    { key: "who", heading: "Agency" },
    {
      key: "n",
      heading: "Places",
      numeric: true,
      sort: { href: "?sort=n", direction: "descending" as const },
    },
    { key: "do", heading: "Action", headingHidden: true },
  ];
  const rows = [{ id: "1", cells: { who: "Police", n: 12 } }];

  test("carries its headings into the cells for a phone, and says its roles aloud", () => {
    const html = renderToStaticMarkup(<Table caption="Places" columns={columns} rows={rows} />);
    expect(html).toContain('data-label="Places"');
    expect(html).toMatch(/<th role="rowheader" scope="row"[^>]*>Police<\/th>/);
    expect(html).toContain('aria-sort="descending"');
    for (const role of ["table", "rowgroup", "row", "columnheader", "cell"]) {
      expect(html).toContain(`role="${role}"`);
    }
    expect(html).toContain("app-table__cell--empty");
  });

  test("that scrolls can be reached by keyboard and has a name", () => {
    const html = renderToStaticMarkup(
      <Table caption="Places" columns={columns} rows={rows} layout="scroll" />,
    );
    const [, id] = /role="region" aria-labelledby="([^"]+)" tabindex="0"/.exec(html) ?? [];
    expect(html).toContain(`<caption id="${id}"`);
  });
});

describe("pages of a list", () => {
  const numbers = (page: number, pages: number) =>
    [
      ...renderToStaticMarkup(
        <Pagination page={page} pages={pages} hrefFor={(n) => `?page=${n}`} />,
      ).matchAll(/aria-label="Page (\d+)"|⋯/g),
    ].map((match) => match[1] ?? "gap");

  test.each([
    [1, 1, []],
    [1, 3, ["1", "2", "3"]],
    [5, 12, ["1", "gap", "4", "5", "6", "gap", "12"]],
    [3, 5, ["1", "2", "3", "4", "5"]],
    [12, 12, ["1", "gap", "11", "12"]],
  ])("page %d of %d", (page, pages, shown) => expect(numbers(page, pages)).toEqual(shown));
});

test("a board is told by its name and its shape", () => {
  const shapes = (["circle", "square", "triangle"] as const).map((shape) =>
    renderToStaticMarkup(<BoardMark name="Adults board" code="SAB" shape={shape} colour="#123456" short />),
  );
  for (const html of shapes) expect(html).toContain("Adults board");
  expect(new Set(shapes.map((html) => /<(circle|rect|path)/.exec(html)?.[1])).size).toBe(3);
});

test("nothing needs an inline style or a script", () => {
  const html = renderToStaticMarkup(
    <>
      <NotificationBanner kind="success" text="Your place is booked" />
      <NotificationBanner kind="information" text="A place is held for you" />
      <EmptyState
        title="Nothing yet"
        text="Book a course."
        action={{ href: "/courses", label: "Find one" }}
      />
      <SummaryList rows={[{ key: "When", value: "Tuesday", change: { href: "/x", hidden: "the day" } }]} />
      <ChosenFilters filters={[{ label: "Online", href: "?" }]} clearHref="/courses" />
      <ResultList>
        <ResultItem title="Neglect" href="/sessions/1" facts={[{ label: "When", value: "Tuesday" }]} />
      </ResultList>
      <StatGroup>
        <StatTile
          figure="94%"
          label="would recommend"
          note="of 612"
          evidence="C"
          definition="Counts of yes"
        />
      </StatGroup>
    </>,
  );
  expect(html).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/);
  expect(html).toContain('Change<span class="govuk-visually-hidden"> the day</span>');
  expect(html.match(/autofocus/g)).toHaveLength(1);
});
