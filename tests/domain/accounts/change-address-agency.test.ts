// What a new email address does to the agency that somebody works for, to what they lead, and to who names them.
import type { GrantedRole } from "db/schema";
import { expect, test } from "vitest";
import { readAddressChange, readPerson } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { watch } from "../support-check/ledger";
import { email as before } from "./accounts-world";
import { newAddress as email, moving } from "./moving-world";

const rolesOf = ({ actor }: Context) => (actor.kind === "person" ? actor.roles : []);

type Standing = "confirmed" | "awaiting" | "declined";
test.each<
  [
    string,
    { to: string; from?: string; was?: Standing },
    { agencyId: string; standing: Standing; asked: boolean },
  ]
>([
  [
    "at the same domain: nothing changes",
    { to: email },
    { agencyId: "police", standing: "confirmed", asked: false },
  ],
  [
    "at the same domain in other letters, not confirmed yet: it is still not",
    { to: "new@POLICE.example.org", was: "awaiting" },
    { agencyId: "police", standing: "awaiting", asked: false },
  ],
  [
    "at the same domain, turned down: it still is",
    { to: "new@police.example.org", was: "declined" },
    { agencyId: "police", standing: "declined", asked: false },
  ],
  [
    "at another domain of the same agency: confirmed",
    { to: "ann@also-police.example.org" },
    { agencyId: "police", standing: "confirmed", asked: false },
  ],
  [
    "at a domain that proves the agency which was waited for: confirmed",
    { to: "ann@also-police.example.org", from: "ann@mail.example", was: "awaiting" },
    { agencyId: "police", standing: "confirmed", asked: false },
  ],
  [
    "below another agency's domain: moved there, to be confirmed",
    { to: "ann@ward.health.example.org" },
    { agencyId: "health", standing: "awaiting", asked: true },
  ],
  [
    "at a domain that two agencies share: to be confirmed",
    { to: "ann@shared.example.org" },
    { agencyId: "police", standing: "awaiting", asked: true },
  ],
  [
    "from one address to another at a shared domain: nothing changes",
    { to: "ann.new@Shared.example.org", from: "ann@shared.example.org" },
    { agencyId: "police", standing: "confirmed", asked: false },
  ],
  [
    "at a domain that nobody knows: to be confirmed",
    { to: "ann@mail.example" },
    { agencyId: "police", standing: "awaiting", asked: true },
  ],
])("an address %s", async (_, { to, from, was }, { agencyId, standing, asked }) => {
  const { world, ann, set, request, confirm, me } = await moving();
  set({ ...(from && { email: from }), ...(was && { agencyStanding: was }) });
  const linkId = request(to);
  expect(readAddressChange(world.as(ann), linkId).after).toMatchObject({
    agency: { id: agencyId },
    standing,
    asks: asked,
  });
  const added = watch(world);
  expect(confirm(linkId)).toMatchObject({ ok: true });
  expect(me()).toMatchObject({ email: to, agencyId, agencyStanding: standing });
  const { audit, messages } = added();
  const moved = {
    action: "accounts.agency changed",
    aboutPersonId: ann,
    detail: { from: "police", to: agencyId },
  };
  expect(audit).toMatchObject([
    { action: "accounts.address changed" },
    ...(agencyId === "police" ? [] : [moved]),
  ]);
  const toCoordinator = { kind: "account to confirm", toPersonId: world.coordinator };
  expect(messages.filter(({ kind }) => kind === "account to confirm")).toMatchObject(
    asked ? [toCoordinator] : [],
  );
});

test("the lead of an agency who moves leads none; other roles stay", async () => {
  const { world, ann, request, confirm } = await moving();
  const roles: GrantedRole[] = ["agency_lead", "trainer"];
  world.db
    .insert(world.tables.roleGrants)
    .values(roles.map((role) => ({ personId: ann, role, grantedAt: 1 })))
    .run();
  const linkId = request("ann@health.example.org");
  const added = watch(world);
  confirm(linkId);
  expect([...rolesOf(world.as(ann))]).toEqual(["trainer"]);
  expect(added().audit).toMatchObject([
    { action: "accounts.address changed" },
    { action: "accounts.agency changed" },
    { action: "accounts.role removed", aboutPersonId: ann, detail: { role: "agency_lead" } },
  ]);
});

test.each([
  ["stays", email, [email, "other@police.example.org"]],
  ["leaves", "ann@mail.example", [before.toUpperCase(), "other@police.example.org"]],
])(
  "who names them as line manager means them while it is sure that they are with the agency: one who %s",
  async (_, to, named) => {
    const { world, request, confirm, set, me } = await moving();
    const [ben, cai] = [world.person(), world.person()];
    set({ lineManagerEmail: before.toUpperCase() }, ben);
    set({ lineManagerEmail: "other@police.example.org" }, cai);
    set({ lineManagerEmail: to.toUpperCase() });
    confirm(request(to));
    expect([ben, cai].map((id) => readPerson(world, id).lineManagerEmail)).toEqual(named);
    expect(me().lineManagerEmail).toBeNull();
  },
);
