// Reads the house's own source: which files there are, what each imports, and its syntax tree.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

export type Import = {
  /** Where it leads: a house path without its ending ("app/shared/clock"), or a package ("luxon"). */
  from: string;
  line: number;
  /** Gone once compiled: it brings in no code. */
  typeOnly: boolean;
  /** What it brings in: the name there and the name here; "*" for all of it. */
  names: { there: string; here: string }[];
};

export type Source = {
  /** From the project's folder, with "/": "app/domain/bookings/rules.ts". */
  path: string;
  lines: number;
  tree: ts.SourceFile;
  imports: Import[];
};

const folders = ["app", "db", "emails", "tests", "docs/screenshots"];
const written = /\.(tsx?|mjs|scss)$/;
const leftOut = /^(db\/migrations|db\/seed\/reference|tests\/vectors)\//;
const aliases: [string, string][] = [["~/", "app/"]];
const houseFolder = /^(app|db|emails|tests)\//;

/** Every source of the house, as it is on disk now. */
export function readHouse(): Source[] {
  return folders
    .flatMap((folder) => filesUnder(folder))
    .map((path) => sourceFrom(path, readFileSync(path, "utf8")));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .filter((path) => written.test(path) && !leftOut.test(path))
    .sort();
}

/** A source from its text; controls make theirs up. */
export function sourceFrom(path: string, text: string): Source {
  const lines = text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
  // Styles count for their size only.
  const code = path.endsWith(".scss") ? "" : text;
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  return { path, lines, tree, imports: importsOf(path, tree) };
}

export const withoutEnding = (path: string) => path.replace(/\?.*$/, "").replace(/\.(tsx?|mjs|js)$/, "");

export const lineOf = (node: ts.Node) => {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
};

/** Every node of a file, from the top. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** The calls of a file. */
export function* callsIn({ tree }: Source): Generator<ts.CallExpression> {
  for (const node of nodesOf(tree)) if (ts.isCallExpression(node)) yield node;
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean, names: Import["names"]) => {
    if (specifier && ts.isStringLiteralLike(specifier)) {
      found.push({ from: resolved(path, specifier.text), line: lineOf(node), typeOnly, names });
    }
  };
  for (const node of nodesOf(tree)) {
    if (ts.isImportDeclaration(node))
      add(node, node.moduleSpecifier, isTypeImport(node), importedNames(node));
    else if (ts.isExportDeclaration(node))
      add(node, node.moduleSpecifier, isTypeExport(node), exportedNames(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true, []);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false, [{ there: "*", here: "*" }]);
    }
  }
  return found;
}

function resolved(path: string, specifier: string): string {
  for (const [alias, folder] of aliases) {
    if (specifier.startsWith(alias)) return withoutEnding(folder + specifier.slice(alias.length));
  }
  if (specifier.startsWith(".")) return withoutEnding(posix.join(dirname(path), specifier));
  return houseFolder.test(specifier) ? withoutEnding(specifier) : specifier;
}

/** Whether an import leads to a file of the house, not to a package. */
export const isOfTheHouse = (from: string) => houseFolder.test(from);

function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && allTypes(named.elements);
}

function isTypeExport(node: ts.ExportDeclaration): boolean {
  const clause = node.exportClause;
  return node.isTypeOnly || (clause !== undefined && ts.isNamedExports(clause) && allTypes(clause.elements));
}

const allTypes = (elements: ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier>) =>
  elements.length > 0 && elements.every((element) => element.isTypeOnly);

function importedNames(node: ts.ImportDeclaration): Import["names"] {
  const clause = node.importClause;
  const names: Import["names"] = [];
  if (clause?.name) names.push({ there: "default", here: clause.name.text });
  const named = clause?.namedBindings;
  if (named && ts.isNamespaceImport(named)) names.push({ there: "*", here: named.name.text });
  if (named && ts.isNamedImports(named)) {
    for (const one of named.elements)
      names.push({ there: (one.propertyName ?? one.name).text, here: one.name.text });
  }
  return names;
}

function exportedNames(node: ts.ExportDeclaration): Import["names"] {
  const clause = node.exportClause;
  if (!clause) return [{ there: "*", here: "*" }];
  if (ts.isNamespaceExport(clause)) return [{ there: "*", here: clause.name.text }];
  return clause.elements.map((one) => ({ there: (one.propertyName ?? one.name).text, here: one.name.text }));
}

type Export = { name: string; declares: ts.Node };

/** A file's own exports by name, with what each declares. */
export function exportsOf({ tree }: Source): Export[] {
  return tree.statements.flatMap((statement): Export[] => {
    if (ts.isExportAssignment(statement)) return [{ name: "default", declares: statement }];
    if (ts.isExportDeclaration(statement)) {
      return exportedNames(statement).map(({ here }) => ({ name: here, declares: statement }));
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
    if (!has(ts.SyntaxKind.ExportKeyword)) return [];
    if (has(ts.SyntaxKind.DefaultKeyword)) return [{ name: "default", declares: statement }];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap((declaration) =>
        ts.isIdentifier(declaration.name) ? [{ name: declaration.name.text, declares: declaration }] : [],
      );
    }
    const named = statement as ts.Statement & { name?: ts.Node };
    return named.name && ts.isIdentifier(named.name) ? [{ name: named.name.text, declares: statement }] : [];
  });
}

/** The names of the folders in a folder. */
export const foldersIn = (folder: string) =>
  readdirSync(join(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
