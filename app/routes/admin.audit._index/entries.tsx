// The entries found: each name leads to everything by or about that person, each subject to its page.
import { Table } from "~/components/table";
import type { AuditLine, NamedPerson } from "~/domain/audit/audit";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";

export function Entries({ lines, coordinator }: { lines: AuditLine[]; coordinator: boolean }) {
  return (
    <Table
      caption="Entries, the newest first"
      captionSize="hidden"
      dense
      columns={[
        { key: "when", heading: "When" },
        { key: "who", heading: "Who" },
        { key: "what", heading: "What" },
        { key: "about", heading: "About" },
      ]}
      rows={lines.map((line) => ({
        id: String(line.id),
        cells: {
          when: longDateTimeAt(line.at),
          who: <By by={line.by} />,
          what: <What line={line} />,
          about: <About line={line} coordinator={coordinator} />,
        },
      }))}
    />
  );
}

function By({ by }: { by: AuditLine["by"] }) {
  if (by === null) return <>Someone not signed in</>;
  return by === "the service itself" ? <>The service itself</> : <Name person={by} />;
}

// A name may be written from right to left: on its own, it does not turn the words around it.
function Name({ person }: { person: NamedPerson }) {
  return (
    <a className="govuk-link" href={paths.adminAudit({ person: person.personId })}>
      <bdi>{person.name}</bdi>
    </a>
  );
}

function What({ line }: { line: AuditLine }) {
  return (
    <>
      {line.deed}
      {line.detail && (
        <span className="app-line">
          <bdi>{line.detail}</bdi>
        </span>
      )}
      <span className="app-line">From {line.screen}</span>
    </>
  );
}

function About({ line, coordinator }: { line: AuditLine; coordinator: boolean }) {
  const { about, subject } = line;
  const same = subject.kind === "person" && subject.id === about?.personId;
  return (
    <>
      {about && <Name person={about} />}
      {!same && (
        <span className="app-line">
          <a className="govuk-link" href={pageOf(subject, coordinator)}>
            <bdi>{subject.label || nameless(subject)}</bdi>
          </a>
        </span>
      )}
    </>
  );
}

const nameless = ({ kind, id }: AuditLine["subject"]) =>
  id === "unknown" ? `Unknown ${kind}` : `This ${kind}`;

/** The subject's own page where this reader may open one; else everything that happened to it. */
function pageOf({ kind, id }: AuditLine["subject"], coordinator: boolean): string {
  if (kind === "session" && coordinator) return paths.manageSession(id);
  if (kind === "booking" && coordinator) return paths.booking(id);
  if (kind === "person" && id !== "unknown") return paths.adminPerson(id);
  if (kind === "agency") return paths.adminAgency(id);
  if (kind === "complaint") return paths.adminComplaint(id);
  return paths.adminAudit({ subject: kind, id });
}
