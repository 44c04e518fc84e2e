// The two files of an export: one JSON object in a fixed order, and lines that a spreadsheet opens without running any.
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { exportAsJson, exportAsLines, exportColumns } from "~/domain/personal-data/personal-data";
import { csvOf } from "~/web/downloads.server";

const name = '=HYPERLINK("https://evil.example") Łukasz O’Connor-Ŵyn 🎓';
const file: Parameters<typeof exportAsJson>[0] = {
  person: { name, email: "+ann@example.org" },
  madeBy: "the person",
  madeAt: Date.UTC(2026, 10, 3, 10),
  service: {
    name: "Joint training",
    partnership: "Test partnership",
    contactName: "the business unit",
    contactEmail: "unit@example.org",
  },
  sections: [
    {
      heading: "Your account",
      notShown: [{ field: "Password", why: "It protects your account." }],
      records: [
        {
          Name: name,
          Password: "held, not shown",
          Needs: 'A "ramp",\nplease',
          Logins: -3,
          Told: true,
          Left: null,
        },
        { Name: "Second", Password: null, Needs: "@SUM(A1)", Logins: 0, Told: false, Left: { a: ["b"] } },
      ],
    },
    { heading: "Your bookings", notShown: [], records: [] },
  ],
};

describe("as JSON", () => {
  it("says who, when, what service, what is left out and why, and which rights there are", () => {
    const { about } = JSON.parse(exportAsJson(file));
    expect(about).toMatchObject({
      person: file.person,
      madeBy: "the person",
      madeAt: "2026-11-03T10:00:00.000Z",
      service: file.service,
      heldNotShown: [{ section: "Your account", field: "Password", why: "It protects your account." }],
    });
    expect(about.leftOut.length).toBeGreaterThan(1);
    expect(about.rights.join(" ")).toContain("Information Commissioner");
  });

  it("holds every record as it is, and says where nothing is held", () => {
    const { sections } = JSON.parse(exportAsJson(file));
    expect(sections).toEqual([
      { heading: "Your account", records: file.sections[0]?.records },
      { heading: "Your bookings", note: "Nothing is held here.", records: [] },
    ]);
  });

  it("is the same text for the same data", () => {
    expect(exportAsJson(structuredClone(file))).toBe(exportAsJson(file));
  });
});

describe("as CSV", () => {
  const csv = csvOf(exportColumns, exportAsLines(file));
  const lines: string[][] = parse(csv, { bom: true });

  it("has one field to a line, numbered by record", () => {
    expect(lines[0]).toEqual(["section", "record", "field", "value"]);
    const own = lines.filter(([section]) => section === "Your account");
    expect(own.slice(1, 6)).toEqual([
      ["Your account", "1", "Password", "held, not shown"],
      ["Your account", "1", "Needs", 'A "ramp",\nplease'],
      ["Your account", "1", "Logins", "-3"],
      ["Your account", "1", "Told", "yes"],
      ["Your account", "1", "Left", ""],
    ]);
    expect(own.at(-1)).toEqual(["Your account", "2", "Left", '{"a":["b"]}']);
    expect(lines.at(-1)).toEqual(["Your bookings", "", "", "Nothing is held here."]);
  });

  it("holds no text that a spreadsheet would run", () => {
    expect(lines.flat().filter((value) => /^[=+@\t\r]|^-\D/.test(value))).toEqual([]);
    expect(lines).toContainEqual(["Your account", "1", "Name", `'${name}`]);
    expect(lines).toContainEqual(["Your account", "2", "Needs", "'@SUM(A1)"]);
    expect(lines).toContainEqual(["About this file", "", "Email address", "'+ann@example.org"]);
  });

  it("says the same of itself as the other file", () => {
    const told = lines.filter(([section]) => section === "About this file").map(([, , field]) => field);
    expect(new Set(told)).toEqual(
      new Set([
        "Name",
        "Email address",
        "Made by",
        "Made at",
        "Service",
        "Contact",
        "Dates",
        "Left out",
        "Held, not shown",
        "Your rights",
      ]),
    );
  });
});
