/** The answer of one of this machine's AWS services to a call. */
export interface ServiceAnswer {
  status: number;
  contentType: string;
  headers?: Readonly<Record<string, string>>;
  body: string;
}

export type Service = 'dynamodb' | 'sqs' | 'kms' | 'ses';

const jsonTypes: Readonly<Record<Exclude<Service, 'ses'>, string>> = {
  dynamodb: 'application/x-amz-json-1.0',
  sqs: 'application/x-amz-json-1.0',
  kms: 'application/x-amz-json-1.1',
};

const escaped = (text: string): string =>
  text.replace(/[<>&'"]/gu, (character) => `&#${character.codePointAt(0) ?? 32};`);

export function xmlAnswer(status: number, body: string): ServiceAnswer {
  return { status, contentType: 'text/xml', body };
}

export function jsonAnswer(service: Exclude<Service, 'ses'>, body: unknown, status = 200): ServiceAnswer {
  return { status, contentType: jsonTypes[service], body: JSON.stringify(body) };
}

/** An error in the form of the service's protocol. The status says whose fault it is: clients retry the server's. */
export function errorAnswer(
  service: Service,
  code: string,
  message: string,
  { status = 400, more = {} }: { status?: number; more?: Readonly<Record<string, unknown>> } = {},
): ServiceAnswer {
  const whose = status >= 500 ? 'Receiver' : 'Sender';
  if (service === 'ses') {
    return xmlAnswer(
      status,
      `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${whose}</Type><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
    );
  }
  const namespace =
    service === 'dynamodb' ? 'com.amazonaws.dynamodb.v20120810#' : service === 'sqs' ? 'com.amazonaws.sqs#' : '';
  return {
    ...jsonAnswer(service, { __type: `${namespace}${code}`, message, ...more }, status),
    headers: { 'x-amzn-errortype': code, ...(service === 'sqs' ? { 'x-amzn-query-error': `${code};${whose}` } : {}) },
  };
}
