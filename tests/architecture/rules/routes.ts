// What every route module owes: who may open it, one way in, and a title.
import ts from "typescript";
import { roles } from "~/domain/context";
import type { Breach, Rule } from "../rule";
import { exportsOf, lineOf, type Source } from "../source";

const inARoute = /^app\/routes\/([^/]+)\//;
const routeModule = /^app\/(routes\/[^/]+\/route\.tsx?|root\.tsx)$/;

/** What an expression says once `as const` and `satisfies` are off it. */
function bare(node: ts.Expression | undefined): ts.Expression | undefined {
  if (
    node &&
    (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
  )
    return bare(node.expression);
  return node;
}

const valueHeld = (node: ts.Node | undefined) =>
  node && ts.isVariableDeclaration(node) ? bare(node.initializer) : undefined;

function accessOf(declares: ts.Node | undefined): ts.Expression | undefined {
  const value = valueHeld(declares);
  if (!value || !ts.isObjectLiteralExpression(value)) return undefined;
  const access = value.properties.find((property) => property.name?.getText() === "access");
  return access && ts.isPropertyAssignment(access) ? bare(access.initializer) : undefined;
}

const everyRole: readonly string[] = [...roles, "line_manager"];

function isAccess(node: ts.Expression | undefined): boolean {
  if (!node) return false;
  if (ts.isStringLiteral(node)) return ["public", "half signed in", "signed in"].includes(node.text);
  return (
    ts.isArrayLiteralExpression(node) &&
    node.elements.length > 0 &&
    node.elements.every((one) => ts.isStringLiteral(one) && everyRole.includes(one.text))
  );
}

/** The expression a function answers with, when that is all it does. */
function answerOf(node: ts.Node | undefined): ts.Expression | undefined {
  const made = valueHeld(node) ?? node;
  if (!made || !(ts.isArrowFunction(made) || ts.isFunctionExpression(made) || ts.isFunctionDeclaration(made)))
    return undefined;
  if (!made.body || !ts.isBlock(made.body)) return bare(made.body);
  const [only] = made.body.statements;
  return made.body.statements.length === 1 && only && ts.isReturnStatement(only)
    ? bare(only.expression)
    : undefined;
}

/** The function that a call calls by its own name. */
const calledBy = (call: ts.CallExpression) =>
  ts.isIdentifier(call.expression) ? call.expression.text : undefined;

/** Whether all that it does is enter by the route's access; it may say so through one other function of the file. */
function enters(source: Source, declares: ts.Node | undefined, further = true): boolean {
  const call = answerOf(declares);
  const called = call && ts.isCallExpression(call) ? calledBy(call) : undefined;
  if (!call || !ts.isCallExpression(call) || called === undefined) return false;
  if (called === "enter") {
    const fromTheDoor = source.imports.some(
      ({ from, names }) => from === "app/web/enter.server" && names.some(({ here }) => here === "enter"),
    );
    return fromTheDoor && call.arguments.length === 3 && call.arguments[1]?.getText() === "handle.access";
  }
  return further && enters(source, declarationOf(source, called), false);
}

function declarationOf(source: Source, name: string): ts.Node | undefined {
  for (const statement of source.tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement;
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
    if (found) return found;
  }
  return undefined;
}

function breachesOf(source: Source): Breach[] {
  const exported = new Map(exportsOf(source).map(({ name, declares }) => [name, declares]));
  const at = (name: string, problem: string): Breach => {
    const declares = exported.get(name);
    return { path: source.path, line: declares ? lineOf(declares) : 1, problem };
  };
  const found: Breach[] = [];
  if (!exported.has("handle")) found.push(at("handle", "exports no handle, so it says not who may open it"));
  else if (!isAccess(accessOf(exported.get("handle"))))
    found.push(at("handle", 'its access is not "public", "signed in" or a list of roles'));
  if (!exported.has("loader")) found.push(at("loader", "exports no loader, so nobody is asked who they are"));
  for (const name of ["loader", "action"]) {
    if (exported.has(name) && !enters(source, exported.get(name)))
      found.push(at(name, `its ${name} is not enter(args, handle.access, …)`));
  }
  if (exported.has("default") && !exported.has("meta"))
    found.push(at("default", "shows a page but exports no meta, so it has no title"));
  if (exported.has("clientLoader") || exported.has("clientAction"))
    found.push(at("default", "counts on a script"));
  return found;
}

const soundRoute = `
import { enter } from "~/web/enter.server";
export const handle = { access: ["trainer", "coordinator"] } as const;
export const meta = () => [];
export const loader = (args: LoaderFunctionArgs) => enter(args, handle.access, (visit) => ({}));
export const action = (args: ActionFunctionArgs) => enter(args, handle.access, async (visit) => null);
export default function Page() { return null; }
`;
const brokenBy = (from: string, to: string): [string, string] => [
  "app/routes/broken/route.tsx",
  `// ${from} → ${to}\n${soundRoute.replace(from, to)}`,
];

const routeModules: Rule = {
  name: "every route says who may open it, and lets nobody in otherwise",
  check: (sources) => sources.filter(({ path }) => routeModule.test(path)).flatMap(breachesOf),
  control: {
    sound: {
      "app/routes/my._index/route.tsx": soundRoute,
      "app/routes/feed/route.ts": `
        import { enter } from "~/web/enter.server";
        export const handle = { access: "public" } as const;
        const feed = (args) => enter(args, handle.access, () => new Response("BEGIN:VCALENDAR"));
        export async function loader(args) { return feed(args); }`,
    },
    broken: [
      brokenBy("export const handle", "const handle"),
      brokenBy('["trainer", "coordinator"]', '"everyone"'),
      brokenBy('["trainer", "coordinator"]', '["manager"]'),
      brokenBy('["trainer", "coordinator"]', "[]"),
      brokenBy('["trainer", "coordinator"]', "wideOpen"),
      brokenBy("export const loader", "const loader"),
      brokenBy("enter(args, handle.access, (visit) => ({}))", '({ person: "anyone" })'),
      brokenBy("enter(args, handle.access, (visit) => ({}))", 'enter(args, "public", (visit) => ({}))'),
      brokenBy(
        "enter(args, handle.access, async (visit) => null)",
        "{ save(args); return enter(args, handle.access, () => null); }",
      ),
      brokenBy(
        'import { enter } from "~/web/enter.server";',
        "const enter = (args, access, work) => work(args);",
      ),
      brokenBy("export const meta", "const meta"),
    ],
  },
};

const routeFolders: Rule = {
  name: "every folder in app/routes is a page",
  check: (sources) => {
    const routes = sources.filter(({ path }) => path.startsWith("app/routes/"));
    const strays = routes
      .filter(({ path }) => !inARoute.test(path))
      .map(({ path }) => ({ path, line: 1, problem: "stands outside a page's folder" }));
    const folders = new Map<string, Source[]>();
    for (const source of routes) {
      const folder = inARoute.exec(source.path)?.[1];
      if (folder) folders.set(folder, [...(folders.get(folder) ?? []), source]);
    }
    const doorless = [...folders].flatMap(([folder, pieces]) =>
      pieces.some(({ path }) => routeModule.test(path))
        ? []
        : [
            {
              path: pieces[0]?.path ?? folder,
              line: 1,
              problem: `app/routes/${folder} has no route.ts or route.tsx`,
            },
          ],
    );
    return [...strays, ...doorless];
  },
  control: {
    sound: { "app/routes/my._index/route.tsx": "", "app/routes/my._index/words.tsx": "" },
    broken: [
      ["app/routes/about.tsx", ""],
      ["app/routes/needs/published.ts", ""],
    ],
  },
};

export const routes = [routeModules, routeFolders];
