// What has just been done (success), or what this person should know before anything else (information).
import { type ReactNode, useId } from "react";

export type NotificationBannerProps = {
  kind: "success" | "information";
  title?: string;
  /** One sentence in bold; anything more goes into `children`. */
  text: string;
  children?: ReactNode;
};

export function NotificationBanner({ kind, title, text, children }: NotificationBannerProps) {
  const titleId = useId();
  const success = kind === "success";
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles take a name
    <div
      className={`govuk-notification-banner${success ? " govuk-notification-banner--success" : ""}`}
      role={success ? "alert" : "region"}
      aria-labelledby={titleId}
      tabIndex={success ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: a page that loads does not announce its alerts; focus does, as govuk's script would
      autoFocus={success}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title ?? (success ? "Success" : "Important")}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{text}</p>
        {children}
      </div>
    </div>
  );
}
