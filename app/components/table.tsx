// A table that becomes a stack of cards on a phone, or scrolls in its own region.
import { type ReactNode, useId } from "react";

export type Column = {
  key: string;
  heading: string;
  numeric?: boolean;
  /** The heading is for screen readers only, as over a column of buttons. */
  headingHidden?: boolean;
  /** Names the row; the first column does unless another says so. */
  rowHeader?: boolean;
  /** Makes the heading a link that sorts. */
  sort?: { href: string; direction?: "ascending" | "descending" };
};

export type Row = { id: string; cells: Record<string, ReactNode> };

export type TableProps = {
  caption: string;
  captionSize?: "s" | "m" | "l" | "hidden";
  columns: Column[];
  rows: Row[];
  foot?: Row;
  /** Stack for lists people act on; scroll for wide grids of figures. */
  layout?: "stack" | "scroll";
  dense?: boolean;
};

// Said aloud because a stacked table is no longer laid out as one, and browsers then forget that it is one.
const roles = (role: string) => ({ role });

export function Table({
  caption,
  captionSize = "m",
  columns,
  rows,
  foot,
  layout = "stack",
  dense,
}: TableProps) {
  const captionId = useId();
  const seen =
    captionSize === "hidden" ? undefined : `govuk-table__caption govuk-table__caption--${captionSize}`;
  const header = columns.find((column) => column.rowHeader) ?? columns[0];
  const table = (
    <table
      {...roles("table")}
      className={`govuk-table app-table app-table--${layout}${dense ? " app-table--dense" : ""}`}
    >
      <caption id={captionId} className={seen && layout === "stack" ? seen : "govuk-visually-hidden"}>
        {caption}
      </caption>
      <thead {...roles("rowgroup")} className="govuk-table__head">
        <tr {...roles("row")} className="govuk-table__row">
          {columns.map((column) => (
            <ColumnHeading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...roles("rowgroup")} className="govuk-table__body">
        {rows.map((row) => (
          <TableRow key={row.id} row={row} columns={columns} header={header} />
        ))}
      </tbody>
      {foot && (
        <tfoot {...roles("rowgroup")} className="app-table__foot">
          <TableRow row={foot} columns={columns} header={header} />
        </tfoot>
      )}
    </table>
  );
  if (layout === "stack") return table;
  return (
    <>
      {seen && (
        // Outside, so that a long caption wraps instead of scrolling away with its table.
        <p className={seen} aria-hidden="true">
          {caption}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a named region, so that the keyboard can reach and scroll it */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll only what has focus */}
      <div className="app-table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
        {table}
      </div>
    </>
  );
}

function ColumnHeading({ column }: { column: Column }) {
  return (
    <th
      {...roles("columnheader")}
      scope="col"
      aria-sort={column.sort?.direction}
      className={`govuk-table__header app-table__header${column.numeric ? " govuk-table__header--numeric" : ""}`}
    >
      {column.headingHidden ? (
        <span className="govuk-visually-hidden">{column.heading}</span>
      ) : column.sort ? (
        <a className="govuk-link govuk-link--no-visited-state app-table__sort" href={column.sort.href}>
          {column.heading}
          {column.sort.direction && (
            <span aria-hidden="true">{column.sort.direction === "ascending" ? " ▲" : " ▼"}</span>
          )}
        </a>
      ) : (
        column.heading
      )}
    </th>
  );
}

function TableRow({ row, columns, header }: { row: Row; columns: Column[]; header?: Column }) {
  return (
    <tr {...roles("row")} className="govuk-table__row">
      {columns.map((column) =>
        column === header ? (
          <th key={column.key} {...roles("rowheader")} scope="row" className="govuk-table__header">
            {row.cells[column.key]}
          </th>
        ) : (
          <td
            key={column.key}
            {...roles("cell")}
            data-label={column.headingHidden ? undefined : column.heading}
            className={cellClass(column, row.cells[column.key])}
          >
            <div className="app-table__content">{row.cells[column.key]}</div>
          </td>
        ),
      )}
    </tr>
  );
}

function cellClass(column: Column, content: ReactNode): string {
  const looks = [
    column.numeric && "govuk-table__cell--numeric",
    column.headingHidden && "app-table__cell--bare",
    // Nothing to say is left out of a stack.
    (content === undefined || content === null || content === false || content === "") &&
      "app-table__cell--empty",
  ];
  return ["govuk-table__cell", ...looks].filter(Boolean).join(" ");
}
