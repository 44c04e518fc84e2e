// A register that comes back as rows: what it changes, and each row that is wrong by its number.
import { describe, expect, test } from "vitest";
import { weighRegister } from "~/domain/bookings/bookings.server";

const people = [
  { bookingId: "1", reference: "AAAA-2222", name: "Ann Learner", mark: null },
  { bookingId: "2", reference: "BBBB-3333", name: "=Bob", mark: "present" as const },
  { bookingId: "3", reference: "CCCC-4444", name: "Cara  O’Neil", mark: "late" as const },
];

describe("rows that are right", () => {
  const rows =
    "reference,name,mark\nAAAA-2222,Ann Learner,Present\nBBBB-3333,'=Bob,present\nCCCC-4444,Cara O’Neil,\n";
  const expected = {
    refused: [],
    changes: [{ bookingId: "1", name: "Ann Learner", before: null, mark: "present" }],
    unchanged: 2,
  };

  test.each([
    ["as we gave them", `\uFEFF${rows}`],
    ["with the line ends of Windows", rows.replaceAll("\n", "\r\n")],
    ["copied from a spreadsheet, parted by tabs", rows.replaceAll(",", "\t")],
    ["parted by semicolons", rows.replaceAll(",", ";")],
    [
      "with other capitals and columns in another order",
      rows.replace(/^(.*),(.*),(.*)$/gm, "$3,$1,$2").toUpperCase(),
    ],
    ["with more columns and blank rows", rows.replaceAll("\n", ",note\n").replaceAll("\n", "\n,,,\n")],
  ])("%s", (_how, text) => {
    expect(weighRegister(text, people)).toEqual(expected);
  });

  test("without names, with a mark as forms spell it", () => {
    expect(weighRegister("reference,mark\naaaa-2222,left-early", people)?.changes).toMatchObject([
      { bookingId: "1", mark: "left early" },
    ]);
  });

  test("given again once saved, nothing changes", () => {
    const saved = people.map((person) =>
      person.bookingId === "1" ? { ...person, mark: "present" as const } : person,
    );
    expect(weighRegister(rows, saved)).toEqual({ refused: [], changes: [], unchanged: 3 });
  });
});

test("each row that is wrong is named by its number in a spreadsheet", () => {
  const text = [
    "reference,name,mark",
    "AAAA-2222,Bob,present",
    "ZZZZ-9999,Zed,present",
    "",
    ",Nobody,present",
    "BBBB-3333,=Bob,asleep",
    "BBBB-3333,=Bob,absent",
    "CCCC-4444,Cara O’Neil,excused",
  ].join("\n");
  // A blank line counts as a row, as it does where it was copied from.
  expect(weighRegister(text, people)).toEqual({
    refused: [
      { row: 2, problem: "another person’s reference", said: "AAAA-2222" },
      { row: 3, problem: "not on this register", said: "ZZZZ-9999" },
      { row: 5, problem: "no reference", said: "" },
      { row: 6, problem: "no such mark", said: "asleep" },
      { row: 7, problem: "in two rows", said: "BBBB-3333" },
    ],
    changes: [{ bookingId: "3", name: "Cara  O’Neil", before: "late", mark: "excused" }],
    unchanged: 0,
  });
});

test.each(["", "hello", "reference;name\nAAAA-2222;Ann", "mark\npresent", 'reference,mark\n"AAAA'])(
  "text that is no such table is refused whole: %j",
  (text) => {
    expect(weighRegister(text, people)).toBeNull();
  },
);
