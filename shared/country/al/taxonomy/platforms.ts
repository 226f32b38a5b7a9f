/**
 * Codes of platforms as the contract names them. TikTok was closed in Albania in 2025 and opened again in
 * February 2026 (docs/domain.md, Platforms); it was never taken out, so that nobody is blamed for using it. `website` and `phone` are for what happens outside any platform.
 */
export const platforms: readonly string[] = [
  'tiktok',
  'instagram',
  'facebook',
  'messenger',
  'whatsapp',
  'snapchat',
  'youtube',
  'telegram',
  'viber',
  'discord',
  'x',
  'threads',
  'reddit',
  'pinterest',
  'twitch',
  'roblox',
  'minecraft',
  'fortnite',
  'pubg',
  'steam',
  'playstation',
  'xbox',
  'google_meet',
  'teams',
  'email',
  'phone',
  'website',
  'ai_chatbot',
  'other',
  'unknown',
];

/** A call or a mail is not taken down, and an unknown place cannot be asked. */
export const placesWithoutNotices: readonly string[] = ['email', 'phone', 'unknown'];
