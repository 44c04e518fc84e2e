// @ts-check
// Saves what is typed while it is being typed: a moment after the last change, one request at a time, and again where one
// failed. Nothing here knows of pages or networks.

/**
 * What became of one try. "refused": asking again will not help.
 * @typedef {"saved" | "no signal" | "later" | "refused"} Outcome
 */

export const words = {
  saved: "Saved",
  saving: "Saving…",
  "no signal": "Not saved: no signal, keep this page open",
  later: "Not saved yet: keep this page open",
  refused: "Not saved. Load this page again to see why.",
};

/** Milliseconds without a change before it is saved, and until a slow request is called slow. */
export const pause = 1200;
export const slow = 3000;

/** Milliseconds to wait before trying again, after so many tries in vain: 2, 4, 8 … 60 seconds. @param {number} tries */
export const waitAfter = (tries) => 1000 * Math.min(60, 2 ** Math.min(tries, 6));

/**
 * `post` sends what is in the form now and never throws; `later` gives back how to call it off.
 * @param {{
 *   post: () => Promise<Outcome>,
 *   say: (words: string) => void,
 *   later: (milliseconds: number, work: () => void) => () => void,
 * }} means
 */
export function saver({ post, say, later }) {
  let version = 0;
  let saved = 0;
  let tries = 0;
  let sending = false;
  let over = false;
  let callOff = () => {};

  /** @param {number} milliseconds */
  const sendIn = (milliseconds) => {
    callOff();
    callOff = later(milliseconds, () => void send());
  };

  async function send() {
    if (over || sending || saved === version) return;
    callOff();
    sending = true;
    const sent = version;
    // "Saved" is not taken back for a second's typing, which would be read out again and again; only for a slow network.
    const quick = later(slow, () => say(words.saving));
    const outcome = await post();
    quick();
    sending = false;
    if (over) return;
    tries = outcome === "saved" ? 0 : tries + 1;
    if (outcome === "saved") saved = sent;
    if (outcome === "refused") over = true;
    if (outcome !== "saved") say(words[outcome]);
    else if (saved === version) say(words.saved);
    if (!over && saved !== version) sendIn(outcome === "saved" ? pause : waitAfter(tries));
  }

  return {
    changed() {
      version += 1;
      if (!sending && !over) sendIn(tries === 0 ? pause : waitAfter(tries));
    },
    /** Without waiting: the page may be gone in a moment, or the signal is back. */
    now: () => void send(),
    /** The form itself is on its way. */
    stop() {
      over = true;
      callOff();
    },
    /** Whether the last change is not saved yet. */
    unsaved: () => !over && saved !== version,
  };
}
