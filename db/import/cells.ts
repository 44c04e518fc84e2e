// What may stand in a cell, and in plain words what to do about one that may not. Pure.
import { z } from "zod";
import { ownDetails, workAddress } from "~/domain/accounts/accounts";
import { isPeriod } from "~/domain/impact/impact.server";
import { type CivilDate, isCivilDate, isWallTime, type WallTime } from "~/shared/civil-time";
import { decimal, wholeNumber } from "~/shared/format";
import { done, type Result, refused } from "~/shared/result";

/** A cell as a message repeats it: short, on one line, without characters that move a terminal's cursor. */
export function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  const letters = [...line];
  return `"${letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : line}"`;
}

const cell = <Value>(read: (text: string) => Result<Value, string>) =>
  z.string().transform((text, ctx): Value => {
    const result = read(text);
    if (result.ok) return result.value;
    ctx.addIssue({ code: "custom", message: result.reason });
    return z.NEVER;
  });

const tooLong = (limit: number) =>
  `is longer than ${wholeNumber(limit)} characters. Shorten it, and check that a quotation mark is not missing.`;

/** Text that must be there. What looks like a formula is text like any other. */
export const requiredText = (limit = 200) =>
  cell((text) => {
    if (text === "") return refused("is blank. Enter it.");
    return [...text].length > limit ? refused(tooLong(limit)) : done(text);
  });

/** Text, or null for a blank cell. */
export const optionalText = (limit = 200) =>
  cell<string | null>((text) =>
    [...text].length > limit ? refused(tooLong(limit)) : done(text === "" ? null : text),
  );

/** The parts of a cell that lists several things; a blank cell lists none. */
function parts<Value>(text: string, read: (part: string) => Result<Value, string>): Result<Value[], string> {
  const values: Value[] = [];
  if (text === "") return done(values);
  for (const part of text.split(";").map((each) => each.trim())) {
    if (part === "") return refused(`${shown(text)} has a ";" with nothing before or after it. Take it out.`);
    const value = read(part);
    if (!value.ok) return value;
    if (values.includes(value.value)) return refused(`${shown(part)} is there twice. Take one out.`);
    values.push(value.value);
  }
  return done(values);
}

function readDate(text: string): Result<CivilDate, string> {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) {
    return refused(
      `${shown(text)} is not a date as this file writes it. Write day/month/year, such as 7/3/23 for 7 March 2023.`,
    );
  }
  const date = `20${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isCivilDate(date)) return done(date);
  const monthFirst = Number(month) > 12 && Number(day) <= 12 ? " It looks as if the month comes first." : "";
  return refused(
    `${shown(text)} is a date that does not exist.${monthFirst} Write day/month/year, such as 7/3/23 for 7 March 2023.`,
  );
}

/** Dates written d/m/yy, several separated by ";", in time order. The century is this one. */
export const dates = cell((text) => {
  const read = parts(text, readDate);
  return read.ok ? done(read.value.sort()) : read;
});

/** A whole number of people; blank is null, because nobody counted. */
export const countUpTo = (most: number) =>
  cell<number | null>((text) => {
    if (text === "") return done(null);
    const advice = `Enter a whole number from 0 to ${wholeNumber(most)}, or leave it blank if nobody recorded it.`;
    if (/^[-−]\s*\d/.test(text)) return refused(`${shown(text)} is below 0. ${advice}`);
    if (!/^\d+$/.test(text)) return refused(`${shown(text)} is not a whole number. ${advice}`);
    return Number(text) > most
      ? refused(`${shown(text)} is more people than can be true. ${advice}`)
      : done(Number(text));
  });

function readMeasureNumber(text: string): Result<string, string> {
  // Both files name measures; upper and lower case must not part them.
  if (/^[\p{L}\p{N}][\p{L}\p{N}.]{0,19}$/u.test(text)) return done(text.toLowerCase());
  return refused(
    `${shown(text)} is not the number of a measure. Write it as in 4 or overall, and several as in 6;8.`,
  );
}

export const measureNumber = cell(readMeasureNumber);
export const measureNumbers = cell((text) => parts(text, readMeasureNumber));

/** A month written 2023-04. */
export const period = cell((text) =>
  isPeriod(text)
    ? done(text)
    : refused(
        `${shown(text)} is not a month as this file writes it. Write year-month, such as 2023-04 for April 2023.`,
      ),
);

/** The largest figure that a measure may have where its unit is not a percentage. */
const largestFigure = 1_000_000;

/** A figure with or without decimals; blank is null. */
export const figure = cell<number | null>((text) => {
  if (text === "") return done(null);
  if (!/^\d+(\.\d+)?$/.test(text) || Number(text) > largestFigure) {
    return refused(
      `${shown(text)} is not a number from 0 to ${wholeNumber(largestFigure)}. Enter the number alone, such as 48 or ${decimal(48.5)}, or leave it blank if there is none.`,
    );
  }
  return done(Number(text));
});

/** A person's name, kept as the form to join keeps it: on one line, without marks that turn a line around. */
export const personName = requiredText(120).pipe(ownDetails.shape.name);

/** What the form to join keeps on one line, or null for a blank cell. */
export const optionalLine = cell<string | null>((text) => {
  const line = ownDetails.shape.team.safeParse(text);
  return line.success ? done(line.data) : refused(tooLong(120));
});

function readAddress(text: string): Result<string, string> {
  if (workAddress.safeParse(text).success) return done(text);
  return refused(`${shown(text)} is not an email address. Write it as in name@example.org.`);
}

export const emailAddress = requiredText(254).pipe(cell(readAddress));
export const optionalEmailAddress = cell<string | null>((text) =>
  text === "" ? done(null) : readAddress(text),
);

/** A day written 2026-11-24, or null for a blank cell. */
export const optionalIsoDate = cell<CivilDate | null>((text) => {
  if (text === "" || isCivilDate(text)) return done(text === "" ? null : text);
  return refused(
    `${shown(text)} is not a date as this file writes it. Write year-month-day, such as 2026-11-24 for 24 November 2026.`,
  );
});

const dayAdvice = "Write year-month-day or day/month/year, such as 2026-11-24 or 24/11/2026.";

/** A day written 2026-11-24, or 24/11/2026 as a British spreadsheet has it; two digits of the year mean this century. */
export const day = requiredText(20).pipe(
  cell<CivilDate>((text) => {
    const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text) ?? [];
    const written =
      date && month && year
        ? `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
        : text;
    if (isCivilDate(written)) return done(written);
    if (written === text) return refused(`${shown(text)} is not a date as this file writes it. ${dayAdvice}`);
    const monthFirst =
      Number(month) > 12 && Number(date) <= 12 ? " It looks as if the month comes first." : "";
    return refused(`${shown(text)} is a date that does not exist.${monthFirst} ${dayAdvice}`);
  }),
);

/** A time written 09:30 or 9:30, on a clock of 24 hours, or null for a blank cell. */
export const optionalTime = cell<WallTime | null>((text) => {
  if (text === "") return done(null);
  const time = text.padStart(5, "0");
  if (isWallTime(time)) return done(time);
  return refused(`${shown(text)} is not a time as this file writes it. Write hours:minutes, such as 09:30.`);
});

/** One of a few words, upper and lower case aside, or null for a blank cell. */
export const optionalOneOf = <Word extends string>(words: readonly Word[]) =>
  cell<Word | null>((text) => {
    if (text === "") return done(null);
    const word = words.find((one) => one === text.toLowerCase().replace(/\s+/g, " "));
    return word === undefined
      ? refused(`${shown(text)} is not a word that this file uses. Write one of: ${words.join(", ")}.`)
      : done(word);
  });
