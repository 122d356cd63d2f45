// People by the hundred, signed in as the database knows them: the limits on codes are not what is tried with them.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '../browser/http.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

export const sql = (text) => execFileSync(path.join(root, 'infra/local/psql'), ['-At', '-v', 'ON_ERROR_STOP=1', '-c', text], { encoding: 'utf8' }).trim();

/// `people` clients, signed in for a year of the instance's clock; `name` heads their names and addresses, and is used
/// once an instance.
export async function crowd(people, name) {
  const { json: { now } } = await new Client().get('/_dev/clock');
  const tickets = Array.from({ length: people }, () => randomBytes(32).toString('hex'));
  const keys = tickets.map((ticket) => `'${createHash('sha256').update(ticket).digest('hex')}'`).join(',');
  sql(`
    WITH moment AS (
      SELECT timestamptz '${now}' AS now
    ), person AS (
      INSERT INTO users (public_id, name, email, state_code, email_verified_at, profile_completed_at, created_at)
      SELECT uuid_v7(), '${name} ' || n, lower('${name}') || n || '@example.test', '36', moment.now, moment.now, moment.now FROM moment, generate_series(1, ${people}) n
      RETURNING id, name
    ), office AS (
      INSERT INTO organizations (public_id, name, owner_id, created_at) SELECT uuid_v7(), name, id, moment.now FROM person, moment RETURNING id, owner_id
    ), member AS (
      INSERT INTO memberships (organization_id, user_id, role, created_at) SELECT id, owner_id, 'owner', moment.now FROM office, moment
    ), numbered AS (
      SELECT id, row_number() OVER (ORDER BY id) AS n FROM person
    )
    INSERT INTO user_sessions (public_id, user_id, session_key, created_at, last_activity, expires_at)
    SELECT uuid_v7(), id, (ARRAY[${keys}])[n], moment.now, moment.now, moment.now + interval '1 year' FROM numbered, moment`);
  return tickets.map((ticket) => {
    const client = new Client();
    client.cookies.set('__Host-sid', ticket);
    return client;
  });
}

/// An administrator who gave his authenticator's code just now, and nobody else's clock has a part in it.
export async function officer(name) {
  const [client] = await crowd(1, name);
  sql(`WITH promoted AS (UPDATE users SET role = 'admin' WHERE name = '${name} 1' RETURNING id)
       UPDATE user_sessions s SET level = 'staff', confirmed_at = s.created_at FROM promoted WHERE s.user_id = promoted.id`);
  client.csrf = (await client.get('/api/auth/me/')).json.csrf_token;
  return client;
}
