// The one cookie there is, told from the code that makes it.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Table } from "~/components/table";
import { counted } from "~/shared/format";
import { keepSignedIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Cookies");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const cookie = await keepSignedIn("a secret", visit.settings);
    const seconds = Number(/Max-Age=(\d+)/i.exec(cookie)?.[1] ?? "0");
    return { name: cookie.split("=", 1)[0] ?? "", days: Math.round(seconds / 86_400) };
  });

export default function Cookies() {
  const { name, days } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-xl">Cookies</h1>
        <p className="govuk-body-l">
          This service puts one cookie on your device, and only when you sign in.
        </p>
        <p className="govuk-body">
          A cookie is a small file that a website keeps on your phone or computer. Ours keeps you signed in.
          Signing in cannot work without it, so we do not ask you to agree to it.
        </p>
        <Table
          caption="The cookie"
          columns={[
            { key: "name", heading: "Name" },
            { key: "purpose", heading: "What it does" },
            { key: "expires", heading: "How long it lasts" },
          ]}
          rows={[
            {
              id: name,
              cells: {
                name,
                purpose: "Keeps you signed in. It holds a random secret and nothing about you.",
                expires: `${counted(days, "day")} after you last use the service, or until you sign out`,
              },
            },
          ]}
        />
        <p className="govuk-body">
          There are no cookies to count visits, to advertise or to share. You can look at what is on offer
          without any cookie.
        </p>
      </div>
    </div>
  );
}
