// The offer: each course of the reference in our own plain words. Titles, boards, kinds and leads are the reference's.
import { courseBoards, courseCompetencies, courseLearningSources, courseOutcomes, courses } from "db/schema";
import type { CompetencyId } from "./competencies-and-requirements";
import reference from "./reference/partnership.json";
import { type Seeding, slugOf } from "./seeding";

type Words = {
  slug: string;
  summary: string;
  audience: string;
  outcomes: string[];
  competencies: CompetencyId[];
  learnsFrom: string[];
  /** What it is about that may distress, to follow "This training talks about". */
  distressing?: string;
  /** Meetings, where it takes more than one day. */
  days?: number;
};

/** By title, exactly as in the reference. */
const words: Record<string, Words> = {
  "Neglect and Graded Care Profile 2 (GCP2)": {
    slug: "neglect-gcp2",
    summary:
      "Two days on seeing neglect early and describing it clearly. You practise with the Graded Care Profile 2, so that you can score care fairly and talk about it with parents.",
    audience: "People who visit families or see children often, from any agency",
    outcomes: [
      "Tell poverty, poor care and neglect apart, and say why",
      "Use the Graded Care Profile 2 with a family and record the scores",
      "Explain a score to a parent in a way that invites change",
      "Decide what a score means for the next step",
    ],
    competencies: ["recognising-neglect"],
    learnsFrom: ["CSPR", "AUDIT"],
    distressing: "children who are neglected",
    days: 2,
  },
  "Graded Care Profile 2 Antenatal (GCP2A)": {
    slug: "gcp2-antenatal",
    summary:
      "How to use the antenatal version of the Graded Care Profile before a baby is born. You look at what helps expectant parents prepare, and at early signs that a baby may not get the care it needs.",
    audience: "Midwives, health visitors, family hub and social care staff who work with expectant parents",
    outcomes: [
      "Use the antenatal profile with expectant parents",
      "Spot early signs that care may fall short after the birth",
      "Plan support with parents and other agencies before the birth",
    ],
    competencies: ["recognising-neglect"],
    learnsFrom: ["RR", "NATIONAL"],
    distressing: "harm to unborn and newborn babies",
  },
  "Impact Chronology": {
    slug: "impact-chronology",
    summary:
      "A good chronology shows what life has been like for a child, not only what services did. You learn to write one that brings out harm that builds up over years and passes between generations.",
    audience: "Anyone who keeps records about children or supervises those who do",
    outcomes: [
      "Choose what belongs in a chronology and what does not",
      "Show how small things add up to harm",
      "Use a chronology in supervision and in planning",
    ],
    competencies: ["impact-chronology"],
    learnsFrom: ["CSPR", "AUDIT", "INSPECTION"],
    distressing: "trauma that is passed on in families",
  },
  "Domestic Abuse": {
    slug: "domestic-abuse",
    summary:
      "One day on domestic abuse in families, planned and taught together with people who have lived through it. You practise asking, listening and acting safely for adults and children.",
    audience: "Everyone who works with adults, children or communities",
    outcomes: [
      "Recognise coercion and control as well as violence",
      "Ask about abuse safely and respond to what you hear",
      "See what abuse means for each child in the home",
      "Use risk assessment and refer to the right place",
    ],
    competencies: ["domestic-abuse", "information-sharing"],
    learnsFrom: ["DHR", "SAR", "CSPR"],
    distressing: "domestic abuse, from people who have lived through it",
  },
  "Contextual Safeguarding": {
    slug: "contextual-safeguarding",
    summary:
      "Harm to young people often happens outside the home: among peers, online, in parks and on streets. You learn to see the places and groups that put them at risk, and to act on those as well.",
    audience: "People who work with children over ten, young adults, or the places where they spend time",
    outcomes: [
      "Recognise criminal and sexual exploitation and harm between peers",
      "Map the people and places around a young person",
      "Plan with others to make a place or a group safer",
    ],
    competencies: ["exploitation-and-missing"],
    learnsFrom: ["CSPR", "NATIONAL"],
    distressing: "the exploitation of young people",
  },
  "Missing from Home guidance": {
    slug: "missing-from-home",
    summary:
      "A one-hour briefing on the local guidance for children who go missing. It covers what to report, what helps to find a child, and what the talk after they return is for.",
    audience: "Foster carers, residential staff, schools, police and social care",
    outcomes: [
      "Report a missing child with the facts that help most",
      "Keep a child's details ready before they are needed",
      "Know who does what when a child comes back",
    ],
    competencies: ["exploitation-and-missing", "information-sharing"],
    learnsFrom: ["INSPECTION"],
  },
  "Child Sexual Abuse Pathway": {
    slug: "child-sexual-abuse-pathway",
    summary:
      "The pathway sets out what each agency does when someone worries that a child is being sexually abused. You work through it with cases, from a first sign to support afterwards.",
    audience: "Social care, health, police and education staff who respond to concerns about children",
    outcomes: [
      "Recognise signs of sexual abuse when a child does not tell",
      "Follow the pathway from the first concern",
      "Talk with children and parents about worries of sexual abuse",
      "Know what the medical and police parts involve",
    ],
    competencies: ["child-sexual-abuse"],
    learnsFrom: ["NATIONAL", "CSPR"],
    distressing: "the sexual abuse of children",
  },
  "Working Well with Children and Families": {
    slug: "working-well",
    summary:
      "Half a day on levels of need: who can help at each level, when to ask for more, and when to step down. You try it out on real-life cases and hear how other agencies decide.",
    audience: "Everyone who may ask for support for a child or family",
    outcomes: [
      "Place a family's needs at the right level and give reasons",
      "Make a request for support that can be acted on at once",
      "Say so, and take it further, when you disagree with a decision",
    ],
    competencies: ["thresholds", "information-sharing"],
    learnsFrom: ["AUDIT", "INSPECTION"],
  },
  "Making Safeguarding Personal": {
    slug: "making-safeguarding-personal",
    summary:
      "Safeguarding an adult starts with what that person wants to happen. You practise asking for it, recording it, and keeping to it when there are risks.",
    audience: "People who work with adults who have care and support needs",
    outcomes: [
      "Ask an adult what they want and record it in their words",
      "Balance wishes, risk and mental capacity",
      "Check at the end whether it made a difference to the person",
    ],
    competencies: ["making-safeguarding-personal"],
    learnsFrom: ["SAR"],
  },
  "Motivational interviewing": {
    slug: "motivational-interviewing",
    summary:
      "A way of talking that helps people find their own reasons to change. You spend the day practising in small groups, with feedback.",
    audience: "People who help children, parents or other adults to change something difficult",
    outcomes: [
      "Ask open questions and listen for talk of change",
      "Respond to doubt without arguing",
      "Agree a small next step that the person believes in",
    ],
    competencies: ["engaging-people"],
    learnsFrom: ["AUDIT"],
  },
  "Learning from reviews": {
    slug: "learning-from-reviews",
    summary:
      "Half an hour online: seven minutes on what recent reviews found, then talk about what it means for your team. Each date covers a review of a child, an adult or a homicide.",
    audience: "All teams, and those who lead them",
    outcomes: [
      "Say what the reviews found and why it happened",
      "Name one thing to check in your own work this week",
      "Pass the learning on in your team",
    ],
    competencies: ["learning-from-reviews"],
    learnsFrom: ["CSPR", "RR", "SAR", "DHR"],
    distressing: "deaths and serious harm",
  },
};

/** Taught time of one meeting, breaks left out. */
const minutesOf: Record<string, number> = {
  "training day": 360,
  "half-day training": 180,
  "online briefing": 60,
  "7-minute briefing": 30,
};

const whoToTalkTo =
  "You can leave the room at any time without giving a reason. The trainers will talk with you in private if you wish, and your agency's own staff support is there for you afterwards.";

export type SeededCourse = { id: string; slug: string; competencies: readonly CompetencyId[]; days: number };

/** @returns the courses by slug */
export function seedCatalogue({ db }: Seeding): Map<string, SeededCourse> {
  const seeded = new Map<string, SeededCourse>();
  for (const offered of reference.offer_2025_26) {
    const { title, activity_type: activityType, boards, priority, led_by: ledBy } = offered;
    const own = words[title];
    const minutes = minutesOf[activityType];
    if (!own || minutes === undefined) throw new Error(`The catalogue has no words for ${title}.`);
    const { slug, summary, audience, distressing, days = 1 } = own;
    const courseId = `course-${slug}`;
    db.insert(courses)
      .values({
        id: courseId,
        slug,
        title,
        summary,
        audience,
        activityType,
        themeSlug: slugOf(priority),
        ledBy: ledBy ?? "Multi-agency training pool",
        minutes: minutes * days,
        contentNote: distressing ? `This training talks about ${distressing}. ${whoToTalkTo}` : null,
        offered: true,
      })
      .run();
    for (const boardCode of boards) db.insert(courseBoards).values({ courseId, boardCode }).run();
    own.outcomes.forEach((text, position) => {
      db.insert(courseOutcomes).values({ courseId, position, text }).run();
    });
    for (const competencyId of own.competencies)
      db.insert(courseCompetencies).values({ courseId, competencyId }).run();
    for (const sourceCode of own.learnsFrom)
      db.insert(courseLearningSources).values({ courseId, sourceCode }).run();
    seeded.set(slug, { id: courseId, slug, competencies: own.competencies, days });
  }
  return seeded;
}
