// The filters in force, as words that can be taken away one by one.
export type ChosenFiltersProps = {
  /** `href` is the list without this filter. */
  filters: { label: string; href: string }[];
  clearHref: string;
};

export function ChosenFilters({ filters, clearHref }: ChosenFiltersProps) {
  if (filters.length === 0) return null;
  return (
    <ul className="app-filters" aria-label="Filters in use">
      {filters.map((filter) => (
        <li key={filter.href} className="app-filters__item">
          <a className="govuk-link govuk-link--no-visited-state app-filters__remove" href={filter.href}>
            <span className="govuk-visually-hidden">Remove filter </span>
            {filter.label}
            <svg viewBox="0 0 10 10" className="app-filters__cross" aria-hidden="true" focusable="false">
              <path d="M1 1 9 9M9 1 1 9" />
            </svg>
          </a>
        </li>
      ))}
      {filters.length > 1 && (
        <li className="app-filters__item">
          <a className="govuk-link govuk-link--no-visited-state" href={clearHref}>
            Clear all filters
          </a>
        </li>
      )}
    </ul>
  );
}
