// A handler of the instance on a socket of its own, asked as nginx would ask it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const record = (type, content) => {
  const head = Buffer.from([1, type, 0, 1, 0, 0, 0, 0]);
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
};
/// One GET in the words of the protocol.
export const requestOf = (target) => {
  const params = { REQUEST_METHOD: 'GET', DOCUMENT_URI: target, REQUEST_URI: target, QUERY_STRING: '', CONTENT_LENGTH: '', CONTENT_TYPE: '',
    REMOTE_ADDR: '127.0.0.1', SERVER_PROTOCOL: 'HTTP/1.1', HTTPS: 'on', HTTP_HOST: 'localhost', REQUEST_ID: '0'.repeat(32), SSR_ZONE: 'site' };
  const pairs = Object.entries(params).map(([name, value]) => Buffer.concat([Buffer.from([name.length, value.length]), Buffer.from(name + value)]));
  return Buffer.concat([record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])), record(4, Buffer.concat(pairs)), record(4, Buffer.alloc(0)), record(5, Buffer.alloc(0))]);
};

/// All that the handler sends back, as text; its head begins after eight bytes of the protocol.
export const askHandler = (socket, target) => new Promise((resolve, reject) => {
  const chunks = [];
  const line = net.connect(socket, () => line.write(requestOf(target)));
  line.on('data', (chunk) => chunks.push(chunk));
  line.on('error', reject);
  line.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
});

const listens = (socket) => new Promise((resolve) => {
  const line = net.connect(socket, () => { line.destroy(); resolve(true); }).on('error', () => resolve(false));
});

/// Runs `use({socket, pid, child})` beside the handler's current release with the instance's settings; gives what it gives.
export async function withHandler(root, variables, handler, folder, use, settings = {}) {
  const socket = path.join(folder, `${handler}.sock`);
  const release = path.join(variables, 'slots', handler, '1');
  const child = spawn(path.join(root, 'infra/lib/on-socket'), [socket, path.join(root, 'infra/supervisor/with-settings'), variables, handler, release,
    path.join(release, 'bin/handler')], { stdio: 'ignore', env: { ...process.env, ...settings } });
  const ended = new Promise((done) => { child.on('close', done); });
  try {
    // The file is there before anybody listens.
    while (child.exitCode === null && !await listens(socket)) await wait(1);
    return await use({ socket, pid: child.pid, child });
  } finally {
    child.kill();
    await ended;
    rmSync(socket, { force: true });
  }
}
