// Everyone on the register with one tap per mark. Save keeps what there is; Finish needs a mark for everyone.
import { EmptyState } from "~/components/empty-state";
import { MarkField } from "~/components/mark-field";
import { SubmitButton } from "~/components/submit-button";
import { needsInWords } from "~/domain/bookings/bookings";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { markValue } from "~/web/register-marks";
import { markField, shownField } from "./marks";
import type { RegisterPage } from "./route";

export function RegisterForm({ page, form }: { page: RegisterPage; form?: FormState }) {
  const finished = page.takenAt !== null;
  return (
    // An address of its own, so that a jump to an error does not stay in it.
    // The script goes by the rest: whose marks these are, of which meeting, where they go, and how old the page is.
    <form
      method="post"
      action={paths.trainerRegister(page.meeting.id)}
      noValidate
      data-taps={paths.trainerTaps(page.meeting.id)}
      data-person={page.personId}
      data-meeting={page.meeting.id}
      data-made-at={page.madeAt}
    >
      {page.people.length === 0 && (
        <EmptyState
          title="Nobody has a place"
          text="There is nobody to mark. Finish the register to close this session."
        />
      )}
      {page.people.map((person) => (
        <div key={person.bookingId}>
          <MarkField
            name={markField(person.bookingId)}
            person={person.name}
            detail={detailOf(person)}
            initial={markValue(person.mark)}
            form={form}
          />
          <input type="hidden" name={shownField(person.bookingId)} value={markValue(person.mark)} />
        </div>
      ))}
      <div className="govuk-button-group">
        {page.people.length > 0 && (
          <SubmitButton name="intent" value="save" variant={finished ? "primary" : "secondary"}>
            {finished ? "Save changes" : "Save for now"}
          </SubmitButton>
        )}
        {!finished && (
          <SubmitButton name="intent" value="finish">
            Finish register
          </SubmitButton>
        )}
      </div>
    </form>
  );
}

function detailOf(person: RegisterPage["people"][number]): string {
  const needs = needsInWords(person);
  return [
    person.walkIn ? `${person.agencyName}, came without a booking` : person.agencyName,
    ...(needs ? [`Needs: ${needs}`] : []),
  ].join(". ");
}
