// Complaints about how people's data is used: which wait, and until when by law.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { listComplaints } from "~/domain/personal-data/personal-data.server";
import { plainDateAt } from "~/shared/format";
import { ComplaintStandingWords } from "~/web/complaint-standing";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator", "admin"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Data complaints");

const most = 100;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => listComplaints(visit, { answered: most }));

export default function Complaints() {
  const { open, answered } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.admin()} text="Admin" />
      <h1 className="govuk-heading-xl">Data complaints</h1>
      <p className="govuk-body">
        By law a person must acknowledge a complaint within 30 days. Looking into it starts at once.
      </p>
      {open.length === 0 ? (
        <EmptyState
          title="No complaint waits"
          text="When someone complains about how their data is used, it shows here and the partnership gets an email."
        />
      ) : (
        <Complained caption="Waiting" complaints={open} />
      )}
      {answered.length > 0 && (
        <Complained
          caption={answered.length === most ? `The newest ${most} that were answered` : "Answered"}
          complaints={answered}
        />
      )}
    </>
  );
}

function Complained(list: {
  caption: string;
  complaints: ReturnType<typeof useLoaderData<typeof loader>>["open"];
}) {
  return (
    <Table
      caption={list.caption}
      columns={[
        { key: "reference", heading: "Reference" },
        { key: "from", heading: "From" },
        { key: "received", heading: "Received" },
        { key: "standing", heading: "Where it stands" },
      ]}
      rows={list.complaints.map(({ id, reference, name, receivedAt, standing }) => ({
        id,
        cells: {
          reference: (
            <a className="govuk-link" href={paths.adminComplaint(id)}>
              {reference}
            </a>
          ),
          from: name,
          received: plainDateAt(receivedAt),
          standing: <ComplaintStandingWords standing={standing} />,
        },
      }))}
    />
  );
}
