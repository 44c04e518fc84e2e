// `npm run db:migrate`: brings the database at DATABASE_PATH to the newest schema.
import { readSettings } from "~/settings.server";
import { openDatabase } from "./client";
import { migrateToLatest } from "./migrations";

const { databasePath } = readSettings(process.env);
const db = openDatabase(databasePath);
migrateToLatest(db);
db.$client.close();
console.log(`${databasePath} is up to date.`);
