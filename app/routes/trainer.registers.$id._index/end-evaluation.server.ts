// What a trainer shows the room once the last register is finished: the QR code, until when, and what is asked.
import type { Register } from "~/domain/bookings/bookings.server";
import { endEvaluationCloses, mayAnswer, readInstrument } from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import type { Visit } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { qrCodeOf } from "~/web/qr-code.server";

const came = ["attended", "partly attended"];

/** Null until every register of the session is finished, and when nobody came. */
export async function endEvaluationOf(visit: Visit, register: Register) {
  const { session, allTakenAt } = register;
  const invited = register.people.filter((person) => came.includes(person.state)).length;
  if (allTakenAt === null || invited === 0) return null;
  const subject = {
    state: "attended",
    startsAt: session.startsAt,
    registerTakenAt: allTakenAt,
    answered: false,
  } as const;
  const address = visit.settings.publicUrl + paths.my();
  return {
    open: mayAnswer("T2", subject, visit.clock.now()) === null,
    closesAt: endEvaluationCloses(allTakenAt),
    invited,
    address,
    qrCode: await qrCodeOf(address),
    questions: questionsAsked(visit),
  };
}

/** The wording of each question, or none where no question set has been set up. */
function questionsAsked(visit: Visit): string[] {
  try {
    return readInstrument(visit, "T2").items.map((item) => item.wording);
  } catch (problem) {
    if (problem instanceof NotFound) return [];
    throw problem;
  }
}
