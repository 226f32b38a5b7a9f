import { country } from '#shared/country/current.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { readBuiltFiles, type BuiltFiles } from './built-files.ts';
import { environment } from './env.ts';
import { consoleRoutes } from './routes.ts';

const env = readEnvironment(environment);
const signIn = { address: env.SIGN_IN_ADDRESS, clientId: env.STAFF_CLIENT_ID };

let files: BuiltFiles | undefined;
/** The files are read with the first request. */
const built = (): BuiltFiles => (files ??= readBuiltFiles(new URL('./files/', import.meta.url)));

/** Triggered by the staff API, for everybody: the console's own files say nothing of a case. Running twice changes nothing. */
export const handler = httpHandler(consoleRoutes(built, signIn), country, 'staff');
