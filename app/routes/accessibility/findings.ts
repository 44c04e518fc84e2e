// What testing has found so far. Put a gap here when it is found, and take it out when it is closed and tested.

/** Change it only after looking at every line here again. */
export const reviewedOn = "2026-11-22";

export const testedHow = [
  "We ran the automatic checks of axe on the pages of trainers and coordinators and on these statements. They found nothing. Newer pages, such as those for your account and for administrators, are still to be checked.",
  "We used those pages without JavaScript, at phone and laptop width, and down to 320 pixels.",
  "Automatic tests hold labels, hints and error messages to their boxes in every kind of form.",
  "Nobody outside the team has tested it yet.",
] as const;

export const knownGaps = [
  "It has not been tested with people who use assistive technology. We do not know yet what they would find.",
  "It has not been tested by hand with the screen readers NVDA and VoiceOver.",
  "The count of unmarked people on a register changes only when the register is saved.",
  "There is no contact form yet. You can tell us by email.",
  "People with a role such as coordinator are signed out after 30 minutes without opening a page, and trainers after 4 hours. There is no warning, and what they were typing is lost.",
  "Our emails have not been tested with screen readers. Each has a plain text version.",
] as const;
