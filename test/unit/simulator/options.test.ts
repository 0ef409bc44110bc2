import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../src/simulator/options.ts';

describe('parseCommandLine', () => {
  it('starts anywhere, at the pace of AWS, in memory, when nothing is said', () => {
    expect(parseCommandLine([])).toEqual({
      port: 0,
      json: false,
      speed: 1,
      stateFile: null,
      scale: false,
      quotas: false,
    });
  });

  it('takes every option', () => {
    const args = ['--port', '8080', '--json', '--speed', '20.5', '--state', 'world.json', '--scale', '--quotas'];
    expect(parseCommandLine(args)).toEqual({
      port: 8080,
      json: true,
      speed: 20.5,
      stateFile: 'world.json',
      scale: true,
      quotas: true,
    });
  });

  it.each([
    [['--port', 'eighty'], '--port takes 0 to 65535, not "eighty".'],
    [['--port', '65536'], '--port takes 0 to 65535, not "65536".'],
    [['--speed', '0'], '--speed takes a number above 0, not "0".'],
    [['--speed', 'fast'], '--speed takes a number above 0, not "fast".'],
    [['--fast'], "Unknown option '--fast'"],
    [['extra'], 'extra'],
  ])('refuses %j and says why', (args, reason) => {
    expect(() => parseCommandLine(args)).toThrow(reason);
  });
});
