// Nothing here: why, and what to do.
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link";

export type EmptyStateProps = {
  title: string;
  text: ReactNode;
  action?: { href: string; label: string };
  headingLevel?: 2 | 3;
};

export function EmptyState({ title, text, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="app-empty">
      <Heading className="app-empty__title">{title}</Heading>
      <p className="app-empty__text">{text}</p>
      {action && (
        <p className="app-empty__action">
          <ButtonLink href={action.href} variant="secondary">
            {action.label}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
