// Who came and went lately: three accounts that wait for their agency's word, one that it declined, and two leavers.
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { declineAgency, disablePerson, registerPerson } from "~/domain/accounts/accounts.server";
import { days } from "~/shared/clock";
import type { Diary } from "./diary";
import { leavers } from "./people";
import { known, must, type Seeding } from "./seeding";
import { byDay } from "./times";

type Newcomer = {
  email: string;
  name: string;
  roleGroupId: string;
  team: string;
  lineManagerEmail: string | null;
  dietaryNeeds: string | null;
  daysAgo: number;
};

/** The agency of lead@: two agencies share its mail domain, and the third address is nobody's. */
const agency = "Blackpool Council Children's Services";

const awaiting: Newcomer[] = [
  {
    email: "ama.quaysider@council.example.org",
    name: "Ama Quaysider",
    roleGroupId: "childrens-practitioner",
    team: "Family support North",
    lineManagerEmail: "manager@example.org",
    dietaryNeeds: null,
    daysAgo: 6,
  },
  {
    email: "llew.morfaber+training@council.example.org",
    name: "Llew ap Morfaber",
    roleGroupId: "childrens-practitioner",
    team: "Early help",
    lineManagerEmail: null,
    dietaryNeeds: "Vegan",
    daysAgo: 3,
  },
  {
    email: "b.zatokowska@families.example.net",
    name: "Bożena Zatokowska",
    roleGroupId: "line-manager",
    team: "Children looked after",
    lineManagerEmail: null,
    dietaryNeeds: null,
    daysAgo: 1,
  },
];
const stranger: Newcomer = {
  email: "training.offers@adverts.example.net",
  name: "Rex Promenadeley",
  roleGroupId: "childrens-practitioner",
  team: "Sales",
  lineManagerEmail: null,
  dietaryNeeds: null,
  daysAgo: 16,
};

type Ids = { people: ReadonlyMap<string, string>; agencies: ReadonlyMap<string, string> };

export function planNewcomers(seeding: Seeding, diary: Diary, ids: Ids): void {
  const { now } = seeding;
  const at = (daysAgo: number) => byDay(now - days(daysAgo), 0, now);
  for (const newcomer of [...awaiting, stranger])
    diary.plan(at(newcomer.daysAgo), () => join(seeding, newcomer, known(ids.agencies, agency)));
  diary.plan(at(14), () => {
    const lead = seeding.as(known(ids.people, "lead@example.org"));
    must(declineAgency(lead, idAt(seeding, stranger.email)));
  });
  leavers.forEach((email, index) => {
    diary.plan(at(index === 0 ? 75 : 8), () => {
      const admin = seeding.as(known(ids.people, "admin@example.org"));
      must(disablePerson(admin, known(ids.people, email)));
    });
  });
}

/** Through the command itself. Without a password to hash it has done everything when it returns its promise. */
function join(seeding: Seeding, { email, daysAgo: _past, ...told }: Newcomer, agencyId: string): void {
  const details = { ...told, accessNeeds: null, agencyId, password: undefined };
  void registerPerson(seeding.asStranger, { email, identity: null }, details);
  idAt(seeding, email);
}

function idAt({ db }: Seeding, email: string): string {
  const found = db.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
  if (!found) throw new Error(`${email} did not join.`);
  return found.id;
}
