// What proved an address when somebody joined makes no second account, whatever became of the first.
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { registerPerson, requestLink, spendLink } from "~/domain/accounts/accounts.server";
import { makeWorld, type World } from "../../support/world";
import { digestOf } from "../support-check/ledger";
import { details } from "./accounts-world";

type Identity = { issuer: string; subject: string };
const proved = { email: "Ann.Other@police.example.org" };

describe("what proved the address makes one account and no second", () => {
  const joinsBy = async (
    world: World,
    email: string,
    proof: { identity: Identity | null; linkId: string | null },
  ) => registerPerson(world.stranger, { email, ...proof }, { ...details, password: undefined });
  const moves = (world: World, personId: string, email: string) =>
    world.db.update(world.tables.people).set({ email }).where(eq(world.tables.people.id, personId)).run();
  const spentLink = async (world: World) => {
    requestLink(world.stranger, { email: proved.email, returnTo: "/" });
    const linkId = world.db.select().from(world.tables.signInLinks).all().at(-1)?.id ?? "";
    await spendLink(world.stranger, { linkId, device: null });
    return linkId;
  };

  test.each<[string, (world: World) => Promise<{ identity: Identity | null; linkId: string | null }>]>([
    ["a link", async (world) => ({ identity: null, linkId: await spentLink(world) })],
    ["an identity", async () => ({ identity: { issuer: "https://i.example", subject: "s" }, linkId: null })],
  ])("%s", async (_, make) => {
    const world = makeWorld();
    const proof = await make(world);
    const first = await joinsBy(world, proved.email, proof);
    if (!first.ok) throw new Error(first.reason);
    moves(world, first.value.personId, "ann@mail.example");
    const before = digestOf(world.db);
    expect(await joinsBy(world, proved.email, proof)).toEqual({ ok: false, reason: "address in use" });
    expect(digestOf(world.db)).toBe(before);
    // A proof of its own makes another account, as for whoever has the address next.
    const next = { identity: null, linkId: await spentLink(world) };
    expect(await joinsBy(world, proved.email, next)).toMatchObject({ ok: true });
  });

  test("a link that a merge or an erasure took away", async () => {
    const world = makeWorld();
    const linkId = await spentLink(world);
    world.db.delete(world.tables.signInLinks).run();
    const proof = { identity: null, linkId };
    expect(await joinsBy(world, proved.email, proof)).toEqual({ ok: false, reason: "address in use" });
  });

  test("a form that is refused leaves the link to be used", async () => {
    const world = makeWorld();
    const proof = { email: proved.email, identity: null, linkId: await spentLink(world) };
    const refused = await registerPerson(world.stranger, proof, { ...details, roleGroupId: "none" });
    expect(refused).toMatchObject({ ok: false });
    expect(await registerPerson(world.stranger, proof, details)).toMatchObject({ ok: true });
  });
});
