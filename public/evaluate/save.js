// @ts-check
// Saves the answers of an evaluation while they are given. Without this script "Save and finish later" does the same.
import { saver } from "./saving.js";

/** @typedef {import("./saving.js").Outcome} Outcome */

const form = document.querySelector("form[data-draft]");
const status = document.getElementById("draft-status");
if (form instanceof HTMLFormElement && status) watch(form, status);

/** @param {HTMLFormElement} answers @param {HTMLElement} place */
function watch(answers, place) {
  const { draft = "" } = answers.dataset;
  const saving = saver({
    post,
    say: (words) => {
      if (place.textContent !== words) place.textContent = words;
    },
    later: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });

  answers.addEventListener("input", saving.changed);
  answers.addEventListener("change", saving.changed);
  answers.addEventListener("submit", saving.stop);
  addEventListener("online", saving.now);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saving.now();
  });
  addEventListener("beforeunload", (leaving) => {
    if (saving.unsaved()) leaving.preventDefault();
  });

  /** @returns {Promise<Outcome>} */
  async function post() {
    // Only words and numbers: there are no files to send.
    const fields = [...new FormData(answers)].map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams(fields);
    try {
      const signal = AbortSignal.timeout(20_000);
      // Goes on where the page is left meanwhile.
      const response = await fetch(draft, {
        method: "POST",
        body,
        keepalive: true,
        redirect: "manual",
        signal,
      });
      if (response.status === 204) return "saved";
      return response.status === 429 || response.status >= 500 ? "later" : "refused";
    } catch {
      return "no signal";
    }
  }
}
