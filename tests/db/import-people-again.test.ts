import { reportLines } from "db/import/report-lines";
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { digestOf, nothing, watch } from "../domain/support-check/ledger";
import { makeWorld } from "../support/world";
import { csvLine, peopleFile } from "./import-workbench";
import { imported, jo, personAt, sam } from "./people-list";

describe("people who are here already", () => {
  it("are left as they are by the same file, which leaves no trace", () => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile(jo, sam));
    const since = watch(world);
    const before = digestOf(world.db);
    expect(reportLines(imported(world.asSystem, peopleFile(jo, sam)))[0]).toBe(
      "2 read, 0 added, 2 unchanged, 0 refused",
    );
    expect(digestOf(world.db)).toBe(before);
    expect(since()).toEqual(nothing);
  });

  it("are known in upper or lower case, however their names are spaced", () => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile(jo));
    const again =
      "JO  BLOGGS,Jo@Police.Example.org,POLICE,front  line,NIGHT TEAM,sergeant,Boss@police.example.org,";
    expect(imported(world.asSystem, peopleFile(again))).toMatchObject({ unchanged: 1, refused: [] });
    expect(personAt(world, "jo@police.example.org")?.name).toBe("Jo Bloggs");
  });

  it("keep what they told since, where the list leaves it blank", () => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile("Jo Bloggs,jo@police.example.org,Police,,,,,"));
    world.db
      .update(people)
      .set({ team: "Day team", roleGroupId: "front-line" })
      .where(eq(people.email, "jo@police.example.org"))
      .run();
    expect(imported(world.asSystem, peopleFile("Jo Bloggs,jo@police.example.org,Police,,,,,"))).toMatchObject(
      {
        unchanged: 1,
        refused: [],
      },
    );
  });

  const row = (
    cells: Partial<Record<"name" | "agency" | "group" | "team" | "job" | "boss" | "left", string>>,
  ) =>
    csvLine([
      cells.name ?? "Jo Bloggs",
      "jo@police.example.org",
      cells.agency ?? "Police",
      cells.group ?? "Front line",
      cells.team ?? "Night team",
      cells.job ?? "Sergeant",
      cells.boss ?? "boss@police.example.org",
      cells.left ?? "",
    ]);
  it.each([
    ["name", row({ name: "Joanna Bloggs" }), 'name "Jo Bloggs"; the file says "Joanna Bloggs"'],
    ["agency", row({ agency: "Health" }), 'agency "Police"; the file says "Health"'],
    ["team", row({ team: "Days" }), 'team "Night team"; the file says "Days"'],
    ["job title", row({ job: "Inspector" }), 'job_title "Sergeant"; the file says "Inspector"'],
    [
      "manager",
      row({ boss: "x@example.org" }),
      'line_manager_email "boss@police.example.org"; the file says "x@example.org"',
    ],
    ["last day", row({ left: "2026-10-01" }), 'no left_on; the file says "2026-10-01"'],
    [
      "two things",
      row({ team: "Days", left: "2026-10-01" }),
      'team "Night team"; the file says "Days"; and with no left_on; the file says "2026-10-01"',
    ],
  ])("are refused with another %s, which is named, and nothing is written", (_, line, words) => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile(jo));
    const before = digestOf(world.db);
    const report = imported(world.asSystem, peopleFile(line, "New,new@example.org,Police,,,,,"));
    expect(report).toMatchObject({ read: 2, added: 0, unchanged: 0 });
    expect(report.refused).toEqual([
      {
        number: 2,
        reason: `already here with ${words}. An import never overwrites what is recorded: make the row agree with the record, or take it out.`,
      },
    ]);
    expect(digestOf(world.db)).toBe(before);
  });

  it("are refused as back, where they have left", () => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile(sam));
    expect(imported(world.asSystem, peopleFile(sam.replace("2026-05-05", ""))).refused[0]?.reason).toContain(
      'already here with left_on "2026-05-05"; the file leaves it blank',
    );
  });

  it("are named by the account that theirs was merged into", () => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile(jo, sam));
    const kept = personAt(world, "jo@police.example.org")?.id;
    world.db
      .update(people)
      .set({ mergedIntoId: kept })
      .where(eq(people.email, "sam@health.example.org"))
      .run();
    expect(imported(world.asSystem, peopleFile(jo, sam)).refused).toEqual([
      {
        number: 3,
        reason:
          'was merged into the account of "jo@police.example.org". Use that address, or take the row out.',
      },
    ]);
  });
});
