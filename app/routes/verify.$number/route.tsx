// What a certificate's number is worth today, for whoever has the number.
import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { readNumber } from "~/domain/certificates/certificates";
import { verifyCertificate } from "~/domain/certificates/certificates.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { NotKnown, Standing } from "./standing";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle(matches, "Check a certificate"),
  { name: "robots", content: "noindex" },
];

/** It says somebody's name: kept by nobody, and found by no search. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const kept = new Headers({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
  const after = errorHeaders?.get("Retry-After");
  if (after) kept.set("Retry-After", after);
  return kept;
};

/** Only wrong numbers count against the limit: whoever checks many real ones, such as a personnel office, is not stopped. */
export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const taken = await visit.limits.take("certificatesFromClient", visit.address);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const asked = args.params.number ?? "";
    const number = readNumber(asked);
    const certificate = number === null ? null : verifyCertificate(visit, number);
    if (certificate === null) return data({ certificate }, { status: 404 });
    await visit.limits.giveBack("certificatesFromClient", visit.address);
    if (number !== null && number !== asked) throw redirect(paths.verify(number));
    return data({ certificate });
  });

export default function VerifyNumber() {
  const { certificate } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.verify()} text="Check another certificate" />
        {certificate === null ? <NotKnown /> : <Standing certificate={certificate} />}
      </div>
    </div>
  );
}
