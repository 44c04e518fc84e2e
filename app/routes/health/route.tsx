// Whether the service is well, for whatever watches it: 200 when everything is, 503 naming what is not.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/web/enter.server";
import { healthOf } from "~/web/health.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const health = healthOf(visit);
    return Response.json(health, {
      status: health.ok ? 200 : 503,
      headers: { "Cache-Control": "no-store" },
    });
  });
