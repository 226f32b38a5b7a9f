import * as z from 'zod/mini';
import { roles } from '../../../domain/access/authorize.ts';
import type { CountryPack } from '../../../domain/country-pack.ts';
import { problemAnswerSchema, reportAnswerSchema } from '../answers.ts';
import { directoryApi } from './openapi-directory.ts';
import {
  answer,
  body,
  bodyName,
  idempotencyKey,
  ifMatch,
  page,
  placed,
  problem,
  problems,
  queryParameters,
  schemaOf,
  type Json,
} from './openapi-parts.ts';
import {
  caseView,
  conflict,
  copiedForNotice,
  forbidden,
  foundCases,
  exportedCase,
  linkedCases,
  openedCase,
  openedLinkedCases,
  openedReferral,
  previewedReferral,
  queuePage,
  referralLetter,
  reissuedReceipt,
  spokenAccess,
  standing,
  subjectSheet,
} from './openapi-staff-answers.ts';
import { keptPage, keptPageExample } from './openapi-keeping.ts';
import { commandSummaries } from './openapi-staff-commands.ts';
import {
  answerExamples,
  bodyExamples,
  filedReportExample,
  problemExample,
  problemStatuses,
} from './openapi-staff-examples.ts';
import type { ExamplePack } from './openapi-staff-examples.ts';
import { reportSchema } from '../public/report-schema.ts';
import { exampleQuarter, statisticsAnswerSchema } from '../public/statistics-answer.ts';
import { statisticsQuery } from '../public/statistics-query.ts';
import { accessPage, accessPageExample, accessQuery, readingsAnswer, readingsExample } from '../staff/access-log.ts';
import { attentionExample, attentionSchema } from '../staff/attention.ts';
import { shiftExample, shiftSchema } from '../staff/shift.ts';
import { letterQuery } from '../staff/letter-query.ts';
import { showCaseQuery } from '../staff/show-case-query.ts';
import { acknowledgedLetterExample, acknowledgedLetterSchema, letterExample, letterSchema } from '../staff/letters.ts';
import { keepingQuery } from '../staff/keeping.ts';
import { queueQuery } from '../staff/queue.ts';
import { commandBodies } from '../staff/command-bodies.ts';
import { filing } from '../staff/filing.ts';
import { findBody, findExample } from '../staff/find.ts';
import {
  routeNamed,
  routesOfAccessLog,
  routesOfCaseDesk,
  routesOfFigures,
  routesOfFiling,
  routesOfFinding,
} from '../staff/staff-routes.ts';
import type { CaseDeskCommand, StaffRoute } from '../staff/staff-routes.ts';

const deskRows = Object.values(routesOfCaseDesk).flat();
const caseRows = [...routesOfAccessLog, ...deskRows, ...routesOfFiling, ...routesOfFinding, ...routesOfFigures];

/** The answers of the commands that open something. Every other command answers how the case stands. */
const opened: Readonly<Record<string, string>> = {
  read: 'OpenedCase',
  linkedReading: 'OpenedLinkedCases',
  linkedHandling: 'LinkedCases',
  linkedDanger: 'LinkedCases',
  linkedMessage: 'LinkedCases',
  linkedResolution: 'LinkedCases',
  referralPreview: 'PreviewedReferral',
  referralReading: 'OpenedReferral',
  exportTaking: 'ExportedCase',
  copyForNotice: 'CopiedForNotice',
  receiptReissue: 'ReissuedReceipt',
  subjectAccess: 'SubjectSheet',
  referralAccess: 'SpokenAccess',
  letterAcknowledgement: 'AcknowledgedLetter',
};

/** The API document (OpenAPI 3.1) of the staff API, made from the schemas that parse the bodies. */
export function staffApiDocument(country: CountryPack & ExamplePack): Json {
  const ofBodies: Json = bodyExamples(country);
  const ofAnswers: Json = answerExamples(country);
  const directory = directoryApi(country);
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
    paths: { ...placed(caseRows, caseOperations(country)), ...directory.paths },
    components: {
      securitySchemes: { signedIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...Object.fromEntries(Object.entries(commandBodies).map(([name, make]) => [bodyName(name), schemaOf(make())])),
        FiledReport: schemaOf(z.extend(reportSchema(country), filing)),
        Find: schemaOf(findBody(country)),
        FoundCases: schemaOf(foundCases),
        ReportAnswer: schemaOf(reportAnswerSchema),
        Standing: schemaOf(standing),
        QueuePage: schemaOf(queuePage),
        CaseView: schemaOf(caseView),
        OpenedCase: schemaOf(openedCase),
        LinkedCases: schemaOf(linkedCases),
        OpenedLinkedCases: schemaOf(openedLinkedCases),
        OpenedReferral: schemaOf(openedReferral),
        PreviewedReferral: schemaOf(previewedReferral),
        CopiedForNotice: schemaOf(copiedForNotice),
        ReferralLetter: schemaOf(referralLetter),
        ExportedCase: schemaOf(exportedCase),
        ReissuedReceipt: schemaOf(reissuedReceipt),
        SubjectSheet: schemaOf(subjectSheet),
        SpokenAccess: schemaOf(spokenAccess),
        AccessPage: schemaOf(accessPage),
        Readings: schemaOf(readingsAnswer),
        Statistics: schemaOf(statisticsAnswerSchema),
        Attention: schemaOf(attentionSchema),
        Shift: schemaOf(shiftSchema),
        KeptPage: schemaOf(keptPage),
        Letter: schemaOf(letterSchema),
        AcknowledgedLetter: schemaOf(acknowledgedLetterSchema),
        Problem: schemaOf(problemAnswerSchema),
        Conflict: schemaOf(conflict),
        Forbidden: schemaOf(forbidden),
        ...directory.schemas,
      },
      examples: {
        ...Object.fromEntries(Object.entries(ofBodies).map(([name, value]) => [bodyName(name), { value }])),
        ...Object.fromEntries(Object.entries(ofAnswers).map(([name, value]) => [name, { value }])),
        ...directory.examples,
        FiledReport: { value: filedReportExample(country) },
        Find: { value: findExample },
        AccessPage: { value: accessPageExample },
        Readings: { value: readingsExample },
        Statistics: {
          value: { year: 2026, smallestCell: 5, percentFrom: 20, quarters: [exampleQuarter], help: [] },
        },
        Attention: { value: attentionExample },
        Shift: { value: shiftExample },
        KeptPage: { value: keptPageExample },
        Letter: { value: letterExample },
        AcknowledgedLetter: { value: acknowledgedLetterExample },
        ...Object.fromEntries(
          problemStatuses.map((status) => [`Problem${status}`, { value: problemExample(country, status) }]),
        ),
      },
    },
  };
}

/** Every operation about cases, by the name of its route. The document has them in this order. */
function caseOperations(country: CountryPack): Readonly<Record<(typeof caseRows)[number]['name'], Json>> {
  const commands = Object.entries(commandSummaries).map(([name, summary]) => {
    const row: StaffRoute = routeNamed(deskRows, name as CaseDeskCommand);
    return [name, row.changesNothing === true ? look(row, summary) : command(row, summary)];
  });
  return {
    readAccessLog: {
      operationId: 'readAccessLog',
      summary:
        'Who opened which case, and why, in order: by `actor` and `month` (UTC), or by `case`. At most 100 entries a page; a cursor leads on. `unusual` is what an auditor should look at.',
      parameters: queryParameters(accessQuery),
      responses: { '200': answer('A page.', 'AccessPage'), ...problems(401, 403, 404, 422, 429, 500, 503) },
    },
    countReadings: {
      operationId: 'countReadings',
      summary:
        'How often the person who asks opened a critical or high case in the last twelve hours. A supervisor gets the number of each colleague, too, and no case.',
      responses: { '200': answer('The numbers.', 'Readings'), ...problems(401, 403, 429, 500, 503) },
    },
    showFigures: {
      operationId: 'showFigures',
      summary:
        'The published quarters of a year: the answer of the public API, for the console. Whoever signs in has it. It says nothing that is not public.',
      parameters: queryParameters(statisticsQuery),
      responses: { '200': answer('The figures.', 'Statistics'), ...problems(401, 422, 429, 500, 503) },
    },
    seeAttention: {
      operationId: 'seeAttention',
      summary:
        'What nobody has seen: of at most 64 cases a page, in the order of the work list. Ended cases without unread words come last. A page may be short or empty; a cursor leads on.',
      parameters: [{ name: 'cursor', in: 'query', schema: { type: 'string' } }],
      responses: { '200': answer('A page.', 'Attention'), ...problems(401, 403, 422, 429, 500, 503) },
    },
    listCases: {
      operationId: 'listCases',
      summary:
        'What must be looked at first stands first: unread critical cases, then what was missed, then by severity, then by the next deadline. Ended cases are among them while words in them are unread; `resolved` ones are shown when asked for. A page reads at most 200 entries and may be short or empty; a cursor leads on.',
      parameters: queryParameters(queueQuery(country)),
      responses: { '200': answer('A page.', 'QueuePage'), ...problems(401, 403, 422, 429, 500, 503) },
    },
    showShift: {
      operationId: 'showShift',
      summary:
        'What a shift hands over to the next: at most 200 cases of the work list, with what is due within twelve hours, who each waits for, what was said to be done next, who was called, and what waits for a second person. For caseworkers and the director.',
      responses: { '200': answer('The sheet.', 'Shift'), ...problems(401, 403, 429, 500, 503) },
    },
    seeKeeping: {
      operationId: 'seeKeeping',
      summary:
        'One list of keeping, by `kind`. `due`: ended cases in the order of the next step, the owner told or the case erased, with why they are kept so long; then those that somebody must see first. `held`: under a legal hold. `requests`: withdrawals, and erasures that wait for a second person. `exports`: the newest request first, with what became of each. Of at most 64 cases a page; a page may be short or empty, and a cursor leads on.',
      parameters: queryParameters(keepingQuery),
      responses: { '200': answer('A page.', 'KeptPage'), ...problems(401, 403, 422, 429, 500, 503) },
    },
    showLetter: {
      operationId: 'showLetter',
      summary:
        'The cases that a letter names, as they stand now, the most urgent first and at most 100. Only its reader gets it.',
      responses: { '200': answer('The letter.', 'Letter'), ...problems(401, 403, 404, 429, 500, 503) },
    },
    fileReport: {
      operationId: 'fileReport',
      summary:
        'File a report for somebody who told it to staff. Who files it has read it: the case is `in_progress` from the start. With `receivedAt` it is entered late: the promise counts from then.',
      parameters: [idempotencyKey],
      requestBody: body('FiledReport'),
      responses: {
        '201': answer('The report is stored, and its deadlines are watched.', 'ReportAnswer'),
        ...problems(400, 401, 403, 409, 410, 413, 415, 422, 429, 500, 503),
      },
    },
    find: {
      operationId: 'find',
      summary:
        'The cases that name exactly this account, phone number or address, newest first and at most 50, as far as the person who asks may see them; `more` says that there are others. The look stands in the access log before it is answered: who, when, `by` what, `reason`, and which cases; never `value`.',
      requestBody: body('Find'),
      responses: {
        '200': answer('What was found.', 'FoundCases'),
        ...problems(400, 401, 403, 413, 415, 422, 429, 500, 503),
      },
    },
    showCase: {
      operationId: 'showCase',
      summary:
        'Clear fields, clocks, history, and of the thread who wrote when. What a role may not see is absent. The ETag is the revision. Of a long history the newest 1,000 events come; `earlierEvents` is there when there are others. `may` is what the person who asks may do to the case now; `toResolve` is what blocks a resolution.',
      parameters: queryParameters(showCaseQuery),
      responses: { '200': answer('The case.', 'CaseView'), ...problems(401, 403, 404, 422, 429, 500, 503) },
    },
    referralLetter: {
      operationId: 'referralLetter',
      summary:
        'A referral that somebody decided to send, as a letter to print: the fields that were ticked, addresses as typed. In the centre’s own language, or in `lang`. It stands in the access log, and is never kept. In a CSAM-flagged case it is refused to who is not cleared when it holds addresses (403 `clearance`). 409 `wrong_referral_status` for a proposal, and for what was taken back.',
      parameters: queryParameters(letterQuery),
      responses: {
        '200': page('The letter.', 'ReferralLetter'),
        ...problems(401, 404, 422, 429, 500, 503),
        '403': problem('Not by this person; `because` may say why.', 'Forbidden', 'Forbidden'),
        '409': problem('Not in this state.', 'Conflict', 'Conflict'),
      },
    },
    ...(Object.fromEntries(commands) as Record<CaseDeskCommand, Json>),
  };
}

/** The commands whose effect may wait for a second person. */
const mayWait: readonly string[] = ['exclusions'] satisfies CaseDeskCommand[];

function command({ name, needsIfMatch }: StaffRoute, summary: string): Json {
  return {
    operationId: name,
    summary,
    parameters: [idempotencyKey, ifMatch(needsIfMatch === true)],
    requestBody: body(bodyName(name)),
    responses: {
      '200': answer('Done.', opened[name] ?? 'Standing'),
      ...(mayWait.includes(name) ? { '202': answer('Asked for: another person decides.', 'Standing') } : {}),
      ...problems(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
      ...(needsIfMatch === true ? problems(428) : {}),
      '409': problem('Not in this state.', 'Conflict', 'Conflict'),
      '412': problem('The case has changed.', 'Conflict', 'Conflict'),
    },
  };
}

/** A POST that opens something and changes nothing. With a GET, an address would say what was opened. */
function look({ name }: StaffRoute, summary: string): Json {
  return {
    operationId: name,
    summary,
    requestBody: body(bodyName(name)),
    responses: {
      '200': answer('What was opened.', opened[name] ?? 'Standing'),
      ...problems(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
      ...(name === 'referralPreview' ? { '409': problem('Not in this state.', 'Conflict', 'Conflict') } : {}),
    },
  };
}
