// One requirement: how I stand, how often it is renewed and for which board, and what to book.
import { BoardMark } from "~/components/board-mark";
import { Tag } from "~/components/tag";
import type { CourseToBook, Need } from "~/domain/needs/needs";
import { longDate, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { placeOf, placesInWords } from "~/web/session-result";
import { renewalInWords, statusInWords } from "./needs-in-words";

export function NeedItem({ need }: { need: Need }) {
  return (
    <li className="app-result">
      <div className="app-result__body">
        <div className="app-result__heading">
          <h3 className="app-result__title">{need.name}</h3>
          <Exception need={need} />
        </div>
        <p className="app-result__summary">{statusInWords(need.status)}</p>
        <dl className="app-result__facts">
          <div className="app-result__fact">
            <dt className="app-result__key">Needed</dt>
            <dd className="app-result__value">
              {renewalInWords(need.renewMonths)}, for <BoardMark {...need.board} short />
            </dd>
          </div>
          <WhatToBook need={need} />
        </dl>
      </div>
    </li>
  );
}

function Exception({ need }: { need: Need }) {
  if (need.status.kind === "gap") return <Tag colour="red">Gap</Tag>;
  if (need.status.kind === "unknown") return <Tag colour="grey">Not known</Tag>;
  return need.dueSoon ? <Tag colour="yellow">Renew soon</Tag> : null;
}

function WhatToBook({ need }: { need: Need }) {
  const { status, courses, booked } = need;
  if (booked) {
    return (
      <Fact heading="Your place">
        <a className="govuk-link" href={paths.booking(booked.bookingId)}>
          {booked.courseTitle}, {longDate(booked.on)}
        </a>
      </Fact>
    );
  }
  if (status.kind === "held" && status.until === null) return null;
  if (courses.length === 0) return <Fact heading="To book">No course on offer teaches this yet.</Fact>;
  const later = status.kind === "held" && !need.dueSoon && status.until !== null;
  return (
    <Fact heading={later ? "To renew" : "To book"}>
      <ul className="govuk-list app-dates">
        {courses.map((course) => (
          <li key={course.slug}>{later ? <CourseLink course={course} /> : <NextDate course={course} />}</li>
        ))}
      </ul>
    </Fact>
  );
}

function Fact({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <div className="app-result__fact">
      <dt className="app-result__key">{heading}</dt>
      <dd className="app-result__value">{children}</dd>
    </div>
  );
}

const CourseLink = ({ course }: { course: CourseToBook }) => (
  <a className="govuk-link" href={paths.course(course.slug)}>
    {course.title}
  </a>
);

function NextDate({ course: { next, ...course } }: { course: CourseToBook }) {
  const first = next?.dates[0];
  if (!next || !first) {
    return (
      <>
        <CourseLink course={{ ...course, next }} />
        <span className="app-line">No date yet</span>
      </>
    );
  }
  return (
    <>
      <a className="govuk-link" href={paths.session(next.id)}>
        {course.title}, {plainDate(first.date)}
      </a>
      <span className="app-line">
        {placeOf(next)}. {placesInWords(next)}
      </span>
    </>
  );
}
