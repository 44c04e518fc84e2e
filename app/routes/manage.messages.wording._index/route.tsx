// Every letter that the service writes: who gets it and when, and whether its words were changed here.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { holds } from "~/domain/context";
import { listChangedWordings } from "~/domain/notifications/notifications.server";
import { plainDateAt } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { letterGroups, slugOfKind, toldInWords } from "~/web/letter-words";
import { kindInWords } from "~/web/message-words";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Words of the letters");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const changed = listChangedWordings(visit);
    return {
      // Those who administer alone see the words, not the messages.
      coordinates: holds(visit.actor, "coordinator"),
      groups: letterGroups.map(({ title, kinds }) => ({
        title,
        letters: kinds.map((kind) => ({ kind, changedAt: changed.get(kind) ?? null })),
      })),
    };
  });

const columns = [
  { key: "letter", heading: "Letter" },
  { key: "to", heading: "Who gets it" },
  { key: "when", heading: "When" },
  { key: "words", heading: "Words" },
];

export default function Wordings() {
  const { coordinates, groups } = useLoaderData<typeof loader>();
  return (
    <>
      {coordinates ? (
        <BackLink href={paths.manageMessages()} text="Messages" />
      ) : (
        <BackLink href={paths.admin()} text="Admin" />
      )}
      <h1 className="govuk-heading-xl">Words of the letters</h1>
      <p className="govuk-body">
        Choose a letter to change its words. You see how it looks before you save. Letters that have left
        already stay as they were.
      </p>
      {groups.map(({ title, letters }) => (
        <Table
          key={title}
          caption={title}
          dense
          columns={columns}
          rows={letters.map(({ kind, changedAt }) => ({
            id: kind,
            cells: {
              letter: (
                <a className="govuk-link" href={paths.manageWording(slugOfKind(kind))}>
                  {kindInWords[kind]}
                </a>
              ),
              to: toldInWords[kind].to,
              when: toldInWords[kind].when,
              words: changedAt !== null && (
                <>
                  <Tag>Changed</Tag> {plainDateAt(changedAt)}
                </>
              ),
            },
          }))}
        />
      ))}
    </>
  );
}
