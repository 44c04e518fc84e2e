// A session and a lead who books several people onto it.
import { teamWorld } from "./team-world";

type Form = Record<string, string | string[]>;

export function groupSetting({ capacity = 5, ...plan }: { capacity?: number } = {}) {
  const world = teamWorld();
  const sessionId = world.session({ capacity, ...plan });
  const path = `/team/bookings/new/${sessionId}`;
  const send = (form: Form, as = world.lead) => world.open(path, { form, as });
  const email = (personId: string) => world.row(personId).email;
  const people = (...names: string[]) => names.map((name) => world.person({ name }));
  return { ...world, sessionId, path, send, email, people };
}
