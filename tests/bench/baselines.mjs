// What pages are measured against, behind an nginx of its own with the instance's kind of settings: a static file of the
// same bytes, a program that answers them, and one that asks the same of the neighbours first.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../browser/http.mjs';

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/// `pages`: by name {bytes, type, workers, handler}. Gives the address of its nginx, the pids of what it started, and how to end it all.
export async function startBaselines({ root, build, variables, folder, pages, cookie }) {
  const port = await freePort();
  const children = [];
  const end = () => children.forEach((child) => child.kill());
  process.once('exit', end);  // also of a run that could not begin
  const locations = [];
  /// As many workers as the page's own handler has, all on one socket.
  const program = async (name, workers, words) => {
    const socket = join(folder, `${name}.sock`);
    // A shell gives /dev/null to what it starts beside itself, unless it is told otherwise.
    const command = `exec 3<&0; for i in $(seq ${workers}); do "$@" <&3 3<&- & pids="$pids $!"; done; wait`;
    children.push(spawn(join(root, 'infra/lib/on-socket'), [socket, 'sh', '-c', `trap 'kill $pids' TERM; ${command}`, 'sh', ...words], { stdio: 'ignore' }));
    while (!existsSync(socket)) await wait(1);
    return `include /etc/nginx/fastcgi_params; fastcgi_pass unix:${socket};`;
  };
  for (const [name, { bytes, type, workers, handler }] of Object.entries(pages)) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const constant = await program(`constant-${name}`, workers, [join(build, 'tests/constant_bytes'), file, type]);
    const bare = await program(`bare-${name}`, workers, [join(root, 'infra/supervisor/with-settings'), variables, handler,
      join(variables, 'releases', handler, 'current'), join(build, 'tests/bare_handler'), file, type, name, cookie]);
    locations.push(`location = /static/${name} { alias ${file}; default_type "${type}"; }`, `location = /constant/${name} { ${constant} }`,
      `location = /bare/${name} { ${bare} }`);
  }
  mkdirSync(join(folder, 'tmp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/tmp/${kind};`).join(' ');
  writeFileSync(join(folder, 'nginx.conf'), `
    daemon off; worker_processes auto; pid ${folder}/nginx.pid; error_log ${folder}/error.log; ${process.getuid() === 0 ? 'user root;' : ''}
    events { worker_connections 1024; }
    http { access_log off; gzip off; sendfile on; tcp_nopush on; fastcgi_keep_conn off; fastcgi_buffer_size 16k; fastcgi_buffers 16 16k; ${temporary}
      ssl_session_cache shared:tls:4m; ssl_session_tickets off; ssl_ecdh_curve X25519:prime256v1;
      server { listen 127.0.0.1:${port} ssl http2 backlog=4096; ssl_certificate ${variables}/secrets/tls.crt; ssl_certificate_key ${variables}/secrets/tls.key;
        ssl_protocols TLSv1.2 TLSv1.3; ${locations.join('\n')} } }`);
  children.push(spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'ignore' }));
  const base = `https://127.0.0.1:${port}`;
  const client = new Client();
  for (const name of Object.keys(pages)) {
    for (const kind of ['static', 'constant', 'bare']) {
      for (let tries = 0; ; tries += 1) {
        const answer = await client.get(`/${kind}/${name}`, { base }).catch(() => null);
        if (answer?.status === 200 && answer.bytes.length === pages[name].bytes.length) break;
        if (tries > 200) throw new Error(`the baseline /${kind}/${name} did not start: ${answer?.status}`);
        await wait(25);
      }
    }
  }
  return { base, pids: children.map((child) => child.pid), end };
}
