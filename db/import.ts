// `npm run import -- KIND FILE.csv [--dry-run]`: loads a file that the partnership keeps, all of it or nothing.
import { importCommand } from "./import/command";

const { out, err, code } = importCommand(process.argv.slice(2), process.env);
if (out !== "") console.log(out);
if (err !== "") console.error(err);
process.exitCode = code;
