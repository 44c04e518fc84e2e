// The words of the trainers room.
import type { CivilDate } from "~/shared/civil-time";

export type PoolTrainer = {
  personId: string;
  name: string;
  agencyName: string;
  kind: "practitioner" | "lived experience";
  leftOn: CivilDate | null;
  approvals: { courseId: string; courseTitle: string; until: CivilDate }[];
};
