// Who writes which table: only the room whose schema file declares it.
import ts from "typescript";
import { rooms } from "../plan";
import type { Breach, Rule } from "../rule";
import { callsIn, exportsOf, lineOf, nodesOf, type Source } from "../source";

/** Set-up data and tests may write any table; what they must not do is checked where they stand. */
const mayWriteAnything = /^(db\/seed|tests)\//;
const writes = new Set(["insert", "update", "delete"]);
const schema = /^db\/schema(\/|$)/;
/** What a database is called where one is at hand: `db`, `ctx.db`, `visit.db`. */
const aDatabase = /(^|\.)(db|database)$/;
const statement =
  /^\s*(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\w+\s+set|delete\s+from|(drop|alter|create)\s+(table|index|trigger|view))\b/i;
const movesTheSchema = /^db\/(client|migrations|repairs\/.*)\.ts$/;

/** Each table by the name it is exported under, with the room of its file. */
function ownersIn(sources: Source[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const source of sources) {
    const file = /^db\/schema\/(?!index)([^/]+)\.ts$/.exec(source.path)?.[1];
    if (file === undefined) continue;
    // A room with many tables keeps some in a file of their own: accounts-sign-in.ts.
    const room = rooms.find((name) => file.startsWith(`${name}-`)) ?? file;
    for (const { name, declares } of exportsOf(source)) if (declaresTable(declares)) owners.set(name, room);
  }
  return owners;
}

const declaresTable = (node: ts.Node) =>
  ts.isVariableDeclaration(node) &&
  node.initializer !== undefined &&
  ts.isCallExpression(node.initializer) &&
  /sqliteTable/.test(node.initializer.expression.getText());

/** The tables that a file has by its imports: the name there, by the name here; "*" for the whole schema. */
const tablesHere = (source: Source) =>
  new Map(
    source.imports
      .filter(({ from }) => schema.test(from))
      .flatMap(({ names }) => names.map(({ here, there }) => [here, there])),
  );

function tableMeant(argument: ts.Expression | undefined, here: Map<string, string>): string | undefined {
  if (!argument) return undefined;
  if (ts.isIdentifier(argument)) return here.get(argument.text);
  const ofAll =
    (ts.isPropertyAccessExpression(argument) || ts.isElementAccessExpression(argument)) &&
    ts.isIdentifier(argument.expression) &&
    here.get(argument.expression.text) === "*";
  return ofAll && ts.isPropertyAccessExpression(argument) ? argument.name.text : undefined;
}

const ownersWrite: Rule = {
  name: "a table is written only by the room that owns it",
  check: (sources) => {
    const owners = ownersIn(sources);
    return sources
      .filter(({ path }) => !mayWriteAnything.test(path))
      .flatMap((source) => {
        const room = /^app\/domain\/([^/]+)\//.exec(source.path)?.[1] ?? "no room";
        const here = tablesHere(source);
        return [...callsIn(source)].flatMap((call): Breach[] => {
          if (!ts.isPropertyAccessExpression(call.expression) || !writes.has(call.expression.name.text))
            return [];
          const table = tableMeant(call.arguments[0], here);
          const at = { path: source.path, line: lineOf(call) };
          if (table === undefined) {
            const hidden = aDatabase.test(call.expression.expression.getText());
            return hidden
              ? [{ ...at, problem: "writes a table that this rule cannot tell: name it, from db/schema" }]
              : [];
          }
          const owner = owners.get(table);
          if (owner === room) return [];
          return [
            {
              ...at,
              problem: `${room} writes ${table}, which ${owner ? `${owner} owns` : "no schema file declares"}`,
            },
          ];
        });
      });
  },
  control: {
    sound: {
      "db/schema/bookings.ts":
        "export const bookings = sqliteTable('bookings', {}); export const charges = sqliteTable('charges', {});",
      "db/schema/sessions.ts": "export const sessions = sqliteTable('sessions', {});",
      "app/domain/bookings/places/book-place.server.ts":
        'import { bookings, sessions } from "db/schema"; db.insert(bookings).values({}); db.select().from(sessions); waiting.delete(person);',
      "db/seed/history.ts": 'import * as tables from "db/schema"; db.insert(tables.bookings);',
    },
    broken: [
      [
        "app/domain/sessions/broken.server.ts",
        'import { bookings } from "db/schema"; db.insert(bookings).values({});',
      ],
      [
        "app/domain/sessions/broken.server.ts",
        'import { bookings as b } from "db/schema/bookings"; ctx.db.update(b).set({});',
      ],
      [
        "app/domain/evaluations/broken.server.ts",
        'import * as tables from "db/schema"; tx.delete(tables.sessions);',
      ],
      ["app/routes/broken/route.tsx", 'import { charges } from "db/schema"; visit.db.insert(charges);'],
      ["app/domain/bookings/broken.server.ts", "const empty = (table) => ctx.db.delete(table);"],
      ["db/import/broken.ts", 'import { sessions } from "db/schema"; db.insert(sessions);'],
    ],
  },
};

const noHandwrittenWrites: Rule = {
  name: "no write is spelt out in SQL",
  check: (sources) =>
    sources
      .filter(({ path }) => !mayWriteAnything.test(path) && !movesTheSchema.test(path))
      .flatMap((source) =>
        [...nodesOf(source.tree)]
          .filter(
            (node) => (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && statement.test(node.text),
          )
          .map((node) => ({
            path: source.path,
            line: lineOf(node),
            problem: "spells out a write in SQL, past the owner of its table",
          })),
      ),
  control: {
    sound: {
      "app/domain/bookings/places.server.ts":
        "const open = db.$client.prepare('select 1'); const word = 'Update your booking';",
    },
    broken: [
      [
        "app/domain/sessions/broken.server.ts",
        "db.$client.prepare('insert into bookings values (1)').run();",
      ],
      ["app/domain/sessions/broken.server.ts", "db.run(sql`update bookings set state = 1`);"],
      ["app/web/broken.ts", "db.$client.exec('DELETE FROM outbox');"],
      ["db/broken.ts", "db.$client.exec('insert or ignore into people values (1)');"],
    ],
  },
};

export const tables = [ownersWrite, noHandwrittenWrites];
