// The page around every page: head, header, navigation by role, footer; and the page for when something is wrong.
import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext } from "react";
import { DemoBanner } from "~/components/demo-banner";
import { Footer } from "~/components/footer";
import { Header } from "~/components/header";
import { Navigation } from "~/components/navigation";
import { SkipLink } from "~/components/skip-link";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { readReach } from "~/domain/notifications/notifications.server";
import { enter, wasRefused } from "~/web/enter.server";
import { FaultContext } from "~/web/fault";
import { navigationFor } from "~/web/navigation";
import { paths } from "~/web/paths";
import { problemWords } from "~/web/problem-words";
import { Unreachable } from "~/web/unreachable";
import styles from "./styles/app.scss?url";

export const handle = { access: "public" } as const;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: paths.theme() },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The title of the error page; every other page has its own. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const page = error ? problemWords(statusOf(error)).title : undefined;
  return [{ title: [page, data?.partnership.serviceName].filter(Boolean).join(" – ") }];
};

/** A page that is turned away says in its headers, too, how long to wait. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const after = errorHeaders?.get("Retry-After");
  return new Headers(after ? { "Retry-After": after } : {});
};

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { serviceName, name, contactName, contactEmail, logoPath } = readPartnership(visit);
    return {
      partnership: { serviceName, name, contactName, contactEmail, logoPath },
      person: visit.person ? { name: visit.person.name } : visit.halfSignedIn ? halfSignedIn : null,
      navigation: navigationFor(visit.actor),
      demo: visit.settings.demo,
      unreachable: visit.person && unreachableAt(readReach(visit, visit.person.id)),
      refused: wasRefused(args),
    };
  });

const halfSignedIn = "half signed in" as const;

/** Mail that was called unwanted arrives; whoever called it so is not told on every page. */
const unreachableAt = (stop: ReturnType<typeof readReach>) =>
  stop?.because === "bounced" ? { email: stop.email, since: stop.since } : null;

export function Layout({ children }: { children: React.ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  const current = loaded?.navigation
    .map((item) => item.href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#082f3e" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <SkipLink />
        {loaded?.demo && (
          <DemoBanner text="This is a demonstration. The people are invented and no message leaves it." />
        )}
        {loaded && (
          <>
            <Header
              serviceName={loaded.partnership.serviceName}
              partnershipName={loaded.partnership.name}
              person={loaded.person ?? undefined}
              logo={loaded.partnership.logoPath}
              search
            />
            <Navigation
              items={loaded.navigation.map((item) => ({ ...item, current: item.href === current }))}
            />
          </>
        )}
        <div className="govuk-width-container">
          <main className="govuk-main-wrapper" id="main-content">
            {loaded?.unreachable && !loaded.refused && <Unreachable {...loaded.unreachable} />}
            {children}
          </main>
        </div>
        {loaded && (
          <Footer
            contactName={loaded.partnership.contactName}
            contactEmail={loaded.partnership.contactEmail}
            links={[
              { href: paths.calendar(), label: "Training calendar" },
              { href: paths.releases(), label: "Impact reports" },
              { href: paths.accessibility(), label: "Accessibility" },
              { href: paths.privacy(), label: "Privacy" },
              { href: paths.cookies(), label: "Cookies" },
              ...(loaded.demo ? [{ href: paths.mailTray(), label: "Mail tray (demonstration)" }] : []),
            ]}
          />
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const problem = useRouteError();
  const fault = useContext(FaultContext);
  const loaded = useRouteLoaderData<typeof loader>("root");
  const contact = loaded?.partnership;
  const status = statusOf(problem, fault?.unavailable);
  const words = problemWords(status, waitOf(problem));
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.advice}</p>
      {status >= 500 && fault && (
        <p className="govuk-body">
          If it happens again, tell us this reference: <strong>{fault.reference}</strong>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.courses()}>
          Look at what is on offer
        </a>
        {contact && (
          <>
            {" "}
            or contact {contact.contactName}:{" "}
            <a className="govuk-link" href={`mailto:${contact.contactEmail}`}>
              {contact.contactEmail}
            </a>
          </>
        )}
      </p>
    </>
  );
}

function statusOf(problem: unknown, unavailable = false): number {
  if (isRouteErrorResponse(problem)) return problem.status;
  return unavailable ? 503 : 500;
}

/** How many seconds to wait, where a limit was reached. */
function waitOf(problem: unknown): number | undefined {
  const told: unknown = isRouteErrorResponse(problem) ? problem.data : null;
  if (typeof told !== "object" || told === null || !("retryAfterSeconds" in told)) return undefined;
  return Number(told.retryAfterSeconds);
}
