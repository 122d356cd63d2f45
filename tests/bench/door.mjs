// Does the door answer sooner for an identifier that it knows? A thousand requests for a code each way, in turns, from a
// thousand addresses; the medians stand beside each other, and their difference is a line of its own.
import { randomBytes, randomInt } from 'node:crypto';
import https from 'node:https';
import { Client, moveClock, newestCode, site } from '../browser/http.mjs';
import { median } from './wrk.mjs';

const kPeople = 100;
const kRounds = 10;
const email = () => `bench-${randomBytes(8).toString('hex')}@example.test`;
const address = () => `127.${randomInt(1, 255)}.${randomInt(255)}.${randomInt(1, 255)}`;

/// Milliseconds from the request to the end of its answer, on a connection that is open already.
async function timeOf(identifier) {
  const url = new URL('/api/auth/request-otp/', site);
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, localAddress: address() });
  const send = (method, path, body) => new Promise((resolve, reject) => {
    const headers = { host: url.host, accept: 'application/json', 'content-type': 'application/json' };
    const sent = https.request({ method, host: '127.0.0.1', port: url.port, path, headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  await send('GET', '/api/auth/token/');
  const began = performance.now();
  const status = await send('POST', url.pathname, JSON.stringify({ identifier }));
  const took = performance.now() - began;
  agent.destroy();
  if (status !== 200) throw new Error(`no code for a ${identifier.slice(0, 5)}…: ${status}`);
  return took;
}

export async function measureDoor(report) {
  const known = Array.from({ length: kPeople }, email);
  for (const identifier of known) {
    const owner = new Client();
    const { json } = await owner.postJson('/api/auth/request-otp/', { identifier });
    if (!json.challenge_id) break;
    await owner.postJson('/api/auth/verify-otp/', { challenge_id: json.challenge_id, otp: await newestCode(identifier) });
    await moveClock({ advance_seconds: 130 });  // one address asks for thirty codes an hour at most
  }
  const times = { known: [], unknown: [] };
  for (let round = 0; round < kRounds; round += 1) {
    await moveClock({ advance_seconds: 3601 });  // new windows for all limits of the hour
    for (const identifier of known) {
      times.known.push(await timeOf(identifier));
      times.unknown.push(await timeOf(email()));
    }
  }
  await moveClock({ reset: true });
  const [ours, theirs] = [median(times.known), median(times.unknown)];
  report('a code for a known identifier, against an unknown one', 'ms', ours, theirs);
  report('what the time tells of an identifier', 'ms', Math.abs(ours - theirs), null);
}
