// The forms of boards and groups, and each refusal in words.
import { z } from "zod";
import type { BoardRefusal, GroupRefusal } from "~/domain/accounts/accounts.server";
import { lineOf } from "~/web/admin-fields";

export const shapes = ["circle", "square", "triangle", "diamond", "hexagon"] as const;

export const boardForm = z.object({
  name: lineOf("the board’s name", 120),
  concern: lineOf("whom the board is concerned with", 120, "children"),
  shape: z.enum(shapes, { error: "Select a shape" }),
  colour: lineOf("a colour", 20, "#0b5772"),
});

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

export const groupForm = z.object({
  groupName: lineOf("the group’s name", 120),
  boards: several.optional(),
});

export const boardRefusals: Record<BoardRefusal, Record<string, string>> = {
  "name taken": { name: "Enter another name: a board has this one" },
  "shape taken": { shape: "Select another shape: a board has this one, and boards are told apart by shape" },
  "not a colour": { colour: "Enter a colour as # and six digits or letters a to f, such as #0b5772" },
  "too pale": { colour: "Enter a darker colour: this one is too hard to see on white" },
};

export const groupRefusals: Record<GroupRefusal, Record<string, string>> = {
  "name taken": { groupName: "Enter another name: a group has this one" },
  "no such board": { boards: "Select boards from the list" },
};

export const doneInWords: Record<string, string> = {
  board: "The board is changed",
  group: "The group is changed",
  added: "The group is added",
};
