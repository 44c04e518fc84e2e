// Reads of messages that pages make often go by an index, however long the outbox is.
import { expect, it } from "vitest";
import { makeWorld } from "../../support/world";

const plan = (sql: string) =>
  makeWorld()
    .db.$client.prepare(`explain query plan ${sql}`)
    .all()
    .map((row) => (row as { detail: string }).detail)
    .join("; ");

it.each<[string, string, RegExp]>([
  [
    "those in trouble",
    "select id from outbox where state in ('failed', 'unsure') and settled_at is null order by created_at desc, rowid desc",
    /INDEX outbox_troubled/,
  ],
  [
    "those that wait to ask what was answered",
    "update outbox set state = 'dropped' where state in ('waiting', 'sending') and state = 'waiting' and attempts = 0 and +kind = 'k' and case when json_valid(facts) then facts ->> '$.bookingId' end = 'b'",
    /SCAN outbox USING INDEX outbox_due/,
  ],
  [
    "those of a person",
    "select id from outbox where to_person_id = 'p' order by created_at desc, id desc limit 20",
    /INDEX outbox_by_person/,
  ],
  [
    "a letter by the provider's name for it or by ours",
    "select id from outbox where provider_id = 'p' or id = 'l' order by provider_id = 'p' desc limit 1",
    /INDEX outbox_by_provider[\s\S]*INDEX sqlite_autoindex_outbox/,
  ],
  [
    "reports of letters",
    "select kind from delivery_reports where message_id in ('a', 'b')",
    /INDEX delivery_reports_by_message/,
  ],
  [
    "the stop of a person's address",
    "select because from people inner join address_stops on address_stops.email = lower(people.email) where people.id = 'p'",
    /SEARCH address_stops USING INDEX/,
  ],
  [
    "whose address a reply came from",
    "select bookings.id from people inner join bookings on bookings.person_id = people.id where lower(people.email) = 'a'",
    /INDEX people_by_email/,
  ],
])("%s", (_what, sql, index) => {
  expect(plan(sql)).toMatch(index);
  // A partial index is walked whole: it holds nothing else.
  expect(plan(sql).replace(/SCAN outbox USING INDEX outbox_(troubled|due)/, "")).not.toMatch(/SCAN/);
});
