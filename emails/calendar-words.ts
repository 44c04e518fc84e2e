// What letters say of the calendar entry that goes with them: one a letter, the further days in letters of their own.

type Days = { meetings: readonly unknown[] };

const others = "Each further day comes in an email of its own.";

export const invitationInWords = ({ meetings }: Days): string =>
  meetings.length > 1
    ? `A calendar invitation for day 1 is attached. ${others}`
    : "A calendar invitation is attached.";

export const updateInWords = ({ meetings }: Days): string =>
  `${meetings.length > 1 ? `A calendar update for day 1 is attached. ${others}` : "A calendar update is attached."} If your calendar still shows the old entry, please change it yourself.`;

/** `what`: as in "takes it out of your calendar". */
export const withdrawalInWords = ({ meetings }: Days, what: string): string =>
  `${
    meetings.length > 1
      ? `The attached calendar update takes day 1 out of your calendar. ${others}`
      : `The attached calendar update takes ${what} out of your calendar.`
  } If it stays there, please delete it yourself.`;
