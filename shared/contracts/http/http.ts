import type { FieldProblem, ProblemCode } from '../../domain/problems.ts';

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
   * default.
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
}

/** Use-cases and the framework throw it. It is answered as RFC 9457 problem+json in the reader's language. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
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
    this.extra = more.extra ?? {};
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.language = more.language;
  }
}

export interface Route {
  method: 'GET' | 'POST';
  /** API Gateway's template, such as `/v1/cases/{number}`. */
  path: string;
  handle(request: HttpRequest): Promise<HttpAnswer>;
  /** For how long anybody may keep the answer, which gets an ETag. Only for answers that are the same for everyone. */
  cacheSeconds?: number;
  /** Nothing is ever stored here, so an outage of any kind may be answered with 503. */
  changesNothing?: true;
  /** False when the answer has a form of its own: the API document. */
  help?: false;
}
