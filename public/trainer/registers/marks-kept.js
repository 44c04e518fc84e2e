// @ts-check
// Marks on a phone whose signal comes and goes: each is kept the moment it is tapped, sent when that is possible, and
// given up only when the service has said what became of it. Nothing here knows of pages or networks.

/**
 * `at`: when it was tapped, by the phone's clock (ms). `sentAt`: when the service answered, by its own; missing: not sent.
 * @typedef {{ mark: string, at: number, sentAt?: number }} Kept
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Store
 * @typedef {{ at: number, marks: Record<string, string> }} Answer what stands now by booking, at an instant of the service's
 * @typedef {{ kind: "answered", answer: Answer } | { kind: "signed out" } | { kind: "refused", words: string }} Outcome
 */

/**
 * The marks of one register as one person has made them on this phone. An empty mark takes a mark back.
 * @param {Store} store what outlives the page; it may throw where it is full or not allowed
 * @param {string} key
 */
export function keptMarks(store, key) {
  /** @returns {Record<string, Kept>} */
  const read = () => {
    try {
      const kept = JSON.parse(store.getItem(key) ?? "{}");
      return Object.fromEntries(Object.entries(kept).filter(([, one]) => isKept(one)));
    } catch {
      return {};
    }
  };
  /** @param {Record<string, Kept>} marks */
  const write = (marks) => {
    if (Object.keys(marks).length === 0) store.removeItem(key);
    else store.setItem(key, JSON.stringify(marks));
  };

  return {
    /** Keeps a tap; of one person's the last counts, and no two have the same instant. @param {string} id @param {string} mark @param {number} now */
    tap(id, mark, now) {
      const marks = read();
      const before = marks[id];
      marks[id] = { mark, at: before ? Math.max(now, before.at + 1) : now };
      write(marks);
    },

    /** @returns {[string, Kept][]} in the order of tapping */
    unsent: () =>
      Object.entries(read())
        .filter(([, kept]) => kept.sentAt === undefined)
        .sort(([, a], [, b]) => a.at - b.at),

    /**
     * The service has answered for these taps. One that was tapped again meanwhile stays unsent.
     * @param {[string, Kept][]} sent
     * @param {Answer} answer
     */
    answered(sent, answer) {
      const marks = read();
      for (const [id, { at }] of sent) {
        if (marks[id]?.at !== at) continue;
        const mark = answer.marks[id];
        // Nobody of that booking is on the register any more.
        if (mark === undefined) delete marks[id];
        else marks[id] = { mark, at, sentAt: answer.at };
      }
      write(marks);
    },

    /**
     * What to show over a page that the service made at `madeAt`: taps it does not know of. A page from before an answer
     * may be all that there is without signal; what a newer page has in it is forgotten here.
     * @param {number} madeAt
     */
    over(madeAt) {
      const marks = read();
      for (const [id, kept] of Object.entries(marks))
        if (kept.sentAt !== undefined && kept.sentAt < madeAt) delete marks[id];
      write(marks);
      return marks;
    },

    forget: () => write({}),
  };
}

/** @param {unknown} one @returns {one is Kept} */
function isKept(one) {
  if (typeof one !== "object" || one === null) return false;
  const { mark, at } = /** @type {Record<string, unknown>} */ (one);
  return typeof mark === "string" && typeof at === "number";
}

/**
 * The form that tells the service of these taps. With each instant goes the phone's own now, so that a phone whose clock is
 * wrong is understood all the same.
 * @param {[string, Kept][]} unsent
 * @param {number} now
 */
export const formOf = (unsent, now) =>
  new URLSearchParams([
    ["now", String(now)],
    ...unsent.map(([id, { mark, at }]) => [`tap-${id}`, `${at}.${mark}`]),
  ]);

/**
 * Sends what is unsent, one request at a time; who asks meanwhile waits for the same answer.
 * @param {{ kept: ReturnType<typeof keptMarks>, post: (form: URLSearchParams) => Promise<Outcome>, now: () => number }} means
 *   `post` throws where there is no signal
 */
export function sender({ kept, post, now }) {
  /** @type {Promise<Sent> | null} */
  let sending = null;
  /** @typedef {{ kind: "sent" | "no signal" | "signed out" } | { kind: "refused", words: string }} Sent */

  /** @returns {Promise<Sent>} */
  async function sendAll() {
    for (;;) {
      const unsent = kept.unsent();
      if (unsent.length === 0) return { kind: "sent" };
      /** @type {Outcome} */
      let outcome;
      try {
        outcome = await post(formOf(unsent, now()));
      } catch {
        return { kind: "no signal" };
      }
      if (outcome.kind !== "answered") return outcome;
      kept.answered(unsent, outcome.answer);
    }
  }

  return () => {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };
}

/** Seconds to wait before trying again, after so many tries in vain: 2, 4, 8 … 60. @param {number} tries */
export const waitAfter = (tries) => Math.min(60, 2 ** Math.min(tries, 6));

/** @param {number} unsent */
export const countOf = (unsent) => (unsent === 1 ? "1 mark" : `${unsent} marks`);
