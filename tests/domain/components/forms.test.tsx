// Form pieces: what was refused leads to its field, what was typed stays, what is left blank stays blank.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Checkboxes } from "~/components/checkboxes";
import { DateField } from "~/components/date-field";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { fieldId } from "~/components/field";
import { MarkField } from "~/components/mark-field";
import { PasswordField } from "~/components/password-field";
import { Radios } from "~/components/radios";
import { ScaleField } from "~/components/scale-field";
import { Select } from "~/components/select";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { emptyForm, type FormState } from "~/shared/form-state";

const days = [
  { value: "tue", label: "Tuesday" },
  { value: "wed", label: "Wednesday" },
];

const refused: FormState = {
  values: { name: "Ann & co", email: "ann@", password: "secret-secret", notes: "<b>", when: "31" },
  errors: {
    "": ["This form was open in another tab"],
    when: ["Enter a real date"],
    name: ["Enter your full name", "Enter 100 characters or fewer"],
    email: ["Enter an email address in the correct format, like name@example.org"],
    password: ["Enter a password of 12 characters or more"],
    agency: ["Select your agency"],
    mode: ["Select how you want to join"],
    days: ["Select the days you can come"],
    notes: ["Enter 500 characters or fewer"],
    "answers[3].score": ["Select a number from 0 to 10"],
    "mark.7": ["Select a mark for Dev Patel"],
    unused: [],
  },
};

const page = renderToStaticMarkup(
  <form method="post">
    <ErrorSummary form={refused} order={["name", "email"]} />
    <TextField name="name" label="Full name" form={refused} hint="As on your certificate" />
    <EmailField name="email" label="Work email address" form={refused} />
    <PasswordField name="password" label="Password" form={refused} autoComplete="new-password" />
    <Select name="agency" label="Agency" form={refused} placeholder="Select an agency" items={[]} />
    <Radios name="mode" label="How do you want to join?" form={refused} items={days} />
    <Checkboxes name="days" label="Which days?" form={refused} items={days} initial={["tue"]} />
    <TextArea name="notes" label="Notes" form={refused} />
    <DateField name="when" label="When?" form={refused} />
    <ScaleField name="answers[3].score" label="How confident are you?" form={refused} />
    <MarkField name="mark.7" person="Dev Patel" form={refused} />
  </form>,
);

function all(markup: string, pattern: RegExp): string[] {
  return [...markup.matchAll(pattern)].map((match) => match[1] ?? "");
}

describe("the error summary", () => {
  const links = all(page, /<a href="#([^"]+)"/g);

  test("leads to a field that is on the page, for every message", () => {
    expect(links).toHaveLength(10);
    for (const id of links) {
      expect(all(page, new RegExp(`<(?:input|select|textarea)[^>]* id="(${id})"`, "g"))).toEqual([id]);
    }
  });

  test("keeps the order of the page and says what is wrong with the form as a whole", () => {
    expect(links.slice(0, 2)).toEqual([fieldId("name"), fieldId("email")]);
    expect(page).toContain("<li>This form was open in another tab</li>");
    expect(page).toContain("There is a problem");
  });

  test("takes focus without a script, and is absent when nothing is wrong", () => {
    expect(page).toMatch(/class="govuk-error-summary" tabindex="-1" autofocus=""/);
    expect(renderToStaticMarkup(<ErrorSummary form={emptyForm} />)).toBe("");
    expect(renderToStaticMarkup(<ErrorSummary />)).toBe("");
  });

  test("says the same words at the field, tied to it", () => {
    expect(page).toMatch(
      /<p id="field-name-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:<\/span> Enter your full name<\/p>/,
    );
    expect(page).toMatch(/<input id="field-name"[^>]* aria-describedby="field-name-hint field-name-error"/);
    expect(page).toMatch(/<fieldset class="govuk-fieldset" aria-describedby="field-days-error">/);
  });
});

describe("what was typed", () => {
  test("is shown again, escaped, but never a password", () => {
    expect(page).toContain('value="Ann &amp; co"');
    expect(page).toContain(">&lt;b&gt;</textarea>");
    expect(page).not.toContain("secret-secret");
  });

  test("boxes that were unticked stay unticked; a first visit shows what is known", () => {
    expect(page).not.toMatch(/value="tue"[^>]*checked|checked[^>]*value="tue"/);
    const fresh = renderToStaticMarkup(
      <Checkboxes name="days" label="Which days?" items={days} form={emptyForm} initial={["tue"]} />,
    );
    expect(all(fresh, /<input[^>]*checked=""[^>]*value="([^"]*)"/g)).toEqual(["tue"]);
  });

  test("ids are unique, and no two of a group are the same", () => {
    const ids = all(page, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the scale", () => {
  const chosen = (form?: FormState, initial?: string) =>
    all(
      renderToStaticMarkup(<ScaleField name="q" label="How confident?" form={form} initial={initial} />),
      /<input[^>]*checked=""[^>]*value="([^"]*)"/g,
    );

  test("offers 0 to 10 and an empty answer, with words at 0, 5 and 10", () => {
    const markup = renderToStaticMarkup(<ScaleField name="q" label="How confident?" />);
    expect(all(markup, /<input[^>]*value="([^"]*)"/g)).toEqual([..."0 1 2 3 4 5 6 7 8 9 10".split(" "), ""]);
    for (const words of ["not at all", "moderately", "fully", "Prefer not to say"]) {
      expect(markup).toContain(words);
    }
    expect(markup).not.toContain("required");
  });

  test("nothing is chosen for anyone; blank is a choice that is kept; zero is not blank", () => {
    expect(chosen()).toEqual([]);
    expect(chosen(undefined, "7")).toEqual(["7"]);
    expect(chosen({ values: { q: "0" }, errors: {} })).toEqual(["0"]);
    expect(chosen({ values: { q: "" }, errors: {} })).toEqual([""]);
    expect(chosen({ values: { other: "x" }, errors: {} }, "7")).toEqual([]);
  });
});

describe("a mark on a register", () => {
  test("stands at not marked until marked, and can be taken back", () => {
    const markup = renderToStaticMarkup(<MarkField name="mark.1" person="Amira Hassan" />);
    expect(all(markup, /<input[^>]*value="([^"]*)"/g)).toEqual([
      "present",
      "late",
      "left-early",
      "absent",
      "excused",
      "",
    ]);
    expect(all(markup, /<input[^>]*checked=""[^>]*value="([^"]*)"/g)).toEqual([""]);
    expect(markup).toContain("Clear mark");
    const marked = renderToStaticMarkup(<MarkField name="mark.1" person="Amira Hassan" initial="late" />);
    expect(all(marked, /<input[^>]*checked=""[^>]*value="([^"]*)"/g)).toEqual(["late"]);
  });
});
