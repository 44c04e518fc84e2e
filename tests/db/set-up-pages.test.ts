// A partnership that was just set up has pages: nobody sees a fault because nothing has happened there yet.

import { grantedRoles, people } from "db/schema";
import blackpool from "db/set-up/blackpool.json";
import { readPlan } from "db/set-up/plan";
import { setUp } from "db/set-up/set-up";
import { describe, expect, it } from "vitest";
import { grantRole } from "~/domain/accounts/accounts.server";
import { siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import type { World } from "../support/world";
import { ownContext } from "./import-workbench";

const { partnership, boards, strategicDeliveryGroups, agencies, roleGroups } = blackpool;

describe.each([
  ["with its offer", blackpool],
  ["without an offer", { partnership, boards, strategicDeliveryGroups, agencies, roleGroups }],
])("set up %s", (_, file) => {
  function started() {
    const ctx = ownContext();
    const plan = readPlan(JSON.stringify(file));
    if (!plan.ok) throw new Error(plan.reason);
    const admin = { name: "Ada Adminson", email: "ada@police.example.org", agency: null };
    expect(setUp(ctx, plan.value, admin).ok).toBe(true);
    const personId = ctx.db.select().from(people).get()?.id ?? "";
    // Every page there is, so that none is left out for want of a role.
    for (const role of grantedRoles) grantRole(ctx, { personId, role });
    return { open: siteOf(ctx as unknown as World), personId };
  }

  it.each([
    "/",
    "/courses",
    "/sign-in",
    "/sign-in/link",
    "/register",
    "/privacy",
    "/cookies",
    "/accessibility",
    "/theme.css",
  ])("a stranger can open %s", async (path) => {
    const page = await started().open(path);
    expect(page.status).toBe(200);
    if (path === "/") {
      expect(titleOf(page)).toContain("Safeguarding training in Blackpool");
      expect(wordsOf(page)).toContain("BSafe Blackpool Community Safety Partnership");
    }
  });

  it.each([
    "/my",
    "/my/needs",
    "/trainer",
    "/manage",
    "/manage/sessions/new",
    "/manage/trainers",
    "/needs",
    "/impact",
  ])("the first colleagues can open %s", async (path) => {
    const { open, personId } = started();
    expect((await open(path, { as: personId })).status).toBe(200);
  });
});
