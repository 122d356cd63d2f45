// What the wire's suites share: raw connections, answers, and the instance that infra/local/with-instance started.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
const setting = (name) => process.env[name] ?? (() => { throw new Error(`${name} is not set; run make test-wire`); })();
export const instance = setting('SSR_VAR');
export const httpsPort = Number(setting('SSR_HTTPS_PORT'));
export const httpPort = Number(setting('SSR_HTTP_PORT'));

export const handlers = readFileSync(path.join(root, 'infra/handlers.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')).filter(([, socket]) => socket === 'yes')
  .map(([name]) => name);
export const releaseOf = (handler) => path.basename(readlinkSync(path.join(instance, 'slots', handler, '1')));
export const place = (...words) => execFileSync(path.join(root, 'infra/lib/places'), words, { encoding: 'utf8' }).trim();

/// One request on a connection of its own; nothing is followed, no certificate checked.
export function ask(method, target, { headers = {}, body, host = '127.0.0.1', plain = false } = {}) {
  return new Promise((resolve, reject) => {
    const options = { method, host, port: plain ? httpPort : httpsPort, path: target, agent: false, rejectUnauthorized: false,
      headers: { host: `localhost:${plain ? httpPort : httpsPort}`, ...headers } };
    const sent = (plain ? http : https).request(options, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders,
        text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/// Bytes as they are, over TLS; gives all that comes back until the server closes or says nothing more for a second.
export function raw(text, options = {}) {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host: '127.0.0.1', port: httpsPort, servername: 'localhost', ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: false, ...options }, () => socket.write(text));
    let got = '';
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => { got += chunk.toString('latin1'); });
    socket.on('error', (error) => (got ? resolve(got) : reject(error)));
    socket.on('close', () => resolve(got));
  });
}
export const statusesIn = (answer) => [...answer.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status));
export const countOf = (answer, name) => answer.raw.filter((each, at) => at % 2 === 0 && each.toLowerCase() === name).length;
