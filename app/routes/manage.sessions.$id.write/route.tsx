// Writing to those on a session: whom, what, a look at it with who gets it, and what was written before.
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
  listNoteReaders,
  type NoteRefusal,
  noteForm,
  readSessionNotes,
  sendNote,
} from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { plainDate } from "~/shared/format";
import { readMarkdown } from "~/shared/plain-markdown";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { NoteForm } from "./note-form";
import { NotePreview } from "./note-preview";
import { Written } from "./written";

export const handle = { access: ["coordinator", "trainer"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Write to those on ${data.course}` : "Page not found");

const doneInWords = { sent: "Your note is on its way." };

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, notes, audiences } = readSessionNotes(visit, args.params.id ?? "");
    const coordinates = holds(visit.actor, "coordinator");
    return {
      id: session.id,
      course: `${session.courseTitle}, ${plainDate(session.meetings[0]?.date ?? "")}`,
      back: coordinates ? paths.manageSession(session.id) : paths.trainerSession(session.id),
      notes: notes.map(({ body, ...note }) => ({ ...note, blocks: readMarkdown(body) })),
      audiences,
      done: doneIn(doneInWords, visit.url.searchParams),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const posted = await args.request.formData();
    const intent = posted.get("intent");
    if (intent === "again") return { form: formWith(posted, {}), preview: null };
    const read = readForm(posted, noteForm);
    // Whether they may write here is asked first, whatever they typed.
    const { session } = readSessionNotes(visit, sessionId);
    if (!read.ok) return showAgain(read.form);
    const { noteId, ...note } = read.value;
    if (intent === "send" && noteId) {
      const sent = sendNote(visit, { ...note, noteId, sessionId: session.id });
      if (!sent.ok) return showAgain(formWith(posted, refusalInWords[sent.reason]));
      throw redirect(`${paths.manageSessionWrite(sessionId)}?done=sent`);
    }
    const people = listNoteReaders(visit, sessionId, note.audience);
    if (people.length === 0) return showAgain(formWith(posted, refusalInWords["nobody to write to"]));
    const preview = { ...note, noteId: visit.ids.id(), people, blocks: readMarkdown(note.body) };
    return { form: formWith(posted, {}), preview };
  });

const refusalInWords: Record<NoteRefusal, Record<string, string>> = {
  "nobody to write to": { audience: "Nobody is among them now. Select someone else" },
  "nothing said": { body: "Enter a subject and what you want to say" },
  "too long": { body: "Enter fewer words" },
  placeholder: { body: "Leave out {{ and }}: a note goes to each person as it is" },
  "unsafe link": { body: "Links have to begin with https://, mailto: or /" },
};

export type WritePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function WriteToSession() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const preview = acted && "preview" in acted ? acted.preview : null;
  if (preview) return <NotePreview page={page} preview={preview} />;
  return (
    <>
      <BackLink href={page.back} text="The session" />
      <ErrorSummary form={acted?.form} order={["audience", "subject", "body"]} />
      {page.done && !acted && <NotificationBanner kind="success" text={page.done} />}
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{page.course}</span>
        Write to those on this session
      </h1>
      <NoteForm page={page} form={acted?.form} />
      <Written notes={page.notes} />
    </>
  );
}
