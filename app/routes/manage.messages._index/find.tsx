// The search: by how a message stands, its kind and to whom it goes; what is chosen can be taken away one by one.
import { ChosenFilters } from "~/components/chosen-filters";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { MessageState } from "~/domain/notifications/notifications";
import { kindInWords } from "~/web/message-words";
import { paths } from "~/web/paths";
import type { TypedFilters } from "./filters";

export const stateInWords: Record<MessageState, string> = {
  trouble: "To see to",
  waiting: "Waiting to be sent",
  failed: "Not sent",
  unsure: "May not have arrived",
  back: "Came back or called unwanted",
  dropped: "Dropped before sending",
  sent: "Sent",
  all: "All messages",
};

const kinds = Object.entries(kindInWords)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label));

export function Find({ typed }: { typed: TypedFilters }) {
  const without = (name: keyof TypedFilters) => paths.manageMessages({ ...typed, [name]: undefined });
  const chosen = [
    typed.kind && {
      label: kindInWords[typed.kind as keyof typeof kindInWords],
      href: without("kind"),
    },
    typed.who && { label: `To: ${typed.who}`, href: without("who") },
    typed.person && { label: "To one person", href: without("person") },
    typed.session && { label: "About one session", href: without("session") },
  ].filter((one) => typeof one === "object");
  return (
    <>
      <form method="get" action={paths.manageMessages()} className="app-filter-form" noValidate>
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-one-third">
            <Select
              name="state"
              label="How they stand"
              initial={typed.state ?? "trouble"}
              items={Object.entries(stateInWords).map(([value, label]) => ({ value, label }))}
            />
          </div>
          <div className="govuk-grid-column-one-third">
            <Select name="kind" label="Kind" placeholder="All kinds" initial={typed.kind} items={kinds} />
          </div>
          <div className="govuk-grid-column-one-third">
            <TextField name="who" label="Name or email address" initial={typed.who} />
          </div>
        </div>
        {typed.person && <input type="hidden" name="person" value={typed.person} />}
        {typed.session && <input type="hidden" name="session" value={typed.session} />}
        <SubmitButton variant="secondary">Show</SubmitButton>
      </form>
      <ChosenFilters filters={chosen} clearHref={paths.manageMessages({ state: typed.state })} />
    </>
  );
}
