// Slides, handouts and reading for those with a place.
import type { BookingPage } from "./page-data.server";

export function Materials({ materials }: Pick<BookingPage, "materials">) {
  if (materials.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Materials</h2>
      <ul className="govuk-list govuk-list--bullet">
        {materials.map(({ id, title, url }) => (
          <li key={id}>
            <a className="govuk-link" href={url}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
