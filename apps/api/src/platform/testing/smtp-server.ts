import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail as it came over the wire. */
interface ReceivedMail {
  sender: string;
  recipients: string[];
  /** Headers and body, as sent. */
  message: string;
}

/** An SMTP server of the test's own. */
export interface TestSmtp {
  url: string;
  received: ReceivedMail[];
  /** What it answers to the next recipients; `250 OK` at first. */
  answerToRecipients(reply: string): void;
  stop(): Promise<void>;
}

/** Starts an SMTP server (RFC 5321, no extensions) on a free port of 127.0.0.1. */
export async function startSmtp(): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let recipientReply = '250 OK';
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, received, () => recipientReply);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerToRecipients: (reply) => (recipientReply = reply),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      open.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

function converse(socket: Socket, received: ReceivedMail[], recipientReply: () => string): void {
  let mail: ReceivedMail = { sender: '', recipients: [], message: '' };
  let content: string[] | null = null;
  const say = (line: string) => void socket.write(`${line}\r\n`);
  say('220 test ESMTP');
  eachLine(socket, (line) => {
    if (content) {
      if (line !== '.') return void content.push(line.replace(/^\.\./, '.'));
      received.push({ ...mail, message: content.join('\n') });
      content = null;
      mail = { sender: '', recipients: [], message: '' };
      return say('250 Taken');
    }
    const [, verb = '', address = ''] = /^(\w+)(?:[^<]*<([^>]*)>)?/.exec(line) ?? [];
    switch (verb.toUpperCase()) {
      case 'MAIL':
        mail.sender = address;
        return say('250 OK');
      case 'RCPT':
        if (recipientReply().startsWith('2')) mail.recipients.push(address);
        return say(recipientReply());
      case 'DATA':
        content = [];
        return say('354 Go on');
      case 'QUIT':
        say('221 Bye');
        return void socket.end();
      default:
        return say('250 OK'); // EHLO, HELO, RSET, NOOP
    }
  });
}

function eachLine(socket: Socket, take: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  });
}
