// @ts-check
// The register on a phone: taps are kept and sent as `marks-kept.js` has it. Without this script the page's form does the
// same work with a signal. The other script of the service is the one of an evaluation.
import { countOf, keptMarks, sender, waitAfter } from "./marks-kept.js";

/** @typedef {import("./marks-kept.js").Outcome} Outcome */

const form = document.querySelector("form[data-taps]");
if (form instanceof HTMLFormElement && mayKeep()) takeOver(form);

/** Where nothing can be kept the form stays as it is. */
function mayKeep() {
  try {
    localStorage.setItem("register-try", "1");
    localStorage.removeItem("register-try");
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLFormElement} register */
function takeOver(register) {
  const { taps = "", person = "", meeting = "", madeAt = "" } = register.dataset;
  const kept = keptMarks(localStorage, `register-marks/${person}/${meeting}`);
  const send = sender({ kept, post, now: Date.now });
  let tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;

  show();
  say(null);
  void sendNow();
  void keepPage();

  register.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith("mark-")) return;
    try {
      kept.tap(target.name.slice(5), target.value, Date.now());
    } catch {
      return say("This phone is full: the mark could not be kept. Use Save before you go on.");
    }
    show();
    void sendNow();
  });
  register.addEventListener("submit", (sent) => {
    const button = sent.submitter;
    if (!(button instanceof HTMLButtonElement) || kept.unsent().length + Number(!navigator.onLine) === 0)
      return;
    sent.preventDefault();
    void sendNow().then(() => {
      const unsent = kept.unsent().length;
      if (unsent === 0 && navigator.onLine) register.requestSubmit(button);
      else if (button.value === "finish")
        say(
          unsent > 0
            ? `The register is not finished: ${countOf(unsent)} not sent yet.`
            : "The register is not finished: there is no signal. All marks are sent.",
        );
    });
  });
  // Signing out clears what this phone has kept.
  document.addEventListener("submit", (sent) => {
    const unsent = kept.unsent().length;
    const leaving = sent.target instanceof HTMLFormElement && sent.target.action.endsWith("/sign-out");
    const asked = `${countOf(unsent)} not sent yet. Signing out removes them from this phone. Sign out all the same?`;
    if (leaving && unsent > 0 && !confirm(asked)) sent.preventDefault();
  });
  addEventListener("online", () => void sendNow());
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && void sendNow());
  addEventListener("pageshow", show);
  button("unsent-send")?.addEventListener("click", () => void sendNow());
  button("unsent-forget")?.addEventListener("click", () => {
    kept.forget();
    location.reload();
  });

  async function sendNow() {
    clearTimeout(again);
    const outcome = await send();
    show();
    tries = outcome.kind === "no signal" ? tries + 1 : 0;
    if (outcome.kind === "no signal") again = setTimeout(() => void sendNow(), waitAfter(tries) * 1000);
    reveal("unsent-sign-in", outcome.kind === "signed out");
    reveal("unsent-send", outcome.kind === "no signal");
    reveal("unsent-forget", outcome.kind === "refused");
    const count = countOf(kept.unsent().length);
    if (outcome.kind === "signed out") say(`You are signed out. Sign in again to send ${count}.`);
    else if (outcome.kind === "refused") say(`${count} cannot be sent. ${outcome.words}`);
    else say(null);
  }

  /** @param {URLSearchParams} body @returns {Promise<Outcome>} */
  async function post(body) {
    const signal = AbortSignal.timeout(20_000);
    const response = await fetch(taps, { method: "POST", body, redirect: "manual", signal });
    if (response.type === "opaqueredirect") return { kind: "signed out" };
    if (response.ok) return { kind: "answered", answer: await response.json() };
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    const told = await response.json().catch(() => ({}));
    return { kind: "refused", words: told.words ?? "This register is no longer yours to take." };
  }

  /** The kept marks over the page. */
  function show() {
    const marks = kept.over(Number(madeAt));
    for (const [id, { mark, sentAt }] of Object.entries(marks)) {
      const choices = [...register.querySelectorAll("input")].filter(({ name }) => name === `mark-${id}`);
      for (const choice of choices) choice.checked = choice.value === mark;
      const shown = register.elements.namedItem(`shown-${id}`);
      if (sentAt !== undefined && shown instanceof HTMLInputElement) shown.value = mark;
      label(choices[0]?.closest(".app-mark") ?? null, sentAt === undefined);
    }
    const people = [...register.querySelectorAll(".app-mark")];
    const unmarked = people.filter(
      (one) => one.querySelector("input:checked")?.getAttribute("value") === "",
    ).length;
    const standing = document.getElementById("standing");
    if (standing)
      standing.textContent =
        unmarked === 0 ? "Everyone is marked." : `${unmarked} of ${people.length} people not marked.`;
  }

  /** @param {string | null} words none: how many are unsent, if any */
  function say(words) {
    const unsent = kept.unsent().length;
    const told = words ?? (unsent > 0 ? `${countOf(unsent)} kept on this phone, not sent yet.` : "");
    const place = document.getElementById("unsent-words");
    if (place && place.textContent !== told) place.textContent = told;
  }
}

/** @param {Element | null} row @param {boolean} unsent */
function label(row, unsent) {
  if (!row) return;
  let words = row.querySelector(".app-mark__kept");
  if (!unsent) return words?.remove();
  if (words) return;
  words = document.createElement("p");
  words.className = "app-mark__kept";
  words.textContent = "Kept on this phone, not sent yet";
  row.append(words);
}

/** @param {string} id @param {boolean} shown */
function reveal(id, shown) {
  const place = document.getElementById(id);
  if (place) place.hidden = !shown;
}

/** @param {string} id */
function button(id) {
  return document.getElementById(id)?.querySelector("button");
}

/** Has a worker keep this page and its parts, so that it opens without signal. */
async function keepPage() {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/trainer/registers/offline.js", { scope: "/trainer/registers/" });
    const { active } = await navigator.serviceWorker.ready;
    const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) =>
      link.getAttribute("href"),
    );
    const scripts = ["/trainer/registers/register.js", "/trainer/registers/marks-kept.js"];
    active?.postMessage({ page: location.pathname, parts: [...styles, ...scripts] });
  } catch {
    // Marks are kept all the same; only opening the page again takes a signal.
  }
}
