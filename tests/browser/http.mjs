// Talks to a running instance like a program does: one cookie jar, JSON in and out.
import { execFileSync } from 'node:child_process';
import https from 'node:https';
import http from 'node:http';

export const site = process.env.SSR_TEST_URL ?? process.env.SSR_PUBLIC_URL ?? 'https://localhost:8443';
export const gateway = process.env.SSR_TEST_GATEWAY ?? process.env.RAZORPAY_API_URL ?? 'http://127.0.0.1:8090';

export class Client {
  cookies = new Map();
  csrf = '';

  request(method, path, { body, headers = {}, base = site } = {}) {
    const url = new URL(path, base);
    const all = { accept: 'application/json', ...headers };
    if (this.cookies.size) all.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (body !== undefined) all['content-length'] = Buffer.byteLength(body);
    return new Promise((resolve, reject) => {
      const module = url.protocol === 'https:' ? https : http;
      const sent = module.request(url, { method, headers: all, rejectUnauthorized: false }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
            if (value) this.cookies.set(name, value);
            else this.cookies.delete(name);
          }
          const bytes = Buffer.concat(chunks);
          const json = /json/.test(answer.headers['content-type'] ?? '') ? JSON.parse(bytes.toString()) : null;
          resolve({ status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString(), json });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  get(path, options) { return this.request('GET', path, options); }

  postJson(path, value, options = {}) {
    const headers = { 'content-type': 'application/json', ...(this.csrf && { 'x-csrf-token': this.csrf }), ...options.headers };
    return this.request('POST', path, { ...options, body: JSON.stringify(value), headers });
  }

  postForm(path, fields, options = {}) {
    const body = new URLSearchParams({ csrf_token: this.csrf, ...fields }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...options.headers };
    return this.request('POST', path, { ...options, body, headers });
  }

  /// Asks for a code; where all of the hour's for one network address are used up, an hour goes by.
  async ask(identifier) {
    for (;;) {
      const asked = await this.postJson('/api/auth/request-otp/', { identifier });
      if (asked.json?.code !== 'too_many_from_here') return asked;
      await moveClock({ advance_seconds: 3600 });
    }
  }

  /// Signs in through the outbox; returns the user of the answer.
  async signIn(identifier) {
    const asked = await this.ask(identifier);
    if (asked.status !== 200) throw new Error(`no code for ${identifier}: ${asked.status} ${asked.text}`);
    const otp = await newestCode(identifier);
    const verified = await this.postJson('/api/auth/verify-otp/', { challenge_id: asked.json.challenge_id, otp });
    if (verified.status !== 200) throw new Error(`no sign-in for ${identifier}: ${verified.status} ${verified.text}`);
    this.csrf = (await this.get('/api/auth/me/')).json.csrf_token;
    return verified.json;
  }

  /// One of the demonstration's staff confirms with his authenticator.
  async confirm() {
    const totp = await staffCode();
    const { status, text } = await this.postJson('/api/auth/verify-totp/', { totp });
    if (status !== 200) throw new Error(`not confirmed: ${status} ${text}`);
    this.csrf = (await this.get('/api/auth/me/')).json.csrf_token;
  }
}

/// What the authenticator of the demonstration's staff shows now.
export async function staffCode() {
  const { json } = await new Client().get('/_dev/clock');
  return execFileSync('oathtool', ['--totp', '-b', '-N', json.now, 'JBSWY3DPEHPK3PXP'], { encoding: 'utf8' }).trim();
}

export async function newestCode(to) {
  const { json } = await new Client().get(`/_dev/outbox.json?to=${encodeURIComponent(to)}`);
  const message = json?.find((each) => each.otp);
  if (!message) throw new Error(`no code was sent to ${to}`);
  return message.otp;
}

export const simulator = async (path, value) => {
  const { status, json, text } = await new Client().request('POST', path, {
    base: gateway, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  if (status >= 300) throw new Error(`simulator ${path}: ${status} ${text}`);
  return json;
};

export const ledger = async () => (await new Client().get('/_sim/ledger', { base: gateway })).json;
export const runJobs = () => new Client().postJson('/_dev/jobs/run', {});
export const moveClock = (change) => new Client().postJson('/_dev/clock', change);
