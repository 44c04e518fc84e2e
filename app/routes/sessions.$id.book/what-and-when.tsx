// What is being booked, so that it stays in sight on each page.
import { SessionDates } from "~/web/session-result";
import type { BookingPage } from "./page-data.server";

export function WhatAndWhen({ page }: { page: Pick<BookingPage, "courseTitle" | "dates" | "where"> }) {
  return (
    <p className="govuk-body">
      <strong className="app-line">{page.courseTitle}</strong>
      <SessionDates dates={page.dates} />
      <span className="app-line">{page.where}</span>
    </p>
  );
}
