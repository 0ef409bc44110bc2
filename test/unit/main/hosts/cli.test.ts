import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorLines } from '../../../../src/main/hosts/cli/errors.ts';
import { exitCodeOf } from '../../../../src/main/hosts/cli/exit-codes.ts';
import type { Terminal } from '../../../../src/main/hosts/cli/kit.ts';
import { createOutput, toTable } from '../../../../src/main/hosts/cli/output.ts';
import { runProgram } from '../../../../src/main/hosts/cli/program.ts';
import { readSessionKeys } from '../../../../src/main/hosts/cli/session-keys.ts';
import { chooseLanguage, loadTexts } from '../../../../src/main/hosts/cli/texts.ts';
import { LANGUAGES } from '../../../../src/shared/contract/app.ts';
import { createAppError, type AwsErrorDetail } from '../../../../src/shared/errors/app-error.ts';

const catalogues = join(import.meta.dirname, '../../../../src/renderer/i18n');
const english = await loadTexts(catalogues, 'en');

async function run(args: readonly string[], language: (typeof LANGUAGES)[number] = 'en') {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env: {},
    isInteractive: false,
    ask: async () => '',
    readInput: async () => '',
  };
  const texts = await loadTexts(catalogues, language);
  const simulatorEntry = new URL('file:///nowhere');
  const code = await runProgram(args, { texts, terminal, version: '1.2.3', simulatorEntry });
  return { code, out, err };
}

describe('a command line that cannot be understood', () => {
  it.each([
    [['offers', 'lst'], 'Unknown command: lst'],
    [['--output', 'xml', 'offers', 'list'], 'A value that cannot be used'],
    [['offers', 'show'], 'Missing: id'],
    [['offers', 'show', 'a', 'b'], 'Too many arguments'],
    [['offer', 'plan', 'x.yaml', '--nonsense'], 'Unknown option: --nonsense'],
    [['accounts', 'add', '--name', 'x'], 'Missing: --account-id <id>'],
    [['--speed', '0', 'offers', 'list'], 'A value that cannot be used'],
    [['offers', 'list', '--text'], 'A value is missing for --text <text>'],
  ])('%j ends with 2, says why, and opens nothing', async (args, text) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
    expect(err).toContain('offerdeck --help');
  });

  it('is answered in the language asked for', async () => {
    expect((await run(['offers', 'lst'], 'ja')).err).toContain('不明なコマンド：lst');
    expect((await run(['offers', 'lst'], 'zh-TW')).err).toContain('未知的命令：lst');
  });
});

describe('help', () => {
  it.each(LANGUAGES)('names every command and no missing text (%s)', async (language) => {
    const { code, out } = await run(['--help'], language);
    expect(code).toBe(0);
    for (const name of ['accounts', 'products', 'offers', 'agreements', 'sync', 'urls', 'offer', 'history']) {
      expect(out).toMatch(new RegExp(`^ +${name} `, 'm'));
    }
    expect(out).not.toMatch(/\b(help|option|title)\.[a-z]/);
  });

  it('of a command and the version are no failures', async () => {
    expect(await run(['offer', 'apply', '--help'])).toMatchObject({ code: 0, err: '' });
    expect(await run(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });
});

describe('the language', () => {
  it.each([
    [['--language', 'ja'], {}, 'ja'],
    [['--language=zh-CN'], {}, 'zh-CN'],
    [['--language', 'xx'], { LANG: 'ja_JP.UTF-8' }, 'ja'],
    [[], { LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
    [[], { LC_ALL: 'zh_CN', LANG: 'ja_JP' }, 'zh-CN'],
    [[], { LANG: 'de_DE.UTF-8' }, 'en'],
    [[], {}, 'en'],
  ])('%j with %j is %s', (args, env, language) => {
    expect(chooseLanguage(args, env)).toBe(language);
  });
});

describe('exit codes', () => {
  const aws: AwsErrorDetail = {
    service: 'marketplace-catalog',
    operation: 'StartChangeSet',
    code: 'ValidationException',
    message: 'no',
    httpStatus: 400,
    requestId: 'request-1',
  };

  it('tell who refused', () => {
    expect(exitCodeOf(createAppError('preflight-failed'))).toBe(3);
    expect(exitCodeOf(createAppError('wrong-account', { aws }))).toBe(3);
    expect(exitCodeOf(createAppError('validation-refused', { aws }))).toBe(4);
    expect(exitCodeOf(createAppError('change-set-failed'))).toBe(4);
    expect(exitCodeOf(createAppError('sso-login-needed'))).toBe(6);
    expect(exitCodeOf(createAppError('storage-busy'))).toBe(1);
  });

  it('come with what happened, AWS’s own words and what to do next', () => {
    const lines = errorLines(createAppError('validation-refused', { aws }), english);
    expect(lines.join('\n')).toContain('marketplace-catalog StartChangeSet: ValidationException: no');
    expect(lines.join('\n')).toContain('request-1');
    expect(lines.at(-1)).not.toContain('validation-refused.next');
  });
});

describe('output', () => {
  it('lines up columns, wide letters too, and lets nothing move the cursor', () => {
    const columns = [
      { heading: 'A', value: ({ a }: { a: string; b: string }) => a },
      { heading: 'B', value: ({ b }: { a: string; b: string }) => b },
    ];
    const rows = [
      { a: '契約', b: 'x\u001b[2Jy\nz' },
      { a: 'ab', b: 'w' },
    ];
    expect(toTable(rows, columns)).toEqual(['A     B', '契約  x [2Jy z', 'ab    w']);
  });

  it('masks what looks like a secret', () => {
    let out = '';
    const output = createOutput('json', { out: (text) => void (out += text), err: () => {} }, false);
    output.lines({ url: 'https://b.s3.amazonaws.com/x?X-Amz-Signature=0123456789abcdef0123456789abcdef' }, []);
    expect(out).not.toContain('0123456789abcdef0123456789abcdef');
  });
});

describe('session keys', () => {
  const given = { AccessKeyId: 'AKIAEXAMPLE000000001', SecretAccessKey: 's'.repeat(40), SessionToken: 'token' };
  const expected = { accessKeyId: given.AccessKeyId, secretAccessKey: given.SecretAccessKey, sessionToken: 'token' };
  const read = (source: 'env' | 'stdin', text: string, env: NodeJS.ProcessEnv = {}) =>
    readSessionKeys(source, english, { env, readInput: async () => text });

  it('are read as the tools of AWS print them', async () => {
    expect(await read('stdin', JSON.stringify(given))).toEqual(expected);
    expect(await read('stdin', JSON.stringify({ Credentials: { ...given, Expiration: 'later' } }))).toEqual(expected);
    const env = { AWS_ACCESS_KEY_ID: given.AccessKeyId, AWS_SECRET_ACCESS_KEY: given.SecretAccessKey };
    expect(await read('env', '', env)).toEqual({ ...expected, sessionToken: null });
  });

  it('that are not there are asked for without repeating what was given', async () => {
    const secret = 'z'.repeat(40);
    for (const text of ['', secret, `{"SecretAccessKey":"${secret}"}`]) {
      await expect(read('stdin', text)).rejects.toMatchObject({
        code: 6,
        message: expect.not.stringContaining(secret),
      });
    }
    await expect(read('env', '')).rejects.toMatchObject({ code: 6 });
  });
});
