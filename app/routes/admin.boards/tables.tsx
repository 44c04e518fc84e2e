// The boards and the groups as rows, each with the way to change it.
import { BoardMark } from "~/components/board-mark";
import { Table } from "~/components/table";
import { paths } from "~/web/paths";
import type { BoardsPage } from "./route";

export function Boards({ boards }: Pick<BoardsPage, "boards">) {
  return (
    <Table
      caption="Boards"
      columns={[
        { key: "mark", heading: "Board" },
        { key: "code", heading: "Code" },
        { key: "concern", heading: "Concerned with" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={boards.map((board) => ({
        id: board.code,
        cells: {
          mark: <BoardMark {...board} />,
          code: board.code,
          concern: board.concern,
          action: <Change href={paths.adminBoards({ board: board.code })} what={board.name} />,
        },
      }))}
    />
  );
}

export function Groups({ groups, boards }: Pick<BoardsPage, "groups" | "boards">) {
  if (groups.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">Strategic delivery groups</h2>
        <p className="govuk-body">There are none yet.</p>
      </>
    );
  }
  return (
    <Table
      caption="Strategic delivery groups"
      columns={[
        { key: "name", heading: "Group" },
        { key: "boards", heading: "Reports to" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={groups.map((group) => ({
        id: group.id,
        cells: {
          name: group.name,
          boards: boards
            .filter(({ code }) => group.boards.includes(code))
            .map((board) => <BoardMark key={board.code} {...board} short />),
          action: <Change href={paths.adminBoards({ group: group.id })} what={group.name} />,
        },
      }))}
    />
  );
}

function Change({ href, what }: { href: string; what: string }) {
  return (
    <a className="govuk-link" href={href}>
      Change<span className="govuk-visually-hidden"> {what}</span>
    </a>
  );
}
