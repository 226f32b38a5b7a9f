import * as z from 'zod/mini';
import { roles } from '../../domain/authorize.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import { caseStatuses } from '../../domain/lifecycle.ts';
import { severities } from '../../domain/severity.ts';
import { problemAnswerSchema, reportAnswerSchema } from './answers.ts';
import { idempotencyKeyForm } from './idempotency-key.ts';
import { problemMediaType } from './problem-answer.ts';
import { reportSchema } from './report-schema.ts';
import { approvalBodies } from './staff-approvals.ts';
import { keepingBodies } from './staff-keeping.ts';
import { caseworkBodies } from './staff-casework.ts';
import { referralBodies } from './staff-referrals.ts';
import { attentionExample, attentionSchema } from './staff-attention.ts';
import { filing, staffBodies } from './staff.ts';

type Json = Readonly<Record<string, unknown>>;
const bodies = { ...staffBodies, ...caseworkBodies, ...approvalBodies, ...keepingBodies, ...referralBodies };
type Command = keyof typeof bodies;

/** What each command is for, and whether it decides on what was seen. A command without a line here does not compile. */
const commands: Readonly<
  Record<Command, { path: string; summary: string; needsIfMatch: boolean; changesNothing?: true }>
> = {
  read: {
    path: 'read',
    summary:
      'Open words, details, addresses and thread. `reason` (`on_duty`, `assigned_to_me` or `other`) is needed for critical and high.',
    needsIfMatch: false,
  },
  claim: { path: 'claim', summary: 'Take the case. 409 says who has it.', needsIfMatch: false },
  severity: {
    path: 'severity',
    summary: 'Set the severity. Anybody raises; an officer or above lowers.',
    needsIfMatch: true,
  },
  handling: {
    path: 'handling',
    summary: 'Record that the case is handled. It must have been read; `message` or `noMessageBecause`.',
    needsIfMatch: true,
  },
  resolution: {
    path: 'resolution',
    summary: 'Record how it ended. It must have been handled; 422 names by field what is still missing.',
    needsIfMatch: true,
  },
  acknowledgement: {
    path: 'escalations/{timer}/{rung}/acknowledgement',
    summary: 'Say that the raise of this rung was seen. Holds the climb; 409 when it has moved on.',
    needsIfMatch: false,
  },
  assignment: {
    path: 'assignment',
    summary: 'Give the case to a colleague who may work on it.',
    needsIfMatch: true,
  },
  handOver: {
    path: 'hand-over',
    summary: 'Hand over between hotline and helpline. Nobody has it then; the reporter is told that it is one team.',
    needsIfMatch: true,
  },
  note: {
    path: 'notes',
    summary: 'Write a note for colleagues. It is sealed, and opened by reading the case.',
    needsIfMatch: false,
  },
  message: {
    path: 'messages',
    summary: 'Write to the reporter, who finds it with the receipt. The case must have been read.',
    needsIfMatch: false,
  },
  link: {
    path: 'link',
    summary: 'Link under the lead case of the same event. Several linked reports raise the severity of the lead.',
    needsIfMatch: true,
  },
  unlink: { path: 'unlink', summary: 'Take apart from the lead case.', needsIfMatch: true },
  assessment: {
    path: 'assessment',
    summary:
      'Record what staff conclude, beside what was reported. What is given stands; what is absent was not judged.',
    needsIfMatch: true,
  },
  waiting: {
    path: 'waiting',
    summary: 'Say for whom the case waits, or `nobody`. It stops no clock.',
    needsIfMatch: true,
  },
  target: {
    path: 'targets',
    summary:
      'Move an internal deadline (`handle`, `resolve`, or one of a referral), never beyond the promise, which never moves.',
    needsIfMatch: true,
  },
  notice: {
    path: 'notices',
    summary: 'Record that a platform was asked to take something down.',
    needsIfMatch: false,
  },
  noticeAnswer: {
    path: 'notices/{notice}/answer',
    summary: 'Record what the platform answered; `no_answer` when nobody waits any more.',
    needsIfMatch: false,
  },
  closure: {
    path: 'closure',
    summary:
      'Close a resolved case. Without `because`, referrals and notices must have ended (409 names them in `open`) and it must have been quiet (409 says `closableFrom`).',
    needsIfMatch: true,
  },
  reopening: {
    path: 'reopening',
    summary: 'Take a resolved or closed case up again: a new clock number and a new promise.',
    needsIfMatch: true,
  },
  referral: {
    path: 'referrals',
    summary: 'Name an institution that the matrix did not; it is proposed, and sent like any other.',
    needsIfMatch: false,
  },
  referralChange: {
    path: 'referrals/{referral}/change',
    summary: 'Give a proposal another basis, or the lead.',
    needsIfMatch: false,
  },
  referralDrop: {
    path: 'referrals/{referral}/drop',
    summary: 'Decide not to send a proposal, and why not.',
    needsIfMatch: false,
  },
  referralSending: {
    path: 'referrals/{referral}/sending',
    summary:
      'Send: the fields to give away, the ground, and for an override its reason, with a message to the reporter first or why not. With `call`, the phone call is the referral.',
    needsIfMatch: false,
  },
  referralAnswer: {
    path: 'referrals/{referral}/answer',
    summary:
      'Record what the institution said: acknowledged (by name, how), accepted, declined (why), completed (how).',
    needsIfMatch: false,
  },
  referralReminder: {
    path: 'referrals/{referral}/reminder',
    summary: 'Ask the institution once more.',
    needsIfMatch: false,
  },
  referralWithdrawal: {
    path: 'referrals/{referral}/withdrawal',
    summary: 'Take a referral back, and why.',
    needsIfMatch: false,
  },
  referralReading: {
    path: 'referrals/{referral}/read',
    summary: 'Open what was given away, to which unit, and who acknowledged it. Changes nothing.',
    needsIfMatch: false,
    changesNothing: true,
  },
  exportRequest: {
    path: 'export',
    summary:
      'Ask for the words and details as a file, and say what for. A second person approves; with nobody else to ask, a day passes.',
    needsIfMatch: false,
  },
  exportTaking: {
    path: 'export/{approval}/copy',
    summary:
      'Take an approved export, once: JSON and text, marked with who has it. 409 while it waits, when it is over, or taken.',
    needsIfMatch: false,
  },
  approval: {
    path: 'approvals/{approval}',
    summary:
      'Decide as the second person, or take back what one asked for oneself. Refusing a lowered severity makes the case critical again.',
    needsIfMatch: false,
  },
  hold: {
    path: 'hold',
    summary: 'Keep a case from being erased, in any state, until somebody lifts it. The latest reason stands.',
    needsIfMatch: false,
  },
  release: {
    path: 'release',
    summary: 'Lift a legal hold. Its owner is told anew before it is erased.',
    needsIfMatch: false,
  },
  erasure: {
    path: 'erasure',
    summary:
      'Ask to erase a case that has ended, before its time. A second person decides (`approvals/{approval}`); the next daily run erases.',
    needsIfMatch: false,
  },
  exclusions: {
    path: 'exclusions',
    summary: 'Say which institutions and colleagues must not get to do with the case.',
    needsIfMatch: false,
  },
};

/** The API document (OpenAPI 3.1) of the staff API, made from the schemas that bodies are parsed with. */
export function staffApiDocument(country: CountryPack): Json {
  const one = '/v1/cases/{number}';
  const commandPaths = Object.entries(commands).map(([name, { path, summary, needsIfMatch, changesNothing }]) => [
    `${one}/${path}`,
    {
      parameters: pathParameters(`${one}/${path}`),
      post: changesNothing === true ? look(name, summary) : command(name, summary, needsIfMatch),
    },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Besa, staff side',
      version: '1',
      description: `For signed-in staff (${roles.join(', ')}): live a case to its end. The token says who; what somebody may do is decided by the live staff record, and refused as 403.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ signedIn: [] }],
    paths: {
      '/v1/attention': {
        get: {
          operationId: 'seeAttention',
          summary:
            'What nobody has seen: of at most 200 cases a page, the open ones first. A page may be short or empty; a cursor leads on.',
          parameters: [{ name: 'cursor', in: 'query', schema: { type: 'string' } }],
          responses: {
            '200': {
              description: 'A page.',
              content: { 'application/json': { schema: ref('Attention'), example: attentionExample } },
            },
            ...problems(401, 403, 422, 429, 500, 503),
          },
        },
      },
      '/v1/cases': {
        get: {
          operationId: 'listCases',
          summary: 'Open cases, oldest promise first. A page is bounded and may be short; a cursor leads on.',
          parameters: [{ name: 'cursor', in: 'query', schema: { type: 'string' } }],
          responses: { '200': answer('A page.', { type: 'object' }), ...problems(401, 403, 422, 429, 500, 503) },
        },
        post: {
          operationId: 'fileReport',
          summary:
            'File a report for somebody who told it to staff. With `receivedAt` it is entered late: the promise counts from then.',
          parameters: [idempotencyKey],
          requestBody: body('FiledReport'),
          responses: {
            '201': answer('The report is stored, and its deadlines are watched.', ref('ReportAnswer')),
            ...problems(400, 401, 403, 409, 410, 413, 415, 422, 429, 500, 503),
          },
        },
      },
      [one]: {
        parameters: pathParameters(one),
        get: {
          operationId: 'showCase',
          summary: 'Clear fields, clocks and history. The ETag is the revision.',
          responses: {
            '200': answer('The case.', ref('Standing')),
            ...problems(401, 403, 404, 429, 500, 503),
          },
        },
      },
      ...Object.fromEntries(commandPaths),
    },
    components: {
      securitySchemes: { signedIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...Object.fromEntries(Object.entries(bodies).map(([name, schema]) => [bodyName(name), schemaOf(schema)])),
        FiledReport: schemaOf(z.extend(reportSchema(country), filing)),
        ReportAnswer: schemaOf(reportAnswerSchema),
        Standing: schemaOf(standing),
        Attention: schemaOf(attentionSchema),
        Problem: schemaOf(problemAnswerSchema),
        Conflict: schemaOf(conflict),
      },
    },
  };
}

const instant = z.optional(z.iso.datetime());

/** How a case stands. Every command answers it, with what it opens besides. */
const standing = z.looseObject({
  caseNumber: z.string(),
  revision: z.int(),
  status: z.enum(caseStatuses),
  severity: z.enum(severities),
  /** Directory id. */
  assignee: z.optional(z.string()),
  readAt: instant,
  acknowledgedAt: instant,
  handledAt: instant,
  resolvedAt: instant,
});

/** A 409 or 412: how the case stands, and for a 409 why it does not take the command so. */
const conflict = z.extend(problemAnswerSchema, { because: z.optional(z.string()), case: standing });

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Random for each command. The same key with the same content is answered as the first time.',
  schema: { type: 'string', minLength: 16, maxLength: 255, pattern: idempotencyKeyForm.source },
};

function command(name: string, summary: string, needsIfMatch: boolean): Json {
  const ifMatch: Json = {
    name: 'If-Match',
    in: 'header',
    required: needsIfMatch,
    description: 'The ETag of the state that was decided on.',
    schema: { type: 'string' },
  };
  return {
    operationId: name,
    summary,
    parameters: [idempotencyKey, ifMatch],
    requestBody: body(bodyName(name)),
    responses: {
      '200': answer('Done.', ref('Standing')),
      ...problems(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
      ...(needsIfMatch ? problems(428) : {}),
      '409': problem('Not in this state.', ref('Conflict')),
      '412': problem('The case has changed.', ref('Conflict')),
    },
  };
}

/** A POST that opens something and changes nothing: that what is opened, and by whom, stands in no address. */
function look(name: string, summary: string): Json {
  return {
    operationId: name,
    summary,
    requestBody: body(bodyName(name)),
    responses: {
      '200': answer('What was opened.', { type: 'object' }),
      ...problems(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function problems(...statuses: number[]): Json {
  return Object.fromEntries(statuses.map((status) => [String(status), problem('See `detail`.', ref('Problem'))]));
}

function problem(description: string, schema: Json): Json {
  return { description, content: { [problemMediaType]: { schema } } };
}

function answer(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } };
}

function body(schema: string): Json {
  return { required: true, content: { 'application/json': { schema: ref(schema) } } };
}

function bodyName(command: string): string {
  return `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
}

function ref(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

function schemaOf(schema: z.core.$ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return rest;
}
