// A board's training as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listBoards } from "~/domain/accounts/accounts.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { offerFeed } from "~/web/offer-feed.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const board = listBoards(visit).find(({ code }) => code === args.params.code);
    if (!board) throw new NotFound("board");
    const { code, name } = board;
    return offerFeed(visit, args.request, { choice: { board: code }, name, file: `training-${code}` });
  });
