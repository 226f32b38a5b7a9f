import type { FieldProblem, ForbiddenReason, ProblemCode } from '../../domain/problems.ts';
import type { Address } from '../../domain/text.ts';
import type { FormFields, FormShape } from './form-fields.ts';

/** A request as a use-case sees it: parsed, never the raw event. */
export interface HttpRequest {
  /** Path parameters, decoded. */
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** Strictly parsed JSON; undefined for a GET or an empty body. */
  body: unknown;
  /**
   * The language of the answer, one of the pack's. The body's `language` wins, then `Accept-Language`, then the
   * default. On the staff API the body's `language` is somebody else's, and the header decides.
   */
  language: string;
  /** `sub` of the verified sign-in token; staff API only. */
  subject?: string;
  /** W3C trace context made for this request. */
  traceparent: string;
}

/** A success answer. The framework adds security headers, `help` and `Cache-Control`. */
export interface HttpAnswer {
  status: 200 | 201 | 202;
  body: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  /** How its reader is spoken to, where it is known. It is no part of the answer: a page around it is worded alike. */
  address?: Address;
  /** The sentences that tell of a missed promise. They are no part of the answer either: a page says them first. */
  missed?: readonly string[];
  /** The same was asked and answered before. No part of the answer either. */
  isRepeat?: true;
}

/**
 * A page: HTML in place of JSON, with a content policy of its own. The framework adds the security headers and `no-store`.
 */
export interface PageAnswer {
  status: number;
  page: string;
  /** `page` is bytes in base64: a file that is packed already. */
  isBase64?: true;
  headers: Readonly<Record<'Content-Language' | 'Content-Security-Policy', string> & Record<string, string>>;
}

/**
 * Use-cases and the framework throw it. It is answered in the reader's language, as RFC 9457 problem+json. Whoever
 * prefers HTML gets a page, where the function has pages.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
  /** Why a 403. The answer has it as a code and in words. */
  readonly because: ForbiddenReason | undefined;
  /** Further members of the answer, such as the first report's `caseNumber`. Never anything that a person wrote. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Seconds; sent as Retry-After. */
  readonly retryAfterSeconds: number | undefined;
  readonly language: string | undefined;

  constructor(
    code: ProblemCode,
    status: number,
    more: {
      errors?: readonly FieldProblem[];
      because?: ForbiddenReason;
      extra?: Readonly<Record<string, unknown>>;
      retryAfterSeconds?: number;
      language?: string;
    } = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.errors = more.errors ?? [];
    this.because = more.because;
    this.extra = more.extra ?? {};
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.language = more.language;
  }
}

/** What a counsellor lacks who would send a referral. An officer or supervisor may do it now. */
const needsOfficer: readonly ForbiddenReason[] = ['not_critical', 'no_call', 'somebody_on_duty'];

/** The answer to somebody of staff who may not do this. */
export function forbidden(because: ForbiddenReason): Problem {
  return new Problem(needsOfficer.includes(because) ? 'needs_officer' : 'forbidden', 403, { because });
}

export interface Route {
  method: 'GET' | 'POST';
  /** The path of the API document, such as `/v1/cases/{number}`. */
  path: string;
  /** The name of a staff route in its table. Only the log of such a route says which one it was. */
  name?: string;
  handle(request: HttpRequest): Promise<HttpAnswer | PageAnswer>;
  /** For how long anybody may keep the answer, which gets an ETag. Only for answers that are the same for everyone. */
  cacheSeconds?: number;
  /** Nothing is ever stored here, so an outage of any kind may be answered with 503. */
  changesNothing?: true;
  /** False when the answer has a form of its own: the API document. */
  help?: false;
}

/** A request for a page, or what a form sent. Its language is that of the page. */
export interface PageRequest extends HttpRequest {
  /** Empty for a GET. */
  form: FormFields;
  /** The relative way from this address to the root of the pages, with a slash at its end: `./`, `../../`. */
  root: string;
}

/** A route that answers with a page. */
export interface PageRoute extends Pick<Route, 'method' | 'path' | 'changesNothing'> {
  /** The language of the page. Undefined where the address has none: then the browser's language counts. */
  language?: string;
  /** The fields that its form may send. */
  form?: FormShape;
  draw(request: PageRequest): Promise<PageAnswer>;
  /**
   * Draws the form again with all that was typed, because of a problem. Without it, or where it draws nothing, a page tells
   * the problem alone.
   */
  redraw?(request: PageRequest, problem: Problem): Promise<PageAnswer | undefined>;
}

/** What answers a form. */
export type FormAnswers = Required<Pick<PageRoute, 'draw' | 'redraw'>>;
