// What a course asks of those who book it, in plain words, wherever somebody may be about to book.
export function BookingRules({ rules, headingLevel = 2 }: { rules: string[]; headingLevel?: 2 | 3 }) {
  const Heading = `h${headingLevel}` as const;
  if (rules.length === 0) return null;
  return (
    <>
      <Heading className="govuk-heading-m">Before you book</Heading>
      <ul className="govuk-list govuk-list--bullet">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  );
}
