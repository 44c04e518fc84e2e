// The frame and the pieces that every letter is made of: one column, large text, no pictures, nothing that tracks.
import type { CSSProperties, ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "react-email";
import type { BookingFacts, SessionFacts } from "~/domain/notifications/notifications";
import { meetingTime } from "~/shared/format";
import type { House } from "./house";

const ink = "#1b1f24";
const blue = "#0b4f8a";
export const text: CSSProperties = { color: ink, fontSize: "17px", lineHeight: "26px", margin: "0 0 18px" };
const small: CSSProperties = { ...text, color: "#4a5058", fontSize: "15px", lineHeight: "23px" };
export const link: CSSProperties = { color: blue, textDecoration: "underline" };
const column: CSSProperties = {
  backgroundColor: "#ffffff",
  borderTop: `6px solid ${blue}`,
  maxWidth: "600px",
  padding: "24px 20px 12px",
};

/** The whole letter. `opening` is the line that mail programs show beside the subject. */
export function Layout(props: {
  house: House;
  heading: string;
  opening: string;
  name: string;
  /** Where such emails are stopped; for optional ones only. */
  stopLink?: string | null;
  children: ReactNode;
}) {
  const { serviceName, contactName, contactEmail, name } = props.house.partnership;
  return (
    <Html lang="en-GB">
      <Head>
        <title>{props.heading}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
      </Head>
      <Body
        lang="en-GB"
        style={{
          backgroundColor: "#f1f3f5",
          fontFamily: "Arial, Helvetica, sans-serif",
          margin: 0,
          padding: 0,
        }}
      >
        <Preview useTitleTag={false}>{props.opening}</Preview>
        <Container style={column}>
          <Text style={{ ...small, fontWeight: 700 }}>{serviceName}</Text>
          <Heading as="h1" style={{ color: ink, fontSize: "26px", lineHeight: "33px", margin: "0 0 18px" }}>
            {props.heading}
          </Heading>
          <Paragraph>{`Hello ${props.name},`}</Paragraph>
          {props.children}
          <Hr style={{ borderTop: "1px solid #c9ced4", margin: "26px 0 18px" }} />
          <Text style={small}>
            {`Questions? Contact ${contactName}: `}
            <Link href={`mailto:${contactEmail}`} style={link}>
              {contactEmail}
            </Link>
          </Text>
          {props.stopLink && (
            <Text style={small}>
              {"You get this email because it may help you. You need not have it. "}
              <Link href={props.stopLink} style={link}>
                Stop these emails
              </Link>
            </Text>
          )}
          <Text style={small}>{`${serviceName}, ${name}`}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={text}>{children}</Text>;

/** The one thing to do next. */
export const MainLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Section style={{ margin: "4px 0 22px" }}>
    <Button
      href={href}
      style={{
        backgroundColor: blue,
        borderRadius: "4px",
        color: "#ffffff",
        fontSize: "17px",
        fontWeight: 700,
        padding: "14px 20px",
      }}
    >
      {children}
    </Button>
  </Section>
);

/** What, when, where and the reference, as short lines that survive any mail program. */
export function BookingDetails({ facts, where = true }: { facts: BookingFacts; where?: boolean }) {
  return <SessionDetails facts={facts} where={where} reference={facts.reference} />;
}

type SessionDetailsProps = { facts: SessionFacts; where?: boolean; reference?: string };

/** The same for someone without a booking: those who teach it. */
export function SessionDetails({ facts, where = true, reference }: SessionDetailsProps) {
  return (
    <Section style={{ borderLeft: "4px solid #c9ced4", margin: "0 0 22px", paddingLeft: "14px" }}>
      <Detail name="Course">{facts.courseTitle}</Detail>
      {facts.meetings.map((meeting) => (
        <Detail key={meeting.id} name={meeting.of > 1 ? `Day ${meeting.number} of ${meeting.of}` : "When"}>
          {meetingTime(meeting)}
        </Detail>
      ))}
      {where && <Detail name="Where">{facts.mode === "online" ? "Online" : facts.place}</Detail>}
      {where && facts.access && <Detail name="Access">{facts.access}</Detail>}
      {reference && <Detail name="Reference">{reference}</Detail>}
    </Section>
  );
}

/** What somebody typed for this letter, line by line: text, whatever it looks like. */
export const TypedText = ({ children }: { children: string }) => (
  <>
    {children.split(/[\r\n]+/).map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice, and nothing moves
      <Paragraph key={index}>{line}</Paragraph>
    ))}
  </>
);

const Detail = ({ name, children }: { name: string; children: ReactNode }) => (
  <Text style={{ ...text, margin: "0 0 10px" }}>
    <strong>{name}</strong>
    <br />
    {children}
  </Text>
);
