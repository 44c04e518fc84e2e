// What people can ask of us, and of the regulator.
type Contact = { contactName: string; contactEmail: string };

export function YourRights({ contactName, contactEmail }: Contact) {
  return (
    <>
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">You can ask us:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>for a copy of what we keep about you</li>
        <li>to put right what is wrong</li>
        <li>to delete it, or to stop using it</li>
      </ul>
      <p className="govuk-body">
        Write to {contactName}:{" "}
        <a className="govuk-link" href={`mailto:${contactEmail}`}>
          {contactEmail}
        </a>
        . We answer within one month. If we cannot do what you ask, we say why.
      </p>
    </>
  );
}

export function Complain() {
  return (
    <>
      <h2 className="govuk-heading-m">If you are not happy</h2>
      <p className="govuk-body">
        Tell us first, if you can. You can also complain to the Information Commissioner’s Office at any time:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">
            ico.org.uk/make-a-complaint
          </a>
        </li>
        <li>telephone 0303 123 1113</li>
        <li>Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF</li>
      </ul>
    </>
  );
}
