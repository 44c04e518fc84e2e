// What the offer can be filtered by, with its names.
import { listBoards } from "~/domain/accounts/accounts.server";
import { listThemes } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import type { OfferChoices } from "./offer-filters";

export const readOfferChoices = (ctx: Pick<Context, "db">): OfferChoices => ({
  boards: listBoards(ctx).map(({ code, name }) => ({ code, name })),
  themes: listThemes(ctx).map(({ slug, name }) => ({ slug, name })),
});
