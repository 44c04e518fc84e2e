// Pages of a list: first, last, and those around this one.
export type PaginationProps = {
  page: number;
  pages: number;
  /** The address of a page, keeping the filters. */
  hrefFor: (page: number) => string;
  label?: string;
};

export function Pagination({ page, pages, hrefFor, label = "Pages of results" }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={hrefFor(page - 1)} rel="prev">
            <Arrow way="prev" />
            <span className="govuk-pagination__link-title">
              Previous<span className="govuk-visually-hidden"> page</span>
            </span>
          </a>
        </div>
      )}
      <ul className="govuk-pagination__list">
        {shownPages(page, pages).map((item) =>
          typeof item === "string" ? (
            <li key={item} className="govuk-pagination__item govuk-pagination__item--ellipsis">
              ⋯
            </li>
          ) : (
            <li
              key={item}
              className={`govuk-pagination__item${item === page ? " govuk-pagination__item--current" : ""}`}
            >
              <a
                className="govuk-link govuk-pagination__link"
                href={hrefFor(item)}
                aria-label={`Page ${item}`}
                aria-current={item === page ? "page" : undefined}
              >
                {item}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={hrefFor(page + 1)} rel="next">
            <span className="govuk-pagination__link-title">
              Next<span className="govuk-visually-hidden"> page</span>
            </span>
            <Arrow way="next" />
          </a>
        </div>
      )}
    </nav>
  );
}

/** Page numbers with a gap marked where some are left out: 1, gap, 4, 5, 6, gap, 10. */
function shownPages(page: number, pages: number): (number | string)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const shown: (number | string)[] = [];
  let last = 0;
  for (const n of [...new Set(wanted)]) {
    if (n - last === 2) shown.push(n - 1);
    else if (n - last > 2) shown.push(`gap before ${n}`);
    shown.push(n);
    last = n;
  }
  return shown;
}

function Arrow({ way }: { way: "prev" | "next" }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      height="13"
      width="15"
      viewBox="0 0 15 13"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={
          way === "prev"
            ? "M7 0 8.4 1.4 4.2 5.5H15v2H4.2l4.2 4.1L7 13 .4 6.5z"
            : "M8 0 6.6 1.4l4.2 4.1H0v2h10.8l-4.2 4.1L8 13l6.6-6.5z"
        }
      />
    </svg>
  );
}
