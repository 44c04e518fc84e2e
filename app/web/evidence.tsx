// What somebody gave as proof: a link where it is nothing but one, words otherwise.
export function Evidence({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return <bdi>{text}</bdi>;
  return (
    <a className="govuk-link" href={text} rel="noreferrer nofollow ugc">
      {text}
    </a>
  );
}
