// Someone asks for news of the offer: of all of it, of boards or of themes.

import { transact } from "db/client";
import { boards, newsSubscriptions, themes } from "db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { allowTopicOf } from "./choose-topics.server";
import { readChoices } from "./topics.server";

/** What there can be news of, by its key: "all", "board/CODE" or "theme/slug". */
export function listNewsChoices(ctx: Pick<Context, "db">): { about: string; name: string }[] {
  const ofBoards = ctx.db.select().from(boards).orderBy(asc(boards.position)).all();
  const ofThemes = ctx.db.select().from(themes).orderBy(asc(themes.position)).all();
  return [
    { about: "all", name: "All training" },
    ...ofBoards.map(({ code, name }) => ({ about: `board/${code}`, name })),
    ...ofThemes.map(({ slug, name }) => ({ about: `theme/${slug}`, name })),
  ];
}

/**
 * A person's own choice, whole: what is not in it ends. Asking for some takes back a stop by an earlier letter's link.
 * @param wanted keys of `listNewsChoices`; others are left out
 * @throws Forbidden for whoever is not signed in
 */
export function chooseNews(ctx: Context, wanted: readonly string[]): void {
  const personId = actorPersonId(ctx.actor);
  if (personId === null) throw new Forbidden("choosing news");
  transact(ctx.db, () => {
    const chosen = listNewsChoices(ctx)
      .map(({ about }) => about)
      .filter((about) => wanted.includes(about));
    const { news } = readChoices(ctx, personId);
    const ended = news.filter((about) => !chosen.includes(about));
    const added = chosen.filter((about) => !news.includes(about));
    if (chosen.length > 0) allowTopicOf(ctx, personId, "offer news");
    if (ended.length + added.length === 0) return;
    ctx.db
      .delete(newsSubscriptions)
      .where(and(eq(newsSubscriptions.personId, personId), inArray(newsSubscriptions.about, ended)))
      .run();
    const since = ctx.clock.now();
    for (const about of added) ctx.db.insert(newsSubscriptions).values({ personId, about, since }).run();
    recordAudit(ctx, {
      action: "notifications.news chosen",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { chosen: chosen.length },
    });
  });
}
