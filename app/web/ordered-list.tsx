// A list that coordinators keep in an order of their own: each row with the way to change it and to move it a step.
import type { ReactNode } from "react";
import { SubmitButton } from "~/components/submit-button";
import { type Column, Table } from "~/components/table";

type OrderedListProps = {
  caption: string;
  /** Where the buttons post to, as `up` or `down` with the row's id. */
  action: string;
  /** The first names the row. */
  columns: Column[];
  rows: { id: string; name: string; href: string; cells: Record<string, ReactNode> }[];
};

export function OrderedList({ caption, action, columns, rows }: OrderedListProps) {
  return (
    <form method="post" action={action} noValidate>
      <Table
        caption={caption}
        captionSize="hidden"
        dense
        columns={[
          ...columns,
          { key: "change", heading: "Change", headingHidden: true },
          { key: "move", heading: "Order", headingHidden: true },
        ]}
        rows={rows.map(({ id, name, href, cells }, index) => ({
          id,
          cells: {
            ...cells,
            change: (
              <a className="govuk-link" href={href}>
                Change<span className="govuk-visually-hidden"> {name}</span>
              </a>
            ),
            move: (
              <>
                {index > 0 && (
                  <SubmitButton name="up" value={id} variant="secondary" hidden={name}>
                    Up
                  </SubmitButton>
                )}{" "}
                {index < rows.length - 1 && (
                  <SubmitButton name="down" value={id} variant="secondary" hidden={name}>
                    Down
                  </SubmitButton>
                )}
              </>
            ),
          },
        }))}
      />
    </form>
  );
}
