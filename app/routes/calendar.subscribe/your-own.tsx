// A person's own bookings and teaching by a secret address, and the ways to change or end it.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { WarningText } from "~/components/warning-text";
import { paths } from "~/web/paths";
import { Address } from "./choose";
import type { SubscribePage } from "./page-data.server";

export function YourOwn({ own }: Pick<SubscribePage, "own">) {
  return (
    <>
      <h2 className="govuk-heading-l">Your own training</h2>
      <Words own={own} />
    </>
  );
}

function Words({ own }: Pick<SubscribePage, "own">) {
  switch (own.state) {
    case "stranger":
      return (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.signIn(paths.calendarSubscribe())}>
            Sign in
          </a>{" "}
          to get an address of your own. It shows the sessions you have a place on, and those you teach.
        </p>
      );
    case "none":
      return (
        <>
          <p className="govuk-body">
            It shows the sessions you have a place on, and those you teach. Nobody else’s name is in it, and
            no joining link.
          </p>
          <Deed deed="make" words="Make my calendar address" />
        </>
      );
    case "made":
      return <Made own={own} />;
  }
}

function Made({ own }: { own: Extract<SubscribePage["own"], { state: "made" }> }) {
  return (
    <>
      <WarningText>
        Whoever has this address can see which training you go to. Give it to your calendar program only.
      </WarningText>
      <Address name="own-address" label="Your secret address" address={own.address} />
      <InsetText>
        Made on {own.madeOn}.{" "}
        {own.lastUsed === null
          ? "No calendar program has asked for it yet."
          : `A calendar program last asked for it on ${own.lastUsed}, give or take an hour.`}
      </InsetText>
      <p className="govuk-body">
        Has somebody else seen it? Make a new one. The old address stops at once, so put the new one into your
        calendar program.
      </p>
      <div className="govuk-button-group">
        <Deed deed="replace" words="Make a new secret address" />
        <Deed deed="end" words="Stop my calendar address" />
      </div>
    </>
  );
}

function Deed({ deed, words }: { deed: "make" | "replace" | "end"; words: string }) {
  return (
    <form method="post" action={paths.calendarSubscribe()} noValidate>
      <SubmitButton name="deed" value={deed} variant={deed === "make" ? "primary" : "secondary"}>
        {words}
      </SubmitButton>
    </form>
  );
}
