// The partnership's colour as a stylesheet: its shades are mixed by the browser, and replace the sea blue.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { enter } from "~/web/enter.server";

export const handle = { access: "public" } as const;

/** How much black or white goes into each shade, in percent; 700 is the colour itself. */
const shades: [number, "black" | "white", number][] = [
  [900, "black", 46],
  [800, "black", 24],
  [700, "white", 0],
  [600, "white", 14],
  [500, "white", 32],
  [300, "white", 58],
  [200, "white", 78],
  [100, "white", 90],
  [50, "white", 95],
];

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { brandColour } = readPartnership(visit);
    // Anything but a colour would be text in a stylesheet, so it is left out.
    const lines = /^#[0-9a-f]{6}$/i.test(brandColour)
      ? shades.map(
          ([name, into, percent]) =>
            `--app-brand-${name}:color-mix(in srgb,${brandColour},${into} ${percent}%)`,
        )
      : [];
    const govuk = [
      "--govuk-brand-colour:var(--app-brand-700)",
      "--govuk-link-colour:var(--app-brand-700)",
      "--govuk-link-hover-colour:var(--app-brand-900)",
      "--govuk-surface-background-colour:var(--app-brand-50)",
      "--govuk-surface-border-colour:var(--app-brand-300)",
      "--govuk-template-background-colour:var(--app-brand-100)",
    ];
    const css = lines.length > 0 ? `:root{${[...lines, ...govuk].join(";")}}` : "";
    return new Response(css, {
      headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "max-age=3600" },
    });
  });
