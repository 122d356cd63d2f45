// A real SMTP server for tests: `node smtp_server.mjs '{"tls": "starttls"|"at_once"|"none", "name": "localhost"}'`.
// The first line of its output says {"port", "authorities"}; then a line for each login and each mail that it took.
// Recipients that begin with "later" are refused for now, "never" for good; "half" breaks off after the last byte.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const { tls = 'starttls', name = 'localhost' } = JSON.parse(process.argv[2] ?? '{}');
const folder = mkdtempSync(join(tmpdir(), 'ssr-smtp-'));
const [key, certificate] = ['key.pem', 'certificate.pem'].map((file) => join(folder, file));
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${name}`,
  '-addext', `subjectAltName=DNS:${name}`, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
const tell = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const refusal = (responseCode, text) => Object.assign(new Error(text), { responseCode });

const server = new SMTPServer({
  secure: tls === 'at_once', key: readFileSync(key), cert: readFileSync(certificate), disabledCommands: tls === 'none' ? ['STARTTLS'] : [],
  allowInsecureAuth: true, authOptional: true, disableReverseLookup: true,
  onAuth(auth, session, answer) {
    tell({ login: auth.username, secure: session.secure });
    if (auth.password !== 'pass:word@1') return answer(refusal(535, 'Wrong password'));
    return answer(null, { user: auth.username });
  },
  onRcptTo({ address }, session, answer) {
    if (address.startsWith('later')) return answer(refusal(451, `Greylisted, try later ${address} 987654`));
    if (address.startsWith('never')) return answer(refusal(550, 'No such mailbox'));
    return answer();
  },
  onData(stream, session, answer) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      if (to[0].startsWith('half')) return server.connections.forEach((connection) => connection.close());
      tell({ from: session.envelope.mailFrom.address, to, user: session.user, secure: session.secure, mail: Buffer.concat(chunks).toString('latin1') });
      return answer();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => tell({ port: server.server.address().port, authorities: certificate }));
const leave = () => { rmSync(folder, { recursive: true, force: true }); process.exit(0); };
process.stdin.on('end', leave).resume();  // ends with whoever started it
