// What can be subscribed to, as one choice in a form: everything, a board, a theme or a course.
import { paths } from "./paths";

type Named = { name: string };
export type Subscribable = {
  boards: (Named & { code: string })[];
  themes: (Named & { slug: string })[];
  courses: (Named & { slug: string })[];
};

export type Subscription = {
  value: string;
  label: string;
  /** In a sentence, told apart from others of that name: "the theme Neglect". */
  named: string;
  path: string;
};

export const everything: Subscription = {
  value: "all",
  label: "All training",
  named: "all training",
  path: paths.feedAll(),
};

/** Everything there is to choose from, in groups; `everything` stands apart. */
export const subscriptionGroups = ({ boards, themes, courses }: Subscribable) => [
  {
    label: "One board",
    items: boards.map(({ code, name }) => ({
      value: `board:${code}`,
      label: name,
      named: `the board ${name}`,
      path: paths.feedBoard(code),
    })),
  },
  {
    label: "One theme",
    items: themes.map(({ slug, name }) => ({
      value: `theme:${slug}`,
      label: name,
      named: `the theme ${name}`,
      path: paths.feedTheme(slug),
    })),
  },
  {
    label: "One course",
    items: courses.map(({ slug, name }) => ({
      value: `course:${slug}`,
      label: name,
      named: `the course ${name}`,
      path: paths.feedCourse(slug),
    })),
  },
];

/** The choice that an address names; null for none, and for one that is not there. */
export const findSubscription = (value: string | null, all: Subscribable): Subscription | null =>
  [everything, ...subscriptionGroups(all).flatMap(({ items }) => items)].find(
    (choice) => choice.value === value,
  ) ?? null;
