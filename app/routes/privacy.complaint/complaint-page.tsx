// The form: who you are, how to reach you, and what went wrong.
import { BackLink } from "~/components/back-link";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";

type Contact = { name: string; email: string };

export function ComplaintPage(page: {
  known: { name: string; email: string };
  contact: Contact;
  form?: FormState;
}) {
  const { known, contact, form } = page;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.privacy()} text="Privacy" />
        <ErrorSummary form={form} order={["name", "email", "text"]} />
        <h1 className="govuk-heading-xl">Complain about how your data is used</h1>
        <p className="govuk-body">
          You do not need an account. A person reads every complaint. They write to you within 30 days to say
          so, and again with an answer as soon as they can.
        </p>
        <InsetText>
          Please do not name children, adults or families you work with, and write nothing about them.
        </InsetText>
        <form method="post" action={paths.complaint()} noValidate>
          <TextField
            name="name"
            label="Your name"
            initial={known.name}
            autoComplete="name"
            spellCheck={false}
            form={form}
          />
          <EmailField
            name="email"
            label="Your email address"
            hint="We write to you there, and use it for nothing else."
            initial={known.email}
            form={form}
          />
          <TextArea
            name="text"
            label="What went wrong?"
            hint="Say what happened, when, and what you would like us to do. Up to 5,000 characters."
            rows={8}
            form={form}
          />
          <SubmitButton>Send the complaint</SubmitButton>
        </form>
        <p className="govuk-body">
          You can also write to {contact.name}:{" "}
          <a className="govuk-link" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
        </p>
        <p className="govuk-body">
          You can complain to the{" "}
          <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">
            Information Commissioner’s Office
          </a>{" "}
          at any time. They often ask you to complain to us first.
        </p>
      </div>
    </div>
  );
}
