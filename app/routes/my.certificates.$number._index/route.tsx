// One of my certificates, to read, print, keep as a PDF, or have checked by someone.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { InsetText } from "~/components/inset-text";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { readOwnCertificate } from "~/domain/certificates/certificates.server";
import { duration, plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { qrCodeOf } from "~/web/qr-code.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Certificate: ${data.certificate.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { standing, personName, number, courseTitle, minutes, completedOn, expiresOn } = readOwnCertificate(
      visit,
      args.params.number ?? "",
    );
    const address = visit.settings.publicUrl + paths.verify(number);
    return {
      certificate: { standing, personName, number, courseTitle, minutes, completedOn, expiresOn },
      partnershipName: readPartnership(visit).name,
      address,
      qrCode: await qrCodeOf(address),
    };
  });

const standingInWords = {
  valid: null,
  expired: "This certificate has run out. Book the training again to renew it.",
  withdrawn: "This certificate was withdrawn. It does not count any more.",
} as const;

export default function OneCertificate() {
  const { certificate, partnershipName, address, qrCode } = useLoaderData<typeof loader>();
  const { standing, personName, number, courseTitle, minutes, completedOn, expiresOn } = certificate;
  const words = standingInWords[standing];
  return (
    <>
      <BackLink href={paths.myRecord()} text="My record" />
      {words !== null && <InsetText>{words}</InsetText>}
      <article className="app-certificate">
        <p className="govuk-body-l">{partnershipName}</p>
        <h1 className="govuk-heading-xl">Certificate of attendance</h1>
        <p className="govuk-body-l">
          <strong>
            <bdi>{personName}</bdi>
          </strong>{" "}
          completed
        </p>
        <p className="govuk-heading-l">{courseTitle}</p>
        <p className="govuk-body-l">
          on {plainDate(completedOn)}, {duration(minutes)} of training.
        </p>
        {expiresOn !== null && <p className="govuk-body-l">Valid until {plainDate(expiresOn)}.</p>}
        <p className="govuk-body">
          Number <strong>{number}</strong>. Anyone with this number can check the certificate at{" "}
          <a className="govuk-link" href={paths.verify(number)}>
            {address}
          </a>
        </p>
        <img src={qrCode} width="140" height="140" alt="The address above as a code for a telephone" />
      </article>
      <div className="govuk-button-group app-no-print">
        <ButtonLink href={paths.myCertificatePdf(number)}>Download as a PDF</ButtonLink>
        <span className="govuk-body">Or print this page.</span>
      </div>
    </>
  );
}
