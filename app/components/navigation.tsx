// Where a role can go: at most six ways, always in sight, wrapped on a phone.
export type NavigationItem = { href: string; label: string; current?: boolean };

export function Navigation({ items }: { items: NavigationItem[] }) {
  return (
    <nav className="app-nav" aria-label="Main">
      <div className="govuk-width-container">
        <ul className="app-nav__list">
          {items.map((item) => (
            <li key={item.href} className="app-nav__item">
              <a href={item.href} className="app-nav__link" aria-current={item.current ? "page" : undefined}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
