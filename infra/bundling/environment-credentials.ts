/**
 * Takes the place of the SDK's default credential chain inside a function's bundle. Lambda always gives a function its
 * credentials in environment variables. The chain would also load the readers of profiles, single sign-on, web
 * identities and instance metadata. That costs 10 to 14 ms at every cold start, and opens connections that nobody
 * wants.
 *
 * Lambda never changes these variables while an environment lives, so they are read once per client.
 */
export function defaultProvider() {
  return () => {
    const accessKeyId = process.env['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = process.env['AWS_SECRET_ACCESS_KEY'];
    const sessionToken = process.env['AWS_SESSION_TOKEN'];
    if (accessKeyId === undefined || secretAccessKey === undefined) {
      return Promise.reject(new Error('The function has no credentials in its environment.'));
    }
    return Promise.resolve({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    });
  };
}
