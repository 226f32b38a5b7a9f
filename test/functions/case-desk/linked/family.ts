import { randomUUID } from 'node:crypto';
import type { CaseWriter } from '#shared/ports/case-store.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import type { Desk, Who } from '../desk.ts';
import { people } from '../desk.ts';
import { bullying } from '../reports.ts';

/** A parent case and those linked under it, by number. */
export interface Family {
  parent: string;
  all: string[];
  receipts: string[];
}

/** One answer about one case. */
export interface Part {
  number: string;
  status: number;
  case?: Record<string, unknown> & { caseNumber: string; revision: number };
  problem?: Record<string, unknown>;
}

/** A class reports the same: so many cases, all linked under the first. */
export async function family(desk: Desk, count: number, report: (nth: number) => object = () => bullying) {
  const all: string[] = [];
  const receipts: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { caseNumber, receipt } = await desk.receive(report(nth));
    all.push(caseNumber);
    receipts.push(receipt);
    if (nth === 0) continue;
    const linked = await desk.decide('officer', caseNumber, 'link', { leadCase: all[0] });
    if (linked.status !== 200) throw new Error(`Linking was answered ${linked.status}.`);
  }
  return { parent: all[0] ?? '', all, receipts } satisfies Family;
}

/** The ticked cases with their present revisions. */
export async function ticked(desk: Desk, numbers: readonly string[]): Promise<{ number: string; revision: number }[]> {
  return Promise.all(numbers.map(async (number) => ({ number, revision: (await desk.stateOf(number)).case.revision })));
}

/** Sends a command on linked cases, and answers what came of each. */
export async function together(
  desk: Desk,
  parent: string,
  name: 'read' | 'handling' | 'danger' | 'message' | 'resolution',
  body: object,
  { who = 'officer', key = randomUUID(), at = desk.desk }: { who?: Who; key?: string; at?: HttpLambda } = {},
) {
  const answer = await callHandler(at, {
    ...postOf(`/v1/cases/{number}/linked/${name}`, body, { 'Idempotency-Key': key }),
    path: { number: parent },
    claims: { sub: people[who].id },
  });
  const { cases = [], next } = answer.json as { cases?: Part[]; next?: { number: string; fromMessage?: number }[] };
  return { status: answer.status, text: answer.text, json: answer.json, cases, next };
}

/** A desk whose process ends once it has written so many times. */
export function endsAfter(desk: Desk, writes: number): HttpLambda {
  let left = writes;
  const write: CaseWriter['write'] = async (...change) => {
    left -= 1;
    if (left < 0) throw Object.assign(new Error('The process has ended.'), { name: 'TimeoutError' });
    return desk.deps.writer.write(...change);
  };
  return desk.with({ writer: { ...desk.deps.writer, write } });
}
