// A world with one complaint, made by someone without an account.
import { makeWorld } from "tests/support/world";
import { receiveComplaint } from "~/domain/personal-data/personal-data.server";

export const form = { name: "Wynne Invented", email: "wynne@home.example", text: "My attendance is wrong." };

export function withComplaint() {
  const world = makeWorld();
  const coordinator = world.as(world.coordinator);
  const admin = world.as(world.person({ name: "Admin", roles: ["admin"] }));
  const { reference } = receiveComplaint(world.stranger, form);
  const [row] = world.db.select().from(world.tables.dataComplaints).all();
  if (!row) throw new Error("No complaint was kept.");
  const now = () => {
    const [first] = world.db.select().from(world.tables.dataComplaints).all();
    return first;
  };
  return { world, coordinator, admin, reference, complaintId: row.id, row, now };
}
