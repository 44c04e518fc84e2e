// Where anyone can check a certificate by its number.
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { readNumber } from "~/domain/certificates/certificates";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, data?.typed ? "Error: Check a certificate" : "Check a certificate"),
  { name: "robots", content: "noindex" },
];

/** Only what looks like a number leads on: what was mistyped is said here, and counts for nobody as a guess. */
export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const typed = visit.url.searchParams.get("number")?.trim().slice(0, 60) ?? null;
    const number = readNumber(typed ?? "");
    if (number !== null) throw redirect(paths.verify(number));
    return { typed };
  });

export default function Verify() {
  const { typed } = useLoaderData<typeof loader>();
  const form =
    typed === null
      ? undefined
      : {
          values: { number: typed },
          errors: { number: ["Enter the whole number: four groups of five letters and digits"] },
        };
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary form={form} />
        <h1 className="govuk-heading-xl">Check a certificate</h1>
        <p className="govuk-body-l">
          See whether a certificate of ours is real, and whether it still counts.
        </p>
        <form method="get" action={paths.verify()} noValidate>
          <TextField
            name="number"
            label="Number of the certificate"
            hint="It stands at the foot of the certificate, such as 7K2QX-9MPTR-4HWVB-D3NZC. Capitals and dashes do not matter."
            width={30}
            autoComplete="off"
            spellCheck={false}
            form={form}
          />
          <SubmitButton>Check</SubmitButton>
        </form>
        <p className="govuk-body">
          You see whose it is, what it is for, and until when it counts. Ask the person for the number if you
          do not have it.
        </p>
      </div>
    </div>
  );
}
