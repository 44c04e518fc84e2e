// How accessible the service is, what is known to be wrong, and whom to tell. Reviewed with every release.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { pageTitle } from "~/web/title";
import { knownGaps, reviewedOn, testedHow } from "./findings";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Accessibility");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { name, serviceName, contactName, contactEmail } = readPartnership(visit);
    return { name, serviceName, contactName, contactEmail };
  });

export default function Accessibility() {
  const { name, serviceName, contactName, contactEmail } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-xl">Accessibility</h1>
        <p className="govuk-body-l">
          {serviceName} is run for {name}. We want everyone to be able to use it.
        </p>
        <p className="govuk-body">You should be able to:</p>
        <ul className="govuk-list govuk-list--bullet">
          <li>do everything with a keyboard alone, or by voice</li>
          <li>zoom in to 400% without scrolling sideways, except in wide tables of figures</li>
          <li>use it with your own colours, and with less movement</li>
          <li>use it with a screen reader</li>
          <li>
            use it without JavaScript: only the register and the questions about training have any, and work
            without
          </li>
          <li>read the figures behind every chart in a table</li>
        </ul>
        <p className="govuk-body">
          <a className="govuk-link" href="https://mcmw.abilitynet.org.uk/">
            AbilityNet
          </a>{" "}
          has advice on making your device easier to use.
        </p>

        <h2 className="govuk-heading-m">How accessible it is</h2>
        <p className="govuk-body">
          We aim to meet level AA of the Web Content Accessibility Guidelines 2.2. The service is partially
          compliant. These are the reasons:
        </p>
        <List items={knownGaps} />

        <h2 className="govuk-heading-m">How we tested it</h2>
        <List items={testedHow} />

        <h2 className="govuk-heading-m">Tell us what does not work</h2>
        <p className="govuk-body">
          Tell us if you cannot use something, or if you need it in another form. That could be large print,
          easy read or a telephone call. Contact {contactName}:{" "}
          <a className="govuk-link" href={`mailto:${contactEmail}`}>
            {contactEmail}
          </a>
          .
        </p>

        <h2 className="govuk-heading-m">If you are not happy with our answer</h2>
        <p className="govuk-body">
          The Equality and Human Rights Commission enforces the accessibility regulations of 2018. They are
          the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations. If
          our answer does not help, contact the{" "}
          <a className="govuk-link" href="https://www.equalityadvisoryservice.com/">
            Equality Advisory and Support Service
          </a>
          .
        </p>
        <p className="govuk-body">This statement was last reviewed on {plainDate(reviewedOn)}.</p>
      </div>
    </div>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
