// Every cookie there is, told from the list that makes them.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Table } from "~/components/table";
import { cookieList } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { pageTitle } from "~/web/title";
import { type CookieKind, cookieWords, spanOf } from "./words";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Cookies");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    // Browsers tie a cookie with this beginning to one host; they keep it only where the connection is safe.
    const beginning = visit.settings.publicUrl.startsWith("https://") ? "__Host-" : "";
    const kinds = Object.keys(cookieList) as CookieKind[];
    return {
      cookies: kinds.map((kind) => {
        const { name, seconds } = cookieList[kind];
        return { name: beginning + name, seconds, ...cookieWords[kind] };
      }),
    };
  });

export default function Cookies() {
  const { cookies } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-xl">Cookies</h1>
        <p className="govuk-body-l">
          This service keeps cookies on your device only when you sign in, make an account or scan the code at
          a session.
        </p>
        <p className="govuk-body">
          A cookie is a small file that a website keeps on your phone or computer. Signing in cannot work
          safely without these, so we do not ask you to agree to them.
        </p>
        <Table
          caption="The cookies"
          columns={[
            { key: "name", heading: "Name" },
            { key: "purpose", heading: "What it does" },
            { key: "when", heading: "When it is kept" },
            { key: "expires", heading: "How long it lasts" },
          ]}
          rows={cookies.map(({ name, purpose, when, seconds, until }) => ({
            id: name,
            cells: { name, purpose, when, expires: `${spanOf(seconds)} ${until}` },
          }))}
        />
        <p className="govuk-body">
          A trainer’s phone also keeps the register that they have open, for half a day, and the marks that
          they make, until these are sent. So a register can be taken where there is no signal. Signing out
          removes both.
        </p>
        <p className="govuk-body">
          There are no cookies to count visits, to advertise or to share. You can look at what is on offer
          without any cookie.
        </p>
      </div>
    </div>
  );
}
