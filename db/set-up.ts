// `npm run set-up -- FILE.json --admin "NAME <ADDRESS>"`: turns a migrated, empty database into a partnership's own.
import { setUpCommand } from "./set-up/command";

const outcome = setUpCommand(process.argv.slice(2), process.env);
if (outcome.ok) console.log(outcome.value);
else {
  console.error(outcome.reason);
  process.exitCode = 1;
}
