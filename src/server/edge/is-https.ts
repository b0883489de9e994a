/** Whether people reach the server by https only: cookies and pages may ask for it then. */
export function isHttps(origin: string | undefined): boolean {
  return origin?.startsWith('https://') ?? false;
}
