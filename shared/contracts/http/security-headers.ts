/**
 * Headers on every answer of the functions, the gateway and the firewall. `Cache-Control` is separate, because the
 * taxonomy and the figures may be kept for a while. Source: docs/contract.md, Headers.
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

/** An answer may hold a receipt, or show on a shared computer what somebody reported. So nothing may keep it. */
export const noStore = 'no-store';
