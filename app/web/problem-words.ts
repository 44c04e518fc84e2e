// What a page says when something is wrong, by status; for pages within the service and for bare ones.

type Words = { title: string; advice: string };

/** @param after how many seconds until trying again makes sense, where that is known */
export function problemWords(status: number, after?: number): Words {
  const known = words[status];
  if (status === 429) return { ...tooOften, advice: `${tooOften.advice} ${whenToTry(after)}` };
  return known ?? (status < 500 ? unreadable : broken);
}

const whenToTry = (seconds: number | undefined) => {
  if (seconds === undefined || seconds <= 60) return "Wait a minute and try again.";
  return `Wait ${Math.ceil(seconds / 60)} minutes and try again.`;
};

const tooOften: Words = {
  title: "Too many tries",
  advice: "This was done too often in a short time, so nothing happened this time.",
};

const unreadable: Words = {
  title: "This could not be read",
  advice: "Nothing was changed. Go back to the page that you came from and try again.",
};

const broken: Words = {
  title: "Sorry, there is a problem",
  advice: "Nothing you sent has been changed halfway. Try again in a few minutes.",
};

const words: Record<number, Words> = {
  403: {
    title: "You cannot open this page",
    advice:
      "Your account does not have the role that this page needs. Ask a coordinator if you think it should.",
  },
  404: {
    title: "Page not found",
    advice: "If you typed the address, check it. If you followed a link, it may be out of date.",
  },
  405: { title: "This cannot be done here", advice: "Nothing was changed. Go back and use the page's form." },
  413: {
    title: "That is too long",
    advice: "Nothing was saved. Go back, make the text shorter and try again.",
  },
  415: { title: "This cannot be sent here", advice: "Nothing was saved. No page here takes files." },
  503: {
    title: "Sorry, there is a problem",
    advice: "The service is too busy just now. Nothing was saved or changed. Try again in a minute.",
  },
};

/** A form that came from elsewhere is a 403 as well, and needs other words. */
export const foreignForm: Words = {
  title: "This form came from another site",
  advice: "Nothing was changed. Open the page here and send its form again.",
};
