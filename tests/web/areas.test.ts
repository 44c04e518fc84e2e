// Each first part of an address has an answerer that knows its routes only; everything else goes to the one that knows all.
import type { ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { byArea } from "~/web/areas.server";

const route = (id: string, path: string | undefined, parentId: string | undefined = "root") => [
  id,
  { id, path, parentId, module: { default: () => null } },
];
const build = {
  assets: { routes: { root: {}, my: {}, course: {} } },
  routes: Object.fromEntries([
    ["root", { id: "root", path: "", parentId: undefined, module: { default: () => null } }],
    route("home", undefined),
    route("my", "my"),
    route("my.needs", "my/needs"),
    route("course", "courses/:slug"),
    route("nowhere", "*"),
  ]),
} as unknown as ServerBuild;

const answererOf = byArea(build, (part) => Object.keys(part.routes).sort());

it.each([
  ["/my", ["my", "my.needs", "nowhere", "root"]],
  ["/my/needs?saved=1", ["my", "my.needs", "nowhere", "root"]],
  ["/MY", ["my", "my.needs", "nowhere", "root"]],
  ["/courses/neglect", ["course", "nowhere", "root"]],
])("%s is answered by those who share its first part", (path, routes) => {
  expect(answererOf(path)).toEqual(routes);
});

it("tells the page around it of no route that it does not know", () => {
  expect(byArea(build, (part) => Object.keys(part.assets.routes).sort())("/my")).toEqual(["my", "root"]);
});

it.each(["/", "/?q=1", "/mystery", "/%6dy", "/my.data", "//my"])(
  "%s is answered by the one that knows every route",
  (path) => {
    expect(answererOf(path)).toEqual(Object.keys(build.routes).sort());
  },
);
