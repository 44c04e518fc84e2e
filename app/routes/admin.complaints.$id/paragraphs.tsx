// Words that someone typed, line by line as they typed them.
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n+/).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice, and nothing moves
        <p key={index} className="govuk-body">
          {line}
        </p>
      ))}
    </>
  );
}
