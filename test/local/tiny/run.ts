import { startBesa } from '#infra/local/besa.ts';
import { tinySystem } from '../tiny-system.ts';

/* Runs the tiny system on the folder given, and says where. */
const besa = await startBesa({ dataDir: process.argv[2] ?? '', quiet: true, system: tinySystem() });
console.log(besa.url);
