// A session that can be seen but not booked yet: from when.
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { paths } from "~/web/paths";
import type { BookingPage } from "./page-data.server";
import { WhatAndWhen } from "./what-and-when";

export function NotOpenYet({ page }: { page: BookingPage }) {
  return (
    <>
      <BackLink href={paths.session(page.sessionId)} />
      <h1 className="govuk-heading-l">Booking is not open yet</h1>
      <WhatAndWhen page={page} />
      <p className="govuk-body">Booking opens on {page.opensOn}. Come back then to book a place.</p>
      <ButtonLink href={paths.courses()} variant="secondary">
        Look at other courses
      </ButtonLink>
    </>
  );
}
