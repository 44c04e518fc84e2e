// Turning a request away before any page is asked: a small page of its own that costs next to nothing to send.
import type { ServerResponse } from "node:http";
import { paths } from "./paths";
import { problemWords } from "./problem-words";

export type Refusal = {
  status: number;
  words?: { title: string; advice: string };
  /** Seconds until trying again makes sense. */
  after?: number;
  reference?: string;
};

/** @param styles addresses of the stylesheets that every page has */
export type Refuse = (response: ServerResponse, refusal: Refusal) => void;

export const refuseWith =
  (styles: readonly string[]): Refuse =>
  (response, { status, words, after, reference }) => {
    const { title, advice } = words ?? problemWords(status, after);
    const body = page({ title, advice, reference, styles });
    response.statusCode = status;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Length", Buffer.byteLength(body));
    response.setHeader("Cache-Control", "no-store");
    if (after !== undefined) response.setHeader("Retry-After", after);
    if (reference !== undefined) response.setHeader("X-Reference", reference);
    response.end(response.req.method === "HEAD" ? undefined : body);
  };

type Shown = { title: string; advice: string; reference: string | undefined; styles: readonly string[] };

/** Holds only words of our own; nothing that came with the request. */
const page = ({ title, advice, reference, styles }: Shown) => `<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n")}
</head>
<body class="govuk-template__body">
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main-content">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${advice}</p>
${reference === undefined ? "" : `<p class="govuk-body">If it happens again, tell us this reference: <strong>${reference}</strong></p>`}
<p class="govuk-body"><a class="govuk-link" href="${paths.home()}">Go to the home page</a></p>
</main>
</div>
</body>
</html>
`;
