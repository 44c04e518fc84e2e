// Says on every page that the data is made up, so that nobody acts on it.
import { Tag } from "./tag";

export function DemoBanner({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would say no more than the role and its name
    <div className="app-demo" role="region" aria-label="Demonstration">
      <div className="govuk-width-container">
        <p className="app-demo__text">
          <Tag colour="grey">Demonstration</Tag> {text}
        </p>
      </div>
    </div>
  );
}
