// The rules as those who book read them.
import { InsetText } from "~/components/inset-text";

export function Preview({ preview }: { preview: string[] }) {
  return (
    <InsetText>
      <h2 className="govuk-heading-s">What people read before they book</h2>
      <ul className="govuk-list govuk-list--bullet">
        {preview.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p className="govuk-body">
        What you change below holds for bookings made from then on. Bookings made before stay as they are.
      </p>
    </InsetText>
  );
}
