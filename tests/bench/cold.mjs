// How long a handler takes from its start until it has answered its first request, asked as nginx would ask it.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const record = (type, content) => {
  const head = Buffer.from([1, type, 0, 1, 0, 0, 0, 0]);
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
};
const asked = { REQUEST_METHOD: 'GET', DOCUMENT_URI: '/readyz', REQUEST_URI: '/readyz', QUERY_STRING: '', CONTENT_LENGTH: '', CONTENT_TYPE: '',
  REMOTE_ADDR: '127.0.0.1', SERVER_PROTOCOL: 'HTTP/1.1', HTTPS: 'on', HTTP_HOST: 'localhost', REQUEST_ID: '0'.repeat(32), SSR_ZONE: 'site' };
const request = Buffer.concat([
  record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
  record(4, Buffer.concat(Object.entries(asked).map(([name, value]) => Buffer.concat([Buffer.from([name.length, value.length]), Buffer.from(name + value)])))),
  record(4, Buffer.alloc(0)), record(5, Buffer.alloc(0))]);

const answer = (socket) => new Promise((resolve, reject) => {
  const chunks = [];
  const line = net.connect(socket, () => line.write(request));
  line.on('data', (chunk) => chunks.push(chunk));
  line.on('error', reject);
  line.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
});

/// Milliseconds; the handler runs with the settings and the release of the instance at `variables`, on a socket of its own.
export async function coldStart(root, variables, handler, folder) {
  const socket = path.join(folder, `cold-${handler}.sock`);
  const release = path.join(variables, 'slots', handler, '1');
  const child = spawn(path.join(root, 'infra/lib/on-socket'), [socket, path.join(root, 'infra/supervisor/with-settings'), variables, handler, release,
    path.join(release, 'bin/handler')], { stdio: 'ignore' });
  const ended = new Promise((done) => { child.on('close', done); });
  try {
    while (!existsSync(socket)) await wait(1);
    const began = performance.now();
    const said = await answer(socket);
    if (!said || /Status: [45]/.test(said)) throw new Error(`${handler} did not become ready: ${said.slice(0, 200)}`);
    return performance.now() - began;
  } finally {
    child.kill();
    await ended;
    rmSync(socket, { force: true });
  }
}
