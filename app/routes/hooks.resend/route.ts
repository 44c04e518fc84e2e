// The mail provider calls here: how letters fared, and that somebody has answered an invitation.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { receiveReport } from "~/domain/notifications/notifications.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { takeReceived } from "~/web/received-letters.server";

export const handle = { access: "public" } as const;

/** There is nothing to look at. */
export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, () => new Response(null, { status: 405, headers: { Allow: "POST" } }));

const said = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store" } });

/** 200 once it is kept; 401 for what the provider did not sign; 503 where it is to call again. */
export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const secret = visit.settings.webhookSecret;
    if (secret === null) throw new NotFound("hook");
    const { headers } = args.request;
    const heard = receiveReport(visit, {
      secret,
      headers: {
        id: headers.get("svix-id"),
        timestamp: headers.get("svix-timestamp"),
        signature: headers.get("svix-signature"),
      },
      body: Buffer.from(await args.request.arrayBuffer()),
    });
    if (heard === "not signed") return said(401);
    if (heard === "heeded") return said(200);
    return said((await takeReceived(visit, heard.received)) === "call again" ? 503 : 200);
  });
