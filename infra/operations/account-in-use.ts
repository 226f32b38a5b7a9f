import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Stage } from '../stages.ts';

/** The part of a client's configuration by which it goes to the region of the stage, whatever the terminal says. */
export function inRegionOf({ region }: Stage): { region: string } {
  return { region };
}

/** The region that the terminal and its profile name; undefined where they name none. */
export async function regionHere(): Promise<string | undefined> {
  try {
    return await new STSClient({}).config.region();
  } catch {
    return undefined;
  }
}

/** The account of the credentials in use. */
export async function accountInUse(sts: STSClient): Promise<string> {
  const { Account } = await sts.send(new GetCallerIdentityCommand({}));
  if (Account === undefined) throw new Error('AWS does not say whose credentials these are.');
  return Account;
}

/** Throws where the credentials are of another account than the one the stage belongs into. */
export async function refuseOtherAccounts(sts: STSClient, { name, account }: Stage): Promise<void> {
  const inUse = await accountInUse(sts);
  if (account === undefined || account === inUse) return;
  throw new Error(`These credentials are of the account ${inUse}; ${name} belongs into ${account}.`);
}
