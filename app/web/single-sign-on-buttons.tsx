// A button for each organisation that signs its own people in.
import { SubmitButton } from "~/components/submit-button";
import { paths } from "./paths";

export function SingleSignOnButtons(props: { providers: { id: string; name: string }[]; to: string }) {
  return props.providers.map(({ id, name }) => (
    <form key={id} method="post" action={paths.signInWith(id, props.to)} noValidate>
      <SubmitButton variant="secondary">Sign in with {name}</SubmitButton>
    </form>
  ));
}
