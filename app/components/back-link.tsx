// One step back in a sequence of pages; a landmark of its own, as it stands before the main content.
export type BackLinkProps = { href: string; text?: string };

export function BackLink({ href, text = "Back" }: BackLinkProps) {
  return (
    <nav aria-label="Back">
      <a href={href} className="govuk-back-link">
        {text}
      </a>
    </nav>
  );
}
