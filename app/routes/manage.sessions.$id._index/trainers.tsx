// Who teaches the session; put someone from the pool on it, or take someone off.
import { Checkboxes } from "~/components/checkboxes";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import type { FormState } from "~/shared/form-state";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { answerInWords, type Candidate, partInWords } from "./assignment";
import type { ManagedPage } from "./route";

export function Trainers({ page, form }: { page: ManagedPage; form?: FormState }) {
  const { session, candidates } = page;
  const over = session.status === "cancelled" || session.status === "delivered";
  return (
    <section id="trainers">
      <h2 className="govuk-heading-m">Trainers</h2>
      {session.trainers.length === 0 && (
        <p className="govuk-body">
          <Tag colour="red">No trainer</Tag> Nobody is on this session.
        </p>
      )}
      {session.trainers.length === 1 && !over && (
        <p className="govuk-body">
          <Tag colour="orange">One trainer</Tag> One more is needed.
        </p>
      )}
      {session.trainers.length > 1 && !over && oneAgency(session.trainers) && (
        <p className="govuk-body">
          <Tag colour="orange">Trainers of one agency</Tag> One of another agency would show another side.
        </p>
      )}
      {session.trainers.length > 0 && <TrainersTable session={session} over={over} />}
      {!over && <AssignForm sessionId={session.id} candidates={candidates} form={form} />}
    </section>
  );
}

const oneAgency = (trainers: ManagedPage["session"]["trainers"]) =>
  new Set(trainers.map(({ agencyName }) => agencyName)).size === 1;

type TableProps = { session: ManagedPage["session"]; over: boolean };

function TrainersTable({ session: { id: sessionId, status, trainers }, over }: TableProps) {
  return (
    <Table
      caption="Who teaches this session"
      captionSize="hidden"
      columns={[
        { key: "name", heading: "Name" },
        { key: "agency", heading: "Agency" },
        { key: "part", heading: "Part" },
        { key: "answer", heading: "Answer" },
        ...(over ? [] : [{ key: "action", heading: "Action", headingHidden: true }]),
      ]}
      rows={trainers.map((trainer) => ({
        id: trainer.personId,
        cells: {
          name: trainer.name,
          agency: trainer.agencyName,
          part: partInWords[trainer.part],
          answer:
            trainer.confirmedAt === null ? (
              <Tag colour={status === "draft" ? "grey" : "orange"}>
                {answerInWords(trainer.confirmedAt, status)}
              </Tag>
            ) : (
              answerInWords(trainer.confirmedAt, status)
            ),
          action: (
            <form method="post" action={paths.manageSession(sessionId)}>
              <input type="hidden" name="personId" value={trainer.personId} />
              <SubmitButton name="intent" value="take off" variant="secondary" hidden={trainer.name}>
                Take off
              </SubmitButton>
            </form>
          ),
        },
      }))}
    />
  );
}

type AssignProps = { sessionId: string; candidates: Candidate[]; form?: FormState };

function AssignForm({ sessionId, candidates, form }: AssignProps) {
  if (candidates.length === 0) {
    return (
      <p className="govuk-body">
        Nobody else in the pool is approved for this course.{" "}
        <a className="govuk-link" href={`${paths.manageTrainers()}#approve`}>
          Approve someone in the training pool
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={paths.manageSession(sessionId)} noValidate>
      <h3 className="govuk-heading-s">Put a trainer on this session</h3>
      <Select
        name="personId"
        label="Trainer"
        hint="Only people who are approved for this course, with the last day of their approval."
        placeholder="Select a trainer"
        items={candidates.map((candidate) => ({ value: candidate.personId, label: inWords(candidate) }))}
        form={form}
      />
      <Radios
        name="part"
        label="What they will do"
        items={Object.entries(partInWords).map(([value, label]) => ({ value, label }))}
        small
        form={form}
      />
      <Checkboxes
        name="agreed"
        label="Have they said so already?"
        optional
        items={[
          {
            value: "yes",
            label: "They have told us that they can",
            hint: "Otherwise we ask them by email, once the session is published.",
          },
        ]}
        small
        form={form}
      />
      <SubmitButton name="intent" value="assign" variant="secondary">
        Put on this session
      </SubmitButton>
    </form>
  );
}

function inWords({ name, agencyName, lived, until, endsBefore }: Candidate): string {
  const approved = `${endsBefore ? "only " : ""}until ${plainDate(until)}`;
  return `${name}, ${agencyName}${lived ? " (lived experience)" : ""}, ${approved}`;
}
