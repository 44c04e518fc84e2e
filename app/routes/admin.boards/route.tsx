// The boards with their marks, and the strategic delivery groups that report to them.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import {
  addGroup,
  changeBoard,
  changeGroup,
  listBoards,
  listDeliveryGroups,
} from "~/domain/accounts/accounts.server";
import { doneIn } from "~/web/done";
import { enter, type SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { BoardForm } from "./board-form";
import { boardForm, boardRefusals, doneInWords, groupForm, groupRefusals } from "./board-forms";
import { GroupForm } from "./group-form";
import { Boards, Groups } from "./tables";

export const handle = { access: ["admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Boards and groups");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const query = visit.url.searchParams;
    const boards = listBoards(visit).map(({ position: _order, ...board }) => board);
    const groups = listDeliveryGroups(visit);
    return {
      boards,
      groups,
      board: boards.find(({ code }) => code === query.get("board")) ?? null,
      group: groups.find(({ id }) => id === query.get("group")) ?? null,
      done: doneIn(doneInWords, query),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    return posted.get("intent") === "board" ? saveBoard(visit, posted) : saveGroup(visit, posted);
  });

function saveBoard(visit: SignedInVisit, posted: FormData) {
  const read = readForm(posted, boardForm);
  if (!read.ok) return showAgain(read.form);
  const code = visit.url.searchParams.get("board") ?? "";
  const changed = changeBoard(visit, { code, ...read.value });
  if (!changed.ok) return showAgain(formWith(posted, boardRefusals[changed.reason]));
  throw redirect(paths.adminBoards({ done: "board" }));
}

function saveGroup(visit: SignedInVisit, posted: FormData) {
  const read = readForm(posted, groupForm);
  if (!read.ok) return showAgain(read.form);
  const details = { name: read.value.groupName, boards: read.value.boards ?? [] };
  const id = visit.url.searchParams.get("group");
  const saved = id === null ? addGroup(visit, details) : changeGroup(visit, { id, ...details });
  if (!saved.ok) return showAgain(formWith(posted, groupRefusals[saved.reason]));
  throw redirect(paths.adminBoards({ done: id === null ? "added" : "group" }));
}

export type BoardsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BoardsAndGroups() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { board, group, done } = page;
  return (
    <>
      {board || group ? (
        <BackLink href={paths.adminBoards()} text="Boards and groups" />
      ) : (
        <BackLink href={paths.admin()} text="Admin" />
      )}
      <ErrorSummary form={form} order={["name", "concern", "shape", "colour", "groupName", "boards"]} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">{board?.name ?? group?.name ?? "Boards and groups"}</h1>
      {board ? (
        <BoardForm board={board} form={form} />
      ) : group ? (
        <GroupForm page={page} group={group} form={form} />
      ) : (
        <>
          <Boards boards={page.boards} />
          <Groups groups={page.groups} boards={page.boards} />
          <GroupForm page={page} group={null} form={form} />
        </>
      )}
    </>
  );
}
