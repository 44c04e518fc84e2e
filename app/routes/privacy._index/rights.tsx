// What people can ask of us, and of the regulator, and where to do it.
import { paths } from "~/web/paths";

type Contact = { contactName: string; contactEmail: string };

export function YourRights({ contactName, contactEmail }: Contact) {
  return (
    <>
      <h2 className="govuk-heading-m">Your rights</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Have a copy of what we keep about you:{" "}
          <a className="govuk-link" href={paths.myData()}>
            your data
          </a>{" "}
          (you need to sign in)
        </li>
        <li>
          Put right what is wrong:{" "}
          <a className="govuk-link" href={paths.myDetails()}>
            your details
          </a>
          , or write to us
        </li>
        <li>Ask us to erase it, or to stop using it: write to us</li>
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
        <a className="govuk-link" href={paths.complaint()}>
          Complain to us about how your data is used
        </a>
        . You need no account. A person writes to you within 30 days to say that they have read it.
      </p>
      <p className="govuk-body">
        You can also complain to the Information Commissioner’s Office at any time:
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
