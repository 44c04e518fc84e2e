// Each action with its standing; an open one with the form to close it.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { TextArea } from "~/components/text-area";
import { type FormState, typed } from "~/shared/form-state";
import { plainDate, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ActionsPage } from "./route";

type Action = ActionsPage["actions"][number];

function standingOf({ state, closedAt, dueOn }: Action, today: string): string {
  if (state === "open") return dueOn < today ? "Open, and overdue" : "Open";
  const on = closedAt === null ? "" : ` on ${plainDateAt(closedAt)}`;
  return state === "done" ? `Done${on}` : `Dropped${on}`;
}

export function ActionList({ page, form }: { page: ActionsPage; form?: FormState }) {
  const closing = form ? typed(form, "actionId") : page.closing;
  return page.actions.map((action) => (
    <section key={action.id} id={action.id}>
      <h2 className="govuk-heading-m">{action.action}</h2>
      <SummaryList
        rows={[
          { key: "Because", value: action.finding },
          { key: "Owner", value: action.owner },
          { key: "Due", value: plainDate(action.dueOn) },
          { key: "Standing", value: standingOf(action, page.today) },
          ...(action.outcome === null ? [] : [{ key: "What came of it", value: action.outcome }]),
        ]}
      />
      {page.mayClose &&
        action.state === "open" &&
        (action.id === closing ? (
          <Close releaseId={page.id} action={action} form={form} />
        ) : (
          <p className="govuk-body">
            <a
              className="govuk-link"
              href={`${paths.releaseActions(page.id, { action: action.id })}#${action.id}`}
            >
              Close it<span className="govuk-visually-hidden">: {action.action}</span>
            </a>
          </p>
        ))}
    </section>
  ));
}

function Close({ releaseId, action, form }: { releaseId: string; action: Action; form?: FormState }) {
  return (
    <form method="post" action={paths.releaseActions(releaseId)} noValidate>
      <input type="hidden" name="actionId" value={action.id} />
      <Radios
        name="as"
        label="Was it done?"
        items={[
          { value: "done", label: "Done" },
          { value: "dropped", label: "Dropped: it will not be done" },
        ]}
        form={form}
        small
      />
      <TextArea name="outcome" label="What came of it?" hint="Do not name anybody." rows={3} form={form} />
      <SubmitButton variant="secondary">Close the action</SubmitButton>
    </form>
  );
}
