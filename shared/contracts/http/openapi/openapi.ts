import type { CountryPack } from '../../../domain/country-pack.ts';
import { audiences } from '../../../domain/help/audience.ts';
import {
  askedAnswerSchema,
  firstReportSchema,
  followUpAnswerSchema,
  healthAnswerSchema,
  informationAnswerSchema,
  problemAnswerSchema,
  reportAnswerSchema,
  taxonomyAnswerSchema,
} from '../answers.ts';
import { followUpSchema } from '../public/follow-up.ts';
import { helpedSchema, informationSchema } from '../public/information.ts';
import { examples, informationFields, reportFields } from './openapi-texts.ts';
import { problemMediaType } from '../problem-answer.ts';
import { deskPaths, deskSchemas } from './openapi-desk.ts';
import {
  acceptLanguage,
  answer,
  body,
  described,
  headerComponents,
  headerRefs,
  idempotencyKey,
  problemComponents,
  problems,
  ref,
  schemaOf,
} from './openapi-public-parts.ts';
import type { Json } from './openapi-public-parts.ts';
import { receiptSchema } from '../public/receipt.ts';
import { reportSchema } from '../public/report-schema.ts';
import { exampleQuarter, statisticsAnswerSchema } from '../public/statistics-answer.ts';

/**
 * The API document (OpenAPI 3.1) of the public API for a country. It is made from the schemas that parse requests and
 * that tests check answers with. It is heavy for a function that must start fast: import it only where the document is
 * served.
 */
export function openApiDocument(country: CountryPack): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Besa',
      version: '1',
      description:
        'Report something that happened online, without an account, and follow what becomes of it. Every answer but this one carries `help`: where a person answers now. HEAD answers wherever GET does, without a body.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths: {
      '/v1/reports': { post: sendReport(country) },
      '/v1/follow-up': { post: followUp() },
      '/v1/follow-up/messages': { post: addMessage(country) },
      '/v1/follow-up/withdrawal': { post: withdraw() },
      '/v1/follow-up/lock': { post: lock() },
      '/v1/follow-up/helped': { post: helped() },
      ...deskPaths(),
      '/v1/taxonomy': { get: taxonomy(country) },
      '/v1/statistics': { get: statistics() },
      '/openapi.json': {
        get: {
          operationId: 'openApi',
          summary: 'This document.',
          responses: { '200': answer('The API document.', { type: 'object' }), ...problems('405', '429', '500') },
        },
      },
      '/health': {
        get: {
          operationId: 'health',
          summary: 'Whether the API answers.',
          responses: { '200': answer('It does.', ref('Health')), ...problems('405', '429', '500') },
        },
      },
    },
    components: {
      schemas: {
        Report: described(
          schemaOf(reportSchema(country)),
          reportFields,
          'At least one of narrative, urls, accounts, reporter.contact is needed besides the category.',
        ),
        ReportAnswer: schemaOf(reportAnswerSchema),
        Receipt: schemaOf(receiptSchema),
        FollowUp: schemaOf(followUpSchema),
        FollowUpAnswer: schemaOf(followUpAnswerSchema),
        Message: described(
          schemaOf(informationSchema(country)),
          informationFields,
          'What a reporter adds. It may raise how urgent the case is, never lower it; a person reads it.',
        ),
        MessageAnswer: schemaOf(informationAnswerSchema),
        Helped: schemaOf(helpedSchema),
        Asked: schemaOf(askedAnswerSchema),
        ...deskSchemas(),
        Taxonomy: schemaOf(taxonomyAnswerSchema),
        Statistics: schemaOf(statisticsAnswerSchema),
        Health: schemaOf(healthAnswerSchema),
        Problem: schemaOf(problemAnswerSchema),
        FirstReport: schemaOf(firstReportSchema),
      },
      headers: headerComponents(),
      responses: problemComponents(),
    },
  };
}

function sendReport(country: CountryPack): Json {
  return {
    operationId: 'sendReport',
    summary: 'Send a report.',
    description:
      'The same key with the same content always answers the same 201, whenever it is sent again; `nextStep` says the promised time as it is then; with other content 422, and nothing is changed. The 422 gives the first case number and receipt only where the category and the reporter are the same too; else the report is sent with a fresh key. After an erasure 410.',
    parameters: [
      idempotencyKey(
        'A secret, random for each report (a UUID v4 or better). It leads to the receipt: never log it, never put it in an address.',
      ),
      acceptLanguage,
    ],
    requestBody: body(ref('Report'), {
      all: { summary: 'A child, with most fields', value: examples.report(country) },
      least: { summary: 'The least there can be', value: examples.leastReport(country) },
    }),
    responses: {
      '201': answer('The report is stored, and its deadlines are watched.', ref('ReportAnswer')),
      ...problems('400', '405', '409', '410', '413', '415', '429', '500', '503'),
      '422': {
        description: 'Fields that cannot be taken, or a key that was used for another report.',
        headers: headerRefs('Cache-Control'),
        content: { [problemMediaType]: { schema: { anyOf: [ref('Problem'), ref('FirstReport')] } } },
      },
    },
  };
}

function followUp(): Json {
  return {
    operationId: 'followUp',
    summary: 'See how a report stands.',
    description:
      'Input ignores case, spaces and dashes, and reads O as 0, I and L as 1. An unknown, an erased and a locked receipt are the same 404, here and below. `canDo` says what of the routes below the case takes as it stands. `expiresAt` is given once it is known when the data will be erased. Of a long thread the newest messages come, 300 at most. When `earlier` is there, send it as `before`: then those before them come. With `guidance: true` it says once more what to do, and `help` stands in the order of the reason; where the suspect may look at the screen, both say nothing of the report.',
    parameters: [acceptLanguage],
    requestBody: body(ref('FollowUp'), {
      receipt: { value: examples.receipt() },
      guidance: { summary: 'With what to do now', value: { ...examples.receipt(), guidance: true } },
    }),
    responses: {
      '200': answer('How it stands, and what the centre wrote.', ref('FollowUpAnswer')),
      ...problems('400', '404', '405', '413', '415', '422', '429', '500', '503'),
    },
  };
}

function addMessage(country: CountryPack): Json {
  return {
    operationId: 'addMessage',
    summary: 'Write to the centre, and add what is new.',
    description:
      'The same key with the same content is one message and always answers the same 201; `nextStep` says the promised time as it is then; with other content 422, and nothing is changed. `stillHappening: true` takes a case up again that was resolved or closed. A case takes 10 messages a minute, then 429.',
    parameters: [idempotencyKey('Random for each message (a UUID v4 or better).'), acceptLanguage],
    requestBody: body(ref('Message'), {
      all: { summary: 'With what is new beside the words', value: examples.message(country) },
      least: { summary: 'Words alone', value: examples.leastMessage() },
    }),
    responses: {
      '201': answer('The message is stored, and its reading is watched.', ref('MessageAnswer')),
      ...problems('400', '404', '405', '413', '415', '422', '429', '500', '503'),
    },
  };
}

function withdraw(): Json {
  return {
    operationId: 'withdraw',
    summary: 'Ask to take the report back.',
    description:
      'A request: before anything ends, a wait runs and a person looks whether whoever reported is safe. Asked again, it is answered again, and the wait does not begin anew. 409 when the case has ended.',
    ...asked(ref('Receipt'), examples.receipt(), 'The request is noted; `text` says what happens next.'),
  };
}

function lock(): Json {
  return {
    operationId: 'lock',
    summary: 'Somebody else has my code.',
    description:
      'The code opens nothing from now on: every later use of it is the 404 of an unknown one. A counsellor gives out another after a talk.',
    ...asked(ref('Receipt'), examples.receipt(), 'The code is locked; `text` says how to go on.'),
  };
}

function helped(): Json {
  return {
    operationId: 'helped',
    summary: 'Say whether it helped.',
    description:
      'Once the case has ended (`canDo` has `helped`), before that 409. May be said again: what is said last counts.',
    ...asked(ref('Helped'), examples.helped(), 'Noted.'),
  };
}

function asked(schema: Json, example: unknown, done: string): Json {
  return {
    parameters: [acceptLanguage],
    requestBody: body(schema, { example: { value: example } }),
    responses: {
      '202': answer(done, ref('Asked')),
      ...problems('400', '404', '405', '409', '413', '415', '422', '429', '500', '503'),
    },
  };
}

function taxonomy(country: CountryPack): Json {
  return {
    operationId: 'taxonomy',
    summary: 'The words of a form: categories, platforms, places, flags, wishes.',
    parameters: [
      { name: 'lang', in: 'query', schema: { type: 'string' }, example: country.defaultLanguage },
      { name: 'audience', in: 'query', schema: { type: 'string', enum: audiences, default: 'child' } },
      { name: 'If-None-Match', in: 'header', schema: { type: 'string' } },
      acceptLanguage,
    ],
    responses: {
      '200': answer('The taxonomy, worded for the audience.', ref('Taxonomy'), 'Cacheable'),
      '304': { description: 'Unchanged since the ETag.', headers: headerRefs('Cacheable') },
      ...problems('405', '422', '429', '500'),
    },
  };
}

function statistics(): Json {
  return {
    operationId: 'statistics',
    summary: 'How many reports, about what, and whether the promise was kept.',
    description:
      'The quarters of a year whose figures are made, a month after each, once and for all; none yet is an empty list. Reports that ended administratively are counted apart. A count is null when it is below `smallestCell`, zero among them, or when such a count could be worked out from it. Figures about the centre are never null: `reports`, and the tables `promise`, `lateBy` (how late a missed answer came) and `readInTime`; `percent` is given where `total` is at least `percentFrom`.',
    parameters: [
      { name: 'year', in: 'query', required: true, schema: { type: 'string', pattern: '^20\\d\\d$' }, example: '2026' },
      { name: 'If-None-Match', in: 'header', schema: { type: 'string' } },
      acceptLanguage,
    ],
    responses: {
      '200': {
        ...answer('The figures.', ref('Statistics'), 'Cacheable'),
        content: {
          'application/json': {
            schema: ref('Statistics'),
            examples: {
              shortened: {
                summary: 'One quarter, with some cells of its tables',
                value: { year: 2026, smallestCell: 5, percentFrom: 20, quarters: [exampleQuarter] },
              },
            },
          },
        },
      },
      '304': { description: 'Unchanged since the ETag.', headers: headerRefs('Cacheable') },
      ...problems('405', '422', '429', '500', '503'),
    },
  };
}
