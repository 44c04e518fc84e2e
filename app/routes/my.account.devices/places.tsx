// Each browser in which this person is signed in.
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { paths } from "~/web/paths";
import type { MyPlaces } from "./route";

export function Places({ places }: { places: MyPlaces }) {
  return (
    <Table
      caption="Browsers in which you are signed in"
      captionSize="hidden"
      columns={[
        { key: "browser", heading: "Browser" },
        { key: "since", heading: "Signed in" },
        { key: "lastUsed", heading: "Last used" },
        { key: "end", heading: "Sign out", headingHidden: true },
      ]}
      rows={places.map(({ mark, browser, since, lastUsed, here }) => ({
        id: mark,
        cells: {
          browser: here ? `${browser} (this one)` : browser,
          since,
          lastUsed,
          end: here ? null : (
            <form method="post" action={paths.myDevices()} noValidate>
              <SubmitButton
                name="end"
                value={mark}
                variant="secondary"
                hidden={`of ${browser}, since ${since}`}
              >
                Sign out
              </SubmitButton>
            </form>
          ),
        },
      }))}
    />
  );
}
