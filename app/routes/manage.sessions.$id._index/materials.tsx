// Slides, handouts and reading of the session: what there is and who sees it, and a way to add and remove.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { TextField } from "~/components/text-field";
import { audiencesOfMaterials } from "~/domain/sessions/sessions";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { audienceInWords } from "./deeds";
import type { ManagedPage } from "./route";

export function Materials({ page, form }: { page: ManagedPage; form?: FormState | undefined }) {
  const { session } = page;
  const here = paths.manageSession(session.id);
  return (
    <section id="materials">
      {session.materials.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">Materials</h2>
          <p className="govuk-body">There are none yet.</p>
        </>
      ) : (
        <Table
          caption="Materials"
          columns={[
            { key: "title", heading: "What" },
            { key: "shownTo", heading: "Who sees it" },
            { key: "action", heading: "Action", headingHidden: true },
          ]}
          rows={session.materials.map((material) => ({
            id: material.id,
            cells: {
              title: (
                <a className="govuk-link" href={material.url} rel="noreferrer">
                  {material.title}
                </a>
              ),
              shownTo: audienceInWords[material.shownTo],
              action: (
                <form method="post" action={here}>
                  <input type="hidden" name="materialId" value={material.id} />
                  <SubmitButton
                    name="intent"
                    value="remove material"
                    variant="secondary"
                    hidden={material.title}
                  >
                    Remove
                  </SubmitButton>
                </form>
              ),
            },
          }))}
        />
      )}
      <form method="post" action={`${here}#materials`} noValidate>
        <h3 className="govuk-heading-s">Add material</h3>
        <TextField
          name="title"
          label="What it is"
          hint="Such as: Slides of day 1"
          maxLength={120}
          form={form}
        />
        <TextField
          name="url"
          label="Web address"
          hint="Where it is kept. It starts with https://"
          type="url"
          spellCheck={false}
          form={form}
        />
        <Radios
          name="shownTo"
          label="Who sees it"
          items={audiencesOfMaterials.map((value) => ({ value, label: audienceInWords[value] }))}
          small
          form={form}
        />
        <SubmitButton name="intent" value="add material" variant="secondary">
          Add material
        </SubmitButton>
      </form>
    </section>
  );
}
