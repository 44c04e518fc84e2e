// Recovery codes, shown this once: on paper they outlast a lost telephone.
import { ButtonLink } from "~/components/button-link";
import { NotificationBanner } from "~/components/notification-banner";

export function RecoveryCodes(props: { recoveryCodes: string[]; done: string; onward: string }) {
  const { recoveryCodes, done, onward } = props;
  return (
    <>
      <NotificationBanner kind="success" text={done} />
      <h1 className="govuk-heading-l">Keep these recovery codes</h1>
      <p className="govuk-body">
        If you lose your phone, sign in with one of these instead. Each works once. Earlier codes no longer
        work.
      </p>
      <ul className="govuk-list">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{(code.match(/.{1,4}/g) ?? []).join("-")}</code>
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        We show them only now. Print this page, or write them down, and keep them away from your phone.
      </p>
      <ButtonLink href={onward}>I have kept them</ButtonLink>
    </>
  );
}
