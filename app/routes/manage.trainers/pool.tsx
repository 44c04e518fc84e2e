// Everyone in the pool with what each may teach and until when.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PoolPage } from "./route";

type Trainer = PoolPage["pool"][number];

export function Pool({ page }: { page: PoolPage }) {
  if (page.pool.length === 0) {
    return (
      <EmptyState
        title="Nobody is in the pool yet"
        text="Add people who have an account, then approve them for a course."
      />
    );
  }
  return (
    <Table
      caption="Who may teach what, and until when"
      dense
      columns={[
        { key: "name", heading: "Name" },
        { key: "agency", heading: "Agency" },
        { key: "courses", heading: "May teach" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={page.pool.map((trainer) => ({
        id: trainer.personId,
        cells: {
          name: <Name trainer={trainer} today={page.today} />,
          agency: trainer.agencyName,
          courses: <Approvals trainer={trainer} page={page} />,
          action: (
            <a
              className="govuk-link"
              href={`${paths.manageTrainers()}?person=${encodeURIComponent(trainer.personId)}#approve`}
            >
              Approve<span className="govuk-visually-hidden"> {trainer.name} for a course</span>
            </a>
          ),
        },
      }))}
    />
  );
}

function Name({ trainer, today }: { trainer: Trainer; today: string }) {
  return (
    <>
      {trainer.name}
      {trainer.kind === "lived experience" && (
        <span className="app-line govuk-!-font-weight-regular">Lived experience</span>
      )}
      {trainer.leftOn !== null && (
        <span className="app-line">
          <Tag colour="grey">{`${trainer.leftOn < today ? "Left" : "Leaves"} ${plainDate(trainer.leftOn)}`}</Tag>
        </span>
      )}
    </>
  );
}

function Approvals({ trainer, page }: { trainer: Trainer; page: PoolPage }) {
  if (trainer.approvals.length === 0) return <>Nothing yet</>;
  return (
    <>
      {trainer.approvals.map(({ courseId, courseTitle, until }) => (
        <span key={courseId} className="app-line">
          {courseTitle}, until {plainDate(until)}
          {until < page.today ? (
            <>
              {" "}
              <Tag colour="grey">Ended</Tag>
            </>
          ) : (
            until < page.soon && (
              <>
                {" "}
                <Tag colour="orange">Ends soon</Tag>
              </>
            )
          )}
        </span>
      ))}
    </>
  );
}
