/**
 * Headers on every answer: the functions', the gateway's own and the firewall's. `Cache-Control` is apart, because the
 * taxonomy may be kept for a while. Source: the public contract, headers.
 */
export const securityHeaders = {
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const;

/** An answer may hold a receipt, and shows on a shared computer what somebody reported: nothing keeps it. */
export const noStore = 'no-store';
