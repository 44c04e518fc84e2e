// The one header: whose offer this is, one search, and the way in or out.
export type HeaderProps = {
  serviceName: string;
  partnershipName: string;
  /**
   * The signed-in person; a sign-in link is shown without one. "half signed in": who still owes their second step is not
   * named and has a way out alone.
   */
  person?: { name: string } | "half signed in";
  search: boolean;
  /** Address of the partnership's own mark; ours is shown without one. */
  logo?: string;
};

export function Header({ serviceName, partnershipName, person, search, logo = "/mark.svg" }: HeaderProps) {
  return (
    <header className="app-header">
      <div className="app-header__bar govuk-width-container">
        <a href="/" className="app-header__home">
          <img src={logo} alt="" width="40" height="40" className="app-header__logo" />
          <span>
            <span className="app-header__service">{serviceName}</span>{" "}
            <span className="app-header__partnership">{partnershipName}</span>
          </span>
        </a>
        <div className="app-header__account">
          {person ? (
            <>
              {person !== "half signed in" && (
                <a href="/my/account" className="app-header__link">
                  <span className="govuk-visually-hidden">Signed in as </span>
                  {person.name}
                </a>
              )}
              <form method="post" action="/sign-out">
                <button type="submit" className="app-header__sign-out">
                  Sign out
                </button>
              </form>
            </>
          ) : (
            <a href="/sign-in" className="app-header__link">
              Sign in
            </a>
          )}
        </div>
        {search && <CourseSearch />}
      </div>
    </header>
  );
}

function CourseSearch() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18 does not know the search element yet
    <form role="search" method="get" action="/courses" className="app-header__search">
      <label htmlFor="header-search" className="govuk-visually-hidden">
        Search courses
      </label>
      <input
        id="header-search"
        name="q"
        type="search"
        placeholder="Search courses"
        className="govuk-input app-header__search-input"
      />
      <button type="submit" className="app-header__search-button">
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" className="app-header__search-icon">
          <circle cx="8" cy="8" r="6" />
          <path d="M12.5 12.5 19 19" />
        </svg>
        <span className="govuk-visually-hidden">Search</span>
      </button>
    </form>
  );
}
