import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannot-start.ts';

/** Everything a local Besa keeps, in one folder that only its owner may enter. */
export interface DataFolder {
  path: string;
  /** The runtime's own small database. It is held exclusively, which also keeps a second Besa off the folder. */
  state: DatabaseSync;
  /** Files that only their owner may read, for keys. A file is written whole or not at all. */
  readSecret: (name: string) => string | undefined;
  writeSecret: (name: string, contents: string) => void;
  close: () => void;
}

/**
 * Opens the folder, and makes it when it does not exist. Throws `CannotStart` when it cannot be written, or when
 * another Besa runs on it. The lock belongs to the operating system: it ends with the process, even with one that is
 * killed.
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  try {
    makeFolder(path);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch {
    throw new CannotStart(`The data folder ${path} cannot be written. Name another one with --data.`);
  }
  try {
    closeToOthers(path);
  } catch {
    throw new CannotStart(`The data folder ${path} belongs to somebody else. Name another one with --data.`);
  }
  const state = openState(path);
  return {
    path,
    state,
    readSecret: (name) => {
      const file = join(path, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    writeSecret: (name, contents) => {
      const half = join(path, `.${name}.half`);
      const file = openSync(half, 'w', 0o600);
      writeSync(file, contents);
      fsyncSync(file);
      closeSync(file);
      renameSync(half, join(path, name));
    },
    close: () => state.close(),
  };
}

/**
 * Makes a folder and those above it. Node's own recursive way never ends where the system allows no folder, as in
 * /proc.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** What a Besa of any release keeps in its folder: folders of their own, and files with what the engines add to them. */
const ownFolders = ['queues', 'functions', 'compiled'];
const ownFiles = /^(?:(?:runtime|database)\.db|keys\.json|issuer\.json|functions\.log)/u;

/**
 * Lets only its owner into the folder, also where it was there before, as one that an earlier release made. Only what
 * is Besa's is changed: somebody may have named a folder that holds other things as well.
 */
function closeToOthers(path: string): void {
  chmodSync(path, 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() && ownFolders.includes(entry.name)) {
      chmodSync(join(path, entry.name), 0o700);
      if (entry.name === 'queues') {
        for (const file of readdirSync(join(path, 'queues'))) chmodSync(join(path, 'queues', file), 0o600);
      }
    }
    if (entry.isFile() && ownFiles.test(entry.name)) chmodSync(join(path, entry.name), 0o600);
  }
}

function openState(path: string): DatabaseSync {
  try {
    const file = join(path, 'runtime.db');
    // The database makes a file that everybody may read, but keeps the mode of one that is there.
    closeSync(openSync(file, 'a', 0o600));
    const state = new DatabaseSync(file);
    state.exec('PRAGMA locking_mode = EXCLUSIVE');
    state.exec('PRAGMA journal_mode = WAL');
    state.exec('PRAGMA synchronous = NORMAL');
    state.exec('BEGIN IMMEDIATE; COMMIT');
    return state;
  } catch (error) {
    if (error instanceof Error && /lock|busy/u.test(error.message)) {
      throw new CannotStart(`Another Besa is running on ${path}. Stop it first, or name another folder with --data.`);
    }
    if (error instanceof Error && /readonly|unable to open/u.test(error.message)) {
      throw new CannotStart(`The data folder ${path} cannot be written. Name another one with --data.`);
    }
    throw error;
  }
}
