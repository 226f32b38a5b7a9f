import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { directoryBodies, rosterBody } from '#shared/contracts/http/directory/changes.ts';
import { normaliseBody } from '#shared/contracts/http/normalise.ts';
import { deskAnswerSchema } from '#shared/contracts/http/public/desk.ts';
import { followUpSchema } from '#shared/contracts/http/public/follow-up.ts';
import { helpedSchema, informationSchema } from '#shared/contracts/http/public/information.ts';
import { receiptSchema } from '#shared/contracts/http/public/receipt.ts';
import { reportSchema } from '#shared/contracts/http/public/report-schema.ts';
import { accessQuery } from '#shared/contracts/http/staff/access-log.ts';
import { commandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { filing } from '#shared/contracts/http/staff/filing.ts';
import { queueQuery } from '#shared/contracts/http/staff/queue.ts';
import { showCaseQuery } from '#shared/contracts/http/staff/show-case-query.ts';
import { country } from '#shared/country/current.ts';
import * as mini from 'zod/mini';

/** Every body and query that anybody sends, by name. */
const bodies: Record<string, z.ZodMiniType> = {
  report: reportSchema(country),
  followUp: followUpSchema,
  receipt: receiptSchema,
  information: informationSchema(country),
  helped: helpedSchema,
  filing: mini.object(filing),
  roster: rosterBody(country),
  // The token of a session is no text.
  deskAnswer: mini.omit(deskAnswerSchema, { session: true }),
  'query queue': queueQuery(country),
  'query access log': accessQuery,
  'query case': showCaseQuery,
  ...Object.fromEntries(Object.entries(commandBodies).map(([name, make]) => [`command ${name}`, make()])),
  ...Object.fromEntries(Object.entries(directoryBodies(country)).map(([name, body]) => [`directory ${name}`, body])),
};

/** What a schema is made of, as far as bodies are. Another kind of part fails, or a field could stay unfound. */
interface Part {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
}

/** Every text of a schema, by where it stands. */
function textsIn(schema: z.core.$ZodType, path: string): [string, z.core.$ZodType][] {
  const part = schema._zod.def as Part;
  switch (part.type) {
    case 'object':
      return Object.entries(part.shape ?? {}).flatMap(([name, inner]) => textsIn(inner, `${path}/${name}`));
    case 'array':
      return part.element === undefined ? [] : textsIn(part.element, `${path}/*`);
    case 'optional':
    case 'nullable':
      return part.innerType === undefined ? [] : textsIn(part.innerType, path);
    case 'pipe':
      return part.in === undefined ? [] : textsIn(part.in, path);
    case 'string':
      return [[path, schema]];
    case 'enum':
    case 'literal':
    case 'boolean':
    case 'int':
    case 'number':
      return [];
    default:
      throw new Error(`A body has a part of the kind ${part.type}, which this test does not look into.`);
  }
}

const texts = Object.entries(bodies).flatMap(([name, schema]) => textsIn(schema, name));
const breaks = ['\n', '\r', '\r\n', '\n\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '\n\u200b\n'];
const take = (schema: z.core.$ZodType, text: string) =>
  mini.safeParse(schema as z.ZodMiniType<string>, normaliseBody(text));

/** All that may have several lines. Everything else is one line, without being named here. */
const severalLines = [
  'command danger/note',
  'command handling/message',
  'command linkedDanger/note',
  'command linkedHandling/message',
  'command linkedMessage/text',
  'command linkedResolution/facts/*/spokenTo/why',
  'command linkedResolution/message',
  'command message/text',
  'command note/text',
  'command outcomeCorrection/facts/*/spokenTo/why',
  'command outcomeCorrection/message',
  'command referralReply/text',
  'command referralSending/message',
  'command resolution/facts/*/spokenTo/why',
  'command resolution/message',
  'deskAnswer/text',
  'information/text',
  'report/narrative',
];

describe('the texts of all bodies', () => {
  it('are found', () => {
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.map(([path]) => path)).toEqual(
      expect.arrayContaining(['report/urls/*', 'directory person/name', 'command referralSending/call/name']),
    );
  });

  it('keep their lines in what a person tells or answers, and nowhere else', () => {
    const kept = texts.filter(([, schema]) => /\n/.test(take(schema, 'one\ntwo').data ?? ''));
    expect(kept.map(([path]) => path).sort()).toEqual(severalLines);
  });

  it.each(texts.filter(([path]) => !severalLines.includes(path)))('%s takes no kind of line break', (_, schema) => {
    const typed = breaks.flatMap((lineBreak) => ['one', '+355 69 1', 'AL'].map((text) => `${text}${lineBreak}2`));
    // What is refused, such as a code of two letters, is not kept at all.
    const kept = typed.map((text) => take(schema, text).data ?? '');
    expect(kept.filter((text) => /[\n\v\f\r\u0085\u2028\u2029]/.test(text))).toEqual([]);
  });

  it.each(texts)('%s takes what nobody can see as nothing at all', (_, schema) => {
    for (const nothing of ['\u200b', '\u3164\u2800', '\u{e0041}', '\u0301', '\u00ad \u2003']) {
      expect(take(schema, nothing).data ?? '').toBe('');
    }
  });
});

it('a name in several lines becomes one that can be read', () => {
  const { person } = directoryBodies(country);
  const name = take(person.shape.name, 'Ana\r\nBcc: everybody@besa.example');
  expect(name.data).toBe('Ana Bcc: everybody@besa.example');
  expect(take(person.shape.phone, '+355\n69').data).toBe('+355 69');
});
