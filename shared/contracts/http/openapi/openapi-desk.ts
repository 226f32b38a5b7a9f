import { mostQuestions } from '../../../domain/referrals/desk/question.ts';
import {
  deskAddressesGiven,
  deskAnswered,
  deskNoted,
  deskReferralShown,
  deskSessionBegun,
} from '../public/desk-answers.ts';
import { accessSchema, deskAnswerSchema, deskReferralSchema, deskSessionSchema } from '../public/desk.ts';
import { acceptLanguage, answer, body, idempotencyKey, problems, ref, schemaOf } from './openapi-public-parts.ts';
import { csvMediaType } from '../csv.ts';
import type { Json } from './openapi-public-parts.ts';

const access = '7K3M-9QXR-2F5T-8WNA-W';
const session = 'p0y5h3pQ1nCq7Yx2mVb8KcRt4sUw6zAeFgH';

/** Examples of what an institution sends, by schema. */
export const deskExamples = {
  DeskAccess: { access },
  DeskSession: { access, code: '482913' },
  DeskReferral: { session },
  DeskAnswer: { session, answer: 'acknowledged', name: 'Inspector on duty', post: 'Cybercrime sector' },
};

/** What an institution can do with an access code. */
export function deskPaths(): Json {
  return {
    '/v1/desk/code': {
      post: operation('deskCode', 'Ask for the one-time code.', 'DeskAccess', {
        description:
          'The access code stands in the mail about the referral. The one-time code is mailed to the contact, or the centre calls and reads it out. The answer is the same for every code of the right form; five a day are sent.',
        responses: { '202': answer('Noted, whether or not there is such a code.', ref('DeskNoted')) },
        statuses: ['422'],
      }),
    },
    '/v1/desk/session': {
      post: operation('deskSession', 'Open with both codes, for thirty minutes.', 'DeskSession', {
        description:
          'A one-time code is good once, for ten minutes and five tries. An unknown, an ended and a revoked access code are the same 401.',
        responses: { '200': answer('The session: send it with what follows.', ref('DeskSessionBegun')) },
        statuses: ['401', '422'],
      }),
    },
    '/v1/desk/referral': {
      post: operation('deskReferral', 'See what was passed on.', 'DeskReferral', {
        description:
          'The chosen fields and no others, until when an answer is owed, what was asked and replied (`thread`, the oldest first), and what can be said (`canSay`). Addresses are harmless text. Each look stands in the access log. 409 says how the referral stands once it is over.',
        responses: { '200': answer('The copy.', ref('DeskReferralShown')) },
        statuses: ['401', '409', '422'],
      }),
    },
    '/v1/desk/addresses': {
      post: {
        ...operation('deskAddresses', 'Take the list of addresses.', 'DeskReferral', {
          description:
            'The addresses that were passed on, and no others, as they were typed: they are to be used, and nothing opens them here. With `Accept: text/csv` the same as a file, in which no cell is a formula. Each time stands in the access log. 403 where the case is CSAM-flagged and the contact is not cleared.',
          responses: { '200': csvToo(answer('The list.', ref('DeskAddressesGiven'))) },
          statuses: ['401', '403', '409', '422'],
        }),
        parameters: [acceptsCsv, acceptLanguage],
      },
    },
    '/v1/desk/answer': {
      post: {
        ...operation('deskAnswer', 'Say what the institution does, or ask the centre.', 'DeskAnswer', {
          description: `\`because\` belongs to \`declined\`, \`outcome\` to \`completed\`, \`text\` to \`question\`. Whoever says something before anybody has acknowledged says name and post. A question is no answer, and no clock of the institution stops for it: a mail says when the centre has replied. The same key with the same content takes effect once. 409 when the referral does not take this answer: \`status\` says how it stands; \`questions_full\` that ${mostQuestions} questions were asked, and to call.`,
          responses: { '200': answer('It is recorded.', ref('DeskAnswered')) },
          statuses: ['401', '409', '422'],
        }),
        parameters: [idempotencyKey('Random for each answer (a UUID v4 or better).'), acceptLanguage],
      },
    },
    '/v1/desk/not-for-me': {
      post: operation('deskNotForMe', 'Say that the mail came to the wrong person.', 'DeskAccess', {
        description: 'It needs no one-time code and shows nothing. The access code ends, and the centre is told.',
        responses: { '202': answer('Noted, whether or not there is such a code.', ref('DeskNoted')) },
        statuses: ['422'],
      }),
    },
  };
}

export function deskSchemas(): Json {
  return {
    DeskAccess: schemaOf(accessSchema),
    DeskNoted: schemaOf(deskNoted),
    DeskSession: schemaOf(deskSessionSchema),
    DeskSessionBegun: schemaOf(deskSessionBegun),
    DeskReferral: schemaOf(deskReferralSchema),
    DeskReferralShown: schemaOf(deskReferralShown),
    DeskAddressesGiven: schemaOf(deskAddressesGiven),
    DeskAnswer: schemaOf(deskAnswerSchema),
    DeskAnswered: schemaOf(deskAnswered),
  };
}

const acceptsCsv: Json = {
  name: 'Accept',
  in: 'header',
  description: 'JSON, or `text/csv` for a file.',
  schema: { type: 'string', maxLength: 1000 },
  example: 'text/csv',
};

/** The answer as a file, too. */
function csvToo({ content, ...rest }: Json): Json {
  return { ...rest, content: { ...(content as Json), [csvMediaType]: { schema: { type: 'string' } } } };
}

function operation(
  operationId: string,
  summary: string,
  schema: keyof typeof deskExamples,
  { description, responses, statuses }: { description: string; responses: Json; statuses: readonly string[] },
): Json {
  return {
    operationId,
    summary,
    description,
    parameters: [acceptLanguage],
    requestBody: body(ref(schema), { example: { value: deskExamples[schema] } }),
    responses: { ...responses, ...problems('400', '405', '413', '415', ...statuses, '429', '500', '503') },
  };
}
