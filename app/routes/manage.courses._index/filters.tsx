// The search form: words, board, theme, and whether a course is on offer; applied with a button.
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { courseFilterNames, type TypedCourseFilters } from "~/web/course-filters";
import { paths } from "~/web/paths";

type Boards = { code: string; name: string }[];
type Themes = { slug: string; name: string }[];
type FiltersProps = { typed: TypedCourseFilters; boards: Boards; themes: Themes };

const offeredInWords: Record<string, string> = { yes: "On offer", no: "Not on offer" };

/** Each filter in force, with the address without it. */
export function filtersInWords(typed: TypedCourseFilters, boards: Boards, themes: Themes) {
  const words: Record<(typeof courseFilterNames)[number], (value: string) => string> = {
    q: (value) => `“${value}”`,
    board: (value) => boards.find(({ code }) => code === value)?.name ?? value,
    theme: (value) => themes.find(({ slug }) => slug === value)?.name ?? value,
    offered: (value) => offeredInWords[value] ?? value,
  };
  return courseFilterNames.flatMap((name) => {
    const value = typed[name];
    if (!value) return [];
    return [{ label: words[name](value), href: paths.manageCourses({ ...typed, [name]: undefined }) }];
  });
}

export function Filters({ typed, boards, themes }: FiltersProps) {
  return (
    <form method="get" action={paths.manageCourses()} className="app-filter-form">
      {typed.sort && <input type="hidden" name="sort" value={typed.sort} />}
      <TextField
        name="q"
        label="Search"
        hint="Words of the title, the summary, whom it is for, or who leads it"
        initial={typed.q}
        type="search"
        autoComplete="off"
        maxLength={100}
      />
      <Details summary="More filters" open={Boolean(typed.board || typed.theme || typed.offered)}>
        <Select
          name="board"
          label="Board"
          initial={typed.board}
          placeholder="All boards"
          items={boards.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="theme"
          label="Theme"
          initial={typed.theme}
          placeholder="All themes"
          items={themes.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Radios
          name="offered"
          label="On offer"
          initial={typed.offered ?? ""}
          small
          items={[
            { value: "", label: "Either" },
            { value: "yes", label: "On offer" },
            { value: "no", label: "Not on offer" },
          ]}
        />
      </Details>
      <SubmitButton variant="secondary">Search</SubmitButton>
    </form>
  );
}
