// `npm run email`: shows every template with invented facts, on this machine only.
import { createServer } from "node:http";
import type { LetterBytes } from "~/domain/notifications/notifications";
import { isMessageKind, type MessageKind } from "~/domain/notifications/notifications";
import { topicOf } from "~/domain/notifications/notifications.server";
import { composer } from "./compose";
import { sampleHouse, sampleInstant, sampleRecipient, samples } from "./samples";

const port = Number(process.env.PORT || 3030);
const compose = composer(sampleHouse);
const kinds = Object.keys(samples).filter(isMessageKind);

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  );

const slug = (kind: MessageKind, index: number) => `/${kind.replaceAll(" ", "-")}/${index + 1}`;

const page = (title: string, body: string) => `<!doctype html><html lang="en-GB"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>body{font:17px/1.5 Arial,sans-serif;margin:1rem auto;max-width:60rem;padding:0 1rem}
iframe{border:1px solid #888;height:60rem;width:100%}pre{background:#f1f3f5;overflow:auto;padding:1rem;white-space:pre-wrap}</style>
<h1>${escaped(title)}</h1>${body}</html>`;

const list = () =>
  page(
    "Emails",
    `<p>Every name and booking here is invented. Nothing is sent.</p><ul>${kinds
      .flatMap((kind) =>
        samples[kind].map(
          (sample, index) =>
            `<li><a href="${slug(kind, index)}">${escaped(`${kind}: ${sample.title}`)}</a></li>`,
        ),
      )
      .join("")}</ul>`,
  );

const shown = (path: string, { subject, html, text, calendar }: LetterBytes) =>
  page(
    subject,
    `<p><a href="/">All emails</a> · <a href="${path}/html">The HTML alone</a></p>
<iframe title="HTML" sandbox srcdoc="${escaped(html)}"></iframe>
<h2>Text</h2><pre>${escaped(text)}</pre>
<h2>Calendar</h2>${calendar ? `<pre>${escaped(calendar.text)}</pre>` : "<p>None goes with this one.</p>"}`,
  );

async function answer(path: string): Promise<string | null> {
  if (path === "/") return list();
  for (const kind of kinds) {
    for (const [index, sample] of samples[kind].entries()) {
      const here = slug(kind, index);
      if (path !== here && path !== `${here}/html`) continue;
      const topic = topicOf(kind, sample.facts);
      const stop = topic && { personId: "sample-person", topic };
      const bytes = await compose(kind, sample.facts, { to: sampleRecipient, at: sampleInstant, stop });
      return path === here ? shown(here, bytes) : bytes.html;
    }
  }
  return null;
}

const server = createServer(async (request, response) => {
  try {
    const body = await answer(new URL(request.url ?? "/", "http://localhost").pathname);
    response.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(body ?? page("Not found", '<p><a href="/">All emails</a></p>'));
  } catch (problem) {
    // A mistake in a template being edited is shown where its author looks.
    response.writeHead(500, { "content-type": "text/html; charset=utf-8" });
    response.end(page("This template fails", `<pre>${escaped(String(problem))}</pre>`));
  }
});

server.listen(port, "127.0.0.1", () => console.log(`Emails: http://localhost:${port}`));
