// One of my certificates as a PDF.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { readOwnCertificate } from "~/domain/certificates/certificates.server";
import { certificatePdf } from "~/web/certificate-pdf.server";
import { download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";

export const handle = { access: "signed in" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const certificate = readOwnCertificate(visit, args.params.number ?? "");
    const { name, brandColour } = readPartnership(visit);
    const pdf = await certificatePdf({
      ...certificate,
      partnershipName: name,
      colour: brandColour,
      address: visit.settings.publicUrl + paths.verify(certificate.number),
    });
    return download(`certificate-${certificate.number}.pdf`, "application/pdf", pdf);
  });
