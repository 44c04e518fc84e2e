// Who to ask, in the same place on every page, and the statements the law asks for.
export type FooterProps = {
  contactName: string;
  contactEmail: string;
  links: { href: string; label: string }[];
};

export function Footer({ contactName, contactEmail, links }: FooterProps) {
  return (
    <footer className="app-footer">
      <div className="govuk-width-container">
        <p className="app-footer__contact">
          Need help? Contact {contactName}:{" "}
          <a className="govuk-link" href={`mailto:${contactEmail}`}>
            {contactEmail}
          </a>
        </p>
        <ul className="app-footer__links">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="govuk-link app-footer__link">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
