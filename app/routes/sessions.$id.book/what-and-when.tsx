// What is being booked, so that it stays in sight on each page.
import { SessionDates } from "~/web/session-result";
import type { BookingPage } from "./route";

export function WhatAndWhen({ page }: { page: BookingPage }) {
  return (
    <p className="govuk-body">
      <strong className="app-line">{page.courseTitle}</strong>
      <SessionDates dates={page.dates} />
      <span className="app-line">{page.where}</span>
    </p>
  );
}
