// One answerer per area of the service. The framework looks through every route there is, three times for each request;
// given only the routes that share an address's first part, it finds the same one sooner.
import type { ServerBuild } from "@remix-run/node";
import { groupBy } from "~/shared/group-by";

/**
 * Makes an answerer for the routes of each first path segment, and one for all of them.
 * @returns which one answers a path; an address of no known area goes to the one that knows every route
 */
export function byArea<Answerer>(
  build: ServerBuild,
  answererFor: (part: ServerBuild) => Answerer,
): (path: string) => Answerer {
  const whole = answererFor(build);
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  // The page around every page, and the one for addresses that do not exist, belong to each area.
  const frame = routes.filter((route) => route.parentId === undefined || route.path === "*");
  const areas = groupBy(
    routes.filter((route) => route.path && route.parentId === "root" && !/^[:*]/.test(route.path)),
    (route) => firstPart(`/${route.path}`),
  );
  const part = (own: typeof routes): ServerBuild => {
    const only = <T>(all: Record<string, T>) =>
      Object.fromEntries(
        [...frame, ...own].flatMap(({ id }) => (all[id] === undefined ? [] : [[id, all[id]]])),
      );
    return {
      ...build,
      routes: only(build.routes),
      assets: { ...build.assets, routes: only(build.assets.routes) },
    };
  };
  const answerers = new Map([...areas].map(([area, own]) => [area, answererFor(part(own))]));
  return (path) => answerers.get(firstPart(path)) ?? whole;
}

/** Addresses are matched without regard to case. */
const firstPart = (path: string) => path.split(/[/?]/, 2)[1]?.toLowerCase() ?? "";
