// Changes a board's name and mark.
import { BoardMark } from "~/components/board-mark";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { shapes } from "./board-forms";
import type { BoardsPage } from "./route";

export function BoardForm({ board, form }: { board: BoardsPage["boards"][number]; form?: FormState }) {
  return (
    <form method="post" action={paths.adminBoards({ board: board.code })} noValidate>
      <p className="govuk-body">
        It is shown as <BoardMark {...board} /> or <BoardMark {...board} short />
      </p>
      <TextField name="name" label="Name" initial={board.name} form={form} />
      <TextField
        name="concern"
        label="Concerned with"
        hint="As in a sentence: children, adults at risk"
        initial={board.concern}
        form={form}
      />
      <Radios
        name="shape"
        label="Shape"
        hint="Boards are told apart by shape where colours cannot be seen. Each has its own."
        initial={board.shape}
        inline
        small
        items={shapes.map((shape) => ({
          value: shape,
          label: `${shape[0]?.toUpperCase()}${shape.slice(1)}`,
        }))}
        form={form}
      />
      <TextField
        name="colour"
        label="Colour"
        hint="# and six digits or letters a to f, such as #0b5772. It must stand out from white."
        initial={board.colour}
        width={10}
        spellCheck={false}
        autoComplete="off"
        form={form}
      />
      <SubmitButton name="intent" value="board">
        Save
      </SubmitButton>
    </form>
  );
}
