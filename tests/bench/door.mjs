// The door: does it answer sooner for an identifier that it knows, and how many codes does it give and take a second?
// The first is a thousand requests for a code each way, in turns, from a thousand addresses; the medians stand beside each
// other, and their difference is a line of its own.
import { randomBytes, randomInt } from 'node:crypto';
import https from 'node:https';
import { Client, moveClock, newestCode, site } from '../browser/http.mjs';
import { insertsPerSecond, scriptsPerSecond } from './floors.mjs';
import { asFastAsItGoes, atRate, p99 } from './pace.mjs';
import { median } from './wrk.mjs';

const kPeople = 100;
const kRounds = 10;
const kRate = 50;  // a second, as goals say
const kCodes = 300;
const kConnections = 16;
const email = () => `bench-${randomBytes(8).toString('hex')}@example.test`;
const address = () => `127.${randomInt(1, 255)}.${randomInt(255)}.${randomInt(1, 255)}`;
const url = new URL(site);

/// A browser at an address of its own, with one open connection.
class Caller {
  agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, localAddress: address() });
  identifier = email();
  cookie = '';

  send(method, path, value) {
    return new Promise((resolve, reject) => {
      const headers = { host: url.host, accept: 'application/json', 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) };
      const sent = https.request({ method, host: '127.0.0.1', port: url.port, path, headers, agent: this.agent }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => { text += chunk; });
        answer.on('end', () => resolve({ status: answer.statusCode, text, cookies: answer.headers['set-cookie'] ?? [] }));
      });
      sent.on('error', reject);
      sent.end(value && JSON.stringify(value));
    });
  }

  /// Milliseconds from the request to the end of its answer.
  async time(path, value) {
    const began = performance.now();
    const answer = await this.send('POST', path, value);
    const took = performance.now() - began;
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    if (answer.cookies.length) this.cookie = answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    this.answer = JSON.parse(answer.text);
    return took;
  }

  open() { return this.send('GET', '/api/auth/token/'); }
  ask() { return this.time('/api/auth/request-otp/', { identifier: this.identifier }); }
  enter() { return this.time('/api/auth/verify-otp/', { challenge_id: this.answer.challenge_id, otp: this.code }); }
  end() { this.agent.destroy(); }
}

async function timeOf(identifier) {
  const caller = new Caller();
  caller.identifier = identifier;
  await caller.open();
  const took = await caller.ask();
  caller.end();
  return took;
}

async function openAll() {
  const callers = Array.from({ length: kCodes }, () => new Caller());
  await asFastAsItGoes(kConnections, callers, (caller) => caller.open());
  return callers;
}
const readCodes = (callers) => asFastAsItGoes(kConnections, callers, async (caller) => { caller.code = await newestCode(caller.identifier); });

export async function measureCodes(report, variables) {
  // A code is one Lua call, and a row each of messages and jobs; a sign-in one Lua call, and a row each of people,
  // organisations, memberships and sessions, and of the audit log.
  const scripts = scriptsPerSecond(variables, kConnections);
  const bare = (tables) => 1 / (1 / scripts + 1 / insertsPerSecond(variables, kConnections, 1, tables));
  for (const [pace, use] of [['paced', (them, act) => atRate(kRate, them, act)], ['free', (them, act) => asFastAsItGoes(kConnections, them, act)]]) {
    await moveClock({ advance_seconds: 3601 });
    const callers = await openAll();
    const asked = await use(callers, (caller) => caller.ask());
    await readCodes(callers);
    const entered = await use(callers, (caller) => caller.enter());
    if (pace === 'paced') {
      report(`codes asked for, ${kRate} a second: p99`, 'ms', p99(asked), 150);
      report(`codes entered, ${kRate} a second: p99`, 'ms', p99(entered), 150);
    } else {
      report(`codes asked for, ${kConnections} connections: against the bare operations`, 'codes/s', asked, bare(2));
      report(`codes entered by newcomers, ${kConnections} connections: against the bare operations`, 'sign-ins/s', entered, bare(5));
    }
    callers.forEach((caller) => caller.end());
  }
  await moveClock({ reset: true });
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
