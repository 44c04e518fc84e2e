// The mail that people can do without: kinds that come unless they are stopped, and news that comes to those who ask.
import { Checkboxes } from "~/components/checkboxes";
import { SubmitButton } from "~/components/submit-button";
import { paths } from "~/web/paths";
import { topicInWords } from "~/web/topic-words";
import type { MessagesPage } from "./route";

export function TopicChoice({ page: { topics, stopped } }: { page: MessagesPage }) {
  return (
    <section id="optional">
      <h2 className="govuk-heading-m">Emails you can stop</h2>
      <p className="govuk-body">
        Emails about your own bookings and your account always come. You choose whether you want these.
      </p>
      <form method="post" action={paths.myMessages()} noValidate>
        <Checkboxes
          name="topics"
          label="Send me"
          items={topics.map((topic) => ({
            value: topic,
            label: topicInWords[topic].name,
            hint: topicInWords[topic].what,
          }))}
          initial={topics.filter((topic) => !stopped.includes(topic))}
        />
        <SubmitButton name="intent" value="topics">
          Save my choice
        </SubmitButton>
      </form>
    </section>
  );
}

export function NewsChoice({ page: { news, newsChoices, stopped } }: { page: MessagesPage }) {
  return (
    <section id="news">
      <h2 className="govuk-heading-m">News of the training on offer</h2>
      <p className="govuk-body">{topicInWords["offer news"].what} You get it only if you tick something.</p>
      {news.length > 0 && stopped.includes("offer news") && (
        <p className="govuk-body">
          <strong>You have stopped this news by the link in an email.</strong> Save your choice to get it
          again.
        </p>
      )}
      <form method="post" action={paths.myMessages()} noValidate>
        <Checkboxes
          name="news"
          label="Send me news of"
          items={newsChoices.map(({ about, name }) => ({ value: about, label: name }))}
          initial={news}
          small
        />
        <SubmitButton name="intent" value="news" variant="secondary">
          Save my news
        </SubmitButton>
      </form>
    </section>
  );
}
