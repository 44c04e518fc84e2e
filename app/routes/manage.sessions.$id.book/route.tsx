// A coordinator books for somebody who has an account: their word counts as the approval.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { workAddress } from "~/domain/accounts/accounts";
import { bookPlace, findPersonByEmail, modesOf, readPlaces } from "~/domain/bookings/bookings.server";
import { modeInWords } from "~/domain/sessions/sessions";
import { counted, plainDateAt } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { refusalInWords } from "./refusals";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Book for someone: ${data.courseTitle}, ${data.day}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readPlaces(visit, args.params.id ?? "");
    return {
      sessionId: session.id,
      courseTitle: session.courseTitle,
      day: plainDateAt(session.startsAt),
      modes: modesOf(session).map((mode) => ({ mode, free: Math.max(0, session.free[mode]) })),
      waiting: session.waiting,
    };
  });

const bookForm = z.object({
  email: workAddress,
  mode: z.enum(["in person", "online"], { error: "Select where they take part" }).optional(),
  ifFull: z.enum(["wait", "refuse"], { error: "Select what happens if there is no place" }),
});

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const session = readPlaces(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    const read = readForm(posted, bookForm);
    if (!read.ok) return showAgain(read.form);
    const { email, mode, ifFull } = read.value;
    if (modesOf(session).length > 1 && !mode)
      return showAgain(formWith(posted, { mode: "Select where they take part" }));
    const person = findPersonByEmail(visit, email);
    if (!person) return showAgain(formWith(posted, { email: "Nobody has an account with this address" }));
    const booked = bookPlace(visit, { sessionId: session.id, personId: person.id, ifFull, mode });
    if (!booked.ok) {
      const [field, message] = refusalInWords[booked.reason];
      return showAgain(formWith(posted, { [field]: message }));
    }
    throw redirect(paths.manageBooking(booked.value.bookingId, { done: "booked" }));
  });

export default function BookForSomeone() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const free = page.modes.map(({ mode, free: places }) =>
    page.modes.length > 1 ? `${places} ${modeInWords[mode].toLowerCase()}` : String(places),
  );
  return (
    <>
      <BackLink href={paths.manageSession(page.sessionId)} text="The session" />
      <ErrorSummary form={form} order={["email", "mode", "ifFull"]} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {page.courseTitle}, {page.day}
        </span>
        Book for someone
      </h1>
      <InsetText>
        Places free: {free.join(", ")}. {counted(page.waiting, "person waits", "people wait")}. What the
        course asks for first and whose approval it needs are not asked: your word counts.
      </InsetText>
      <form method="post" action={paths.manageBookFor(page.sessionId)} noValidate>
        <EmailField name="email" label="Their email address" autoComplete="off" form={form} />
        {page.modes.length > 1 && (
          <Radios
            name="mode"
            label="Where do they take part?"
            items={page.modes.map(({ mode }) => ({ value: mode, label: modeInWords[mode] }))}
            form={form}
          />
        )}
        <Radios
          name="ifFull"
          label="If there is no place for them"
          items={[
            { value: "wait", label: "Put them on the waiting list" },
            { value: "refuse", label: "Do not book" },
          ]}
          initial="wait"
          form={form}
        />
        <SubmitButton>Book</SubmitButton>
      </form>
    </>
  );
}
