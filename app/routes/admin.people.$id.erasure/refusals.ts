// Why someone cannot be erased now, in words.
import type { ErasureRefusal } from "~/domain/personal-data/personal-data";

export const refusalInWords: Record<ErasureRefusal, string> = {
  "merged into another account":
    "Another account took this one over. Erase that account, and this one goes with it.",
  "your own account": "You cannot erase yourself. Ask another administrator.",
  "last administrator": "This person is the only administrator. Give the role to someone else first.",
  "teaches sessions to come": "This person teaches sessions to come. Put other trainers on them first.",
  "has bookings to come": "This person has bookings to come. Cancel them first.",
};
