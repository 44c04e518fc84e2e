// What a command answers: done, or a refusal that the person can act on.
export type Done<Value> = { ok: true; value: Value };
export type Refused<Reason> = { ok: false; reason: Reason };
export type Result<Value, Reason> = Done<Value> | Refused<Reason>;

export const done = <Value>(value: Value): Done<Value> => ({ ok: true, value });
export const refused = <Reason>(reason: Reason): Refused<Reason> => ({ ok: false, reason });
