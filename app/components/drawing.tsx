// An SVG that says what it shows: title and description for those who cannot see it.
import { type ReactNode, useId } from "react";

export type DrawingProps = {
  title: string;
  desc: string;
  /** In em, so that it grows with the text. */
  height: string;
  className?: string;
  children: ReactNode;
};

export function Drawing({ title, desc, height, className = "app-chart__track", children }: DrawingProps) {
  const id = useId();
  return (
    <svg
      className={className}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      width="100%"
      height={height}
      focusable="false"
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{desc}</desc>
      {children}
    </svg>
  );
}
