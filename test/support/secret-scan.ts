/** Looks for given secrets in files and texts: raw, JSON-escaped, URL-, base64-, hex- and UTF-16-encoded. Shares no code with the app. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface SecretLeak {
  /** File (relative to its folder) or name of the captured text. */
  readonly where: string;
  readonly secret: string;
  readonly form: string;
}

export interface SecretScan {
  /** Name for the report -> the secret itself. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  /** Captured logs, events, answers: name -> what was captured. */
  readonly captured?: Readonly<Record<string, unknown>>;
}

export function findSecretLeaks({ secrets, folders = [], captured = {} }: SecretScan): SecretLeak[] {
  const needles = Object.entries(secrets).flatMap(([name, secret]) => needlesOf(name, secret));
  const haystacks = [
    ...folders.flatMap((folder) =>
      listFiles(folder).map((file) => ({ where: relative(folder, file), bytes: readFileSync(file) })),
    ),
    ...Object.entries(captured).map(([where, value]) => ({
      where,
      bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    })),
  ];
  return haystacks.flatMap(({ where, bytes }) =>
    needles.filter(({ needle }) => bytes.includes(needle)).map(({ name, form }) => ({ where, secret: name, form })),
  );
}

interface Needle {
  readonly name: string;
  readonly form: string;
  readonly needle: Buffer;
}

function needlesOf(name: string, secret: string): Needle[] {
  if (secret.length < 8) throw new Error(`the secret ${name} is too short to be looked for`);
  const bytes = Buffer.from(secret, 'utf8');
  const url = encodeURIComponent(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const text: [string, string][] = [
    ['raw', secret],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['JSON with escaped slashes', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
    ['URL', url],
    ['URL, lower case', url.replace(/%../g, (escape) => escape.toLowerCase())],
    ['URL twice', encodeURIComponent(url)],
    ['hex', bytes.toString('hex')],
    ['HEX', bytes.toString('hex').toUpperCase()],
    ...base64Forms(bytes),
  ];
  return [
    ...text.map(([form, needle]) => ({ name, form, needle: Buffer.from(needle, 'latin1') })),
    { name, form: 'raw UTF-8', needle: bytes },
    { name, form: 'UTF-16LE', needle: utf16 },
    { name, form: 'UTF-16BE', needle: Buffer.from(utf16).swap16() },
  ];
}

/** Inside a longer base64 text a secret stands at one of three offsets; its first and last characters may be shared with neighbours. */
function base64Forms(bytes: Buffer): [string, string][] {
  return [0, 1, 2].flatMap((offset): [string, string][] => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes, Buffer.alloc(3)]).toString('base64');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    const core = whole.slice(first, last);
    const urlSafe = core.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`base64 at ${offset}`, core],
      [`base64url at ${offset}`, urlSafe],
      [`base64 at ${offset} in a URL`, encodeURIComponent(core)],
    ];
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
