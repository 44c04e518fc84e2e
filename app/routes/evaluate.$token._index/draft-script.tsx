// Saves the answers as they are given. Without it "Save and finish later" does the same work.

/** What the script has to say; empty until it says something. */
export function DraftScript() {
  return (
    <>
      <p className="govuk-body app-draft-status" id="draft-status" role="status" />
      <script type="module" src="/evaluate/save.js" />
    </>
  );
}
