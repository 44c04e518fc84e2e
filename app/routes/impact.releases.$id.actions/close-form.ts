// The form that closes an action.
import { z } from "zod";

export const closeForm = z.object({
  actionId: z.string({ error: "Select an action" }),
  as: z.enum(["done", "dropped"], { error: "Select whether it was done or dropped" }),
  outcome: z.string({ error: "Enter what came of it" }).trim().max(1000, "Enter 1,000 characters or fewer"),
});
