import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptRow } from './kept-rows.ts';

type Body = Record<string, unknown>;

/** What must be readable of one case, in any later release. All of it is invented. */
export interface KeptCase {
  name: string;
  caseNumber: string;
  /** Opens its thread; absent where none does. */
  receipt?: string;
  /** Receipts that open nothing any more. */
  voidReceipts: string[];
  reported: { function: 'intake' | 'filing'; resource: string; key: string; body: Body; by?: string };
  /** What a person who opens the case finds in it. */
  words: string[];
  /** What both sides wrote in the thread, in order. */
  thread: string[];
  notes: string[];
  /** What was given away to whom, in words; by the referral. */
  referrals: { id: string; words: string[] }[];
  /** Directory id of who opens it. */
  reader: string;
  /** What the case desk showed of it when the release was kept; absent of what was erased by then. */
  shown?: Body;
  /** Types of its events, in order. */
  history?: string[];
}

/** What somebody asks about the centre as a whole, and texts that stand in the answer. */
export interface KeptQuestion {
  function: string;
  resource: string;
  by?: string;
  query?: Record<string, string>;
  said: string[];
}

/** A command as it was sent: sent once more it is answered from its row, and changes nothing. */
export interface KeptCommand {
  function: 'case-desk' | 'directory';
  by: string;
  resource: string;
  path: Record<string, string>;
  body: Body;
  headers: Record<string, string>;
}

/** What must be readable of a kept release. */
export interface Story {
  /** When its tables were as they are kept. */
  at: string;
  cases: KeptCase[];
  /** Cases that were erased: their report sent once more brings nothing of them back. */
  erased: KeptCase[];
  commands: KeptCommand[];
  /** Attention, queue, directory, access log, statistics. */
  shown: KeptQuestion[];
}

export interface Manifest {
  version: string;
  /** Each kind of row with how many there are, and every member that some row of the kind has. */
  rows: Record<string, { count: number; members: string[] }>;
  /** Types of events, as envelopes name them. */
  events: string[];
}

export interface KeptRelease {
  manifest: Manifest;
  story: Story;
  tables: Record<string, KeptRow[]>;
  /** Bodies of the messages that each function still had in its queue. */
  queues: Record<string, string[]>;
  /** One envelope of each type, as the relay sends it. */
  events: Body[];
  /** Secrets of the invented KMS keys, by the variable that functions find the key by. */
  keys: Record<string, { name: string; secret: string }>;
  /** The stacks of each stage. */
  resources: Record<string, unknown>;
}

export const releasesFolder = import.meta.dirname;
const sumsFile = 'SHA256SUMS';

/** Every release that is kept, oldest first. */
export function keptVersions(): string[] {
  const numbers = (version: string): number[] => version.split('.').map(Number);
  return readdirSync(releasesFolder)
    .filter((name) => /^\d+\.\d+\.\d+$/u.test(name))
    .toSorted((a, b) => {
      const [left, right] = [numbers(a), numbers(b)];
      const at = left.findIndex((part, index) => part !== right[index]);
      return (left[at] ?? 0) - (right[at] ?? 0);
    });
}

export const folderOf = (version: string, within = releasesFolder): string => join(within, version);

/** All of it as files: a line for each row, so that two releases can be compared by eye. */
export function filesOf({ tables, resources, ...rest }: KeptRelease): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, value] of Object.entries(rest))
    files.set(`${name}.json`, inLines(value, name === 'events' ? 1 : 2));
  for (const [table, rows] of Object.entries(tables)) files.set(`tables/${table}.json`, inLines(rows, 1));
  for (const [stage, stacks] of Object.entries(resources)) files.set(`resources/${stage}.json`, inLines(stacks, 3));
  return files;
}

export function writeRelease(folder: string, files: ReadonlyMap<string, string>): void {
  for (const part of ['', 'tables', 'resources']) mkdirSync(join(folder, part), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, sumsFile), sumsOf(folder));
}

/** The checksums that were written with the release. */
export const writtenSums = (folder: string): string => readFileSync(join(folder, sumsFile), 'utf8');

/** The checksums of its files as they are now, in the form of `sha256sum`. */
export function sumsOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== sumsFile)
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
  const sum = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return names.map((name) => `${sum(name)}  ${name.replaceAll('\\', '/')}\n`).join('');
}

export function readRelease(version: string, within?: string): KeptRelease {
  const folder = folderOf(version, within);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const all = (part: string): Record<string, unknown> =>
    Object.fromEntries(
      readdirSync(join(folder, part)).map((file) => [file.replace('.json', ''), read(`${part}/${file}`)]),
    );
  return {
    manifest: read('manifest.json') as Manifest,
    story: read('story.json') as Story,
    tables: all('tables') as KeptRelease['tables'],
    queues: read('queues.json') as KeptRelease['queues'],
    events: read('events.json') as KeptRelease['events'],
    keys: read('keys.json') as KeptRelease['keys'],
    resources: all('resources'),
  };
}

/** JSON that is broken into lines down to a depth: what lies deeper stands on one line. */
function inLines(value: unknown, depth: number): string {
  const write = (of: unknown, left: number, indent: string): string => {
    if (left === 0 || typeof of !== 'object' || of === null) return JSON.stringify(of);
    const deeper = `${indent}  `;
    const parts = Array.isArray(of)
      ? of.map((one) => write(one, left - 1, deeper))
      : Object.entries(of).map(([name, one]) => `${JSON.stringify(name)}: ${write(one, left - 1, deeper)}`);
    const [open, close] = Array.isArray(of) ? ['[', ']'] : ['{', '}'];
    return parts.length === 0
      ? `${open}${close}`
      : `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
  };
  return `${write(value, depth, '')}\n`;
}

/** Members of a report or a message that hold what a person wrote. */
const wordMembers = ['narrative', 'name', 'organisation', 'email', 'phone', 'whenSafe', 'school', 'handle'];

/** What a person wrote in a body, as it is shown to staff; of an address its last part, which no defanging touches. */
export function wordsOf(body: unknown, member = ''): string[] {
  if (typeof body === 'string') {
    if (member === 'urls') return [body.split('/').at(-1) ?? body];
    return wordMembers.includes(member) ? [body] : [];
  }
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return body.flatMap((one) => wordsOf(one, member));
  return Object.entries(body).flatMap(([name, value]) => wordsOf(value, name));
}
