// What each form of the page does. Codes that are tried are counted, whichever form they come from.
import { data, redirect } from "@remix-run/node";
import { codeForm } from "~/domain/accounts/accounts";
import {
  beginReplacement,
  confirmSecondFactor,
  finishReplacement,
  makeRecoveryCodes,
  type RemovalRefusal,
  readKeyToReplace,
  removeSecondFactor,
  setUpSecondFactor,
} from "~/domain/accounts/accounts.server";
import type { FormState } from "~/shared/form-state";
import { keepSignedIn } from "~/web/cookies.server";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { tryCode } from "~/web/sign-in-limits.server";
import { appKeyFor, keyMeansOf, type ShownKey } from "./app-key.server";

/** What the page shows next. Recovery codes are shown this once. */
type Sent = {
  form?: FormState;
  /** `done`: what they come with, in words. */
  shown?: { recoveryCodes: string[]; done: string };
  replacing?: { sealed: string; appKey: ShownKey };
};
type Coded = { visit: SignedInVisit; posted: FormData; code: string };

export async function takeStep(visit: SignedInVisit, posted: FormData) {
  const step = String(posted.get("step") ?? "");
  if (step === "begin") setUpSecondFactor(visit, keyMeansOf(visit));
  if (step === "codes") {
    const made = makeRecoveryCodes(visit);
    if (made.ok) return data<Sent>({ shown: { ...made.value, done: "Your new recovery codes are ready." } });
  }
  const withCode = Object.hasOwn(codeSteps, step) ? codeSteps[step] : undefined;
  if (!withCode) throw redirect(paths.mySecondFactor());

  const sealed = String(posted.get("sealed") ?? "");
  const replacing = step === "finish-replacing" ? await replacementIn(visit, sealed) : undefined;
  const again = (form: FormState, status = 400) => data<Sent>({ form, replacing }, { status });
  const read = readForm(posted, codeForm);
  // An app that is new has no recovery codes yet, of which the form's own message tells.
  const isNewApp = step === "confirm" || step === "finish-replacing";
  if (!read.ok) return again(isNewApp ? formWith(posted, sixDigits) : read.form);
  const guess = await tryCode(visit, visit.person.id);
  if (!guess.ok) return again(formWith(posted, { code: `Too many tries. Wait ${guess.wait}` }), 429);
  const { answer, refusal } = await withCode({ visit, posted, code: read.value.code });
  if (refusal) return again(formWith(posted, refusal));
  await guess.wentWell();
  return answer;
}

type Taken =
  | { answer: ReturnType<typeof data<Sent>>; refusal?: undefined }
  | { answer?: undefined; refusal: Record<string, string> };
const answered = async (visit: SignedInVisit, secret: string, sent: Sent): Promise<Taken> => ({
  answer: data(sent, { headers: { "Set-Cookie": await keepSignedIn(secret, visit.settings) } }),
});

const isOn = "Your second step is on.";

const sixDigits = { code: "Enter the 6 digits that your app shows" };
const wrongCode = {
  code: "Enter the code that your app shows now. Each code works once; wait for the next one",
};
const tooLate = { "": "This key no longer counts. Start again" };
const refusalBeside: Record<RemovalRefusal | "not begun", Record<string, string>> = {
  "wrong code": wrongCode,
  "not begun": tooLate,
  "not on": { "": "The second step is off already" },
  "role asks for it": { "": "Your role needs the second step, so it cannot be turned off" },
};

const meansOf = ({ visit, code }: Coded) => ({ ...keyMeansOf(visit), code });

const codeSteps: Record<string, (coded: Coded) => Promise<Taken>> = {
  async confirm(coded) {
    const on = confirmSecondFactor(coded.visit, meansOf(coded));
    if (!on.ok) return { refusal: refusalBeside[on.reason] };
    const { secret, recoveryCodes } = on.value;
    return answered(coded.visit, secret, { shown: { recoveryCodes, done: isOn } });
  },
  async replace(coded) {
    const begun = beginReplacement(coded.visit, meansOf(coded));
    if (!begun.ok) return { refusal: refusalBeside[begun.reason] };
    const { secret, sealed } = begun.value;
    return answered(coded.visit, secret, { replacing: await replacementIn(coded.visit, sealed) });
  },
  async "finish-replacing"(coded) {
    const sealed = String(coded.posted.get("sealed") ?? "");
    const on = finishReplacement(coded.visit, { ...meansOf(coded), sealed });
    if (!on.ok) return { refusal: refusalBeside[on.reason] };
    const { secret, recoveryCodes } = on.value;
    return answered(coded.visit, secret, { shown: { recoveryCodes, done: isOn } });
  },
  async "turn-off"(coded) {
    const off = removeSecondFactor(coded.visit, meansOf(coded));
    if (!off.ok) return { refusal: refusalBeside[off.reason] };
    throw redirect(`${paths.myAccount()}?done=second-step-off`, {
      headers: { "Set-Cookie": await keepSignedIn(off.value.secret, coded.visit.settings) },
    });
  },
};

async function replacementIn(visit: SignedInVisit, sealed: string): Promise<Sent["replacing"]> {
  const key = readKeyToReplace(visit, sealed, visit.settings.secret);
  return key === null ? undefined : { sealed, appKey: await appKeyFor(visit, key) };
}
