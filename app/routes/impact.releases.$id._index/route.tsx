// One impact report: the paper itself, and for those who read figures what may be done with it and what was said of it.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import {
  backToDraft,
  commentOnRelease,
  readRelease,
  recomputeRelease,
  sendForReview,
} from "~/domain/impact/impact.server";
import { doneIn } from "~/web/done";
import { enter, type Visit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { freezeRefusals } from "~/web/release-outline-form";
import { ReleasePaper } from "~/web/release-paper";
import { releaseName } from "~/web/release-words";
import { pageTitle } from "~/web/title";
import { Comments } from "./comments";
import { Files } from "./files";
import { commentForm, commentOrder, commentRefusals, doneInWords } from "./release-forms";
import { Standing } from "./standing";
import { Withdrawn } from "./withdrawn";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, page ? releaseName(page.release) : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const release = readRelease(visit, args.params.id ?? "");
    const checked = release.inside !== null && visit.url.searchParams.get("check") === "yes";
    return {
      release,
      done: doneIn(doneInWords, visit.url.searchParams),
      check: checked ? { same: recomputeRelease(visit, release.id) } : null,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    // Whether it may be known of at all comes before what is asked of it.
    const { id } = readRelease(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    if (posted.get("intent") === "comment") return comment(visit, id, posted);
    const sends = posted.get("intent") === "send";
    const moved = sends ? sendForReview(visit, id) : backToDraft(visit, id);
    if (!moved.ok) {
      const why =
        moved.reason === "not in review" ? "This report is not in review" : freezeRefusals[moved.reason];
      return showAgain(formWith(posted, { "": why }));
    }
    throw redirect(paths.release(id, { done: sends ? "sent" : "back" }));
  });

function comment(visit: Visit, id: string, posted: FormData) {
  const read = readForm(posted, commentForm);
  if (!read.ok) return showAgain(read.form);
  const said = commentOnRelease(visit, id, read.value);
  if (!said.ok) return showAgain(formWith(posted, commentRefusals[said.reason]));
  throw redirect(`${paths.release(id, { done: "commented" })}#comments`);
}

export type ReleasePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Release() {
  const { release, done, check } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { paper, inside } = release;
  if (!paper) return <Withdrawn release={release} />;
  return (
    <>
      <BackLink href={paths.releases()} text="Impact reports" />
      <ErrorSummary form={form} order={commentOrder} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      {inside && <Standing release={release} inside={inside} check={check} />}
      <ReleasePaper release={release} paper={paper} />
      {release.state !== "draft" && <Files release={release} />}
      {inside && <Comments release={release} inside={inside} form={form} />}
    </>
  );
}
